//! What stands where there is nothing: one line of what belongs here, one action.

use crate::lean;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// Nothing to show, which is no failure. The child, if any, is the one action.
#[component]
pub fn Empty(
    #[prop(into)] words: TextProp,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <p>{lean::words(words)}</p>
            {children.map(|children| children())}
        </div>
    }
    .into_any()
}
