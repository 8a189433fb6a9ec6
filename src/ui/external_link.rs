//! A link that leaves the site.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::Foreign;
use super::icon::{self, Icon};
use crate::i18n::{t, text};
use crate::lean::words;

/// Opens in a new tab, and says so. Whether an address may be followed is decided before
/// (`model::link`); what is not even `https:` is shown as text, never as a link.
#[component]
pub fn ExternalLink(#[prop(into)] href: String, #[prop(into)] label: TextProp) -> AnyView {
    if !href.starts_with("https://") {
        return view! {
            <span>
                {words(label)} " (" {t(text::APP_BLOCKED_LINK)} " " <Foreign text=href/> ")"
            </span>
        }
        .into_any();
    }
    view! {
        <a href=href target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
            {words(label)} " " <Icon of=icon::EXTERNAL/>
            <span class="sr-only">" " {t(text::APP_NEW_TAB)}</span>
        </a>
    }
    .into_any()
}
