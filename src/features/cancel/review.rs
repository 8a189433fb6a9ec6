//! Step 4: all of it once more, the last button, and ten seconds to take it back.

use std::rc::Rc;

use super::desk::CancelDesk;
use super::finish::Finish;
use super::refusal::{NotCancelled, Refusal};
use super::send::{Ask, CancelOf, Sent};
use super::undo::{UndoTime, Undoing, in_turn};
use super::ways::report_of;
use super::ways_on::WaysBack;
use super::words;
use crate::dom::{CollectFragment, Fragment, component, live, view};
use crate::i18n::{Text, format, lang, text};
use crate::kept;
use crate::model::cancellation::Selection;
use crate::model::draft::CancelStep;
use crate::navigation::{History, use_go};
use crate::operations::use_operations;
use crate::paths::CancelPage;
use crate::reactive::*;
use crate::session::use_session;
use crate::ui::{Button, Fact, Facts, Foreign, Handler, Kind, Note, StepHeading, Tone, notices};

/// How far the last step is.
#[derive(Clone)]
enum Stage {
    /// Nothing was pressed.
    Ready,
    /// Pressed, and to be taken back.
    Undoing,
    Sending,
    /// Nothing was cancelled, and why.
    Not(Text, Rc<Refusal>),
}

#[component]
pub(super) fn Review(desk: CancelDesk) -> Fragment {
    // Whoever comes back to this step still sees what came of the last time.
    let stage = RwSignal::new(match desk.refused.get_untracked() {
        Some((what, why)) => Stage::Not(what, why),
        None => Stage::Ready,
    });
    let send = use_send(desk, stage);
    let sends = move |()| {
        stage.set(Stage::Sending);
        send.call(());
    };
    let time = UndoTime::new(sends, move |()| stage.set(Stage::Ready));
    // What the button said when it was pressed.
    let asked = StoredValue::new(Selection::default());
    let press = move |()| {
        let idle = matches!(stage.get_untracked(), Stage::Ready | Stage::Not(..));
        let selection = untrack(|| desk.selection());
        let held_back = untrack(|| desk.shared.is_contested());
        // In this very event: a second press comes before any effect.
        if idle && !held_back && !selection.numbers().is_empty() {
            asked.set_value(selection);
            stage.set(Stage::Undoing);
            time.begin();
        }
    };
    let undo = move |()| {
        time.take_back();
        if matches!(stage.get_untracked(), Stage::Undoing) {
            stage.set(Stage::Ready);
            notices::say(text::CANCEL_UNDONE);
        }
    };
    // Another tab was faster, or the last minute of a line's window is over: what would be sent is not
    // what the button said.
    effect(move || {
        let overtaken = desk.is_overtaken();
        let changed = desk.selection() != asked.get_value() || desk.shared.is_contested();
        if (overtaken || changed) && matches!(stage.get_untracked(), Stage::Undoing) {
            time.take_back();
            stage.set(Stage::Ready);
            if !overtaken {
                notices::say(text::CANCEL_CHANGED);
            }
        }
    });
    // Whoever goes elsewhere before it was sent has not cancelled; also who is led elsewhere.
    on_cleanup(move || {
        if matches!(stage.try_get_untracked(), Some(Stage::Undoing)) {
            let is_ready = untrack(|| desk.may_go_to(CancelStep::Review));
            notices::say(match is_ready {
                true => text::CANCEL_LEFT,
                false => text::CANCEL_CHANGED,
            });
        }
    });
    let act = live(move || match stage.get() {
        Stage::Undoing => view! { <Undoing time on_undo=undo/> },
        Stage::Sending => view! {
            <p class="sending" role="status">{text::CANCEL_SENDING}</p>
        },
        Stage::Ready => view! { <Act desk on_press=press/> },
        Stage::Not(what, why) => {
            // What is left to do, or one thing among others.
            let class = why.error.window_is_over().then_some("button primary");
            view! {
                <NotCancelled desk what why on_retry=press/>
                <p>
                    <a
                        class=class
                        href=move || report_of(desk)
                        on:click=move |_| desk.keep_now()
                    >
                        {text::CANCEL_REPORT}
                    </a>
                </p>
                <Act desk on_press=press/>
            }
        }
    });
    view! {
        <StepHeading words=text::CANCEL_REVIEW_TITLE/>
        <Reviewed desk/>
        {(!kept::is_safe()).then(|| view! {
            <Note tone=Tone::Warning><p>{text::PENDING_UNSAFE}</p></Note>
        })}
        {in_turn(act, move || stage.track())}
        <div class="wizard-ways"><WaysBack desk step=CancelStep::Review/></div>
    }
}

