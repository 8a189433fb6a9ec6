//! Noticing that the page is being left, put aside or printed.

use leptos::web_sys::Event;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use crate::browser;
use crate::reactive::*;

/// What happens to a page that nobody looks at any more. Chromium restores a page from its
/// back/forward cache as it was left, `no-store` or not, so `pagehide` counts as well.
const EVENTS: [&str; 4] = ["visibilitychange", "pagehide", "freeze", "beforeprint"];

/// Calls `act` whenever the page goes out of sight, until the current owner is cleaned up.
pub(super) fn on_leaving(act: impl Fn() + 'static) {
    let Some(window) = browser::window() else {
        return;
    };
    let hidden = || browser::document().is_some_and(|document| document.hidden());
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if event.type_() != "visibilitychange" || hidden() {
            act();
        }
    });
    let function = listener.as_ref().unchecked_ref();
    for event in EVENTS {
        // On the way down, so that events of the document that do not bubble are seen too.
        // A valid name and function are never refused.
        let _ = window.add_event_listener_with_callback_and_bool(event, function, true);
    }
    let kept = StoredValue::new(Some(listener));
    on_cleanup(move || {
        let Some(listener) = kept.try_update_value(Option::take).flatten() else {
            return;
        };
        let function = listener.as_ref().unchecked_ref();
        for event in EVENTS {
            let _ = window.remove_event_listener_with_callback_and_bool(event, function, true);
        }
    });
}
