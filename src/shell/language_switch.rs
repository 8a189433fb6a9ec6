//! The language, one choice away from everywhere.

use leptos::prelude::*;

use crate::i18n::{Lang, lang, set_lang, t, text};

/// A small select; each language is named in itself.
#[component]
pub(super) fn LanguageSwitch() -> impl IntoView {
    let option = |choice: Lang| {
        view! {
            <option value=choice.code() lang=choice.code() prop:selected=move || lang() == choice>
                {choice.name()}
            </option>
        }
    };
    view! {
        <select
            class="plain-select"
            aria-label=t(text::LANGUAGE_LABEL)
            on:change=move |event| {
                if let Some(chosen) = Lang::from_tag(&event_target_value(&event)) {
                    set_lang(chosen);
                }
            }
        >
            {Lang::ALL.map(option).collect_view()}
        </select>
    }
}
