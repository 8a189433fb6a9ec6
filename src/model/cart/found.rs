//! Finding the orders of a cart whose checkout was never answered.

use super::Cart;
use crate::model::order::Order;
use crate::model::{CatalogItemId, Timestamp};

/// Milliseconds by which the server's clock may be behind what is known of it.
const SLACK: i64 = 120_000;

/// The orders that were made from a cart: since the moment its checkout was first sent, by the
/// server's clock, and of nothing but lines of the cart, each taken once.
///
/// An order names no cart. Two carts with the same lines cannot be told apart by this: it is for
/// saying which orders there are, once the cart itself says that it was ordered.
pub fn orders_of<'a>(cart: &Cart, orders: &'a [Order], since: Timestamp) -> Vec<&'a Order> {
    let mut left: Vec<(&CatalogItemId, i64)> = cart
        .lines
        .iter()
        .map(|line| (&line.catalog_item, i64::from(line.quantity)))
        .collect();
    let mut found = Vec::new();
    for order in orders {
        let recent = order
            .creation_date
            .is_some_and(|made| made.since(since) >= -SLACK);
        if let Some(rest) = take(&left, order).filter(|_| recent) {
            left = rest;
            found.push(order);
        }
    }
    found
}

/// What is left of the lines without those of an order; `None` when it has others.
fn take<'a>(
    lines: &[(&'a CatalogItemId, i64)],
    order: &Order,
) -> Option<Vec<(&'a CatalogItemId, i64)>> {
    let mut left = lines.to_vec();
    for line in &order.line_items {
        let item = line.catalog_item()?;
        let same = |(own, quantity): &(&CatalogItemId, i64)| {
            **own == item && line.quantity.is_none_or(|ordered| ordered == *quantity)
        };
        let place = left.iter().position(same)?;
        left.remove(place);
    }
    (!order.line_items.is_empty()).then_some(left)
}
