//! One slim line above everything, so that nobody takes the sandbox for the real thing.

use super::{ResetButton, role};
use crate::dom::{CollectFragment, Fragment, component, view};
use crate::i18n::text;
use crate::partner_center::extensions::SandboxFacts;
use crate::query::use_query;
use crate::reactive::*;
use crate::ui::Choice;

/// Says what this is; with the role to act as, and *Reset*.
#[component]
pub(in crate::shell) fn SandboxBanner() -> Fragment {
    let chosen = role::chosen();
    let choose = role::choose();
    let option = move |choice: Choice| {
        let value = choice.value.clone();
        view! {
            <option value=choice.value prop:selected=move || chosen.with(|chosen| *chosen == value)>
                {choice.label}
            </option>
        }
    };
    let control = use_query::<SandboxFacts, _>(
        || "sandbox".to_owned(),
        |api| async move { api.sandbox().await },
    );
    let words = move || {
        if control.ready().is_some_and(|control| !control.persistent) {
            text::SANDBOX_NOT_KEPT.now()
        } else {
            text::SANDBOX_BANNER.now()
        }
    };
    view! {
        <aside class="banner" aria-label=text::SANDBOX_LABEL>
            <p>{words}</p>
            <label>
                <span class="quiet">{text::SETTINGS_SANDBOX_ROLE}</span>
                <select on:change=move |event| choose(event_target_value(&event))>
                    {move || role::choices().into_iter().map(option).collect_view()}
                </select>
            </label>
            <ResetButton slim=true/>
        </aside>
    }
}
