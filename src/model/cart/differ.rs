//! What a server says differently of a cart that was put together again.

use super::{Cart, LineError};
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
