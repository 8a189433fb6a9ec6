//! `/customers/{id}/subscriptions…`: software subscriptions only, and not the oldest ones (Microsoft,
//! "Subscription resources").

use serde_json::{Value, json};

use super::call::Call;
use super::failure::{Failure, fail};
use super::hostile::{hostile, is};
use super::http::Response;
use super::json::{collection, link};
use super::seed::company::Company;
use super::seed::purchases::{Line, Purchase, State, Subscription};
use super::seed::random::{hash, mix};
use super::sentinels::Kind;
use super::wire::{NOT_SET, date, whole_seconds};

/// Whole; `order_id` picks those of an order.
pub fn list(call: &mut Call) -> Result<Response, Failure> {
    let company = call.customer()?;
    let order = call.request.parameter("order_id").map(str::to_owned);
    let all = all(call, call.listed_purchases(&company)).into_iter();
    let all = all.map(|found| body(call, &company, &found));
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
    let found = find(call, &company)?;
    Ok(Response::json(200, &body(call, &company, &found)))
}

/// A subscription with the line that it was bought by.
pub struct Found {
    pub order: Purchase,
    pub line: Line,
    subscription: Subscription,
    /// Somebody else has switched its renewal.
    switched: bool,
}

/// The subscription that the path names second.
///
/// # Errors
/// 404/20003
pub fn find(call: &Call, company: &Company) -> Result<Found, Failure> {
    let mut all = all(call, call.purchases(company)).into_iter();
    let found = all.find(|found| found.subscription.id == call.parameter(1));
    found.ok_or_else(|| fail(404, "20003", "The subscription was not found."))
}

fn all(call: &Call, orders: Vec<Purchase>) -> Vec<Found> {
    let mut all = Vec::new();
    for order in orders {
        let lines = order.lines.iter();
        for line in lines.filter(|line| line.state != State::Unfulfilled) {
            let subscription = line.subscription.clone();
            if let Some(subscription) = subscription.filter(|subscription| subscription.listed) {
                all.push(Found {
                    order: order.clone(),
                    line: line.clone(),
                    switched: call.documents.get(&switched(&subscription)).is_some(),
                    subscription,
                });
            }
        }
    }
    all
}

/// What remembers that the renewal of a subscription was switched.
fn switched(subscription: &Subscription) -> String {
    format!("switched/{}", subscription.id)
}

impl Found {
    /// Somebody else switches its renewal, unless that was done before.
    pub fn switch(&mut self, call: &mut Call) {
        self.switched = true;
        call.documents
            .put(switched(&self.subscription), Value::Bool(true));
    }

    /// A signed number as text, as the API prints its ETags.
    pub fn etag(&self) -> String {
        let state = u64::from(self.line.is_live()) + 2 * u64::from(self.switched);
        (mix(&[60, hash(&self.subscription.id), state]) as i64).to_string()
    }
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

pub fn body(call: &Call, company: &Company, found: &Found) -> Value {
    let Found {
        order,
        line,
        subscription,
        switched,
    } = found;
    let (product, sku) = (&line.item.product, line.item.sku);
    let name = hostile(Some(company), line.item.friendly_name(call.in_french()));
    let country = company.country.code;
    let path = format!("/products/{}", product.id());
    let availability = line.item.availability();
    let ends = match is(company, Kind::OddDates) {
        true => "9999-12-31T00:00:00".to_owned(),
        false => whole_seconds(subscription.ends),
    };
    let renews = subscription.renews != *switched && line.is_live();
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
        "autoRenewEnabled": renews,
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
        "attributes": { "objectType": "Subscription", "etag": found.etag() },
    });
    if is(company, Kind::OddDates) {
        body["cancellationAllowedUntilDate"] = NOT_SET.into();
    }
    if renews {
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
