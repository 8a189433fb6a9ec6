//! What is different of a cart that was put together again, or that somebody else has changed.

use super::{Cart, CartLine, LineError};
use crate::model::{CatalogItemId, Money};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// One unit of a line costs something else; `None` where no price was given.
    Price {
        item: CatalogItemId,
        from: Option<Money>,
        to: Option<Money>,
    },
    /// A line is refused that was not.
    Refused {
        item: CatalogItemId,
        error: LineError,
    },
    /// The lines make another number of orders than before.
    Orders { from: usize, to: usize },
}

/// Compares a cart with the one that takes its place. Lines are known by what they buy.
pub fn differences(before: &Cart, after: &Cart) -> Vec<Difference> {
    let mut found = Vec::new();
    for line in &after.lines {
        let old = before.lines.iter().find(|old| old.is_same_purchase(line));
        let Some(old) = old else {
            continue;
        };
        let item = || line.catalog_item.clone();
        let (from, to) = (old.unit_price(), line.unit_price());
        if from != to {
            found.push(Difference::Price {
                item: item(),
                from,
                to,
            });
        }
        if let (None, Some(error)) = (&old.error, &line.error) {
            found.push(Difference::Refused {
                item: item(),
                error: error.clone(),
            });
        }
    }
    let (from, to) = (before.order_groups().len(), after.order_groups().len());
    if from != to {
        found.push(Difference::Orders { from, to });
    }
    found
}

/// A line of which another number is in the cart than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    pub line: CartLine,
    /// Licences; none where it was not in the cart.
    pub from: u32,
    /// Licences; none where it is no longer in the cart.
    pub to: u32,
}

/// What has become of the lines, whatever their numbers: those that are there, then those that are
/// gone.
pub fn moved(before: &[CartLine], after: &[CartLine]) -> Vec<Moved> {
    let quantity = |lines: &[CartLine], of: &CartLine| {
        let same = lines.iter().filter(|line| line.is_same_purchase(of));
        same.map(|line| line.quantity).sum()
    };
    let gone = before.iter().filter(|line| quantity(after, line) == 0);
    let all = after.iter().chain(gone).map(|line| Moved {
        line: line.clone(),
        from: quantity(before, line),
        to: quantity(after, line),
    });
    all.filter(|moved| moved.from != moved.to).collect()
}
