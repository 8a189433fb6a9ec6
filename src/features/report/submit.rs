//! *Submit*, and what came of it.

use std::rc::Rc;
use std::time::Duration;

use super::contact;
use super::desk::ReportDesk;
use super::handed_in::{customer, request, sent_draft, tell};
use super::send::{self, Ask, SendOf, Sent};
use crate::dom::{Fragment, component, live, view};
use crate::features::drafts;
use crate::features::failure::Failure;
use crate::i18n::{Text, counted, lang, text};
use crate::kept;
use crate::model::draft::ReportStep;
use crate::model::operation::OperationState;
use crate::navigation::{History, use_go};
use crate::operations::use_operations;
use crate::partner_center::ApiError;
use crate::paths;
use crate::query::Queries;
use crate::reactive::*;
use crate::session::use_session;
use crate::ui::{Button, Handler, Kind, Note, Tone};

/// How far the last step is.
#[derive(Clone)]
enum Stage {
    /// Nothing was pressed.
    Ready,
    Sending,
    /// It was sent before, and is asked about.
    Asking,
    /// Nothing was handed in, and why.
    Not(Text, Rc<ApiError>),
    /// Nobody knows whether it was; and what stood in the way last.
    Unknown(Option<Rc<ApiError>>),
}

/// Seconds between asking what became of it; the last one stays.
const WAITS: [u64; 4] = [5, 15, 30, 60];

/// The last button, and what came of it.
#[component]
pub(super) fn Submit(desk: ReportDesk) -> Fragment {
    let stage = RwSignal::new(Stage::Ready);
    let sender = use_sender(desk, stage);
    // In the very event: a second press comes before any effect.
    let idle = move || !matches!(stage.get_untracked(), Stage::Sending | Stage::Asking);
    let press = move |()| {
        if !idle() {
            return;
        }
        desk.lookups.look_now();
        if let Some(wrong) = untrack(|| desk.first_wrong_before(ReportStep::Review)) {
            return sender.to_step.call(wrong);
        }
        sender.ask.call(Ask::Send);
    };
    let held_back = Signal::derive(move || {
        if let Some(why) = desk.shared.held_back() {
            return Some(why.now().to_owned());
        }
        let count = counted(desk.uploads.unfinished());
        (count > 0).then(|| text::report_files_unfinished(lang(), count))
    });
    let act = move || {
        view! {
            <div class="act">
                <Button
                    label=text::REPORT_SUBMIT
                    kind=Kind::Primary
                    disabled_reason=held_back
                    on_press=press
                />
            </div>
        }
    };
    let settle = move |()| sender.ask.call(Ask::Settle);
    let again = move |()| {
        if idle() {
            sender.ask.call(Ask::Again);
        }
    };
    let body = live(move || match stage.get() {
        Stage::Ready => act(),
        Stage::Sending => view! {
            <p class="sending" role="status">{text::REPORT_SENDING}</p>
        },
        Stage::Asking => view! {
            <p class="sending" role="status">{text::CANCEL_ASKING}</p>
        },
        Stage::Not(what, error) => view! {
            <Failure what error on_retry=press/>
            {act()}
        },
        Stage::Unknown(error) => view! {
            <Note tone=Tone::Info>
                <p role="status">{text::REPORT_CHECKING}</p>
                <p>{text::REPORT_CHECKING_AGAIN}</p>
                <div class="row">
                    <Button label=text::CANCEL_CHECK_NOW on_press=settle/>
                    <Button label=text::CANCEL_SEND_AGAIN on_press=again/>
                </div>
            </Note>
            {error.map(|error| view! {
                <Failure what=text::CANCEL_LAST error on_retry=settle/>
            })}
        },
    });
    view! {
        {(!kept::is_safe()).then(|| view! {
            <Note tone=Tone::Warning><p>{text::REPORT_UNSAFE}</p></Note>
        })}
        {body}
    }
}

#[derive(Clone, Copy)]
struct Sender {
    ask: Handler<Ask>,
    to_step: Handler<ReportStep>,
}

