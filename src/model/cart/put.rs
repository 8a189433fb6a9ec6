//! Putting something into a cart that may hold some of it already.

use super::CartLine;
use crate::model::quantity::QuantityLimits;

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    /// As a line of its own.
    Added,
    /// To a line that was there.
    Merged { from: u32, to: u32 },
    /// To a line that was there, and no more than the SKU's maximum.
    Limited { from: u32, to: u32, left_out: u32 },
}

/// The lines with one more purchase among them. A line for the same product, SKU, billing cycle and
/// term takes the quantity in, and the availability, which was read later than its own.
pub fn put(lines: &[CartLine], new: CartLine, limits: QuantityLimits) -> (Vec<CartLine>, Put) {
    let mut lines = lines.to_vec();
    let same = lines.iter_mut().find(|line| line.is_same_purchase(&new));
    let Some(line) = same else {
        let id = lines.iter().map(|line| line.id + 1).max().unwrap_or(0);
        lines.push(CartLine { id, ..new });
        return (lines, Put::Added);
    };
    let from = line.quantity;
    let wanted = from.saturating_add(new.quantity);
    // What is there already stays, even if the limit has become less.
    let to = wanted.min(limits.max.max(from));
    line.quantity = to;
    line.catalog_item = new.catalog_item;
    line.attestation_accepted = new.attestation_accepted.or(line.attestation_accepted);
    let put = match wanted - to {
        0 => Put::Merged { from, to },
        left_out => Put::Limited { from, to, left_out },
    };
    (lines, put)
}
