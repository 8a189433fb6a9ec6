//! Choosing files: by the browser's own choice, or by dropping them on a place marked for it.

use wasm_bindgen::JsCast;
use web_sys::{DragEvent, File, FileList, HtmlInputElement, Node};

use super::page_drops::has_files;
use super::uploads::Uploads;
use super::words;
use crate::dom::{Fragment, NodeRef, component, view};
use crate::i18n::{lang, text};
use crate::reactive::*;
use crate::ui::{Icon, icon};

/// The place for it; `input` is the browser's own choice, which other controls may open.
#[component]
pub(super) fn Add(uploads: Uploads, input: NodeRef<HtmlInputElement>) -> Fragment {
    let over = RwSignal::new(false);
    let limits = &uploads.session.config().attachments;
    let accepted = limits.types.iter().map(|kind| format!(".{kind}"));
    let accepted = accepted.collect::<Vec<_>>().join(",");
    let choose = move |_| {
        if let Some(input) = input.get_untracked() {
            uploads.add(all(input.files()));
            // So that the same file can be chosen again.
            input.set_value("");
        }
    };
    let hover = move |event: DragEvent| {
        if has_files(&event) {
            event.prevent_default();
            if !over.get_untracked() {
                over.set(true);
            }
        }
    };
    let leave = move |event: DragEvent| {
        if !stays_inside(&event) {
            over.set(false);
        }
    };
    let drop = move |event: DragEvent| {
        if has_files(&event) {
            event.prevent_default();
            over.set(false);
            uploads.add(all(event.data_transfer().and_then(|data| data.files())));
        }
    };
    view! {
        <div class="file-drop" class:over=move || over.get() on:dragover=hover on:dragleave=leave on:drop=drop>
            <input
                type="file"
                class="sr-only"
                id="add-files"
                multiple
                accept=accepted
                aria-describedby="files-limits"
                disabled=move || !uploads.is_ready()
                on:change=choose
                node_ref=input
            />
            <label class="button" for="add-files"><Icon of=icon::UP/> {text::FILES_ADD}</label>
            <span class="quiet">{text::FILES_OR_DROP}</span>
            <p class="hint" id="files-limits">{move || words::limits(lang(), limits)}</p>
        </div>
    }
}

fn all(files: Option<FileList>) -> Vec<File> {
    let files = files.into_iter();
    files
        .flat_map(|files| (0..files.length()).filter_map(move |at| files.item(at)))
        .collect()
}

/// Whether a drag goes from one element of the place to another.
fn stays_inside(event: &DragEvent) -> bool {
    let node = |target: Option<web_sys::EventTarget>| target?.dyn_into::<Node>().ok();
    let (place, to) = (node(event.current_target()), node(event.related_target()));
    place.is_some_and(|place| place.contains(to.as_ref()))
}