/// Sends it, and asks what became of it as long as nobody knows.
fn use_sender(desk: ReportDesk, stage: RwSignal<Stage>) -> Sender {
    let (session, operations, go) = (use_session(), use_operations(), use_go());
    let queries: Queries = expect_context();
    let later = Later::begin();
    let asked = StoredValue::new(0_usize);
    let own = StoredValue::new(None::<Handler<Ask>>);
    let onward = go.clone();
    let to_step = Handler::from(move |step: ReportStep| {
        desk.blame(step);
        if let Some(id) = desk.id.get_untracked() {
            onward(paths::report(&id, step), History::Push);
        }
    });
    let ask = Handler::from(move |ask: Ask| {
        let Some(draft) = untrack(|| desk.draft()) else {
            return;
        };
        let request = match untrack(|| request(desk)) {
            Ok(request) => Some(request),
            Err(_) if ask == Ask::Settle => None,
            Err(error) => return stage.set(Stage::Not(text::REPORT_NOT_SENT, error)),
        };
        later.cancel();
        let customer = untrack(|| customer(desk)).map(|(id, _)| id);
        let sending = SendOf {
            api: session.api(),
            operations,
            draft: draft.id.clone(),
            spoken: desk.spoken.get_untracked(),
            customer: customer.clone(),
            request,
        };
        match (ask, stage.get_untracked()) {
            // It is said already that it is asked about.
            (Ask::Settle, Stage::Unknown(_)) => {}
            (Ask::Settle, _) => stage.set(Stage::Asking),
            _ => stage.set(Stage::Sending),
        }
        // What is sent is what the draft says, on the disk before it goes.
        contact::remember(&untrack(|| desk.report()).contact);
        desk.keep_now();
        let (api, go) = (session.api(), go.clone());
        sending.run(ask, move |sent| {
            let ask_later = move |seconds: u64, how: Ask| {
                later.put_off(Duration::from_secs(seconds), move || {
                    if let Some(ask) = own.try_get_value().flatten() {
                        ask.call(how);
                    }
                });
            };
            match sent {
                Sent::Done(id) => {
                    let small = sent_draft(draft, id);
                    let key = drafts::report_key(&api, &small.id);
                    spawn_local(async move {
                        drafts::keep(key, &small).await;
                        tell(queries, customer.as_ref());
                        // Whoever has gone elsewhere meanwhile stays there.
                        if stage.try_get_untracked().is_some() {
                            let at = paths::report(&small.id, ReportStep::Sent);
                            desk.shared.replace(small);
                            go(at, History::Replace);
                        }
                    });
                }
                Sent::Refused(error) => {
                    stage.set(Stage::Not(text::REPORT_REFUSED, Rc::new(error)));
                }
                Sent::NotCarriedOut(error) => {
                    stage.set(Stage::Not(text::REPORT_NOT_SENT, Rc::new(error)));
                }
                Sent::Unknown(error) => {
                    let turn = asked.try_update_value(|asked| {
                        *asked += 1;
                        *asked - 1
                    });
                    let seconds = WAITS[turn.unwrap_or(0).min(WAITS.len() - 1)];
                    ask_later(seconds, Ask::Settle);
                    // Said once: whoever is about to press something there is not disturbed.
                    let said = matches!(stage.try_get_untracked(), Some(Stage::Unknown(_)));
                    if error.is_some() || !said {
                        stage.set(Stage::Unknown(error.map(Rc::new)));
                    }
                }
                Sent::NotBegun => stage.set(Stage::Ready),
                // It was pressed before this page was left and come back to, or is just asked about.
                Sent::Busy if ask == Ask::Again => ask_later(1, ask),
                Sent::Busy => ask_later(1, Ask::Settle),
            }
        });
    });
    own.set_value(Some(ask));
    look_back(desk, ask);
    Sender { ask, to_step }
}

/// What was sent before this page came, and may have arrived, is asked about at once.
fn look_back(desk: ReportDesk, ask: Handler<Ask>) {
    let operations = use_operations();
    let Some(id) = desk.id.get_untracked() else {
        return;
    };
    spawn_local(async move {
        use OperationState::{Done, Sent, Unknown};
        let state = send::state(operations, &id).await;
        if matches!(state, Some(Done | Sent | Unknown)) {
            ask.call(Ask::Settle);
        }
    });
}
