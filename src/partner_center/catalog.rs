//! The catalogue: products and their SKUs, as a customer's market knows them.

use serde_json::Value;

use super::client::{Call, PartnerCenter};
use super::collection::Collection;
use super::error::ApiError;
use super::json::{Object, Read, Unfit};
use super::path::path;
use crate::model::{CustomerId, ProductId, SkuId};

/// A product (Microsoft, "Product resources").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    pub id: ProductId,
    pub title: String,
    pub product_type: Option<ProductType>,
}

/// The kind of a product: `Software`, `Azure`, `OnlineServices`…
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProductType {
    pub id: String,
}

/// A variant of a product. Its id is unique only inside the product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sku {
    pub id: SkuId,
    pub title: String,
}

impl Read for Product {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Object::of(from)?;
        Ok(Product {
            id: from.own_id("id")?,
            title: from.words("title")?,
            product_type: from.member("productType")?,
        })
    }
}

impl Read for ProductType {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Object::of(from)?;
        Ok(ProductType {
            id: from.words("id")?,
        })
    }
}

impl Read for Sku {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Object::of(from)?;
        Ok(Sku {
            id: from.own_id("id")?,
            title: from.words("title")?,
        })
    }
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
