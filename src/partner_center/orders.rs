//! Orders of a customer: `/customers/{id}/orders`.

use serde_json::Value;

use super::client::{Asked, PartnerCenter, Write};
use super::collection::Collection;
use super::json::{Fields, Read, Unfit, Writer, array};
use super::path::{path, query};
use super::transport::{Body, Method};
use crate::model::cancellation::{LineRef, What};
use crate::model::money::Currency;
use crate::model::order::LineProvisioning;
use crate::model::{CustomerId, OrderId, RequestId};

pub use crate::model::order::{Order, OrderLineItem};

impl Read for Order {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = Order {
            id: from.own_id("id")?,
            alternate_id: from.text("alternateId"),
            billing_cycle: from.words("billingCycle").into(),
            currency: from
                .text("currencyCode")
                .and_then(|code| Currency::parse(&code)),
            line_items: from.list("lineItems"),
            creation_date: from.date("creationDate"),
            status: from.words("status").into(),
            total_price: from.decimal("totalPrice"),
            transaction_type: from.text("transactionType"),
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
            transaction_type: from.text("transactionType"),
            pricing: from.member("pricing"),
        };
        from.or_unfit(read)
    }
}

impl Read for LineProvisioning {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = LineProvisioning {
            line_item_number: from.number("lineItemNumber"),
            status: from.words("status").into(),
        };
        from.or_unfit(read)
    }
}

/// What is sent to cancel an order, or some of its lines (Microsoft, "Cancel software purchases").
pub fn cancellation(order: &OrderId, what: &What) -> String {
    let body = Writer::new()
        .text("id", order.as_str())
        .text("status", "cancelled");
    match what {
        What::WholeOrder => body.end(),
        What::Lines(lines) => {
            let lines: Vec<String> = lines.iter().map(line_ref).collect();
            body.raw("lineItems", &array(&lines)).end()
        }
    }
}

fn line_ref(line: &LineRef) -> String {
    Writer::new()
        .number("lineItemNumber", line.number)
        .text("offerId", &line.offer)
        .end()
}

impl PartnerCenter {
    /// All orders of a customer, of every kind of product. A new one may take 15 minutes to appear.
    pub fn orders(&self, customer: &CustomerId) -> Asked<Collection<Order>> {
        self.list(path("/customers/{}/orders", &[customer.as_str()]))
    }

    /// An order, with its prices where the server has any: Microsoft's own client asks for them in
    /// this way.
    pub fn order(&self, customer: &CustomerId, order: &OrderId) -> Asked<Order> {
        let parameters = [customer.as_str(), order.as_str()];
        let path = path("/customers/{}/orders/{}", &parameters);
        self.read(path.map(|path| query(&path, &[("include_price", "true")])))
    }

    /// Cancels an order, or some of its lines, and answers it as it is then.
    pub fn cancel_order(
        &self,
        request: &RequestId,
        customer: &CustomerId,
        order: &OrderId,
        what: &What,
    ) -> Asked<Order> {
        let parameters = [customer.as_str(), order.as_str()];
        self.carry_out(Write {
            request,
            customer: Some(customer),
            method: Method::Patch,
            path: path("/customers/{}/orders/{}", &parameters),
            body: Some(Body::Json(cancellation(order, what))),
            etag: None,
        })
    }

    /// How far the lines of an order have been delivered. Only Admin agents and Global admins may
    /// read it.
    pub fn provisioning_status(
        &self,
        customer: &CustomerId,
        order: &OrderId,
    ) -> Asked<Collection<LineProvisioning>> {
        let parameters = [customer.as_str(), order.as_str()];
        self.list(path(
            "/customers/{}/orders/{}/provisioningstatus",
            &parameters,
        ))
    }
}
