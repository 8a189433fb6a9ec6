//! What stands where there is nothing: one line of what belongs here, one action.

use crate::dom::{Children, Fragment, Words, component, view};

/// Nothing to show, which is no failure. The child, if any, is the one action.
#[component]
pub fn Empty(#[prop(into)] words: Words, #[prop(optional)] children: Option<Children>) -> Fragment {
    view! {
        <div class="empty">
            <p>{words}</p>
            {children.map(|children| children())}
        </div>
    }
}
