//! A list of named facts.

use crate::dom::{Children, Fragment, Words, component, view};

/// Holds [`Fact`]s.
#[component]
pub fn Facts(children: Children) -> Fragment {
    view! { <dl class="facts">{children()}</dl> }
}

/// A name and what it stands for.
#[component]
pub fn Fact(#[prop(into)] label: Words, children: Children) -> Fragment {
    view! {
        <div>
            <dt>{label}</dt>
            <dd>{children()}</dd>
        </div>
    }
}