/// Everything that was filled in, each with the way to change it.
#[component]
fn Reviewed(desk: CancelDesk) -> Fragment {
    let change = move |step: CancelStep, what: Text| {
        let href = move || desk.href(CancelPage::Step(step)).map(String::from);
        view! {
            <a class="change" href=href>
                {text::CANCEL_CHANGE} <span class="sr-only">" " {what}</span>
            </a>
        }
    };
    let lines = move || {
        let lines = desk.lines.get().unwrap_or_default();
        let chosen = desk.selection().lines(&lines).into_iter().cloned();
        chosen
            .map(|line| {
                let quantity = line.quantity;
                view! {
                    <li>
                        <Foreign text=words::name(&line)/>
                        {quantity.map(|quantity| view! {
                            <span class="quiet number">" × " {move || format::number(lang(), quantity as f64)}</span>
                        })}
                        <span class="sub">{move || words::may(lang(), &line.may)}</span>
                    </li>
                }
            })
            .collect_view()
    };
    let reason = move || {
        let reason = desk.draft().map(|draft| draft.reason).unwrap_or_default();
        let chosen = reason.chosen.map(|chosen| words::reason(chosen).now());
        let words = reason.words.trim().to_owned();
        view! {
            {chosen.unwrap_or_default()}
            {(!words.is_empty()).then(|| view! { <p class="quiet typed">{words}</p> })}
        }
    };
    let credit = move || {
        let lines = desk.lines.get().unwrap_or_default();
        let expected = desk.selection().expected(&lines);
        words::expected(lang(), &expected)
            .into_iter()
            .map(|line| view! { <p>{line}</p> })
            .collect_view()
    };
    view! {
        <Facts>
            <Fact label=text::CANCEL_STEP_LINES>
                <ul class="chosen">{lines}</ul>
                {change(CancelStep::Lines, text::CANCEL_STEP_LINES)}
            </Fact>
            <Fact label=text::CANCEL_STEP_REASON>
                <div>{reason}</div>
                {change(CancelStep::Reason, text::CANCEL_STEP_REASON)}
            </Fact>
            <Fact label=text::CANCEL_STEP_CONSEQUENCES>
                <div>{text::CANCEL_FOLLOWS_READ_DONE}</div>
                {change(CancelStep::Consequences, text::CANCEL_STEP_CONSEQUENCES)}
            </Fact>
            <Fact label=text::CANCEL_CREDIT><div>{credit}</div></Fact>
        </Facts>
    }
}

/// The last button.
#[component]
fn Act(desk: CancelDesk, #[prop(into)] on_press: Handler<()>) -> Fragment {
    let label = move || {
        let lines = desk.lines.get().unwrap_or_default();
        let number = desk.order.ready().map(|order| order.number().to_owned());
        let expected = desk.selection().expected(&lines);
        words::act(lang(), &number.unwrap_or_default(), &expected)
    };
    let held_back = Signal::derive(move || Some(desk.shared.held_back()?.now().to_owned()));
    view! {
        <div class="act">
            <Button label kind=Kind::Danger disabled_reason=held_back on_press/>
            <p class="quiet small">{text::CANCEL_ACT_HINT}</p>
        </div>
    }
}

/// Sends it.
fn use_send(desk: CancelDesk, stage: RwSignal<Stage>) -> Handler<()> {
    let (session, operations, go) = (use_session(), use_operations(), use_go());
    let finish = Finish::new();
    Handler::from(move |()| {
        let (customer, order) = untrack(|| (desk.customer.id(), desk.id.get()));
        let lines = untrack(|| desk.selection()).numbers().to_vec();
        // What is sent is what the draft says, on the disk before it goes.
        desk.change(|draft| draft.lines.clone_from(&lines));
        desk.keep_now();
        let (Some(customer), Some(order), Some(draft)) = (customer, order, desk.to_note()) else {
            return stage.set(Stage::Ready);
        };
        let cancel = CancelOf {
            api: session.api(),
            operations,
            customer: customer.clone(),
            order,
            lines: lines.clone(),
        };
        let done_at = untrack(|| desk.href(CancelPage::Done));
        let (go, finish) = (go.clone(), finish.clone());
        desk.refused.set(None);
        let reads = (finish.clone(), customer.clone());
        let not = move |what: Text, why: Refusal| {
            reads.0.heed(&reads.1, &why);
            let why = Rc::new(why);
            desk.refused.set(Some((what, why.clone())));
            stage.set(Stage::Not(what, why));
        };
        let done = move |sent: Sent| {
            let (go, done_at) = (go.clone(), done_at.clone());
            let leaves = move || {
                // Whoever has gone elsewhere meanwhile stays there.
                if stage.try_get_untracked().is_some()
                    && let Some(href) = done_at
                {
                    go(href, History::Replace);
                }
            };
            match sent {
                Sent::Cancelled => finish.note(draft.clone(), lines.clone(), leaves),
                Sent::Unknown(_) | Sent::Busy | Sent::NotBegun => leaves(),
                Sent::Partly(lines, why) => {
                    finish.note(draft.clone(), lines, || ());
                    not(text::CANCEL_PARTLY, why);
                }
                Sent::Refused(why) => not(text::CANCEL_REFUSED, why),
                Sent::NotCarriedOut(error) => not(text::CANCEL_NOT_SENT, error.into()),
            }
        };
        cancel.run(Ask::Cancel, done);
    })
}
