//! The words for the states of software, and their tones.

use crate::i18n::{Lang, Text, format, text};
use crate::model::Money;
use crate::model::software::{ItemStatus, NoKey, SoftwareItem, StatusGroup, Term};
use crate::model::window::{
    Closed, Left, Open, Refund, SoftwareKind, Source, WhyNot, WhyUnknown, Window,
};
use crate::ui::{Tone, foreign};

/// What an item is called: never empty, deceptive marks spelled out.
pub(in crate::features) fn name(item: &SoftwareItem) -> String {
    foreign::visible(&item.title.whole())
}

pub(in crate::features) fn kind(kind: SoftwareKind) -> Text {
    match kind {
        SoftwareKind::Perpetual => text::SOFTWARE_PERPETUAL,
        SoftwareKind::Subscription => text::SOFTWARE_SUBSCRIPTION,
    }
}

pub(super) fn group(group: StatusGroup) -> Text {
    match group {
        StatusGroup::Active => text::SOFTWARE_GROUP_ACTIVE,
        StatusGroup::Pending => text::SOFTWARE_GROUP_PENDING,
        StatusGroup::Problem => text::SOFTWARE_GROUP_PROBLEM,
        StatusGroup::Ended => text::SOFTWARE_GROUP_ENDED,
        StatusGroup::Cancelled => text::SOFTWARE_GROUP_CANCELLED,
    }
}

/// The word for a state; one that nobody knows, as it came.
pub(super) fn status(lang: Lang, status: &ItemStatus) -> String {
    let word = match status {
        ItemStatus::Active => text::SOFTWARE_ON_STATUS_ACTIVE,
        ItemStatus::Pending => text::SOFTWARE_ON_STATUS_PENDING,
        ItemStatus::PendingReview => text::SOFTWARE_ON_STATUS_PENDING_REVIEW,
        ItemStatus::PendingPurchaseOrder => text::SOFTWARE_ON_STATUS_PENDING_ORDER,
        ItemStatus::PurchaseOrderInReview => text::SOFTWARE_ON_STATUS_ORDER_IN_REVIEW,
        ItemStatus::ReviewRejected => text::SOFTWARE_ON_STATUS_REJECTED,
        ItemStatus::Suspended => text::SOFTWARE_ON_STATUS_SUSPENDED,
        ItemStatus::Expired => text::SOFTWARE_ON_STATUS_EXPIRED,
        ItemStatus::Cancelled => text::SOFTWARE_ON_STATUS_CANCELLED,
        ItemStatus::NotFulfilled => text::SOFTWARE_ON_STATUS_NOT_FULFILLED,
        ItemStatus::Failed => text::SOFTWARE_ON_STATUS_FAILED,
        ItemStatus::Unknown(raw) => return foreign::visible(raw),
    };
    word.get(lang).to_owned()
}

pub(super) fn status_tone(status: &ItemStatus) -> Tone {
    match status.group() {
        StatusGroup::Active => Tone::Good,
        StatusGroup::Pending => Tone::Info,
        StatusGroup::Problem => Tone::Bad,
        StatusGroup::Ended => Tone::Warning,
        StatusGroup::Cancelled => Tone::Quiet,
    }
}

