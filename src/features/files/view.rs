//! The files of a report, on the step that adds them.

use web_sys::HtmlInputElement;

use super::add::Add;
use super::list::List;
use super::uploads::Uploads;
use super::words;
use crate::dom::{Fragment, NodeRef, component, view};
use crate::i18n::{lang, text};
use crate::reactive::*;

/// Adding files, and what became of those that were added.
#[component]
pub fn Files(uploads: Uploads) -> Fragment {
    let input = NodeRef::<HtmlInputElement>::new();
    let status = Memo::new(move |_| uploads.queue.with(|queue| words::status(lang(), queue)));
    view! {
        <section class="files" aria-labelledby="files">
            <h4 id="files">{text::FILES_TITLE}</h4>
            <Add uploads input/>
            <List uploads input/>
            <p class="quiet small" role="status">{move || status.get()}</p>
        </section>
    }
}
