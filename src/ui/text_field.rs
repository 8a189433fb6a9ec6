//! A labelled line of text, with what is wrong with it said under it.

use super::{Handler, ids};
use crate::dom::{Fragment, Words, component, view};
use crate::reactive::*;

/// What is typed into a field, which decides the keyboard of a phone. Browsers fill in nothing: it
/// is never about the visitor.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Typed {
    #[default]
    Text,
    /// A whole number, as text: a browser's number field swallows what it does not understand.
    Number,
    Date,
    Email,
    Phone,
}

impl Typed {
    /// `type` and `inputmode` (HTML standard).
    fn attributes(self) -> (&'static str, Option<&'static str>) {
        match self {
            Typed::Text => ("text", None),
            Typed::Number => ("text", Some("numeric")),
            Typed::Date => ("date", None),
            Typed::Email => ("email", None),
            Typed::Phone => ("tel", None),
        }
    }
}

/// A field; what is typed is handed on at once.
#[component]
pub fn TextField(
    #[prop(into)] label: Words,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Handler<String>,
    #[prop(optional)] typed: Typed,
    /// A line under it.
    #[prop(optional, into)]
    hint: Option<Words>,
    /// What is wrong with it.
    #[prop(optional, into)]
    wrong: Signal<Option<String>>,
    /// Called when the field is left changed.
    #[prop(optional, into)]
    on_leave: Option<Handler<()>>,
    /// As wide as a number.
    #[prop(optional)]
    narrow: bool,
    /// For a table's cell, whose column says the same: the label is read out, not shown.
    #[prop(optional)]
    label_hidden: bool,
    /// Links of a summary of errors lead here.
    #[prop(optional, into)]
    id: Option<String>,
) -> Fragment {
    let id = id.unwrap_or_else(ids::unique);
    let hint_id = hint.is_some().then(ids::unique);
    let wrong_id = ids::unique();
    let (kind, mode) = typed.attributes();
    let (described, wrong_named) = (hint_id.clone(), wrong_id.clone());
    let described_by = move || {
        let wrong = wrong.get().is_some().then(|| wrong_named.clone());
        let both = [described.clone(), wrong];
        let both: Vec<_> = both.into_iter().flatten().collect();
        (!both.is_empty()).then(|| both.join(" "))
    };
    let leave = move |_| {
        if let Some(on_leave) = on_leave {
            on_leave.call(());
        }
    };
    view! {
        <div class="field" class:narrow=narrow>
            <label for=id.clone() class:sr-only=label_hidden>{label}</label>
            <input
                type=kind
                class="input"
                id=id
                inputmode=mode
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-invalid=move || wrong.get().is_some().then_some("true")
                aria-describedby=described_by
                prop:value=move || value.get()
                on:input=move |event| on_input.call(event_target_value(&event))
                on:change=leave
            />
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
            {move || wrong.get().map(|wrong| view! { <p class="wrong" id=wrong_id.clone()>{wrong}</p> })}
        </div>
    }
}
