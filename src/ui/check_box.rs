//! A box to tick, with its words beside it.

use super::Handler;
use crate::dom::{Fragment, Words, component, view};
use crate::reactive::*;

/// A native checkbox; what stands under it (a hint, what is wrong) is the caller's.
#[component]
pub fn CheckBox(
    #[prop(into)] label: Words,
    #[prop(into)] checked: Signal<bool>,
    #[prop(into)] on_change: Handler<bool>,
) -> Fragment {
    view! {
        <label>
            <input
                type="checkbox"
                prop:checked=move || checked.get()
                on:change=move |event| on_change.call(event_target_checked(&event))
            />
            {label}
        </label>
    }
}
