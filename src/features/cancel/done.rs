//! What came of a cancellation: accepted, or being found out.

use std::rc::Rc;
use std::time::Duration;

use super::desk::CancelDesk;
use super::finish::Finish;
use super::record::{self, Cancelled};
use super::refusal::{NotCancelled, Refusal};
use super::send::{self, Ask, CancelOf, Sent};
use super::tracker::Tracked;
use crate::browser::visitors_now;
use crate::dom::{CollectFragment, Fragment, component, live, view};
use crate::features::failure::Failure;
use crate::features::waiting::seconds_until;
use crate::i18n::{Text, lang, text};
use crate::model::Timestamp;
use crate::model::cancellation::Line;
use crate::model::operation::OperationState;
use crate::operations::use_operations;
use crate::partner_center::ApiError;
use crate::paths::{self, CancelPage};
use crate::reactive::*;
use crate::session::use_session;
use crate::ui::{Button, Empty, Handler, Note, SkeletonLines, Tone};

#[derive(Clone)]
enum Stage {
    Asking,
    Cancelled(Rc<Vec<Cancelled>>),
    /// Nobody knows; asked again at this time.
    Unknown(Rc<ApiError>, Timestamp),
    /// The server says no.
    Refused(Text, Rc<Refusal>),
    /// Nothing of the order was cancelled here.
    Nothing,
}

/// Seconds between asking; the last one stays.
const WAITS: [u32; 6] = [2, 4, 8, 15, 30, 60];

#[component]
pub(super) fn Done(desk: CancelDesk) -> Fragment {
    let stage = RwSignal::new(Stage::Asking);
    let asking = RwSignal::new(false);
    let asker = use_asking(desk, stage, asking);
    let heading = move || match elsewhere(desk) && matches!(stage.get(), Stage::Nothing) {
        true => text::CANCEL_DONE.now(),
        false => stage.with(heading_of).now(),
    };
    let body = move || match stage.get() {
        Stage::Asking => view! { <SkeletonLines what=text::CANCEL_ASKING/> },
        Stage::Cancelled(lines) => cancelled(desk, &lines),
        Stage::Unknown(error, until) => {
            view! { <BeingChecked error until asking asker known=desk.lines.with_untracked(Option::is_some)/> }
        }
        Stage::Refused(what, why) => view! {
            <NotCancelled desk what why on_retry=move |()| asker.settle.call(())/>
            {to_wizard(desk)}
        },
        Stage::Nothing => nothing(desk),
    };
    view! {
        <div class="outcome" role="status"><h3>{heading}</h3></div>
        {live(body)}
    }
}

fn heading_of(stage: &Stage) -> Text {
    match stage {
        Stage::Asking => text::CANCEL_ASKING,
        Stage::Cancelled(_) => text::CANCEL_DONE,
        Stage::Unknown(..) => text::CANCEL_CHECKING_TITLE,
        Stage::Refused(..) => text::CANCEL_NOT_DONE,
        Stage::Nothing => text::CANCEL_NOT_DONE,
    }
}

/// Whether all of it is cancelled; tracks the order.
fn elsewhere(desk: CancelDesk) -> bool {
    let lines = desk.lines.get().unwrap_or_default();
    !lines.is_empty() && lines.iter().all(Line::is_cancelled)
}

/// Nothing of it was cancelled on this device; perhaps elsewhere.
fn nothing(desk: CancelDesk) -> Fragment {
    if elsewhere(desk) {
        return view! { <p>{text::CANCEL_DONE_ELSEWHERE}</p> };
    }
    view! { <Empty words=text::CANCEL_NOTHING_DONE>{to_wizard(desk)}</Empty> }
}

fn to_wizard(desk: CancelDesk) -> Fragment {
    let href = move || desk.href(CancelPage::Ways).map(String::from);
    view! { <a class="button" href=href>{text::CANCEL_TO_WIZARD}</a> }
}

fn cancelled(desk: CancelDesk, lines: &[Cancelled]) -> Fragment {
    let trackers = lines.iter().cloned().map(|cancelled| {
        let line = cancelled.line;
        let name = move || {
            let lines = desk.lines.get().unwrap_or_default();
            let line = lines.iter().find(|one| one.number == line);
            line.map(super::words::name)
        };
        view! {
            <section class="section tracked">
                <h4>{name}</h4>
                <Tracked customer=desk.customer order=desk.id.get_untracked() cancelled/>
            </section>
        }
    });
    let software = move || {
        let named = desk.customer.named()?;
        Some(paths::software(&named).to_string())
    };
    view! {
        {trackers.collect_view()}
        <p><a href=software>{text::CONFIRMATION_SOFTWARE}</a></p>
    }
}

/// The ways to ask; cheap to copy.
#[derive(Clone, Copy)]
struct Asker {
    settle: Handler<()>,
    again: Handler<()>,
}

