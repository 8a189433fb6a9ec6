//! A customer's cart (Microsoft, "Cart resources"): what is in it, what it costs and until when it
//! can be ordered.

use super::billing::{BillingCycle, Term};
use super::money::{Currency, Money, Pricing, Totals};
use super::status::wire_enum;
use super::{CartId, CatalogItemId, Timestamp};

mod checkout;
mod differ;
mod found;
mod line_error;
mod put;
mod refresh;
#[cfg(test)]
mod tests;

pub use checkout::{Checkout, OrderError, Outcome};
pub use differ::{Difference, Moved, differences, moved};
pub use found::orders_of;
pub use line_error::{LINE_ERROR_NUMBERS, LineError, LineErrorKind};
pub use put::{Put, put};
pub use refresh::{Change, Current, Refreshed, refresh};

wire_enum!(
    CartStatus {
        Active = "active",
        /// Checked out: it can be read, and checking it out again answers the same.
        Ordered = "ordered",
    }
);

impl CartStatus {
    /// Whether the cart was ordered. `None` for a state that nobody knows, which may be one on the way
    /// there: of it nobody may say that it was not.
    pub fn was_ordered(&self) -> Option<bool> {
        match self {
            CartStatus::Ordered => Some(true),
            CartStatus::Active => Some(false),
            // The field is optional, and is left out of carts that are still being filled.
            CartStatus::Unknown(state) => state.is_empty().then_some(false),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cart {
    pub id: CartId,
    pub status: CartStatus,
    /// `expirationTimestamp`; read, never computed.
    pub expires: Option<Timestamp>,
    pub lines: Vec<CartLine>,
    /// For `If-Match`; short-lived.
    pub etag: Option<String>,
}

/// A line of a cart. What the server says of it is missing until it was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CartLine {
    /// 0, 1, 2…
    pub id: u32,
    pub catalog_item: CatalogItemId,
    /// What the server calls it, where it does: foreign text.
    pub friendly_name: Option<String>,
    pub quantity: u32,
    pub billing_cycle: BillingCycle,
    /// Of subscriptions.
    pub term: Option<Term>,
    /// That the customer meets the terms of a SKU which asks for it.
    pub attestation_accepted: Option<bool>,
    /// Lines of one group become one order. By the server.
    pub order_group: Option<String>,
    /// By the server.
    pub currency: Option<Currency>,
    /// By the server, which does not promise it.
    pub pricing: Option<Pricing>,
    /// By the server: the call itself succeeds all the same.
    pub error: Option<LineError>,
}

/// Whether a cart can still be ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expiry {
    /// Until then, inclusive.
    Until(Timestamp),
    Expired(Timestamp),
    /// The server did not say.
    NotSaid,
}

impl CartLine {
    /// A line to be put into a cart.
    pub fn new(
        catalog_item: CatalogItemId,
        quantity: u32,
        billing_cycle: BillingCycle,
        term: Option<Term>,
    ) -> Self {
        CartLine {
            id: 0,
            catalog_item,
            friendly_name: None,
            quantity,
            billing_cycle,
            term,
            attestation_accepted: None,
            order_group: None,
            currency: None,
            pricing: None,
            error: None,
        }
    }

    /// Whether both are the same purchase: one line could hold both quantities.
    pub fn is_same_purchase(&self, other: &CartLine) -> bool {
        self.catalog_item.is_same_sku(&other.catalog_item)
            && self.billing_cycle == other.billing_cycle
            && self.term == other.term
    }

    /// What the whole line costs, where the server said so.
    pub fn amount(&self) -> Option<Money> {
        let extended = self.pricing.as_ref()?.extended?;
        Some(Money::new(extended, self.currency.clone()?))
    }

    /// What one unit costs, where the server said so.
    pub fn unit_price(&self) -> Option<Money> {
        let pricing = self.pricing.as_ref()?;
        let price = pricing.price.or(pricing.discounted).or(pricing.list)?;
        Some(Money::new(price, self.currency.clone()?))
    }
}

impl Cart {
    /// What the lines cost, one sum for each currency, and how many have no price.
    pub fn totals(&self) -> Totals {
        let amounts: Vec<_> = self.lines.iter().map(CartLine::amount).collect();
        Totals::of(&amounts)
    }

    /// Whether it can still be ordered, by the server's clock.
    pub fn expiry(&self, now: Timestamp) -> Expiry {
        match self.expires {
            None => Expiry::NotSaid,
            Some(at) if at < now => Expiry::Expired(at),
            Some(at) => Expiry::Until(at),
        }
    }

    /// Whether a line was refused: then the cart cannot be ordered.
    pub fn has_errors(&self) -> bool {
        self.lines.iter().any(|line| line.error.is_some())
    }

    /// The groups of its lines, each once: as many orders will come of it.
    pub fn order_groups(&self) -> Vec<&str> {
        let mut groups = Vec::new();
        for group in self
            .lines
            .iter()
            .filter_map(|line| line.order_group.as_deref())
        {
            if !groups.contains(&group) {
                groups.push(group);
            }
        }
        groups
    }
}
