//! The cancellation window of a purchase: until when it can be cancelled, and with what refund.
//!
//! How long the window is and what it refunds is data, never a constant: Microsoft changed both
//! several times ("Cancel software purchases", "Manage software subscriptions"). The policies come
//! from the configuration; a date that the server gives for a subscription wins over them.

use super::Timestamp;

mod policy;
#[cfg(test)]
mod tests;

pub use policy::{Length, Policies, Policy, Refund};

/// How a software licence is sold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SoftwareKind {
    Perpetual,
    Subscription,
}

impl SoftwareKind {
    /// The word of the configuration and of URLs.
    pub fn as_str(self) -> &'static str {
        match self {
            SoftwareKind::Perpetual => "perpetual",
            SoftwareKind::Subscription => "subscription",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [SoftwareKind::Perpetual, SoftwareKind::Subscription]
            .into_iter()
            .find(|kind| kind.as_str() == text)
    }
}

/// Whose word the deadline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The server named the date.
    Server,
    /// Computed from the purchase date by the configuration's policy.
    Configuration,
}

/// Time left, in the largest unit of which a whole one is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Left {
    /// Less than an hour.
    Minutes(u32),
    /// Less than a day.
    Hours(u32),
    Days(u32),
}

/// Whether a purchase can still be cancelled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Window {
    Open(Open),
    Closed(Closed),
    /// Nobody can tell: ask Microsoft. Never taken for open.
    Unknown(WhyUnknown),
    /// There is nothing to cancel.
    NotCancellable(WhyNot),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// The last moment that is still inside.
    pub deadline: Timestamp,
    pub left: Left,
    /// The last five days have begun.
    pub ends_soon: bool,
    /// How much of the window is left, in thousandths; `None` when its beginning is not known.
    pub share_left: Option<u16>,
    /// What is refunded; `None` when neither server nor configuration says.
    pub refund: Option<Refund>,
    pub source: Source,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// The last moment that was inside.
    pub deadline: Timestamp,
    /// Whole days since then: 0 within the first 24 hours.
    pub days_ago: u32,
    pub source: Source,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyUnknown {
    /// The purchase date is missing or not set, and the server gave no deadline.
    NoPurchaseDate,
    /// The configuration has no policy for this kind and segment.
    NoPolicy,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot {
    Cancelled,
    /// The order was rejected or failed: nothing was delivered.
    NotDelivered,
}

/// What is known about a purchase when its window is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Purchase<'a> {
    pub kind: SoftwareKind,
    /// `commercial`, `education`…; orders do not say it.
    pub segment: Option<&'a str>,
    /// When the order was made.
    pub purchased: Option<Timestamp>,
    /// Set when there is nothing to cancel.
    pub nothing_to_cancel: Option<WhyNot>,
    pub server: Option<&'a ServerDates>,
}

/// What a subscription says about its own cancellation (Microsoft, "Subscription resources").
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServerDates {
    /// `cancellationAllowedUntilDate`
    pub allowed_until: Option<Timestamp>,
    /// `refundOptions`: what is refunded until when.
    pub refund_options: Vec<(Refund, Timestamp)>,
}

impl ServerDates {
    fn deadline(&self) -> Option<Timestamp> {
        let last = self.refund_options.iter().map(|(_, until)| *until).max();
        self.allowed_until.or(last)
    }

    /// The option that applies: of those not yet over the one that ends first, for a full refund
    /// ends before a partial one.
    fn refund(&self, now: Timestamp) -> Option<Refund> {
        let alive = self
            .refund_options
            .iter()
            .filter(|(_, until)| now <= *until);
        alive
            .min_by_key(|(_, until)| *until)
            .map(|(refund, _)| *refund)
    }
}

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
const WARN: i64 = 5 * DAY;

impl Window {
    /// The window of a purchase at `now`, which is the server's time where it is known.
    pub fn of(purchase: &Purchase, policies: &Policies, now: Timestamp) -> Window {
        if let Some(why) = purchase.nothing_to_cancel {
            return Window::NotCancellable(why);
        }
        let policy = policies.find(purchase.kind, purchase.segment);
        let by_server = purchase.server.and_then(ServerDates::deadline);
        let (deadline, source) = match (by_server, purchase.purchased, policy) {
            (Some(deadline), ..) => (deadline, Source::Server),
            (None, None, _) => return Window::Unknown(WhyUnknown::NoPurchaseDate),
            (None, _, None) => return Window::Unknown(WhyUnknown::NoPolicy),
            (None, Some(start), Some(policy)) => {
                (policy.length.deadline(start), Source::Configuration)
            }
        };
        if deadline < now {
            let days = now.since(deadline) / DAY;
            return Window::Closed(Closed {
                deadline,
                days_ago: small(days),
                source,
            });
        }
        let refund = purchase.server.and_then(|server| server.refund(now));
        let left = deadline.since(now);
        Window::Open(Open {
            deadline,
            left: Left::of(left),
            ends_soon: ends_soon(left),
            share_left: purchase
                .purchased
                .map(|start| share(left, deadline.since(start))),
            refund: refund.or(policy.map(|policy| policy.refund)),
            source,
        })
    }

    /// The last moment inside, open or closed.
    pub fn deadline(&self) -> Option<Timestamp> {
        match self {
            Window::Open(open) => Some(open.deadline),
            Window::Closed(closed) => Some(closed.deadline),
            Window::Unknown(_) | Window::NotCancellable(_) => None,
        }
    }

    pub fn is_open(&self) -> bool {
        matches!(self, Window::Open(_))
    }
}

impl Left {
    pub(super) fn of(millis: i64) -> Left {
        match millis {
            DAY.. => Left::Days(small(millis / DAY)),
            HOUR.. => Left::Hours(small(millis / HOUR)),
            _ => Left::Minutes(small(millis / MINUTE)),
        }
    }
}

/// Whether the last days of a window have begun, by the milliseconds that are left.
pub(super) fn ends_soon(left: i64) -> bool {
    left <= WARN
}

fn small(number: i64) -> u32 {
    u32::try_from(number.max(0)).unwrap_or(u32::MAX)
}

fn share(left: i64, whole: i64) -> u16 {
    if whole <= 0 {
        return 0;
    }
    // Both are milliseconds: exact enough in f64, and no overflow.
    ((left as f64 / whole as f64).clamp(0.0, 1.0) * 1_000.0) as u16
}
