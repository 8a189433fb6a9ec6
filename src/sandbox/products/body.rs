//! Products, SKUs and availabilities as they are answered.

use serde_json::{Value, json};

use super::Scope;
use crate::sandbox::call::Call;
use crate::sandbox::hostile::hostile;
use crate::sandbox::json::link;
use crate::sandbox::seed::catalog::{Item, Offer, Product, Sku, Sold};
use crate::sandbox::seed::purchases::WINDOW_DAYS;

pub fn product_body(call: &Call, scope: &Scope, product: &Product) -> Value {
    let own = format!("/products/{}", product.id());
    json!({
        "id": product.id(),
        "title": hostile(scope.customer.as_ref(), product.title().into_owned()),
        "description": product.family.description.get(call.in_french()),
        "productType": { "id": "Software", "displayName": "Software" },
        "isMicrosoftProduct": product.publisher() == "Microsoft",
        "publisherName": product.publisher(),
        "links": { "skus": link(scope.uri(&format!("{own}/skus"))), "self": link(scope.uri(&own)) },
    })
}

pub fn sku_body(call: &Call, scope: &Scope, product: &Product, sku: &Sku) -> Value {
    let own = format!("/products/{}/skus/{}", product.id(), sku.id);
    let title = hostile(
        scope.customer.as_ref(),
        sku.title.get(call.in_french()).to_owned(),
    );
    let offer = Offer::of(product, sku);
    let mut body = json!({
        "id": sku.id,
        "productId": product.id(),
        "title": title,
        "description": title,
        "minimumQuantity": offer.minimum,
        "maximumQuantity": offer.maximum,
        "isTrial": false,
        "supportedBillingCycles": offer.cycles(sku),
        "purchasePrerequisites": ["MicrosoftCustomerAgreement"],
        "inventoryVariables": [],
        "provisioningVariables": [],
        "actions": ["Refund"],
        "dynamicAttributes": {},
        "links": {
            "availabilities": link(scope.uri(&format!("{own}/availabilities"))),
            "self": link(scope.uri(&own)),
        },
    });
    if offer.stock.is_some() {
        body["purchasePrerequisites"] = json!(["MicrosoftCustomerAgreement", "InventoryCheck"]);
        body["inventoryVariables"] = json!(["CustomerId"]);
    }
    if let Some(kind) = offer.attestation {
        body["attestationProperties"] =
            json!({ "attestationType": kind, "enforceAttestation": true });
    }
    body
}

pub fn availability_body(call: &Call, scope: &Scope, item: &Item) -> Value {
    let (id, product, sku) = (item.availability(), item.product.id(), item.sku);
    let uri = format!("/products/{product}/skus/{}/availabilities/{id}", sku.id);
    let mut body = json!({
        "id": id,
        "productId": product,
        "skuId": sku.id,
        "catalogItemId": item.id(),
        "defaultCurrency": { "code": scope.country.currency, "symbol": scope.country.symbol },
        "segment": item.segment.as_str(),
        "country": scope.market,
        "isPurchasable": true,
        "isRenewable": sku.sold != Sold::Perpetual,
        "product": {},
        "sku": {},
        "links": { "self": link(scope.uri(&uri)) },
    });
    if let Some(duration) = sku.sold.term() {
        let cycles = Offer::of(&item.product, sku).cycles(sku).into_iter();
        let term = |cycle: &str| {
            json!({
                "id": format!("{duration}-{cycle}"),
                "duration": duration,
                "description": sku.title.get(call.in_french()),
                "billingCycle": cycle,
                "cancellationPolicies": [{
                    "refundOptions": [{
                        "sequenceId": 0,
                        "type": "Full",
                        "expiresAfter": format!("P{WINDOW_DAYS}D"),
                    }],
                }],
            })
        };
        body["terms"] = cycles.map(term).collect();
    }
    body
}
