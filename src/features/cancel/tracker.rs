//! What follows a cancellation, step by step: accepted, revoked, credited.

use super::credit::use_credit;
use super::message::CustomerMessage;
use super::proof::use_proof;
use super::record::{self, Cancelled};
use crate::dom::{CollectFragment, Fragment, component, live, view};
use crate::features::customers::CurrentCustomer;
use crate::i18n::{Lang, format, lang, text};
use crate::model::OrderId;
use crate::model::cancellation::{Stage, State, Step, Tracker};
use crate::model::software::{SoftwareItem, StatusGroup};
use crate::reactive::*;
use crate::session::use_session;

/// The tracker on the page of an item that was cancelled.
#[component]
pub fn ItemTracker(item: SoftwareItem, customer: CurrentCustomer) -> Fragment {
    if item.status.group() != StatusGroup::Cancelled {
        return Fragment::empty();
    }
    let found = RwSignal::new(None::<Option<Cancelled>>);
    let api = use_session().api();
    let id = item.id.clone();
    let of = id.clone();
    effect(move || {
        let Some(customer) = customer.id() else {
            return;
        };
        let (api, id) = (api.clone(), of.clone());
        spawn_local(async move {
            let lines = record::of_order(&api, &customer, &id.order).await;
            found.set(Some(lines.into_iter().find(|one| one.line == id.line)));
        });
    });
    let shown = live(move || match found.get() {
        None => Fragment::empty(),
        Some(Some(cancelled)) => {
            let order = Some(id.order.clone());
            view! { <Tracked customer order cancelled/> }
        }
        Some(None) => view! { <Elsewhere customer order=id.order.clone() line=id.line/> },
    });
    view! {
        <section class="section" aria-labelledby="cancellation">
            <h3 id="cancellation">{text::TRACK_TITLE}</h3>
            {shown}
        </section>
    }
}

/// A line that was cancelled here: how far its consequences have come, and the words for the customer.
#[component]
pub(super) fn Tracked(
    customer: CurrentCustomer,
    order: Option<OrderId>,
    cancelled: Cancelled,
) -> Fragment {
    let tracker = RwSignal::new(cancelled.tracker);
    let since = Some(cancelled.tracker.accepted);
    let asked = match order.clone() {
        Some(order) => {
            use_credit(customer, order.clone(), cancelled.line, tracker, since);
            use_proof(customer, order, cancelled.line, tracker)
        }
        None => Signal::from(false),
    };
    view! {
        {steps(tracker, Told { asked, timed: true })}
        <CustomerMessage customer order cancelled tracker/>
    }
}

/// A line that was cancelled somewhere else, nobody here knows when.
#[component]
fn Elsewhere(customer: CurrentCustomer, order: OrderId, line: u32) -> Fragment {
    let now = use_session().api().server_now();
    let tracker = RwSignal::new(Tracker::new(now, true, true));
    use_credit(customer, order.clone(), line, tracker, None);
    let asked = use_proof(customer, order, line, tracker);
    steps(
        tracker,
        Told {
            asked,
            timed: false,
        },
    )
}

/// What can be told of the steps.
#[derive(Clone, Copy)]
struct Told {
    /// Key and links are asked for.
    asked: Signal<bool>,
    /// When a step came is known.
    timed: bool,
}

fn steps(tracker: RwSignal<Tracker>, told: Told) -> Fragment {
    let steps = move || {
        let (steps, told) = (tracker.get().steps(), (told.asked.get(), told.timed));
        steps
            .map(|step| view! { <li class=class(step.state)>{words(lang(), step, told)}</li> })
            .into_iter()
            .collect_view()
    };
    view! { <ol class="tracker" role="list">{steps}</ol> }
}

fn class(state: State) -> &'static str {
    match state {
        State::Done(_) => "done",
        State::Now => "now",
        State::Later => "later",
    }
}

fn words(lang: Lang, step: Step, (asked, timed): (bool, bool)) -> Fragment {
    let title = match (step.stage, step.state) {
        (Stage::Accepted, _) => text::TRACK_ACCEPTED,
        (Stage::Revoked, State::Done(_)) => text::TRACK_REVOKED,
        (Stage::Revoked, _) => text::TRACK_REVOKING,
        (Stage::Credit, State::Done(_)) => text::TRACK_CREDITED,
        (Stage::Credit, _) => text::TRACK_CREDIT,
    };
    let more = match (step.stage, step.state) {
        // The record of it tells when, also where nothing else does.
        (Stage::Credit, State::Done(at)) => Some(format::date_utc(lang, at.millis())),
        (_, State::Done(at)) => timed.then(|| format::date_time(lang, at.millis())),
        (Stage::Revoked, _) if asked => Some(text::TRACK_REVOKED_WAIT.get(lang).to_owned()),
        (Stage::Revoked, _) => Some(text::TRACK_REVOKED_UNASKED.get(lang).to_owned()),
        _ => Some(text::TRACK_CREDIT_TEXT.get(lang).to_owned()),
    };
    view! { {title} {more.map(|more| view! { <span class="sub">{more}</span> })} }
}
