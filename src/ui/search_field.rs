//! A field to search with. The first one of a page is where Ctrl K and `/` lead.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::Handler;

use super::icon::{self, Icon};
use super::ids;
use crate::lean::words;

/// A labelled search field; what is typed is handed on at once, debouncing is the caller's.
#[component]
pub fn SearchField(
    #[prop(into)] label: TextProp,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Handler<String>,
    #[prop(optional, into)] placeholder: Option<TextProp>,
    /// Higher, where searching is what the page is for.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let id = ids::unique();
    view! {
        <div class="field">
            <label for=id.clone()>{words(label)}</label>
            <div class="search" class:large=large>
                <Icon of=icon::SEARCH/>
                <input
                    type="search"
                    class="input"
                    id=id
                    placeholder=placeholder.map(words)
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    enterkeyhint="search"
                    prop:value=move || value.get()
                    on:input=move |event| on_input.call(event_target_value(&event))
                />
            </div>
        </div>
    }
    .into_any()
}
