//! Software subscriptions of a customer: `GET /customers/{id}/subscriptions`. Perpetual licences
//! never appear among them.

use serde::{Deserialize, Serialize};

use super::catalog::ProductType;
use super::client::{Call, PartnerCenter};
use super::collection::Collection;
use super::error::ApiError;
use super::json;
use super::link::{Attributes, Links};
use super::path::path;
use crate::model::CustomerId;
use crate::model::status::{BillingCycle, SubscriptionStatus};
use crate::model::{OrderId, SubscriptionId, Timestamp};

/// A subscription (Microsoft, "Subscription resources").
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Subscription {
    pub id: SubscriptionId,
    /// `product:SKU:availability`
    #[serde(default)]
    pub offer_id: String,
    pub offer_name: Option<String>,
    pub friendly_name: Option<String>,
    pub product_type: Option<ProductType>,
    #[serde(default, with = "json::number")]
    pub quantity: Option<i64>,
    pub unit_type: Option<String>,
    #[serde(default, with = "json::date")]
    pub creation_date: Option<Timestamp>,
    #[serde(default, with = "json::date")]
    pub effective_start_date: Option<Timestamp>,
    #[serde(default, with = "json::date")]
    pub commitment_end_date: Option<Timestamp>,
    /// The end of the cancellation window by the server itself.
    #[serde(default, with = "json::date")]
    pub cancellation_allowed_until_date: Option<Timestamp>,
    #[serde(default)]
    pub status: SubscriptionStatus,
    pub auto_renew_enabled: Option<bool>,
    pub is_trial: Option<bool>,
    pub billing_type: Option<String>,
    #[serde(default)]
    pub billing_cycle: BillingCycle,
    pub term_duration: Option<String>,
    pub renewal_term_duration: Option<String>,
    pub is_microsoft_product: Option<bool>,
    pub contract_type: Option<String>,
    pub refund_options: Option<Vec<RefundOption>>,
    pub links: Option<Links>,
    pub publisher_name: Option<String>,
    pub order_id: Option<OrderId>,
    pub partner_id: Option<String>,
    pub attributes: Option<Attributes>,
}

/// A refund that a subscription offers until a date.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RefundOption {
    /// `Full` or `Partial`
    #[serde(rename = "type")]
    pub kind: String,
    #[serde(with = "json::date", alias = "expiresAfter")]
    pub expires_at: Option<Timestamp>,
}

impl PartnerCenter {
    /// All subscriptions of a customer. Software subscriptions bought before 14 October 2021 are
    /// among the orders only.
    pub async fn subscriptions(
        &self,
        customer: &CustomerId,
    ) -> Result<Collection<Subscription>, ApiError> {
        let path = path("/customers/{}/subscriptions", &[customer.as_str()])?;
        self.list(Call::get(path)).await
    }
}
