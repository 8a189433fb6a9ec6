//! Software subscriptions of a customer: `GET /customers/{id}/subscriptions`. Perpetual licences
//! never appear among them.

use serde_json::Value;

use super::catalog::ProductType;
use super::client::{Asked, PartnerCenter};
use super::collection::Collection;
use super::json::{Fields, Read, Unfit};
use super::path::path;
use crate::model::status::SubscriptionStatus;
use crate::model::{CustomerId, OrderId, SubscriptionId, Timestamp};

/// A subscription (Microsoft, "Subscription resources").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    pub id: SubscriptionId,
    /// `product:SKU:availability`
    pub offer_id: String,
    pub offer_name: Option<String>,
    pub friendly_name: Option<String>,
    pub product_type: Option<ProductType>,
    pub quantity: Option<i64>,
    pub creation_date: Option<Timestamp>,
    pub commitment_end_date: Option<Timestamp>,
    /// The end of the cancellation window by the server itself.
    pub cancellation_allowed_until_date: Option<Timestamp>,
    pub status: SubscriptionStatus,
    pub auto_renew_enabled: Option<bool>,
    pub term_duration: Option<String>,
    pub refund_options: Option<Vec<RefundOption>>,
    pub order_id: Option<OrderId>,
}

/// A refund that a subscription offers until a date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RefundOption {
    /// `Full` or `Partial`
    pub kind: String,
    /// Published bodies say `expiresAt`, the table of the document `expiresAfter`.
    pub expires_at: Option<Timestamp>,
}

impl Read for Subscription {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = Subscription {
            id: from.own_id("id")?,
            offer_id: from.words("offerId"),
            offer_name: from.text("offerName"),
            friendly_name: from.text("friendlyName"),
            product_type: from.member("productType"),
            quantity: from.number("quantity"),
            creation_date: from.date("creationDate"),
            commitment_end_date: from.date("commitmentEndDate"),
            cancellation_allowed_until_date: from.date("cancellationAllowedUntilDate"),
            status: from.words("status").into(),
            auto_renew_enabled: from.truth("autoRenewEnabled"),
            term_duration: from.text("termDuration"),
            refund_options: Some(from.list("refundOptions")),
            order_id: from.id("orderId"),
        };
        from.or_unfit(read)
    }
}

impl Read for RefundOption {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = RefundOption {
            kind: from.words("type"),
            expires_at: from.date("expiresAt").or(from.date("expiresAfter")),
        };
        from.or_unfit(read)
    }
}

impl PartnerCenter {
    /// All subscriptions of a customer. Software subscriptions bought before 14 October 2021 are
    /// among the orders only.
    pub fn subscriptions(&self, customer: &CustomerId) -> Asked<Collection<Subscription>> {
        self.list(path("/customers/{}/subscriptions", &[customer.as_str()]))
    }
}
