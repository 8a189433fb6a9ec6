//! Carts: `/customers/{id}/carts`. There is no list of them, and none is deleted: they expire.

use serde_json::Value;

use super::client::{Asked, PartnerCenter, Write};
use super::error::ApiError;
use super::json::{Fields, Read, Unfit, Writer, array};
use super::path::path;
use super::transport::{Body, Method};
use crate::model::billing::Term;
use crate::model::cart::{Cart, CartLine, Checkout, LineError, LineErrorKind, OrderError};
use crate::model::money::{Currency, Pricing};
use crate::model::order::Order;
use crate::model::{CartId, CustomerId, RequestId};

impl Read for Cart {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let attributes: Option<Attributes> = from.member("attributes");
        let read = Cart {
            id: from.own_id("id")?,
            status: from.words("status").into(),
            expires: from
                .date("expirationTimestamp")
                .or_else(|| from.date("expirationTimeStamp")),
            lines: from.list("lineItems"),
            etag: attributes.and_then(|attributes| attributes.etag),
        };
        from.or_unfit(read)
    }
}

struct Attributes {
    etag: Option<String>,
}

impl Read for Attributes {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let etag = from.text("etag").filter(|etag| !etag.is_empty());
        from.or_unfit(Attributes { etag })
    }
}

impl Read for CartLine {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let id = small(from.number("id"), "id")?;
        let read = CartLine {
            id,
            catalog_item: from.own_id("catalogItemId")?,
            friendly_name: from.text("friendlyName"),
            quantity: small(from.number("quantity"), "quantity")?,
            billing_cycle: from.words("billingCycle").into(),
            term: from
                .text("termDuration")
                .and_then(|text| Term::parse(&text)),
            attestation_accepted: from.truth("attestationAccepted"),
            order_group: from.text("orderGroup"),
            currency: from
                .text("currencyCode")
                .and_then(|code| Currency::parse(&code)),
            pricing: from.member("pricing"),
            error: from.member("error"),
        };
        from.or_unfit(read)
    }
}

fn small(number: Option<i64>, name: &'static str) -> Result<u32, Unfit> {
    let number = number.and_then(|number| u32::try_from(number).ok());
    number.ok_or(Unfit(name))
}

impl Read for Pricing {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = Pricing {
            list: from.decimal("listPrice"),
            discounted: from.decimal("discountedPrice"),
            prorated: from.decimal("proratedPrice"),
            price: from.decimal("price"),
            extended: from.decimal("extendedPrice"),
        };
        from.or_unfit(read)
    }
}

impl Read for LineError {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let more: Option<Quantities> = from.member("additionalInformation");
        let read = LineError {
            code: LineErrorKind::read(from.words("errorCode")),
            description: from.text("errorDescription"),
            available: more.as_ref().and_then(|more| more.available),
            purchased: more.and_then(|more| more.purchased),
        };
        from.or_unfit(read)
    }
}

struct Quantities {
    available: Option<i64>,
    purchased: Option<i64>,
}

impl Read for Quantities {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = Quantities {
            available: from.number("availableQuantity"),
            purchased: from.number("purchasedQuantity"),
        };
        from.or_unfit(read)
    }
}

impl Read for Checkout {
    fn read(from: Value) -> Result<Self, Unfit> {
        // One published body is the order itself.
        if from.get("orders").is_none() && from.get("lineItems").is_some() {
            let orders = vec![Order::read(from)?];
            let errors = Vec::new();
            return Ok(Checkout { orders, errors });
        }
        let mut from = Fields::of(from)?;
        let read = Checkout {
            orders: from.list("orders"),
            errors: from.list("orderErrors"),
        };
        let says_nothing = read.orders.is_empty() && read.errors.is_empty();
        match from.or_unfit(read) {
            Ok(_) if says_nothing => Err(Unfit("orders")),
            read => read,
        }
    }
}

impl Read for OrderError {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = OrderError {
            group: from.text("orderGroupId"),
            code: from.text("code"),
            description: from.text("description"),
        };
        from.or_unfit(read)
    }
}

/// What is sent for a new cart: what a person chose. The rest is the server's.
pub fn new_body(lines: &[CartLine]) -> String {
    Writer::new().raw("lineItems", &list(lines)).end()
}

/// What is sent to replace the lines of a cart.
pub fn body(cart: &Cart) -> String {
    Writer::new()
        .text("id", cart.id.as_str())
        .raw("lineItems", &list(&cart.lines))
        .end()
}

fn list(lines: &[CartLine]) -> String {
    let lines: Vec<String> = lines.iter().map(line).collect();
    array(&lines)
}

fn line(line: &CartLine) -> String {
    Writer::new()
        .number("id", line.id)
        .text("catalogItemId", &line.catalog_item.to_string())
        .number("quantity", line.quantity)
        .text("billingCycle", line.billing_cycle.as_str())
        .text_if("termDuration", line.term.as_ref().map(Term::as_str))
        .truth_if("attestationAccepted", line.attestation_accepted)
        .end()
}

impl PartnerCenter {
    /// A new cart with these lines.
    pub fn create_cart(
        &self,
        request: &RequestId,
        customer: &CustomerId,
        lines: &[CartLine],
    ) -> Asked<Cart> {
        self.carry_out(Write {
            request,
            customer: Some(customer),
            method: Method::Post,
            path: path("/customers/{}/carts", &[customer.as_str()]),
            body: Some(Body::Json(new_body(lines))),
            etag: None,
        })
    }

    pub fn cart(&self, customer: &CustomerId, cart: &CartId) -> Asked<Cart> {
        self.read(cart_path(customer, cart))
    }

    /// Replaces a cart's lines by those that it has here.
    pub fn update_cart(
        &self,
        request: &RequestId,
        customer: &CustomerId,
        cart: &Cart,
    ) -> Asked<Cart> {
        self.carry_out(Write {
            request,
            customer: Some(customer),
            method: Method::Put,
            path: cart_path(customer, &cart.id),
            body: Some(Body::Json(body(cart))),
            etag: cart.etag.as_deref(),
        })
    }

    /// Orders what is in a cart. For a cart that was checked out already it answers what came of it
    /// then.
    pub fn checkout(
        &self,
        request: &RequestId,
        customer: &CustomerId,
        cart: &CartId,
    ) -> Asked<Checkout> {
        let parameters = [customer.as_str(), cart.as_str()];
        self.carry_out(Write {
            request,
            customer: Some(customer),
            method: Method::Post,
            path: path("/customers/{}/carts/{}/checkout", &parameters),
            body: None,
            etag: None,
        })
    }
}

fn cart_path(customer: &CustomerId, cart: &CartId) -> Result<String, ApiError> {
    path(
        "/customers/{}/carts/{}",
        &[customer.as_str(), cart.as_str()],
    )
}
