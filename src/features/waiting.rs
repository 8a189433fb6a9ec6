//! The server asked to wait before the next call: said with the seconds that are left.

use std::time::Duration;

use leptos::leptos_dom::helpers::set_interval_with_handle;

use crate::dom::{Fragment, component, live, view};
use crate::i18n::{lang, text};
use crate::model::Timestamp;
use crate::reactive::*;
use crate::ui::{Note, Tone};

/// Counts down to `until` (by the visitor's clock); nothing while there is nothing to wait for.
#[component]
pub fn Waiting(#[prop(into)] until: Signal<Option<Timestamp>>) -> Fragment {
    live(move || {
        until.get().map(|until| {
            let seconds = seconds_until(until);
            let words = move || text::software_waits(lang(), seconds.get());
            view! { <Note tone=Tone::Info><p>{words}</p></Note> }
        })
    })
}

/// Whole seconds until a moment of the visitor's clock, counted down as long as the current owner
/// stands.
pub fn seconds_until(until: Timestamp) -> RwSignal<u32> {
    let left = move || {
        let millis = until.millis() as f64 - js_sys::Date::now();
        (millis / 1_000.0).ceil().max(0.0) as u32
    };
    let seconds = RwSignal::new(left());
    let tick = move || {
        seconds.set(left());
    };
    let ticking = set_interval_with_handle(tick, Duration::from_secs(1));
    on_cleanup(move || {
        if let Ok(ticking) = ticking {
            ticking.clear();
        }
    });
    seconds
}
