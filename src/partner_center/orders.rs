//! Orders of a customer: `GET /customers/{id}/orders`, `…/orders/{order}`.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::client::{Call, PartnerCenter};
use super::collection::Collection;
use super::error::ApiError;
use super::json;
use super::link::{Attributes, Links};
use super::path::path;
use crate::model::CustomerId;
use crate::model::status::{BillingCycle, OrderStatus};
use crate::model::{OrderId, Timestamp, text};

/// An order (Microsoft, "Order resources").
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Order {
    pub id: OrderId,
    /// The friendly number, 12 hexadecimal digits on most orders.
    pub alternate_id: Option<String>,
    pub reference_customer_id: Option<String>,
    #[serde(default)]
    pub billing_cycle: BillingCycle,
    pub transaction_type: Option<String>,
    #[serde(default)]
    pub line_items: Vec<OrderLineItem>,
    pub currency_code: Option<String>,
    pub currency_symbol: Option<String>,
    /// The start of the cancellation window.
    #[serde(default, with = "json::date")]
    pub creation_date: Option<Timestamp>,
    #[serde(default)]
    pub status: OrderStatus,
    /// A number before tax, as the server wrote it.
    pub total_price: Option<Value>,
    pub links: Option<Links>,
    pub attributes: Option<Attributes>,
}

/// A line of an order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct OrderLineItem {
    #[serde(with = "json::number")]
    pub line_item_number: Option<i64>,
    /// For software `product:SKU:availability`.
    #[serde(deserialize_with = "text::deserialize")]
    pub offer_id: String,
    /// Absent for perpetual licences and until provisioned.
    pub subscription_id: Option<String>,
    pub parent_subscription_id: Option<String>,
    /// Product and SKU title: the only title on an order.
    pub friendly_name: Option<String>,
    /// 0 once the line is cancelled.
    #[serde(with = "json::number")]
    pub quantity: Option<i64>,
    /// `P1Y`, `P3Y`; empty or absent for perpetual licences.
    pub term_duration: Option<String>,
    pub transaction_type: Option<String>,
    pub partner_id_on_record: Option<String>,
    pub links: Option<Links>,
}

impl PartnerCenter {
    /// All orders of a customer, of every kind of product. A new one may take 15 minutes to appear.
    pub async fn orders(&self, customer: &CustomerId) -> Result<Collection<Order>, ApiError> {
        let path = path("/customers/{}/orders", &[customer.as_str()])?;
        self.list(Call::get(path)).await
    }
}
