//! The language, one choice away from everywhere.

use super::language::choose;
use crate::dom::{CollectFragment, Fragment, component, view};
use crate::i18n::{Lang, chosen_lang, text};
use crate::reactive::*;

/// A small select; each language is named in itself.
#[component]
pub(super) fn LanguageSwitch() -> Fragment {
    let option = |choice: Lang| {
        view! {
            <option value=choice.code() lang=choice.code() prop:selected=move || chosen_lang() == choice>
                {choice.name()}
            </option>
        }
    };
    view! {
        <select
            class="plain-select"
            aria-label=text::LANGUAGE_LABEL
            on:change=move |event| {
                if let Some(chosen) = Lang::from_tag(&event_target_value(&event)) {
                    choose(chosen);
                }
            }
        >
            {Lang::ALL.map(option).collect_view()}
        </select>
    }
}
