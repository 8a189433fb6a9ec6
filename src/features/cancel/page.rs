//! The pages of a cancellation, one address for each step.

use super::consequences::Consequences;
use super::desk::{CancelDesk, use_cancel_desk};
use super::done::Done;
use super::lines::Lines;
use super::reason::ReasonStep;
use super::refusal::NotCancelled;
use super::review::Review;
use super::send;
use super::ways::Ways;
use super::words;
use crate::dom::{Fragment, Words, component, live, view};
use crate::features::customers::use_customer;
use crate::features::drafts::Contested;
use crate::features::failure::{Failure, details};
use crate::i18n::{lang, text};
use crate::model::draft::CancelStep;
use crate::model::operation::OperationKind;
use crate::navigation::{History, use_go, use_part};
use crate::operations::use_operations;
use crate::partner_center::ErrorKind;
use crate::paths::{self, CancelPage as At, CustomerPart};
use crate::query::Loaded;
use crate::reactive::*;
use crate::ui::{Empty, SkeletonLines, Wizard, WizardStep, foreign};

/// What is shown.
#[derive(Clone, Copy, PartialEq)]
enum Face {
    Reading,
    Failed,
    Missing,
    Ways,
    Step(CancelStep),
    Done,
}

#[component]
pub fn CancelPage() -> Fragment {
    let customer = use_customer();
    customer.show_part(|| text::CANCEL_TITLE.now().to_owned());
    let place = use_part(|part| match part {
        CustomerPart::Cancel(place) => Some(place),
        _ => None,
    });
    let id = Memo::new(move |_| place.get().map(|(order, _)| order));
    let at = Memo::new(move |_| place.get().map(|(_, at)| at));
    let desk = use_cancel_desk(customer, id);
    stay_where_one_may_be(desk, at);
    let face = Memo::new(move |_| match (at.get(), desk.order.get()) {
        (None, _) => Face::Missing,
        (Some(At::Done), _) => Face::Done,
        (_, Loaded::Waiting) => Face::Reading,
        (_, Loaded::Failed(error)) if error.kind == ErrorKind::NotFound => Face::Missing,
        (_, Loaded::Failed(_)) => Face::Failed,
        _ if desk.draft().is_none() || desk.lines.with(Option::is_none) => Face::Reading,
        (Some(At::Ways), _) => Face::Ways,
        (Some(At::Step(step)), _) => Face::Step(step),
    });
    let back = move || {
        let (named, order) = (customer.named()?, id.get()?);
        Some(paths::order(&named, &order).to_string())
    };
    let number = move || {
        let number = desk.order.ready().map(|order| order.number().to_owned());
        let number = number.or_else(|| id.get().map(|id| id.to_string()));
        text::order_title(lang(), &foreign::visible(&number.unwrap_or_default()))
    };
    let failure = move || match desk.order.get() {
        Loaded::Failed(error) => view! {
            <Failure what=text::ORDER_FAILED error on_retry=move |()| desk.order.again()/>
        },
        _ => Fragment::empty(),
    };
    view! {
        <a class="back" href=back>{text::CANCEL_BACK_TO_ORDER}</a>
        <div class="item-head">
            <h2>{text::CANCEL_TITLE}</h2>
            <p class="quiet">{number}</p>
        </div>
        {move || match face.get() {
            Face::Reading => view! { <SkeletonLines what=text::ORDER_LOADING/> },
            Face::Failed => view! { {failure} },
            Face::Missing => {
                let error = untrack(|| desk.order.error());
                view! { <Empty words=text::ERRORS_ORDER>{error.map(|error| details(&error))}</Empty> }
            }
            Face::Ways => view! { <Ways desk/> },
            Face::Done => view! { <Done desk/> },
            Face::Step(step) => framed(desk, step),
        }}
    }
}

/// A step in the frame of the wizard.
fn framed(desk: CancelDesk, step: CancelStep) -> Fragment {
    let steps = Signal::derive(move || {
        CancelStep::ALL
            .map(|step| WizardStep {
                name: Words::from(words::step(step)),
                href: desk
                    .may_go_to(step)
                    .then(|| desk.href(At::Step(step)))
                    .flatten()
                    .map(String::from),
            })
            .to_vec()
    });
    let at = CancelStep::ALL.iter().position(|one| *one == step);
    let at = Signal::derive(move || at.unwrap_or_default());
    let summary = super::ways::summary(desk);
    // Who is led away from the last step, by losing the right to it, still sees what came of it.
    let go = use_go();
    let refused = move || {
        let refused = desk.refused.get().filter(|_| step != CancelStep::Review);
        let Some((what, why)) = refused else {
            return Fragment::empty();
        };
        let go = go.clone();
        let again = move |()| {
            if let Some(href) = untrack(|| desk.href(At::Step(CancelStep::Review))) {
                go(href, History::Push);
            }
        };
        view! { <NotCancelled desk what why on_retry=again/> }
    };
    view! {
        <Contested shared=desk.shared/>
        {live(refused)}
        <Wizard label=text::CANCEL_STEPS steps at summary>
            {match step {
                CancelStep::Lines => view! { <Lines desk/> },
                CancelStep::Reason => view! { <ReasonStep desk/> },
                CancelStep::Consequences => view! { <Consequences desk/> },
                CancelStep::Review => view! { <Review desk/> },
            }}
        </Wizard>
    }
}

/// A step whose predecessors are not filled in leads back to the first of them that is not; and the
/// draft remembers the step that one is on.
fn stay_where_one_may_be(desk: CancelDesk, at: Memo<Option<At>>) {
    let (go, operations) = (use_go(), use_operations());
    let in_doubt = Memo::new(move |_| {
        let (Some(customer), Some(order)) = (desk.customer.id(), desk.id.get()) else {
            return false;
        };
        let target = send::target(&customer, &order);
        let open = operations.open();
        let kind = OperationKind::Cancel;
        let listed = open
            .iter()
            .any(|open| open.kind == kind && open.target == target);
        // What this page is at is told by the step that sends it.
        listed && !operations.is_at(&kind, &target)
    });
    effect(move || {
        let Some(At::Step(step)) = at.get() else {
            return;
        };
        // One at a time: what is in doubt is found out about first.
        if in_doubt.get() {
            if let Some(href) = untrack(|| desk.href(At::Done)) {
                go(href, History::Replace);
            }
            return;
        }
        // As long as the order is not read, nobody knows what of it is chosen.
        let (Some(draft), Some(_)) = (desk.draft(), desk.lines.get()) else {
            return;
        };
        // Another tab was faster.
        if untrack(|| desk.is_overtaken()) {
            if let Some(href) = untrack(|| desk.href(At::Done)) {
                go(href, History::Replace);
            }
            return;
        }
        let before = CancelStep::ALL.into_iter().take_while(|one| *one <= step);
        let may = before.take_while(|step| desk.may_go_to(*step)).last();
        let may = may.unwrap_or_default();
        if may != step {
            if let Some(href) = untrack(|| desk.href(At::Step(may))) {
                go(href, History::Replace);
            }
        } else if draft.step != step {
            untrack(|| desk.change(|draft| draft.step = step));
        }
    });
}
