//! A list of named facts.

use crate::lean::words;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// Holds [`Fact`]s.
#[component]
pub fn Facts(children: Children) -> impl IntoView {
    view! { <dl class="facts">{children()}</dl> }
}

/// A name and what it stands for.
#[component]
pub fn Fact(#[prop(into)] label: TextProp, children: Children) -> impl IntoView {
    view! {
        <div>
            <dt>{words(label)}</dt>
            <dd>{children()}</dd>
        </div>
    }
    .into_any()
}
