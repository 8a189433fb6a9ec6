//! Whether SKUs can be bought in a country: `POST /extensions/product/checkinventory`. Needed only
//! for SKUs whose prerequisites say so.

use serde_json::Value;

use super::client::{Asked, PartnerCenter};
use super::collection::Collection;
use super::json::{Fields, Read, Unfit, Writer, array};
use super::path::query;
use crate::model::{CatalogItemId, CustomerId, ProductId, SkuId};

/// What the inventory says of a SKU.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InventoryItem {
    pub product: ProductId,
    pub sku: SkuId,
    pub is_restricted: bool,
    pub restrictions: Vec<Restriction>,
}

/// Why a SKU cannot be bought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Restriction {
    pub reason: String,
    /// Foreign text.
    pub description: Option<String>,
}

impl Read for InventoryItem {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = InventoryItem {
            product: from.own_id("productId")?,
            sku: from.own_id("skuId")?,
            is_restricted: from.truth("isRestricted").unwrap_or(false),
            restrictions: from.list("restrictions"),
        };
        from.or_unfit(read)
    }
}

impl Read for Restriction {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = Restriction {
            reason: from.words("reasonCode"),
            description: from.text("description"),
        };
        from.or_unfit(read)
    }
}

impl PartnerCenter {
    /// What the inventory of a country (ISO 3166-1 alpha-2) says of SKUs, for a customer. The server
    /// leaves out what it does not know.
    pub fn check_inventory(
        &self,
        country: &str,
        customer: &CustomerId,
        items: &[CatalogItemId],
    ) -> Asked<Collection<InventoryItem>> {
        let target = |item: &CatalogItemId| {
            Writer::new()
                .text("productId", item.product.as_str())
                .text("skuId", item.sku.as_str())
                .end()
        };
        let targets: Vec<String> = items.iter().map(target).collect();
        let context = Writer::new().text("customerId", customer.as_str()).end();
        let body = Writer::new()
            .raw("targetItems", &array(&targets))
            .raw("inventoryContext", &context)
            .end();
        let path = query(
            "/extensions/product/checkinventory",
            &[("country", country)],
        );
        self.ask_with(path, body)
    }
}
