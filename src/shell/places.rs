//! The places of the site, at the side; on a phone a bar at the bottom.

use crate::dom::{Fragment, component, view};
use crate::navigation::use_path;

use super::language_switch::LanguageSwitch;
use super::theme_switch::ThemeSwitch;
use crate::i18n::{Text, text};
use crate::paths::{self, Href};
use crate::ui::{Icon, icon};

/// Navigation, and at its foot language and colours.
#[component]
pub(super) fn Places() -> Fragment {
    view! {
        <nav class="side" aria-label=text::NAV_LABEL>
            <a class="brand" href=paths::start().to_string()>
                <Icon of=icon::KEY large=true/>
                {text::APP_NAME}
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

fn place(name: Text, icon: &'static str, href: Href, last: bool) -> Fragment {
    let here = use_path();
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
            <span>{name}</span>
        </a>
    }
}
