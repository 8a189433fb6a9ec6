//! The configuration's cancellation policies.

use super::SoftwareKind;
use crate::model::Timestamp;

/// What is credited when a purchase is cancelled inside its window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refund {
    /// 100 % of what was paid.
    Full,
    /// For the part of the term that is left. Nobody gives the amount in advance.
    Prorated,
}

impl Refund {
    /// Reads the configuration's `full` and `prorated`, and the API's `Full` and `Partial`.
    pub fn parse(text: &str) -> Option<Self> {
        let is = |word: &str| text.eq_ignore_ascii_case(word);
        if is("full") {
            Some(Refund::Full)
        } else if is("prorated") || is("partial") {
            Some(Refund::Prorated)
        } else {
            None
        }
    }
}

/// How long a window is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// Ends on the UTC date of purchase + this many days, at 23:59:00Z, inclusive: as the published
    /// subscription does (bought 2021-09-14, cancellable until 2021-10-14T23:59:00Z).
    Days(u32),
    /// Ends this many hours after the moment of purchase, inclusive.
    Hours(u32),
}

impl Length {
    /// The last moment inside the window of a purchase made at `start`.
    pub fn deadline(self, start: Timestamp) -> Timestamp {
        match self {
            Length::Days(days) => {
                let (hour, minute, second, millis) = start.time_of_day();
                let of_day = i64::from((hour * 60 + minute) * 60 + second) * 1_000;
                start
                    .plus_millis(-(of_day + i64::from(millis)))
                    .plus_days(i64::from(days))
                    .plus_millis((23 * 60 + 59) * 60_000)
            }
            Length::Hours(hours) => start.plus_hours(i64::from(hours)),
        }
    }
}

/// A rule of the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    pub kind: SoftwareKind,
    /// `None` for `*`: every segment.
    pub segment: Option<String>,
    pub length: Length,
    pub refund: Refund,
}

/// All rules of the configuration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policies(pub Vec<Policy>);

impl Policies {
    /// The rule for a purchase: that of its segment, else that of every segment. When the segment
    /// is not known and there is no rule for all, the segments' rules count only if they agree.
    pub fn find(&self, kind: SoftwareKind, segment: Option<&str>) -> Option<&Policy> {
        let of_kind = || self.0.iter().filter(|policy| policy.kind == kind);
        if let Some(segment) = segment {
            let own = of_kind().find(|policy| {
                let name = policy.segment.as_deref();
                name.is_some_and(|name| name.eq_ignore_ascii_case(segment))
            });
            return own.or_else(|| of_kind().find(|policy| policy.segment.is_none()));
        }
        if let Some(general) = of_kind().find(|policy| policy.segment.is_none()) {
            return Some(general);
        }
        let first = of_kind().next()?;
        of_kind()
            .all(|policy| policy.length == first.length && policy.refund == first.refund)
            .then_some(first)
    }
}
