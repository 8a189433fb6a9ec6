//! Keys that work everywhere: Ctrl K (⌘ K) and `/` lead to a customer search.

use leptos::ev::{KeyboardEvent, keydown};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

use crate::browser;
use crate::navigation::{History, use_go};
use crate::paths;
use crate::reactive::*;

const SEARCH: &str = "main input[type=search]";

/// Listens as long as the frame stands.
pub(super) fn listen() {
    let go = use_go();
    let handle = window_event_listener(keydown, move |event: KeyboardEvent| {
        if !asks_for_search(&event) || browser::find("dialog:modal").is_some() {
            return;
        }
        event.prevent_default();
        if !focus_search() {
            go(paths::customers(""), History::Push);
            // By the frame after next the page of customers stands, and its heading had the focus.
            request_animation_frame(|| {
                request_animation_frame(|| {
                    focus_search();
                });
            });
        }
    });
    on_cleanup(move || handle.remove());
}

fn asks_for_search(event: &KeyboardEvent) -> bool {
    let command = event.ctrl_key() || event.meta_key();
    match event.key().as_str() {
        "k" | "K" => command && !event.alt_key() && !event.shift_key(),
        "/" => !command && !event.alt_key() && !is_typing(event),
        _ => false,
    }
}

/// Whether the key was meant for a field.
fn is_typing(event: &KeyboardEvent) -> bool {
    let target: Option<HtmlElement> = event.target().and_then(|target| target.dyn_into().ok());
    target.is_some_and(|target| {
        target.is_content_editable()
            || matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
    })
}

fn focus_search() -> bool {
    let field: Option<HtmlInputElement> =
        browser::find(SEARCH).and_then(|field| field.dyn_into().ok());
    let found = field.is_some();
    if let Some(field) = field {
        let _ = field.focus();
        field.select();
    }
    found
}
