//! Putting right a cart whose availabilities have changed: each line gets what the catalogue offers
//! for it now, and the person is told what that changes.

use super::CartLine;
use crate::model::CatalogItemId;
use crate::model::catalog::{Availability, Sku, plans};

/// What the catalogue says now of a SKU that is in the cart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Current {
    /// Any catalogue item of the SKU: its availability does not matter.
    pub item: CatalogItemId,
    /// `None` when the SKU is gone.
    pub sku: Option<Sku>,
    pub availabilities: Vec<Availability>,
}

/// What became of a line, in the order in which it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// No longer sold: taken out.
    NotSold,
    /// Sold, but no longer billed or for a term like this: taken out.
    PlanNotOffered,
    /// The SKU's limits have changed, so the quantity had to.
    Quantity { from: u32, to: u32 },
    /// Put together with another line, which has become the same.
    Joined,
    /// Nothing but its availability is new.
    Renewed,
}

/// The lines as they can be ordered now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refreshed {
    pub lines: Vec<CartLine>,
    /// What happened to lines, by the catalogue item that they had.
    pub changes: Vec<(CatalogItemId, Change)>,
}

/// Swaps the availability of each line for one that the catalogue offers now. A line whose SKU is
/// not among `current` could not be read again and stays as it is.
///
/// Two lines that come to name the same are joined, unless that would be more than the SKU's
/// maximum: then they stay apart.
pub fn refresh(lines: &[CartLine], current: &[Current]) -> Refreshed {
    let mut refreshed = Refreshed::default();
    for line in lines {
        let now = current
            .iter()
            .find(|now| now.item.is_same_sku(&line.catalog_item));
        let (renewed, change) = match now {
            None => (Some(line.clone()), None),
            Some(now) => renew(line, now),
        };
        let mut change = change;
        if let Some(renewed) = renewed {
            if join(&mut refreshed.lines, &renewed, now) {
                change = Some(Change::Joined);
            } else {
                refreshed.lines.push(renewed);
            }
        }
        let change = change.map(|change| (line.catalog_item.clone(), change));
        refreshed.changes.extend(change);
    }
    refreshed
}

fn renew(line: &CartLine, now: &Current) -> (Option<CartLine>, Option<Change>) {
    let sold = || now.availabilities.iter().filter(|one| one.purchasable);
    let Some(sku) = now.sku.as_ref().filter(|_| sold().next().is_some()) else {
        return (None, Some(Change::NotSold));
    };
    let fits = |one: &&Availability| {
        plans(sku, one)
            .iter()
            .any(|plan| plan.billing_cycle == line.billing_cycle && plan.term == line.term)
    };
    // Its own, if that is still sold.
    let own = sold()
        .filter(fits)
        .find(|one| one.item == line.catalog_item);
    let Some(availability) = own.or_else(|| sold().find(fits)) else {
        return (None, Some(Change::PlanNotOffered));
    };
    let quantity = line.quantity.clamp(sku.limits.min, sku.limits.max);
    let change = if quantity != line.quantity {
        let (from, to) = (line.quantity, quantity);
        Some(Change::Quantity { from, to })
    } else if availability.item != line.catalog_item {
        Some(Change::Renewed)
    } else {
        None
    };
    let renewed = CartLine {
        catalog_item: availability.item.clone(),
        quantity,
        error: None,
        ..line.clone()
    };
    (Some(renewed), change)
}

/// Whether a line before it took this one in.
fn join(lines: &mut [CartLine], line: &CartLine, now: Option<&Current>) -> bool {
    let Some(sku) = now.and_then(|now| now.sku.as_ref()) else {
        return false;
    };
    let same = lines
        .iter_mut()
        .find(|other| other.is_same_purchase(line) && other.catalog_item == line.catalog_item);
    let Some(same) = same else {
        return false;
    };
    let sum = same.quantity.saturating_add(line.quantity);
    if !sku.limits.allow(sum) {
        return false;
    }
    same.quantity = sum;
    true
}
