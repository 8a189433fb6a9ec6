//! A labelled field for several lines of text.

use super::{Handler, ids};
use crate::dom::{Fragment, Words, component, view};
use crate::reactive::*;

/// A native textarea; what is typed is handed on at once, what is wrong with it is said under it.
#[component]
pub fn TextArea(
    #[prop(into)] label: Words,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Handler<String>,
    #[prop(optional, into)] hint: Option<Words>,
    #[prop(optional, into)] wrong: Signal<Option<String>>,
    /// Lines shown.
    rows: u32,
    /// Links of a summary of errors lead here.
    #[prop(optional, into)]
    id: Option<String>,
) -> Fragment {
    let id = id.unwrap_or_else(ids::unique);
    let hint_id = hint.is_some().then(ids::unique);
    let wrong_id = ids::unique();
    let (described, wrong_named) = (hint_id.clone(), wrong_id.clone());
    let described_by = move || {
        let wrong = wrong.get().is_some().then(|| wrong_named.clone());
        let both: Vec<_> = [described.clone(), wrong].into_iter().flatten().collect();
        (!both.is_empty()).then(|| both.join(" "))
    };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <textarea
                class="input"
                id=id
                rows=rows.to_string()
                aria-invalid=move || wrong.get().is_some().then_some("true")
                aria-describedby=described_by
                prop:value=move || value.get()
                on:input=move |event| on_input.call(event_target_value(&event))
            ></textarea>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
            {move || wrong.get().map(|wrong| view! { <p class="wrong" id=wrong_id.clone()>{wrong}</p> })}
        </div>
    }
}
