//! How a subscription stands when it is cancelled, and what somebody else changed of that meanwhile.

use crate::model::software::Term;
use crate::model::status::SubscriptionStatus;
use crate::model::window::ServerDates;

/// What of a subscription weighs for whoever cancels it.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    pub status: SubscriptionStatus,
    /// Licences.
    pub quantity: Option<i64>,
    /// Until when it can be cancelled, and what is refunded.
    pub dates: ServerDates,
    pub term: Term,
}

/// A part of it that is another than before: first as it was, then as it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    Status(SubscriptionStatus, SubscriptionStatus),
    Quantity(Option<i64>, Option<i64>),
    Dates(ServerDates, ServerDates),
    Term(Term, Term),
}

impl Standing {
    /// What is another by `now`; nothing where only that has changed which does not weigh.
    pub fn changes(&self, now: &Standing) -> Vec<Change> {
        let status = (self.status != now.status)
            .then(|| Change::Status(self.status.clone(), now.status.clone()));
        let quantity = (self.quantity != now.quantity)
            .then_some(Change::Quantity(self.quantity, now.quantity));
        let dates =
            (self.dates != now.dates).then(|| Change::Dates(self.dates.clone(), now.dates.clone()));
        let term =
            (self.term != now.term).then(|| Change::Term(self.term.clone(), now.term.clone()));
        let all = [status, quantity, dates, term];
        all.into_iter().flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Timestamp;
    use crate::model::window::Refund;

    fn standing() -> Standing {
        Standing {
            status: SubscriptionStatus::Active,
            quantity: Some(5),
            dates: ServerDates {
                allowed_until: Timestamp::parse("2026-12-01T00:00:00Z"),
                refund_options: Vec::new(),
            },
            term: Term {
                subscription: None,
                duration: Some("P1Y".to_owned()),
                ends: None,
                auto_renew: Some(true),
            },
        }
    }

    #[test]
    fn what_is_as_it_was_is_no_change() {
        assert_eq!(standing().changes(&standing()), []);
    }

    #[test]
    fn each_part_is_told_by_itself_with_both_versions() {
        let was = standing();
        let suspended = SubscriptionStatus::Suspended;
        let now = Standing {
            status: suspended.clone(),
            ..was.clone()
        };
        let expected = Change::Status(SubscriptionStatus::Active, suspended);
        assert_eq!(was.changes(&now), [expected]);

        let now = Standing {
            quantity: None,
            ..was.clone()
        };
        assert_eq!(was.changes(&now), [Change::Quantity(Some(5), None)]);

        let mut now = was.clone();
        let until = Timestamp::from_millis(0);
        now.dates.refund_options = vec![(Refund::Prorated, until)];
        let expected = Change::Dates(was.dates.clone(), now.dates.clone());
        assert_eq!(was.changes(&now), [expected]);

        let mut now = was.clone();
        now.term.auto_renew = Some(false);
        let expected = Change::Term(was.term.clone(), now.term.clone());
        assert_eq!(was.changes(&now), [expected]);
    }

    #[test]
    fn several_come_in_the_order_of_a_page() {
        let was = standing();
        let now = Standing {
            status: SubscriptionStatus::Suspended,
            quantity: Some(4),
            dates: ServerDates::default(),
            term: Term {
                auto_renew: None,
                ..was.term.clone()
            },
        };
        let kinds = |change: &Change| match change {
            Change::Status(..) => "status",
            Change::Quantity(..) => "quantity",
            Change::Dates(..) => "dates",
            Change::Term(..) => "term",
        };
        let all: Vec<_> = was.changes(&now).iter().map(kinds).collect();
        assert_eq!(all, ["status", "quantity", "dates", "term"]);
    }
}
