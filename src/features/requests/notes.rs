//! What was written to a request, the oldest first.

use std::rc::Rc;

use super::words;
use crate::dom::{Fragment, component, each, live, view};
use crate::i18n::{lang, text};
use crate::model::service_request::{Note, ServiceRequest};
use crate::model::sorted::sorted_by;
use crate::reactive::*;
use crate::ui::{Foreign, foreign};

#[component]
pub(super) fn Notes(shown: Memo<Option<Rc<ServiceRequest>>>) -> Fragment {
    let notes = Memo::new(move |_| {
        let notes = shown.with(|shown| shown.as_ref().map(|shown| shown.notes.clone()));
        let at = |note: &Note| note.created.map(|at| at.millis());
        sorted_by(notes.unwrap_or_default(), &|left, right| {
            at(left).cmp(&at(right))
        })
    });
    let none = Memo::new(move |_| notes.with(Vec::is_empty));
    let key = |note: &Note| {
        let at = note.created.map(|at| at.millis());
        format!("{at:?}|{}", note.text)
    };
    view! {
        <section class="section" aria-labelledby="notes">
            <h2 id="notes">{text::REQUESTS_NOTES}</h2>
            {live(move || none.get().then(|| view! {
                <p class="quiet">{text::REQUESTS_NO_NOTES}</p>
            }))}
            <ol class="request-notes" role="list">
                {each(move || notes.get(), key, move |note| view! { <Written note/> })}
            </ol>
        </section>
    }
}

#[component]
fn Written(note: Note) -> Fragment {
    let at = note.created;
    let by = note.by.filter(|by| !by.trim().is_empty());
    view! {
        <li>
            <p class="small">
                {match by {
                    Some(by) => view! { <strong><Foreign text=by/></strong> },
                    None => view! { <strong>{text::REQUESTS_SOMEBODY}</strong> },
                }}
                " " <span class="quiet number">{move || words::moment(lang(), at)}</span>
            </p>
            <div class="typed" dir="auto">{foreign::visible_lines(&note.text)}</div>
        </li>
    }
}
