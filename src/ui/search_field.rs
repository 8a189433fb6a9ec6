//! A field to search with. The first one of a page is where Ctrl K and `/` lead.

use super::Handler;

use super::icon::{self, Icon};
use super::ids;
use crate::dom::{Fragment, Words, component, view};
use crate::reactive::*;

/// A labelled search field; what is typed is handed on at once, debouncing is the caller's.
#[component]
pub fn SearchField(
    #[prop(into)] label: Words,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Handler<String>,
    #[prop(optional, into)] placeholder: Option<Words>,
    /// Higher, where searching is what the page is for.
    #[prop(optional)]
    large: bool,
) -> Fragment {
    let id = ids::unique();
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <div class="search" class:large=large>
                <Icon of=icon::SEARCH/>
                <input
                    type="search"
                    class="input"
                    id=id
                    placeholder=placeholder
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
}
