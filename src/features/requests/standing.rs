//! *Close request* and *Open again*, each asked about first.

use std::rc::Rc;

use super::data::changed;
use super::send::{Ask, Change, ChangeOf, Sent};
use crate::dom::{Fragment, component, live, view};
use crate::features::failure::Failure;
use crate::i18n::{Text, lang, text};
use crate::model::ServiceRequestId;
use crate::operations::use_operations;
use crate::partner_center::ApiError;
use crate::query::Queries;
use crate::reactive::*;
use crate::session::use_session;
use crate::ui::{Button, Dialog, Handler, Kind, notices};

#[component]
pub(super) fn CloseOrReopen(
    id: ServiceRequestId,
    closed: Memo<bool>,
    /// Title and customer, as the dialog names them.
    #[prop(into)]
    about: Signal<String>,
) -> Fragment {
    let (session, operations) = (use_session(), use_operations());
    let queries = expect_context::<Queries>();
    let open = RwSignal::new(false);
    // What is asked about: it stays while the answer changes the request.
    let closes = RwSignal::new(true);
    let busy = RwSignal::new(false);
    let not = RwSignal::new(None::<(Text, Rc<ApiError>)>);
    let ask = move |()| {
        closes.set(!closed.get_untracked());
        not.set(None);
        open.set(true);
    };
    let act = Handler::from(move |()| {
        // In this very event: an effect would come too late for a second press.
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        not.set(None);
        let closes_it = closes.get_untracked();
        let change = ChangeOf {
            api: session.api(),
            operations,
            request: id.clone(),
            change: match closes_it {
                true => Change::Close,
                false => Change::Reopen,
            },
        };
        let id = id.clone();
        change.run(Ask::Change, move |sent| {
            busy.set(false);
            let (what, error) = match sent {
                Sent::Done => {
                    changed(queries, &id);
                    open.set(false);
                    return notices::say(match closes_it {
                        true => text::REQUESTS_CLOSED,
                        false => text::REQUESTS_REOPENED,
                    });
                }
                Sent::Busy => return,
                Sent::Refused(error) => (text::REQUESTS_REFUSED, error),
                Sent::NotCarriedOut(error) => (text::REQUESTS_NOT_SENT, error),
                Sent::Unknown(error) => (text::REQUESTS_UNSURE, error),
            };
            not.set(Some((what, Rc::new(error))));
        });
    });
    let command = move || match closed.get() {
        true => text::REQUESTS_REOPEN,
        false => text::REQUESTS_CLOSE,
    };
    let of = move |close: Text, reopen: Text| {
        move || {
            let words = if closes.get() { close } else { reopen };
            words.now()
        }
    };
    let title = of(
        text::REQUESTS_CLOSE_QUESTION,
        text::REQUESTS_REOPEN_QUESTION,
    );
    let words = of(text::REQUESTS_CLOSE_TEXT, text::REQUESTS_REOPEN_TEXT);
    let label = of(text::REQUESTS_CLOSE, text::REQUESTS_REOPEN);
    view! {
        <div class="row"><Button label=move || command().get(lang()) on_press=ask/></div>
        <Dialog open title about=move || about.get() light_dismiss=true>
            <p>{words}</p>
            {live(move || not.get().map(|(what, error)| view! {
                <Failure what error on_retry=act/>
            }))}
            <footer>
                <Button label on_press=act kind=Kind::Primary busy/>
                <Button label=text::REQUESTS_LEAVE on_press=move |()| open.set(false)/>
            </footer>
        </Dialog>
    }
}
