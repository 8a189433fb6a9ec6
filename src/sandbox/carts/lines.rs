//! Reading the lines of a request: what refuses the whole call, and what stands on a line.

use serde_json::{Map, Value};

use super::errors;
use super::line::{CartLine, LineError};
use crate::sandbox::bought::cycle;
use crate::sandbox::call::Call;
use crate::sandbox::failure::{Failure, fail, invalid};
use crate::sandbox::hostile::is;
use crate::sandbox::limits;
use crate::sandbox::products::offered_week;
use crate::sandbox::seed::catalog::{Item, Offer};
use crate::sandbox::seed::company::Company;
use crate::sandbox::seed::countries::COUNTRIES;
use crate::sandbox::sentinels::Kind;

/// The lines of a cart.
///
/// # Errors
/// 400/800002, 900142, 2002, 900169, 900203.
pub fn read(call: &Call, company: &Company, body: &Value) -> Result<Vec<CartLine>, Failure> {
    let given = line_items(body)?;
    let mut lines: Vec<CartLine> = Vec::new();
    for line in given {
        let id = line.get("id").filter(|id| id.is_u64() || id.is_string());
        let id = id.ok_or_else(|| invalid("lineItems.id"))?;
        if lines.iter().any(|known| known.id == *id) {
            return Err(invalid("lineItems.id, given twice"));
        }
        let place = lines.len();
        lines.push(one(
            call,
            company,
            line,
            id.clone(),
            "catalogItemId",
            place,
        )?);
    }
    group(company, &mut lines);
    Ok(lines)
}

/// Everything that is paid once becomes one order; of terms, those of the same length and cycle do.
fn group(company: &Company, lines: &mut [CartLine]) {
    let mut terms = Vec::new();
    for (place, line) in lines.iter_mut().enumerate() {
        let term = (line.billing_cycle.clone(), line.years);
        let group = match terms.iter().position(|known| *known == term) {
            // So that one of two lines can fail.
            _ if is(company, Kind::OrdersPartlyFail) => place,
            _ if line.billing_cycle == "one_time" => 0,
            Some(known) => known + 1,
            None => {
                terms.push(term);
                terms.len()
            }
        };
        line.order_group = group.to_string();
    }
}

/// The lines of an order that is placed without a cart: what they name stands in `offerId`, and they
/// are counted by `lineItemNumber`.
///
/// # Errors
/// As [`read`].
pub fn read_order_lines(
    call: &Call,
    company: &Company,
    body: &Value,
) -> Result<Vec<CartLine>, Failure> {
    let given = line_items(body)?.into_iter().enumerate();
    let read = given.map(|(place, line)| {
        if line.get("lineItemNumber").and_then(Value::as_u64) != Some(place as u64) {
            return Err(invalid("lineItems.lineItemNumber, counted from 0"));
        }
        let mut line = line.clone();
        // The cycle of an order holds for all its lines.
        if let (None, Some(cycle)) = (line.get("billingCycle"), body.get("billingCycle")) {
            line.insert("billingCycle".to_owned(), cycle.clone());
        }
        one(call, company, &line, place.into(), "offerId", place)
    });
    read.collect()
}

fn line_items(body: &Value) -> Result<Vec<&Map<String, Value>>, Failure> {
    let lines = body.get("lineItems").and_then(Value::as_array);
    let lines = lines.filter(|lines| !lines.is_empty());
    let lines = lines.ok_or_else(|| invalid("lineItems"))?;
    let objects = lines.iter().map(Value::as_object);
    objects
        .collect::<Option<_>>()
        .ok_or_else(|| invalid("lineItems"))
}

/// What is kept of a line as it was given.
const KEPT: [&str; 9] = [
    "friendlyName",
    "termDuration",
    "participants",
    "provisioningContext",
    "renewsTo",
    "attestationAccepted",
    "promotionId",
    "customTermEndDate",
    "addonItems",
];

fn one(
    call: &Call,
    company: &Company,
    line: &Map<String, Value>,
    id: Value,
    names_item: &str,
    place: usize,
) -> Result<CartLine, Failure> {
    let text = |name: &str| line.get(name).and_then(Value::as_str);
    let catalog_item = text(names_item).filter(|item| !item.is_empty());
    let catalog_item =
        catalog_item.ok_or_else(|| fail(400, "900142", "The catalog item id is missing."))?;
    let quantity = line.get("quantity").and_then(Value::as_u64);
    let quantity = quantity.and_then(|number| u32::try_from(number).ok());
    let quantity = quantity.ok_or_else(|| invalid("lineItems.quantity"))?;
    let billing_cycle = text("billingCycle").ok_or_else(|| invalid("lineItems.billingCycle"))?;
    if let Some(code) = text("currencyCode")
        && !COUNTRIES.iter().any(|country| country.currency == code)
    {
        let description = format!("The currency {code} is not supported.");
        return Err(fail(400, "900169", description));
    }
    let kept = KEPT.into_iter().filter_map(|name| {
        let given = line.get(name).filter(|given| !given.is_null())?;
        Some((name.to_owned(), given.clone()))
    });
    let mut read = CartLine {
        id,
        catalog_item_id: catalog_item.to_owned(),
        quantity,
        billing_cycle: cycle(billing_cycle).unwrap_or(billing_cycle).to_owned(),
        order_group: String::new(),
        years: 0,
        given: kept.collect(),
        error: None,
    };
    let item = read.item(offered_week(call, Some(company)));
    if let Some(item) = &item {
        check(item, &read)?;
        read.years = item.sku.sold.years();
    }
    read.error = match item {
        None => Some(LineError::new(10_001, "The catalog item id is not valid.")),
        Some(item) => errors::of(call, company, &item, &read, text("currencyCode"), place),
    };
    Ok(read)
}

/// What refuses the whole call.
fn check(item: &Item, line: &CartLine) -> Result<(), Failure> {
    limits::quantity(item, line.quantity)?;
    let offer = Offer::of(&item.product, item.sku);
    if offer.attestation.is_some() && !line.given.contains_key("attestationAccepted") {
        return Err(fail(400, "900203", "The item needs an attestation."));
    }
    Ok(())
}
