//! The catalogue: products and their SKUs, as a customer's market knows them.

use serde_json::Value;

use super::client::{Asked, PartnerCenter};
use super::collection::Collection;
use super::json::{Fields, Read, Unfit};
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
        let mut from = Fields::of(from)?;
        let read = Product {
            id: from.own_id("id")?,
            title: from.words("title"),
            product_type: from.member("productType"),
        };
        from.or_unfit(read)
    }
}

impl Read for ProductType {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = ProductType {
            id: from.words("id"),
        };
        from.or_unfit(read)
    }
}

impl Read for Sku {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = Sku {
            id: from.own_id("id")?,
            title: from.words("title"),
        };
        from.or_unfit(read)
    }
}

impl PartnerCenter {
    /// A product, as the customer's market knows it.
    pub fn product(&self, customer: &CustomerId, product: &ProductId) -> Asked<Product> {
        let parameters = [customer.as_str(), product.as_str()];
        self.read(path("/customers/{}/products/{}", &parameters))
    }

    /// All SKUs of a product that the customer's market knows.
    pub fn skus(&self, customer: &CustomerId, product: &ProductId) -> Asked<Collection<Sku>> {
        let parameters = [customer.as_str(), product.as_str()];
        self.list(path("/customers/{}/products/{}/skus", &parameters))
    }
}
