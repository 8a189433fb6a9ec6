//! What a customer owns: `GET /customers/{id}/entitlements`.

use serde::{Deserialize, Serialize};

use super::client::{Call, PartnerCenter};
use super::collection::Collection;
use super::error::ApiError;
use super::json;
use super::link::Link;
use super::path::{path, query};
use crate::model::CustomerId;
use crate::model::status::ArtifactState;
use crate::model::{OrderId, ProductId, SkuId, Timestamp, text};

/// An entitlement (Microsoft, "Entitlement resources"). It carries no title, date or price.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Entitlement {
    /// What a bundle brings along, recursively.
    #[serde(default)]
    pub included_entitlements: Vec<Entitlement>,
    pub reference_order: Option<ReferenceOrder>,
    pub product_id: ProductId,
    pub sku_id: SkuId,
    /// Units that were cancelled or transferred do not count.
    #[serde(default, with = "json::number")]
    pub quantity: Option<i64>,
    #[serde(default)]
    pub quantity_details: Vec<QuantityDetail>,
    #[serde(default)]
    pub entitled_artifacts: Vec<Artifact>,
    /// `software`, `reservedinstance`
    #[serde(default)]
    pub entitlement_type: String,
    pub fulfillment_state: Option<String>,
    #[serde(default, with = "json::date")]
    pub expiry_date: Option<Timestamp>,
}

/// The order line that an entitlement came from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReferenceOrder {
    pub id: OrderId,
    /// The order's `lineItemNumber`, written as text.
    #[serde(default, deserialize_with = "text::deserialize")]
    pub line_item_id: String,
    pub alternate_id: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct QuantityDetail {
    #[serde(with = "json::number")]
    pub quantity: Option<i64>,
    pub status: String,
}

/// Something an entitlement gives, such as a product key (pre-release contract of June 2018).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Artifact {
    /// `product_key`
    pub artifact_type: String,
    pub state: ArtifactState,
    /// Why the state is not `Active`; empty otherwise.
    pub reason: Option<String>,
    pub link: Option<Link>,
    /// Of reservations.
    pub resource_id: Option<String>,
}

impl PartnerCenter {
    /// The software that a customer owns.
    pub async fn entitlements(
        &self,
        customer: &CustomerId,
    ) -> Result<Collection<Entitlement>, ApiError> {
        let path = path("/customers/{}/entitlements", &[customer.as_str()])?;
        let asked = [("entitlementType", "software"), ("showExpiry", "true")];
        self.list(Call::get(query(&path, &asked))).await
    }
}
