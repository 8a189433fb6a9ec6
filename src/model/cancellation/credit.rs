//! The credit to expect when several things are cancelled.

use super::MayCancel;
use crate::model::Money;
use crate::model::money::totals;
use crate::model::window::Refund;

/// What cancelling brings. The credit itself shows on the next monthly invoice (Microsoft, "Manage
/// software subscriptions").
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expected {
    /// Of full refunds whose amount is known, one for each currency.
    pub sums: Vec<Money>,
    /// Full refunds in the sums.
    pub priced: usize,
    /// Full refunds of which the order says no price.
    pub unpriced: usize,
    /// Prorated refunds: nobody gives their amount in advance.
    pub prorated: usize,
    /// Of which nobody says what is refunded.
    pub unknown: usize,
}

impl Expected {
    /// Of what can be cancelled now; the rest does not count.
    pub fn of<'a>(all: impl Iterator<Item = &'a MayCancel>) -> Self {
        let mut expected = Expected::default();
        let mut amounts = Vec::new();
        for may in all {
            let MayCancel::Now(credit) = may else {
                continue;
            };
            let count = match (credit.refund, &credit.amount) {
                (Some(Refund::Full), Some(amount)) => {
                    amounts.push(amount.clone());
                    &mut expected.priced
                }
                (Some(Refund::Full), None) => &mut expected.unpriced,
                (Some(Refund::Prorated), _) => &mut expected.prorated,
                (None, _) => &mut expected.unknown,
            };
            *count += 1;
        }
        expected.sums = totals(&mut amounts.into_iter());
        expected
    }

    /// Whether the sums are all there is to expect.
    pub fn is_complete(&self) -> bool {
        self.priced > 0 && self.unpriced + self.prorated + self.unknown == 0
    }
}
