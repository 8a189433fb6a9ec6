//! What a customer owns: `GET /customers/{id}/entitlements`.

use serde_json::Value;

use super::client::{Asked, PartnerCenter};
use super::collection::Collection;
use super::json::{Fields, Read, Unfit};
use super::link::Link;
use super::path::{path, query};
use crate::model::status::ArtifactState;
use crate::model::{CustomerId, OrderId, ProductId, SkuId, Timestamp};

/// An entitlement (Microsoft, "Entitlement resources"). It carries no title, purchase date or price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entitlement {
    /// What a bundle brings along, recursively.
    pub included_entitlements: Vec<Entitlement>,
    pub reference_order: Option<ReferenceOrder>,
    pub product_id: ProductId,
    pub sku_id: SkuId,
    /// Units that were cancelled or transferred do not count.
    pub quantity: Option<i64>,
    pub entitled_artifacts: Vec<Artifact>,
    /// `software`, `reservedinstance`
    pub entitlement_type: String,
    pub expiry_date: Option<Timestamp>,
}

/// The order line that an entitlement came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferenceOrder {
    pub id: OrderId,
    /// The order's `lineItemNumber`, written as text.
    pub line_item_id: String,
}

/// Something an entitlement gives, such as a product key (pre-release contract of June 2018).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Artifact {
    /// `product_key`
    pub artifact_type: String,
    pub state: ArtifactState,
    /// Why the state is not `Active`; empty otherwise.
    pub reason: Option<String>,
    pub link: Option<Link>,
}

impl Read for Entitlement {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = Entitlement {
            included_entitlements: from.list("includedEntitlements"),
            reference_order: from.member("referenceOrder"),
            product_id: from.own_id("productId")?,
            sku_id: from.own_id("skuId")?,
            quantity: from.number("quantity"),
            entitled_artifacts: from.list("entitledArtifacts"),
            entitlement_type: from.words("entitlementType"),
            expiry_date: from.date("expiryDate"),
        };
        from.or_unfit(read)
    }
}

impl Read for ReferenceOrder {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = ReferenceOrder {
            id: from.own_id("id")?,
            line_item_id: from.words("lineItemId"),
        };
        from.or_unfit(read)
    }
}

impl Read for Artifact {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = Artifact {
            artifact_type: from.words("artifactType"),
            state: from.words("state").into(),
            reason: from.text("reason"),
            link: from.member("link"),
        };
        from.or_unfit(read)
    }
}

impl PartnerCenter {
    /// The software that a customer owns.
    pub fn entitlements(&self, customer: &CustomerId) -> Asked<Collection<Entitlement>> {
        let path = path("/customers/{}/entitlements", &[customer.as_str()]);
        let asked = [("entitlementType", "software"), ("showExpiry", "true")];
        self.list(path.map(|path| query(&path, &asked)))
    }
}
