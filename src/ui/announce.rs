//! Words for screen readers alone: what changed on the screen without the focus moving.

use crate::dom::{Fragment, Words, component, view};
use crate::reactive::*;

thread_local! {
    static WORDS: GlobalSignal<String> = GlobalSignal::new(String::new());
}

/// Says something politely. Never a secret: it stays in the page until the next announcement.
pub fn announce(words: impl Into<Words>) {
    let words = untrack(|| words.into().get().to_string());
    WORDS.with(|signal| {
        // The same words twice must be read twice, and a region is only read when it changes.
        let again = signal.get_untracked() == words;
        signal.set(if again {
            format!("{words}\u{a0}")
        } else {
            words
        });
    });
}

/// The live region, once per page.
#[component]
pub fn Announcements() -> Fragment {
    let words = || WORDS.with(GlobalSignal::get);
    view! { <div class="sr-only" role="status" aria-live="polite">{words}</div> }
}
