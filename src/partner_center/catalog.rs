//! The catalogue: products, their SKUs, and the availabilities of a SKU.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::client::{Call, PartnerCenter};
use super::collection::Collection;
use super::error::ApiError;
use super::json;
use super::link::Links;
use super::path::path;
use crate::model::CustomerId;
use crate::model::{ProductId, SkuId};

/// A product (Microsoft, "Product resources").
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Product {
    pub id: ProductId,
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub description: String,
    pub product_type: Option<ProductType>,
    pub is_microsoft_product: Option<bool>,
    pub publisher_name: Option<String>,
    pub links: Option<Links>,
}

/// The kind of a product: `Software`, `Azure`, `OnlineServices`…
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ProductType {
    pub id: String,
    pub display_name: String,
    pub sub_type: Option<Box<ProductType>>,
}

/// A variant of a product. Its id is unique only inside the product.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Sku {
    pub id: SkuId,
    pub product_id: Option<ProductId>,
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub description: String,
    #[serde(default, with = "json::number")]
    pub minimum_quantity: Option<i64>,
    #[serde(default, with = "json::number")]
    pub maximum_quantity: Option<i64>,
    pub is_trial: Option<bool>,
    #[serde(default)]
    pub supported_billing_cycles: Vec<String>,
    #[serde(default)]
    pub purchase_prerequisites: Vec<String>,
    #[serde(default)]
    pub inventory_variables: Vec<String>,
    #[serde(default)]
    pub provisioning_variables: Vec<String>,
    /// `Refund`: can be cancelled and refunded.
    #[serde(default)]
    pub actions: Vec<String>,
    /// May change without notice: nothing here depends on its keys.
    pub dynamic_attributes: Option<Map<String, Value>>,
    pub links: Option<Links>,
}

/// What can be bought of a SKU, in a country and a segment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Availability {
    pub id: String,
    pub product_id: ProductId,
    pub sku_id: SkuId,
    /// `product:SKU:availability`
    #[serde(default)]
    pub catalog_item_id: String,
    pub default_currency: Option<Currency>,
    pub segment: Option<String>,
    pub country: Option<String>,
    pub is_purchasable: Option<bool>,
    pub is_renewable: Option<bool>,
    pub terms: Option<Vec<Term>>,
    pub links: Option<Links>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Currency {
    pub code: String,
    pub symbol: String,
}

/// A term that an availability is sold for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Term {
    pub id: Option<String>,
    /// ISO 8601: `P1M`, `P1Y`, `P3Y`
    pub duration: String,
    pub description: String,
    pub billing_cycle: Option<String>,
}

impl PartnerCenter {
    /// A product, as the customer's market knows it.
    pub async fn product(
        &self,
        customer: &CustomerId,
        product: &ProductId,
    ) -> Result<Product, ApiError> {
        let parameters = [customer.as_str(), product.as_str()];
        let path = path("/customers/{}/products/{}", &parameters)?;
        self.read(Call::get(path)).await
    }

    /// All SKUs of a product that the customer's market knows.
    pub async fn skus(
        &self,
        customer: &CustomerId,
        product: &ProductId,
    ) -> Result<Collection<Sku>, ApiError> {
        let parameters = [customer.as_str(), product.as_str()];
        let path = path("/customers/{}/products/{}/skus", &parameters)?;
        self.list(Call::get(path)).await
    }
}
