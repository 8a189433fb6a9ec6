//! Software subscriptions of a customer: `GET /customers/{id}/subscriptions`. Perpetual licences
//! never appear among them.

use serde_json::Value;

use super::catalog::ProductType;
use super::client::{Asked, PartnerCenter, Write};
use super::collection::Collection;
use super::error::ApiError;
use super::json::{Fields, Read, Unfit};
use super::path::path;
use super::transport::{Body, Method};
use crate::model::cancellation::Standing;
use crate::model::software::Term;
use crate::model::status::SubscriptionStatus;
use crate::model::window::{Refund, ServerDates};
use crate::model::{CustomerId, OrderId, RequestId, SubscriptionId, Timestamp};

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

/// A subscription with everything that the server said of it, known here or not: a change sends the
/// whole of it back, and what is left out of it is reset (Microsoft, "Update a subscription by ID").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholeSubscription {
    pub known: Subscription,
    all: Value,
}

impl Read for WholeSubscription {
    fn read(from: Value) -> Result<Self, Unfit> {
        let known = Subscription::read(from.clone())?;
        Ok(WholeSubscription { known, all: from })
    }
}

impl WholeSubscription {
    pub fn is_deleted(&self) -> bool {
        self.known.status == SubscriptionStatus::Deleted
    }

    pub fn etag(&self) -> Option<&str> {
        self.all.get("attributes")?.get("etag")?.as_str()
    }

    /// What is sent to cancel it: the resource as it came, numbers digit by digit, with another
    /// state.
    pub fn deletion(&self) -> String {
        let mut all = self.all.clone();
        let deleted = SubscriptionStatus::Deleted.as_str();
        all["status"] = Value::String(deleted.to_owned());
        all.to_string()
    }
}

/// The answer to a cancellation: the subscription as it is then, or nothing where it was only
/// accepted (202).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted(pub Option<Subscription>);

impl Read for Accepted {
    fn read(from: Value) -> Result<Self, Unfit> {
        match from {
            Value::Null => Ok(Accepted(None)),
            from => Subscription::read(from).map(|read| Accepted(Some(read))),
        }
    }
}

impl Subscription {
    /// What it says of its own cancellation.
    pub fn server_dates(&self) -> ServerDates {
        let options = self.refund_options.iter().flatten();
        ServerDates {
            allowed_until: self.cancellation_allowed_until_date,
            refund_options: options
                .filter_map(|option| Some((Refund::parse(&option.kind)?, option.expires_at?)))
                .collect(),
        }
    }

    /// What of it weighs when it is cancelled.
    pub fn standing(&self) -> Standing {
        Standing {
            status: self.status.clone(),
            quantity: self.quantity,
            dates: self.server_dates(),
            term: Term {
                subscription: Some(self.id.clone()),
                duration: self.term_duration.clone(),
                ends: self.commitment_end_date,
                auto_renew: self.auto_renew_enabled,
            },
        }
    }
}

impl PartnerCenter {
    /// All subscriptions of a customer. Software subscriptions bought before 14 October 2021 are
    /// among the orders only.
    pub fn subscriptions(&self, customer: &CustomerId) -> Asked<Collection<Subscription>> {
        self.list(path("/customers/{}/subscriptions", &[customer.as_str()]))
    }

    /// One subscription, whole.
    pub fn subscription(
        &self,
        customer: &CustomerId,
        id: &SubscriptionId,
    ) -> Asked<WholeSubscription> {
        self.read(subscription_path(customer, id))
    }

    /// Cancels a subscription that was read just now. Orders that cannot be cancelled as such are
    /// cancelled so ([`ApiError::asks_for_subscription`]).
    pub fn cancel_subscription(
        &self,
        request: &RequestId,
        customer: &CustomerId,
        subscription: &WholeSubscription,
    ) -> Asked<Accepted> {
        self.carry_out(Write {
            request,
            customer: Some(customer),
            method: Method::Patch,
            path: subscription_path(customer, &subscription.known.id),
            body: Some(Body::Json(subscription.deletion())),
            etag: subscription.etag(),
        })
    }
}

fn subscription_path(customer: &CustomerId, id: &SubscriptionId) -> Result<String, ApiError> {
    path(
        "/customers/{}/subscriptions/{}",
        &[customer.as_str(), id.as_str()],
    )
}
