//! The places of the site, at the side; on a phone a bar at the bottom.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::language_switch::LanguageSwitch;
use super::theme_switch::ThemeSwitch;
use crate::i18n::{Text, t, text};
use crate::paths::{self, Href};
use crate::ui::{Icon, icon};

/// Navigation, and at its foot language and colours.
#[component]
pub(super) fn Places() -> impl IntoView {
    view! {
        <nav class="side" aria-label=t(text::NAV_LABEL)>
            <a class="brand" href=paths::start().to_string()>
                <Icon of=icon::KEY large=true/>
                {t(text::APP_NAME)}
            </a>
            <div class="places">
                {place(text::NAV_START, icon::HOME, paths::start(), false)}
                {place(text::NAV_CUSTOMERS, icon::PEOPLE, paths::customers(""), false)}
                {place(text::NAV_SETTINGS, icon::SETTINGS, paths::settings(), true)}
            </div>
            <div class="side-foot">
                <LanguageSwitch/>
                <ThemeSwitch/>
            </div>
        </nav>
    }
}

fn place(name: Text, icon: &'static str, href: Href, last: bool) -> AnyView {
    let here = use_location().pathname;
    let path = href.to_string();
    let address = path.clone();
    // A place is also where one is while on a page below it; the start page is above all others.
    let current = move || {
        here.with(|here| {
            let below = || {
                here.strip_prefix(path.as_str())
                    .is_some_and(|rest| rest.starts_with('/'))
            };
            if *here == path {
                Some("page")
            } else if !path.ends_with('/') && below() {
                Some("true")
            } else {
                None
            }
        })
    };
    view! {
        <a class="place" class:last=last href=address aria-current=current>
            <Icon of=icon large=true/>
            <span>{t(name)}</span>
        </a>
    }
    .into_any()
}
