//! `/customers/{id}/orders…` (Microsoft, "Order resources").

use serde_json::{Value, json};

use super::call::Call;
use super::failure::{Failure, fail};
use super::hostile::{hostile, is};
use super::http::Response;
use super::json::{attributes, collection, link};
use super::pricing::{self, Pricing};
use super::seed::company::Company;
use super::seed::purchases::{Line, Price, Purchase, State};
use super::sentinels::Kind;
use super::wire::{date, odd_date};

/// Whole, newest first; `billingType` picks a billing cycle.
pub fn list(call: &mut Call) -> Result<Response, Failure> {
    let company = call.customer()?;
    let cycle = call
        .request
        .parameter("billingType")
        .map(|cycle| cycle.replace('_', ""));
    let orders = call.listed_purchases(&company).into_iter();
    let picked = orders.filter(|order| {
        let known = cycle_of(&company, order).replace('_', "");
        cycle
            .as_ref()
            .is_none_or(|cycle| cycle.eq_ignore_ascii_case(&known))
    });
    let mut items: Vec<_> = picked
        .enumerate()
        .map(|(turn, order)| body(call, &company, &order, turn))
        .collect();
    if is(&company, Kind::OrderUnreadable)
        && let Some(order) = items.get_mut(1)
    {
        order["lineItems"] = "unreadable on purpose".into();
    }
    let uri = format!("/customers/{}/orders", company.tenant);
    Ok(Response::json(200, &collection(items, Some(uri))))
}

pub fn one(call: &mut Call) -> Result<Response, Failure> {
    let company = call.customer()?;
    let order = find(call, &company)?;
    Ok(Response::json(200, &body(call, &company, &order, 1)))
}

/// Only for Admin agents and Global admins, as Microsoft's page says.
pub fn provisioning_status(call: &mut Call) -> Result<Response, Failure> {
    call.admins_only()?;
    let company = call.customer()?;
    let order = find(call, &company)?;
    let items = order.lines.iter().map(|line| {
        let status = match line.state {
            State::Live => "fulfilled",
            State::Cancelled => "unfulfilled",
            State::Unfulfilled => "prefulfillmentPending",
        };
        json!({
            "orderLineItemId": line.number,
            "lineItemNumber": line.number,
            "status": status,
            "quantityProvisioningInformation": [{ "quantity": line.quantity, "status": status }],
        })
    });
    Ok(Response::json(200, &collection(items.collect(), None)))
}

/// The order that the path names second.
///
/// # Errors
/// 404/20000
pub fn find(call: &Call, company: &Company) -> Result<Purchase, Failure> {
    let mut orders = call.purchases(company).into_iter();
    let order = orders.find(|order| order.id == call.parameter(1));
    order.ok_or_else(|| fail(404, "20000", "The order was not found."))
}

fn cycle_of(company: &Company, order: &Purchase) -> &'static str {
    if is(company, Kind::UnknownValues) {
        return "fortnightly";
    }
    order.lines.first().map_or("none", |line| line.cycle)
}

/// An order; `turn` is its place among those whose dates are odd.
pub fn body(call: &Call, company: &Company, order: &Purchase, turn: usize) -> Value {
    let own = format!("/customers/{}/orders/{}", company.tenant, order.id);
    let created = match is(company, Kind::OddDates) {
        true => odd_date(order.created, turn),
        false => date(order.created),
    };
    let lines: Vec<_> = order
        .lines
        .iter()
        .map(|line| line_body(call, company, line))
        .collect();
    let mut body = json!({
        "id": order.id,
        "alternateId": order.alternate_id,
        "referenceCustomerId": company.tenant,
        "billingCycle": cycle_of(company, order),
        "currencyCode": company.country.currency,
        "currencySymbol": company.country.symbol,
        "lineItems": lines,
        "creationDate": created,
        "status": order.status,
        "transactionType": "UserPurchase",
        "links": {
            "self": link(own.as_str()),
            "provisioningStatus": link(format!("{own}/provisioningstatus")),
            "patchOperation": { "uri": own, "method": "PATCH", "headers": [] },
        },
        "client": {},
        "attributes": attributes("Order"),
    });
    let pricing = order.lines.iter().map(|line| pricing(call, company, line));
    if let Some(total) = pricing::total(&pricing.collect::<Vec<_>>()) {
        body["totalPrice"] = total;
    }
    body
}

/// As sold; what was bought before the first use has today's prices.
pub fn pricing(call: &Call, company: &Company, line: &Line) -> Option<Pricing> {
    match line.price {
        Price::Sold(pricing) => pricing,
        Price::Today => Pricing::of(
            &line.item,
            line.cycle,
            line.quantity,
            company,
            call.settings,
        ),
    }
}

fn line_body(call: &Call, company: &Company, line: &Line) -> Value {
    let (product, sku) = (&line.item.product, line.item.sku);
    let country = company.country.code;
    let path = format!("/products/{}", product.id());
    let availability = line.item.availability();
    let mut body = json!({
        "lineItemNumber": line.number,
        "offerId": line.item.id(),
        "transactionType": "New",
        "friendlyName": hostile(Some(company), line.item.friendly_name(call.in_french())),
        "quantity": if line.state == State::Cancelled { 0 } else { line.quantity },
        "links": {
            "product": link(format!("{path}?country={country}")),
            "sku": link(format!("{path}/skus/{}?country={country}", sku.id)),
            "availability": link(format!("{path}/skus/{}/availabilities/{availability}?country={country}", sku.id)),
        },
    });
    if let Some(pricing) = pricing(call, company, line) {
        body["pricing"] = pricing.body();
    }
    if let Some(term) = sku.sold.term() {
        body["termDuration"] = term.into();
    }
    let subscription = line
        .subscription
        .as_ref()
        .filter(|_| line.state != State::Unfulfilled);
    if let Some(subscription) = subscription {
        body["subscriptionId"] = subscription.id.as_str().into();
        let uri = format!(
            "/customers/{}/subscriptions/{}",
            company.tenant, subscription.id
        );
        body["links"]["subscription"] = link(uri);
    }
    body
}
