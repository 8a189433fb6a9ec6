//! Time running out, drawn as a line that shrinks. The words beside it tell the seconds.

use crate::dom::{Fragment, component, view};
use crate::model::decimal::tenths;
use crate::reactive::*;

/// A thin line of which `left` (1 to 0) remains.
#[component]
pub fn Countdown(#[prop(into)] left: Signal<f64>) -> Fragment {
    view! {
        <div class="countdown" aria-hidden="true">
            <div class="left" style:inline-size=move || format!("{}%", tenths(left.get() * 100.0))></div>
        </div>
    }
}
