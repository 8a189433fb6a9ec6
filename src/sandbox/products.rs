//! The catalogue, of a country (`/products…`) or as a customer may buy it (`/customers/{id}/products…`).
//! Without prices, as the API's.

mod body;
mod scope;

pub use scope::{Scope, offered_week, outdated};

use super::call::Call;
use super::failure::{Failure, fail, invalid};
use super::http::Response;
use super::json::collection;
use super::seed::catalog::{Product, Sku, Sold};
use body::{availability_body, product_body, sku_body};

/// Whole; a customer's holds what the customer may buy.
pub fn list(call: &mut Call) -> Result<Response, Failure> {
    let scope = Scope::of(call)?;
    let segments = scope.segments(call)?;
    let view = call
        .request
        .parameter("targetView")
        .ok_or_else(|| invalid("targetView"))?;
    let (perpetual, terms) = match view.to_ascii_lowercase().as_str() {
        "software" => (true, true),
        "softwareperpetual" => (true, false),
        "softwaresubscriptions" => (false, true),
        _ => return Err(fail(403, "400036", "The target view is not allowed.")),
    };
    let shown = |sku: &Sku| match sku.sold {
        Sold::Perpetual => perpetual,
        Sold::Years(_) => terms,
    };
    let products = (0..call.settings.catalog_products).filter_map(Product::at);
    let products = products.filter(|product| {
        let mut skus = product.family.skus.iter();
        skus.any(|sku| shown(sku) && scope.sells(product, sku, &segments))
    });
    let items = products
        .map(|product| product_body(call, &scope, &product))
        .collect();
    Ok(Response::json(
        200,
        &collection(items, Some(scope.uri("/products"))),
    ))
}

pub fn one(call: &mut Call) -> Result<Response, Failure> {
    let scope = Scope::of(call)?;
    let product = scope.product(call)?;
    Ok(Response::json(200, &product_body(call, &scope, &product)))
}

pub fn skus(call: &mut Call) -> Result<Response, Failure> {
    let scope = Scope::of(call)?;
    let segments = scope.segments(call)?;
    let product = scope.product(call)?;
    let skus = product.family.skus.iter();
    let items = skus
        .filter(|sku| scope.sells(&product, sku, &segments))
        .map(|sku| sku_body(call, &scope, &product, sku))
        .collect();
    let uri = scope.uri(&format!("/products/{}/skus", product.id()));
    Ok(Response::json(200, &collection(items, Some(uri))))
}

/// Also where it is not sold: what was bought once keeps its title.
pub fn sku(call: &mut Call) -> Result<Response, Failure> {
    let scope = Scope::of(call)?;
    let (product, sku) = scope.sku(call)?;
    Ok(Response::json(200, &sku_body(call, &scope, &product, sku)))
}

/// Of this week; none where the SKU is not sold.
pub fn availabilities(call: &mut Call) -> Result<Response, Failure> {
    let scope = Scope::of(call)?;
    let segments = scope.segments(call)?;
    let (product, sku) = scope.sku(call)?;
    let uri = scope.uri(&format!(
        "/products/{}/skus/{}/availabilities",
        product.id(),
        sku.id
    ));
    let items = scope.items(call, product, sku, &segments);
    let items = items
        .iter()
        .map(|item| availability_body(call, &scope, item))
        .collect();
    Ok(Response::json(200, &collection(items, Some(uri))))
}

/// # Errors
/// 404/400019 for one that is not offered any more.
pub fn availability(call: &mut Call) -> Result<Response, Failure> {
    let scope = Scope::of(call)?;
    let segments = scope.segments(call)?;
    let (product, sku) = scope.sku(call)?;
    let wanted = call.parameter(scope.product + 2);
    let mut items = scope.items(call, product, sku, &segments).into_iter();
    let item = items.find(|item| item.availability().eq_ignore_ascii_case(wanted));
    let item = item.ok_or_else(|| fail(404, "400019", "The availability was not found."))?;
    Ok(Response::json(200, &availability_body(call, &scope, &item)))
}