/// Asks what became of it, now and again as long as nobody knows.
fn use_asking(desk: CancelDesk, stage: RwSignal<Stage>, asking: RwSignal<bool>) -> Asker {
    let (session, operations) = (use_session(), use_operations());
    let later = Later::begin();
    let asked = StoredValue::new(0_usize);
    let ask = RwSignal::new((0_u32, Ask::Settle));
    let finish = StoredValue::new(Finish::new());
    effect(move || {
        let (_, how) = ask.get();
        let (Some(customer), Some(order)) = (desk.customer.id(), desk.id.get()) else {
            return;
        };
        if desk.kept().is_none() {
            return;
        }
        let Some(draft) = desk.to_note() else { return };
        let (api, finish) = (session.api(), finish.get_value());
        let reads = (finish.clone(), customer.clone());
        asking.set(true);
        spawn_local(async move {
            let of = (api.clone(), customer.clone(), order.clone());
            let show = move |lines: Vec<Cancelled>| {
                asking.set(false);
                stage.set(match lines.is_empty() {
                    true => Stage::Nothing,
                    false => Stage::Cancelled(Rc::new(lines)),
                });
            };
            let note = move |lines: Vec<u32>| {
                finish.note(draft, lines, move || {
                    spawn_local(async move {
                        let (api, customer, order) = of;
                        show(record::of_order(&api, &customer, &order).await);
                    });
                });
            };
            let recorded = record::of_order(&api, &customer, &order).await;
            let known = |line: &u32| recorded.iter().any(|one| one.line == *line);
            let lines = match send::found(operations, &customer, &order).await {
                Some(found) if !found.state.is_over() => found.lines,
                // The page was closed between the answer and the record.
                Some(found)
                    if found.state == OperationState::Done && !found.lines.iter().all(known) =>
                {
                    return note(found.lines);
                }
                _ => return show(recorded),
            };
            let cancel = CancelOf {
                api,
                operations,
                customer,
                order,
                lines: lines.clone(),
            };
            let put_off = move |wait: u32| {
                later.put_off(Duration::from_secs(wait.into()), move || {
                    ask.update(|(turn, how)| {
                        *turn += 1;
                        *how = Ask::Settle;
                    });
                });
            };
            let refused = move |what: Text, why: Refusal| {
                asking.set(false);
                reads.0.heed(&reads.1, &why);
                stage.set(Stage::Refused(what, Rc::new(why)));
            };
            match cancel.start(how).await {
                Sent::Cancelled => note(lines),
                Sent::Busy => put_off(1),
                Sent::Partly(done, why) => {
                    note(done);
                    refused(text::CANCEL_PARTLY, why);
                }
                Sent::Refused(why) => refused(text::CANCEL_REFUSED, why),
                Sent::NotBegun => {
                    asking.set(false);
                    stage.set(Stage::Nothing);
                }
                Sent::Unknown(error) | Sent::NotCarriedOut(error) => {
                    asking.set(false);
                    let turn = asked.try_update_value(|asked| {
                        *asked += 1;
                        *asked - 1
                    });
                    let wait = WAITS[turn.unwrap_or(0).min(WAITS.len() - 1)];
                    put_off(wait);
                    let until = visitors_now().plus_millis(i64::from(wait) * 1_000);
                    stage.set(Stage::Unknown(Rc::new(error), until));
                }
            }
        });
    });
    let now = move |how: Ask| {
        move |()| {
            later.cancel();
            ask.update(|(turn, asked)| {
                *turn += 1;
                *asked = how;
            });
        }
    };
    Asker {
        settle: Handler::from(now(Ask::Settle)),
        again: Handler::from(now(Ask::Again)),
    }
}

/// Nobody knows what became of it: said so, and asked again.
#[component]
fn BeingChecked(
    error: Rc<ApiError>,
    until: Timestamp,
    asking: RwSignal<bool>,
    asker: Asker,
    /// The order can be read, so that it can be cancelled again.
    known: bool,
) -> Fragment {
    let seconds = seconds_until(until);
    let next = move || match asking.get() {
        true => text::CANCEL_ASKING.now().to_owned(),
        false => text::cancel_checking_next(lang(), seconds.get()),
    };
    let settle = asker.settle;
    view! {
        <Note tone=Tone::Info>
            <p>{text::CANCEL_CHECKING}</p>
            <p class="number">{next}</p>
            <p>{text::CANCEL_CHECKING_AGAIN}</p>
            <div class="row">
                <Button label=text::CANCEL_CHECK_NOW busy=asking on_press=settle/>
                {known.then(|| view! {
                    <Button label=text::CANCEL_SEND_AGAIN busy=asking on_press=asker.again/>
                })}
            </div>
        </Note>
        <Failure what=text::CANCEL_LAST error on_retry=settle/>
    }
}
