//! The four facts that a refund needs (the brief): whose purchase, which one, why, how much.

use crate::model::money::Currency;
use crate::model::{CustomerRef, Money, OrderId, SubscriptionId};

/// The facts as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The customer's tenant GUID or a domain of theirs.
    pub tenant: String,
    /// An order ID or a subscription ID.
    pub purchase: String,
    pub reason: String,
    pub amount: String,
    /// Its code: `EUR`.
    pub currency: String,
}

/// What the purchase may be, by its form alone: a GUID is a subscription's or, rarely, an order's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purchased {
    Order(OrderId),
    Either(OrderId, SubscriptionId),
}

/// What was found out about a fact elsewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lookup {
    /// Not asked, or nobody could tell: no reason to refuse it.
    #[default]
    NotKnown,
    Found,
    NotFound,
}

/// What is known beyond what was typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// Whether the partner has such a customer.
    pub tenant: Lookup,
    /// Whether that customer has such an order or subscription.
    pub purchase: Lookup,
    /// What was paid for it, one sum for each currency; empty while no price is known.
    pub paid: &'a [Money],
}

impl Facts {
    /// The customer that is named, if it is a GUID or a domain.
    pub fn customer(&self) -> Option<CustomerRef> {
        self.tenant.trim().parse().ok()
    }

    /// The purchase that is named, if it has the form of one.
    pub fn purchased(&self) -> Option<Purchased> {
        let text = self.purchase.trim();
        let order: OrderId = text.parse().ok()?;
        // Subscriptions are GUIDs in every published body.
        let is_guid = text.parse::<crate::model::CustomerId>().is_ok();
        Some(match text.parse() {
            Ok(subscription) if is_guid => Purchased::Either(order, subscription),
            _ => Purchased::Order(order),
        })
    }

    pub fn currency(&self) -> Option<Currency> {
        Currency::parse(&self.currency).filter(|currency| currency.letters().is_some())
    }

    /// The amount, if it can be read and has a currency.
    pub fn money(&self) -> Option<Money> {
        let currency = self.currency()?;
        let amount = super::amount(&self.amount, &currency).ok()?;
        Some(Money::new(amount, currency))
    }
}
