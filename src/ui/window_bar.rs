//! The cancellation window of a purchase: a bar that empties, and the words.

use super::Tone;
use crate::dom::{Fragment, Words, component, view};
use crate::model::decimal::tenths;

/// Shows how much of a window is left. With [`Tone::Quiet`] (closed, unknown, none) only the words.
#[component]
pub fn WindowBar(
    /// Share of the window that is left, 0 to 1.
    left: f64,
    tone: Tone,
    #[prop(into)] words: Words,
    /// When it ends, on a line of its own; empty if it does not.
    #[prop(into)]
    until: Words,
) -> Fragment {
    let width = format!("{}%", tenths(left.clamp(0.0, 1.0) * 100.0));
    view! {
        <div class=format!("window {}", tone.class())>
            {(tone != Tone::Quiet)
                .then(|| {
                    view! {
                        <div class="track" aria-hidden="true">
                            <div class="left" style:inline-size=width></div>
                        </div>
                    }
                })}
            <span class="words">{words}</span>
            <span class="until">{until}</span>
        </div>
    }
}
