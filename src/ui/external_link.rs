//! A link that leaves the site.

use super::Foreign;
use super::icon::{self, Icon};
use crate::dom::{Fragment, Words, component, view};
use crate::i18n::text;

/// Opens in a new tab, and says so. Whether an address may be followed is decided before
/// (`model::link`); what is not even `https:` is shown as text, never as a link.
#[component]
pub fn ExternalLink(#[prop(into)] href: String, #[prop(into)] label: Words) -> Fragment {
    if !href.starts_with("https://") {
        return view! {
            <span>
                {label} " (" {text::APP_BLOCKED_LINK} " " <Foreign text=href/> ")"
            </span>
        };
    }
    view! {
        <a href=href target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
            {label} " " <Icon of=icon::EXTERNAL/>
            <span class="sr-only">" " {text::APP_NEW_TAB}</span>
        </a>
    }
}