/// When a subscription ends and whether it goes on: `Ends 12 Jan 2027 · renews by itself`.
pub(in crate::features) fn term(lang: Lang, term: &Term) -> String {
    let ends = term
        .ends
        .map(|ends| text::software_ends(lang, &format::date(lang, ends.millis())));
    let years = term.years().map(|years| text::software_years(lang, years));
    let renews = match term.auto_renew {
        Some(true) => text::SOFTWARE_RENEWS,
        Some(false) => text::SOFTWARE_RENEWS_NOT,
        None => text::SOFTWARE_RENEWS_UNKNOWN,
    };
    let parts = [ends.or(years), Some(renews.get(lang).to_owned())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What is left of the window, and what it gives: `12 days left · full credit`. Its end is
/// [`window_until`].
pub(in crate::features) fn window(lang: Lang, window: &Window, paid: Option<&Money>) -> String {
    match window {
        Window::Open(open) => open_window(lang, open, paid),
        Window::Closed(Closed { days_ago: 0, .. }) => {
            text::WINDOW_CLOSED_TODAY.get(lang).to_owned()
        }
        Window::Closed(closed) => text::window_closed(lang, closed.days_ago),
        Window::Unknown(WhyUnknown::NoPurchaseDate) => text::WINDOW_NO_DATE.get(lang).to_owned(),
        Window::Unknown(WhyUnknown::NoPolicy) => text::WINDOW_NO_POLICY.get(lang).to_owned(),
        Window::NotCancellable(WhyNot::Cancelled) => text::WINDOW_CANCELLED.get(lang).to_owned(),
        Window::NotCancellable(WhyNot::NotDelivered) => {
            text::WINDOW_NOT_DELIVERED.get(lang).to_owned()
        }
    }
}

fn open_window(lang: Lang, open: &Open, paid: Option<&Money>) -> String {
    let left = match open.left {
        Left::Days(days) => format::days_left(lang, days),
        Left::Hours(hours) => text::window_hours_left(lang, hours),
        Left::Minutes(minutes) => text::window_minutes_left(lang, minutes),
    };
    let refund = match (open.refund, paid) {
        (None, _) => return left,
        (Some(Refund::Full), Some(paid)) => text::window_full_of(lang, &format::money(lang, paid)),
        (Some(Refund::Full), None) => text::WINDOW_FULL.get(lang).to_owned(),
        // Nobody gives an amount of it.
        (Some(Refund::Prorated), _) => text::WINDOW_PRORATED.get(lang).to_owned(),
    };
    format!("{left} · {refund}")
}

/// The end of a window that is open: `until 4 Feb 2027, 23:59 CET`.
pub(in crate::features) fn window_until(lang: Lang, window: &Window) -> Option<String> {
    let Window::Open(open) = window else {
        return None;
    };
    let deadline = format::date_time(lang, open.deadline.millis());
    Some(text::window_until(lang, &deadline))
}

/// Whose word a deadline is.
pub(in crate::features) fn window_source(window: &Window) -> Option<Text> {
    let source = match window {
        Window::Open(open) => open.source,
        Window::Closed(closed) => closed.source,
        Window::Unknown(_) | Window::NotCancellable(_) => return None,
    };
    Some(match source {
        Source::Server => text::WINDOW_BY_SERVER,
        Source::Configuration => text::WINDOW_BY_CONFIGURATION,
    })
}

pub(in crate::features) fn window_tone(window: &Window) -> Tone {
    match window {
        Window::Open(open) if open.ends_soon => Tone::Warning,
        Window::Open(_) => Tone::Good,
        Window::Unknown(_) | Window::Closed(_) | Window::NotCancellable(_) => Tone::Quiet,
    }
}

/// How much of a window is left, for its bar: 0 to 1. Without a beginning the bar is full.
pub(in crate::features) fn window_share(window: &Window) -> f64 {
    match window {
        Window::Open(open) => f64::from(open.share_left.unwrap_or(1_000)) / 1_000.0,
        _ => 0.0,
    }
}

/// A few words for a row without a key.
pub(super) fn no_key_short(why: &NoKey) -> Option<Text> {
    Some(match why {
        NoKey::Cancelled | NoKey::Revoked(_) => text::SOFTWARE_KEY_REVOKED,
        NoKey::Pending => text::SOFTWARE_NO_KEY_YET,
        NoKey::NotForThisProduct => text::SOFTWARE_NO_KEY_NEEDED,
        NoKey::NotDelivered => return None,
    })
}

/// Why there is no key, and what to do.
pub(super) fn no_key(why: &NoKey) -> (Text, Text) {
    match why {
        NoKey::Cancelled => (text::ITEM_WHY_CANCELLED, text::ITEM_WHY_CANCELLED_NEXT),
        NoKey::Pending => (text::ITEM_WHY_PENDING, text::ITEM_WHY_PENDING_NEXT),
        NoKey::NotDelivered => (
            text::ITEM_WHY_NOT_DELIVERED,
            text::ITEM_WHY_NOT_DELIVERED_NEXT,
        ),
        NoKey::Revoked(_) => (text::ITEM_WHY_REVOKED, text::ITEM_WHY_REVOKED_NEXT),
        NoKey::NotForThisProduct => (text::ITEM_WHY_NONE, text::ITEM_WHY_NONE_NEXT),
    }
}
