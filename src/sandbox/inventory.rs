//! `POST /extensions/product/checkinventory`: what is left of the few SKUs that can run out.

use serde_json::{Value, json};

use super::call::Call;
use super::failure::{Failure, invalid};
use super::http::Response;
use super::seed::catalog::{Item, Offer, Product, Sku};
use super::seed::company::Company;
use super::seed::purchases::State;
use super::seed::who::Who;

/// A bare array. Unknown items are left out; without a SKU it is all SKUs of the product.
///
/// # Errors
/// 400 without a country or without items.
pub fn check(call: &mut Call) -> Result<Response, Failure> {
    let country = call.request.parameter("country");
    let country = country
        .ok_or_else(|| invalid("country"))?
        .to_ascii_uppercase();
    let body = call.body()?;
    let targets = body.get("targetItems").and_then(Value::as_array);
    let targets = targets.ok_or_else(|| invalid("targetItems"))?;
    let customer = body["inventoryContext"]["customerId"]
        .as_str()
        .and_then(Who::from_tenant)
        .filter(|who| call.directory.holds(*who))
        .map(Company::of);
    let mut found = Vec::new();
    for target in targets {
        let product = target["productId"].as_str().and_then(Product::find);
        let Some(product) = product else {
            continue;
        };
        let wanted = target["skuId"].as_str();
        let skus = product.family.skus.iter();
        let skus =
            skus.filter(|sku| wanted.is_none_or(|wanted| sku.id.eq_ignore_ascii_case(wanted)));
        found.extend(skus.map(|sku| status(call, customer.as_ref(), &country, &product, sku)));
    }
    Ok(Response::json(200, &found.into()))
}

fn status(
    call: &Call,
    customer: Option<&Company>,
    country: &str,
    product: &Product,
    sku: &Sku,
) -> Value {
    let available = Offer::of(product, sku).available(country);
    let bought = customer.map_or(0, |company| bought(call, company, product, sku));
    let none = available.is_some_and(|available| available <= bought);
    let restrictions = match none {
        true => json!([{
            "reasonCode": "NotAvailable",
            "description": "There is no inventory left.",
            "properties": {},
        }]),
        false => json!([]),
    };
    json!({
        "productId": product.id(),
        "skuId": sku.id,
        "isRestricted": none,
        "restrictions": restrictions,
    })
}

/// How many the customer can still get; `None` of what cannot run out.
pub fn left(call: &Call, company: &Company, item: &Item) -> Option<u32> {
    let offer = Offer::of(&item.product, item.sku);
    let available = offer.available(company.country.code)?;
    Some(available.saturating_sub(purchased(call, company, item)))
}

/// How many the customer has bought of a SKU and not given back.
pub fn purchased(call: &Call, company: &Company, item: &Item) -> u32 {
    bought(call, company, &item.product, item.sku)
}

fn bought(call: &Call, company: &Company, product: &Product, sku: &Sku) -> u32 {
    let orders = call.purchases(company);
    let lines = orders.iter().flat_map(|order| &order.lines);
    let owned = lines.filter(|line| {
        line.state != State::Cancelled
            && line.item.product.id() == product.id()
            && line.item.sku.id == sku.id
    });
    owned.fold(0, |sum, line| sum.saturating_add(line.quantity))
}
