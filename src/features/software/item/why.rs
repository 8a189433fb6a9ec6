//! Why there is no key, and what to do.

use crate::dom::{Fragment, component, view};
use crate::features::software::words;
use crate::i18n::{Text, lang, text};
use crate::model::software::NoKey;
use crate::session::use_session;
use crate::ui::{ExternalLink, Note, Tone, foreign};

/// A reason in place of a key, and below it the next thing to do.
#[component]
pub(super) fn Why(why: NoKey) -> Fragment {
    let (reason, next) = words::no_key(&why);
    let given = match why {
        NoKey::Revoked(Some(given)) => Some(foreign::visible(&given)),
        _ => None,
    };
    let tone = match why_is_calm(reason) {
        true => Tone::Info,
        false => Tone::Warning,
    };
    view! {
        <Note tone>
            <p>{reason}</p>
            {given.map(|given| view! { <p>{move || text::item_why_revoked_reason(lang(), &given)}</p> })}
            <p class="quiet">{next}</p>
        </Note>
    }
}

fn why_is_calm(reason: Text) -> bool {
    reason == text::ITEM_WHY_PENDING || reason == text::ITEM_WHY_NONE
}

/// The role does not allow it.
#[component]
pub(super) fn WhyRole() -> Fragment {
    view! {
        <Note tone=Tone::Info>
            <p>{text::ITEM_WHY_ROLE}</p>
            <p class="quiet">{text::ITEM_WHY_ROLE_NEXT}</p>
        </Note>
    }
}

/// The server has neither keys nor downloads.
#[component]
pub(super) fn WhyServer() -> Fragment {
    let href = use_session().config().links.dashboard.href().to_owned();
    view! {
        <Note tone=Tone::Info>
            <p>{text::ITEM_WHY_SERVER}</p>
            <p class="quiet">{text::ITEM_WHY_SERVER_NEXT}</p>
            <ExternalLink href label=text::ITEM_OPEN_DASHBOARD/>
        </Note>
    }
}
