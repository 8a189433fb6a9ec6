//! A change to a cart, as it can be made again to a later state of it.

use crate::model::cart::{CartLine, put};
use crate::model::quantity::QuantityLimits;

/// What a person wants of the cart. Lines are named by what they buy, since their numbers change.
#[derive(Clone, Debug)]
pub enum Edit {
    /// Puts these in, each with the limits of its SKU.
    Put(Vec<(CartLine, QuantityLimits)>),
    /// Another quantity for a line.
    Quantity(CartLine, u32),
    Remove(CartLine),
    /// These instead of all that is in it: what was put right by the catalogue.
    All(Vec<CartLine>),
}

impl Edit {
    /// The lines after the change.
    pub fn apply(&self, lines: &[CartLine]) -> Vec<CartLine> {
        let mut lines = lines.to_vec();
        match self {
            Edit::Put(new) => {
                for (line, limits) in new {
                    lines = put(&lines, line.clone(), *limits).0;
                }
            }
            Edit::Quantity(of, quantity) => {
                if let Some(line) = lines.iter_mut().find(|line| line.is_same_purchase(of)) {
                    line.quantity = *quantity;
                }
            }
            Edit::Remove(of) => lines.retain(|line| !line.is_same_purchase(of)),
            Edit::All(new) => lines.clone_from(new),
        }
        for (line, id) in lines.iter_mut().zip(0..) {
            line.id = id;
        }
        lines
    }

    /// The quantity that it gives to a line, if it gives one whatever the line's own is; none takes it
    /// out.
    pub fn asks_for(&self, line: &CartLine) -> Option<u32> {
        match self {
            Edit::Quantity(of, quantity) => of.is_same_purchase(line).then_some(*quantity),
            Edit::Remove(of) => of.is_same_purchase(line).then_some(0),
            Edit::Put(_) | Edit::All(_) => None,
        }
    }

    /// Whether it makes sense where there is no cart yet.
    pub fn starts_a_cart(&self) -> bool {
        matches!(self, Edit::Put(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::billing::BillingCycle;

    fn line(item: &str, quantity: u32) -> CartLine {
        let item = item.parse().unwrap();
        CartLine::new(item, quantity, BillingCycle::OneTime, None)
    }

    fn what(lines: &[CartLine]) -> Vec<(u32, String, u32)> {
        let what = |line: &CartLine| (line.id, line.catalog_item.to_string(), line.quantity);
        lines.iter().map(what).collect()
    }

    #[test]
    fn a_change_is_made_to_the_line_that_buys_the_same_whatever_its_number() {
        let before = [line("P:1:A", 2), line("P:2:A", 3), line("Q:1:A", 4)];
        let removed = Edit::Remove(line("P:1:B", 9)).apply(&before);
        let left = [(0, "P:2:A".to_owned(), 3), (1, "Q:1:A".to_owned(), 4)];
        assert_eq!(what(&removed), left);
        let more = Edit::Quantity(line("Q:1:A", 4), 7).apply(&removed);
        assert_eq!(more[1].quantity, 7);
        let none = Edit::Quantity(line("X:1:A", 1), 7).apply(&more);
        assert_eq!(none, more);
    }

    #[test]
    fn what_is_put_in_twice_becomes_one_line() {
        let limits = QuantityLimits { min: 1, max: 5 };
        let twice = vec![(line("P:1:A", 2), limits), (line("P:1:B", 2), limits)];
        let after = Edit::Put(twice).apply(&[]);
        assert_eq!(what(&after), [(0, "P:1:B".to_owned(), 4)]);
    }
}
