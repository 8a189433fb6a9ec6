//! The cancellation windows that close soon.

use super::software::SoftwareItem;
use super::sorted::sorted_by;
use super::window::{Left, Refund, Source, Window, ends_soon};
use super::{CustomerId, Money, SoftwareItemId, Timestamp};

mod calendar;
#[cfg(test)]
mod tests;

pub use calendar::{Event, calendar};

/// A window that closes soon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    pub customer: CustomerId,
    pub customer_name: String,
    pub item: SoftwareItemId,
    pub title: String,
    /// The number to show to people.
    pub order_number: String,
    /// The last moment that is still inside.
    pub deadline: Timestamp,
    pub left: Left,
    /// The last five days have begun.
    pub ends_soon: bool,
    pub refund: Option<Refund>,
    /// Of a full refund, where it is known.
    pub amount: Option<Money>,
    pub source: Source,
}

impl Closing {
    /// What names the deadline in calendars, whenever the file is made.
    pub fn uid(&self) -> String {
        let SoftwareItemId {
            order,
            line,
            product,
            sku,
        } = &self.item;
        format!("{}-{order}-{line}-{product}-{sku}@latchkey", self.customer)
    }
}

/// A customer whose software is looked through.
#[derive(Clone, Copy, Debug)]
pub struct Owner<'a> {
    pub id: &'a CustomerId,
    pub name: &'a str,
    pub items: &'a [SoftwareItem],
}

const DAY: i64 = 86_400_000;

/// The windows of these customers that close within so many days of 24 hours, soonest first. What
/// came included in a bundle goes with the bundle, and is not named beside it. `paid` tells what an
/// item cost, where an order said so.
pub fn closing(
    owners: &[Owner],
    within_days: u32,
    now: Timestamp,
    paid: &dyn Fn(&CustomerId, &SoftwareItemId) -> Option<Money>,
) -> Vec<Closing> {
    let mut found = Vec::new();
    for owner in owners {
        for item in owner.items.iter().filter(|item| item.included_in.is_none()) {
            let Window::Open(open) = &item.window else {
                continue;
            };
            // The window was made at another moment, perhaps.
            let left = open.deadline.since(now);
            if left < 0 || left > i64::from(within_days) * DAY {
                continue;
            }
            let full = open.refund == Some(Refund::Full);
            found.push(Closing {
                customer: owner.id.clone(),
                customer_name: owner.name.to_owned(),
                item: item.id.clone(),
                title: item.title.whole(),
                order_number: item.order_number.clone(),
                deadline: open.deadline,
                left: Left::of(left),
                ends_soon: ends_soon(left),
                refund: open.refund,
                amount: full.then(|| paid(owner.id, &item.id)).flatten(),
                source: open.source,
            });
        }
    }
    let place = |one: &Closing| (one.deadline, one.customer_name.clone(), one.item.clone());
    sorted_by(found, &|a, b| place(a).cmp(&place(b)))
}
