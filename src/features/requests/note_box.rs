//! Where a note is written.

use std::rc::Rc;

use super::note::{NoteDesk, Stage};
use super::send::Ask;
use crate::dom::{Fragment, component, live, view};
use crate::features::failure::Failure;
use crate::i18n::text;
use crate::model::service_request::NoteDraft;
use crate::partner_center::ApiError;
use crate::reactive::*;
use crate::ui::{Button, Kind, Note, TextArea, Tone, foreign};

#[component]
pub(super) fn NoteBox(desk: NoteDesk, closed: Memo<bool>) -> Fragment {
    let unsure = Memo::new(move |_| match desk.stage.get() {
        Stage::Unsure(draft, error) => Some((draft, error)),
        _ => None,
    });
    view! {
        <section class="section" aria-labelledby="add-note">
            <h2 id="add-note">{text::REQUESTS_ADD_NOTE}</h2>
            {live(move || match unsure.get() {
                None => view! { <Writing desk closed/> },
                Some((draft, error)) => view! { <Unsure desk draft error/> },
            })}
        </section>
    }
}

#[component]
fn Writing(desk: NoteDesk, closed: Memo<bool>) -> Fragment {
    let blamed = RwSignal::new(false);
    let wrong = Signal::derive(move || {
        let problem = desk.problem()?;
        let silent = problem == text::REQUESTS_NOTE_EMPTY && !blamed.get();
        (!silent).then(|| problem.now().to_owned())
    });
    let busy = Signal::derive(move || matches!(desk.stage.get(), Stage::Sending));
    let press = move |()| {
        let wrong = untrack(|| desk.problem()).is_some();
        blamed.set(wrong);
        if !wrong {
            desk.add();
        }
    };
    let hint = move || match closed.get() {
        true => text::REQUESTS_NOTE_CLOSED.now(),
        false => text::REQUESTS_NOTE_HINT.now(),
    };
    let not = move || match desk.stage.get() {
        Stage::Not(what, error) => view! { <Failure what error on_retry=move |()| desk.add()/> },
        _ => Fragment::empty(),
    };
    view! {
        <div class="request-note">
            <TextArea
                label=text::REQUESTS_NOTE
                value=Signal::derive(move || desk.text())
                on_input=move |text: String| {
                    blamed.set(false);
                    desk.type_in(text);
                }
                hint
                wrong
                rows=4
            />
            {live(not)}
            <div class="row">
                <Button label=text::REQUESTS_NOTE_ADD kind=Kind::Primary busy on_press=press/>
            </div>
        </div>
    }
}

/// Nobody knows whether it was added: said so, with what can be done.
#[component]
fn Unsure(desk: NoteDesk, draft: Rc<NoteDraft>, error: Rc<ApiError>) -> Fragment {
    view! {
        <div class="request-note">
            <div class="typed" dir="auto">{foreign::visible_lines(&draft.text)}</div>
            <Note tone=Tone::Info>
                <p role="status">{text::REQUESTS_NOTE_UNSURE}</p>
                <div class="row">
                    <Button
                        label=text::REQUESTS_CHECK_NOW
                        on_press=move |()| desk.settle(Ask::Settle)
                    />
                    <Button
                        label=text::REQUESTS_NOTE_AGAIN
                        on_press=move |()| desk.settle(Ask::Again)
                    />
                </div>
            </Note>
            <Failure what=text::REQUESTS_LAST error on_retry=move |()| desk.settle(Ask::Settle)/>
        </div>
    }
}
