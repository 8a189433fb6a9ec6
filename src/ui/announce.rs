//! Words for screen readers alone: what changed on the screen without the focus moving.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

thread_local! {
    static WORDS: ArcRwSignal<String> = ArcRwSignal::new(String::new());
}

/// Says something politely. Never a secret: it stays in the page until the next announcement.
pub fn announce(words: impl Into<TextProp>) {
    let words = untrack(|| words.into().get().to_string());
    WORDS.with(|signal| {
        // The same words twice must be read twice, and a region is only read when it changes.
        let again = signal.with_untracked(|last| *last == words);
        signal.set(if again {
            format!("{words}\u{a0}")
        } else {
            words
        });
    });
}

/// The live region, once per page.
#[component]
pub fn Announcements() -> impl IntoView {
    let words = WORDS.with(ArcRwSignal::clone);
    view! { <div class="sr-only" role="status" aria-live="polite">{move || words.get()}</div> }
}
