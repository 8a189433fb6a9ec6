//! `/customers/{id}/subscriptions…`: software subscriptions only, and not the oldest ones (Microsoft,
//! "Subscription resources").

use serde_json::{Value, json};

use super::call::Call;
use super::failure::{Failure, fail};
use super::hostile::{hostile, is};
use super::http::Response;
use super::json::{attributes, collection, link};
use super::seed::company::Company;
use super::seed::purchases::{Line, Purchase, State, Subscription};
use super::sentinels::Kind;
use super::wire::{date, whole_seconds};

/// Whole; `order_id` picks those of an order.
pub fn list(call: &mut Call) -> Result<Response, Failure> {
    let company = call.customer()?;
    let order = call.request.parameter("order_id").map(str::to_owned);
    let listed = call.listed_purchases(&company);
    let all = all(call, &company, &listed).into_iter();
    let picked = all.filter(|body| {
        order
            .as_ref()
            .is_none_or(|order| body["orderId"] == **order)
    });
    let uri = format!("/customers/{}/subscriptions", company.tenant);
    Ok(Response::json(
        200,
        &collection(picked.collect(), Some(uri)),
    ))
}

pub fn one(call: &mut Call) -> Result<Response, Failure> {
    let company = call.customer()?;
    let found = all(call, &company, &call.purchases(&company))
        .into_iter()
        .find(|body| body["id"] == *call.parameter(1));
    let found = found.ok_or_else(|| fail(404, "20003", "The subscription was not found."))?;
    Ok(Response::json(200, &found))
}

fn all(call: &Call, company: &Company, orders: &[Purchase]) -> Vec<Value> {
    let mut bodies = Vec::new();
    for order in orders {
        for line in order
            .lines
            .iter()
            .filter(|line| line.state != State::Unfulfilled)
        {
            if let Some(subscription) = line
                .subscription
                .as_ref()
                .filter(|subscription| subscription.listed)
            {
                bodies.push(body(call, company, order, line, subscription));
            }
        }
    }
    bodies
}

fn status(
    call: &Call,
    company: &Company,
    order: &Purchase,
    line: &Line,
    ends: crate::model::Timestamp,
) -> &'static str {
    match line.state {
        State::Cancelled => "deleted",
        _ if is(company, Kind::UnknownValues) => "hibernating",
        _ if order.status == "suspended" => "suspended",
        _ if ends < call.now => "expired",
        _ => "active",
    }
}

fn body(
    call: &Call,
    company: &Company,
    order: &Purchase,
    line: &Line,
    subscription: &Subscription,
) -> Value {
    let (product, sku) = (&line.item.product, line.item.sku);
    let name = hostile(Some(company), line.item.friendly_name(call.in_french()));
    let country = company.country.code;
    let path = format!("/products/{}", product.id());
    let availability = line.item.availability();
    let ends = match is(company, Kind::OddDates) {
        true => "9999-12-31T00:00:00".to_owned(),
        false => whole_seconds(subscription.ends),
    };
    let mut body = json!({
        "id": subscription.id,
        "offerId": line.item.id(),
        "offerName": name,
        "friendlyName": name,
        "productType": { "id": "Software", "displayName": "Software" },
        "quantity": line.quantity,
        "unitType": "Licenses",
        "hasPurchasableAddons": false,
        "creationDate": date(order.created),
        "effectiveStartDate": date(order.created),
        "commitmentEndDate": ends,
        "cancellationAllowedUntilDate": whole_seconds(subscription.cancellable_until),
        "status": status(call, company, order, line, subscription.ends),
        "autoRenewEnabled": subscription.renews,
        "isTrial": false,
        "billingType": "license",
        "billingCycle": line.cycle,
        "termDuration": sku.sold.term(),
        "renewalTermDuration": "",
        "isMicrosoftProduct": true,
        "partnerId": "",
        "attentionNeeded": false,
        "actionTaken": false,
        "contractType": "subscription",
        "links": {
            "product": link(format!("{path}?country={country}")),
            "sku": link(format!("{path}/skus/{}?country={country}", sku.id)),
            "availability": link(format!("{path}/skus/{}/availabilities/{availability}?country={country}", sku.id)),
            "self": link(format!("/customers/{}/subscriptions/{}", company.tenant, subscription.id)),
        },
        "publisherName": "Microsoft",
        "orderId": order.id,
        "attributes": attributes("Subscription"),
    });
    if is(company, Kind::OddDates) {
        body["cancellationAllowedUntilDate"] = "0001-01-01T00:00:00".into();
    }
    if subscription.renews {
        body["scheduledNextTermInstructions"] = json!({
            "product": {
                "productId": product.id(),
                "skuId": sku.id,
                "availabilityId": availability,
                "billingCycle": "Annual",
                "termDuration": sku.sold.term(),
            },
            "quantity": line.quantity,
        });
    }
    body
}
