//! Orders of a customer: `GET /customers/{id}/orders`.

use serde_json::Value;

use super::client::{Asked, PartnerCenter};
use super::collection::Collection;
use super::json::{Fields, Read, Unfit};
use super::path::path;
use crate::model::status::OrderStatus;
use crate::model::{CustomerId, OrderId, Timestamp};

/// An order (Microsoft, "Order resources").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    pub id: OrderId,
    /// The friendly number, 12 hexadecimal digits on most orders.
    pub alternate_id: Option<String>,
    pub line_items: Vec<OrderLineItem>,
    /// The start of the cancellation window.
    pub creation_date: Option<Timestamp>,
    pub status: OrderStatus,
}

/// A line of an order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrderLineItem {
    pub line_item_number: Option<i64>,
    /// For software `product:SKU:availability`.
    pub offer_id: String,
    /// Absent for perpetual licences and until provisioned.
    pub subscription_id: Option<String>,
    /// Product and SKU title: the only title on an order.
    pub friendly_name: Option<String>,
    /// 0 once the line is cancelled.
    pub quantity: Option<i64>,
    /// `P1Y`, `P3Y`; empty or absent for perpetual licences.
    pub term_duration: Option<String>,
}

impl Read for Order {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = Order {
            id: from.own_id("id")?,
            alternate_id: from.text("alternateId"),
            line_items: from.list("lineItems"),
            creation_date: from.date("creationDate"),
            status: from.words("status").into(),
        };
        from.or_unfit(read)
    }
}

impl Read for OrderLineItem {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = OrderLineItem {
            line_item_number: from.number("lineItemNumber"),
            offer_id: from.words("offerId"),
            subscription_id: from.text("subscriptionId"),
            friendly_name: from.text("friendlyName"),
            quantity: from.number("quantity"),
            term_duration: from.text("termDuration"),
        };
        from.or_unfit(read)
    }
}

impl PartnerCenter {
    /// All orders of a customer, of every kind of product. A new one may take 15 minutes to appear.
    pub fn orders(&self, customer: &CustomerId) -> Asked<Collection<Order>> {
        self.list(path("/customers/{}/orders", &[customer.as_str()]))
    }
}
