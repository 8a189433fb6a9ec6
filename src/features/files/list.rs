//! The files that were chosen, each with its state.

use web_sys::HtmlInputElement;

use super::row::row;
use super::uploads::Uploads;
use crate::dom::{Fragment, NodeRef, component, each, view};
use crate::i18n::text;
use crate::reactive::*;
use crate::ui::Handler;

#[component]
pub(super) fn List(uploads: Uploads, input: NodeRef<HtmlInputElement>) -> Fragment {
    let numbers = Memo::new(move |_| {
        uploads.queue.with(|queue| {
            let files = queue.files().iter();
            files.map(|one| one.number).collect::<Vec<_>>()
        })
    });
    let choose = Handler::from(move |()| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    });
    // The focus would go with the control that has it.
    let leave = Handler::from(move |()| {
        if let Some(input) = input.get_untracked() {
            // Refused only to what is not shown.
            let _ = input.focus();
        }
    });
    let rows = each(
        move || numbers.get(),
        u32::to_string,
        move |number| row(uploads, number, choose, leave),
    );
    view! { <ul class="file-list" role="list" aria-label=text::FILES_LIST>{rows}</ul> }
}
