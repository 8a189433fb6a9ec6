//! `/customers/{id}/entitlements`: what the customer owns, with product keys as the pre-release
//! contract of June 2018 listed them.

use serde_json::{Value, json};

use super::call::Call;
use super::failure::Failure;
use super::hostile::is;
use super::http::Response;
use super::json::{collection, link};
use super::product_keys::{Item, items};
use super::seed::catalog::{Product, Sku};
use super::seed::company::Company;
use super::seed::purchases::{Line, Purchase, State};
use super::sentinels::Kind;
use super::wire::whole_seconds;

/// Whole. Cancelled lines stay with quantity 0 and a revoked key.
pub fn list(call: &mut Call) -> Result<Response, Failure> {
    let company = call.customer()?;
    let kind = call
        .request
        .parameter("entitlementType")
        .unwrap_or("software");
    let mut entitlements = Vec::new();
    if kind.eq_ignore_ascii_case("software") {
        for order in call.listed_purchases(&company) {
            let delivered = order
                .lines
                .iter()
                .filter(|line| line.state != State::Unfulfilled);
            entitlements.extend(delivered.map(|line| body(call, &company, &order, line)));
        }
    }
    if is(&company, Kind::EntitlementUnreadable)
        && let Some(first) = entitlements.first_mut()
    {
        first["productId"] = json!({ "unreadable": "on purpose" });
    }
    Ok(Response::json(200, &collection(entitlements, None)))
}

fn body(call: &Call, company: &Company, order: &Purchase, line: &Line) -> Value {
    let mut all = line
        .delivers()
        .map(|(product, sku)| entitlement(call, company, order, line, &product, sku));
    let mut own = all.next().unwrap_or_default();
    own["includedEntitlements"] = all.collect();
    own
}

fn entitlement(
    call: &Call,
    company: &Company,
    order: &Purchase,
    line: &Line,
    product: &Product,
    sku: &Sku,
) -> Value {
    let quantity = if line.is_live() { line.quantity } else { 0 };
    let artifacts: Vec<_> = items(company, order, line, product, sku)
        .iter()
        .map(|item| artifact(company, line, item))
        .collect();
    let mut body = json!({
        "includedEntitlements": [],
        "referenceOrder": {
            "id": order.id,
            "lineItemId": line.number.to_string(),
            "alternateId": order.alternate_id,
        },
        "productId": product.id(),
        "skuId": sku.id,
        "quantity": quantity,
        "quantityDetails": [{ "quantity": quantity, "status": if line.is_live() { "fulfilled" } else { "revoked" } }],
        "entitledArtifacts": artifacts,
        "entitlementType": "software",
    });
    let expiry = call
        .request
        .parameter("showExpiry")
        .is_some_and(|show| show.eq_ignore_ascii_case("true"));
    if let Some(subscription) = line.subscription.as_ref().filter(|_| expiry) {
        body["expiryDate"] = whole_seconds(subscription.ends).into();
    }
    body
}

fn artifact(company: &Company, line: &Line, item: &Item) -> Value {
    let (state, reason) = match line.is_live() {
        _ if is(company, Kind::UnknownValues) => ("Slumbering", "moonlight"),
        true => ("Active", ""),
        false => ("Revoked", "Cancelled"),
    };
    json!({ "artifactType": "product_key", "state": state, "reason": reason, "link": link(item.uri.as_str()) })
}
