//! Amounts of money: exact, each in its currency, and never added across currencies.

use super::decimal::Decimal;

mod currency;
#[cfg(test)]
mod tests;

pub use currency::Currency;

/// An amount in a currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    pub amount: Decimal,
    pub currency: Currency,
}

impl Money {
    pub fn new(amount: Decimal, currency: Currency) -> Self {
        Money { amount, currency }
    }

    /// The amount in digits, with at least the places that its currency has: `1234.50`.
    pub fn digits(&self) -> String {
        self.amount.with_places(self.currency.places())
    }
}

/// `1234.50 EUR`
impl std::fmt::Display for Money {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(&self.digits())?;
        f.write_str(" ")?;
        f.write_str(self.currency.as_str())
    }
}

/// One sum for each currency, in the order in which the currencies first appear.
pub fn totals(amounts: &mut dyn Iterator<Item = Money>) -> Vec<Money> {
    let mut sums: Vec<Money> = Vec::new();
    for money in amounts {
        let known = sums.iter_mut().find(|sum| sum.currency == money.currency);
        match known {
            Some(sum) => sum.amount = sum.amount.plus(money.amount),
            None => sums.push(money),
        }
    }
    sums
}

/// What lines add up to, as far as they have a price at all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    pub sums: Vec<Money>,
    /// Lines in the sums.
    pub priced: usize,
    /// Lines without a price: the sums are not all that will be charged.
    pub unpriced: usize,
}

impl Totals {
    /// Of the amounts of lines, `None` for one without a price.
    pub fn of(amounts: &[Option<Money>]) -> Self {
        let priced = amounts.iter().flatten().count();
        Totals {
            sums: totals(&mut amounts.iter().flatten().cloned()),
            priced,
            unpriced: amounts.len() - priced,
        }
    }

    /// Whether the sums are all there is to pay.
    pub fn is_complete(&self) -> bool {
        self.unpriced == 0 && self.priced > 0
    }
}

/// The prices of a line, before tax (Microsoft, "Cart resources", "Order resources"). The API
/// promises none of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pricing {
    /// For one unit.
    pub list: Option<Decimal>,
    pub discounted: Option<Decimal>,
    pub prorated: Option<Decimal>,
    /// For one unit, as it is charged.
    pub price: Option<Decimal>,
    /// For the whole line.
    pub extended: Option<Decimal>,
}
