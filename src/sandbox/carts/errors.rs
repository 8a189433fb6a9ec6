//! What may be wrong with a line of a cart that stands all the same.

use serde_json::Value;

use super::line::{CartLine, LineError};
use crate::sandbox::call::Call;
use crate::sandbox::hostile::is;
use crate::sandbox::inventory;
use crate::sandbox::seed::catalog::{Item, Offer};
use crate::sandbox::seed::company::Company;
use crate::sandbox::sentinels::Kind;

/// The error of a line, the first that applies; `place` is its place in the cart.
pub fn of(
    call: &Call,
    company: &Company,
    item: &Item,
    line: &CartLine,
    currency: Option<&str>,
    place: usize,
) -> Option<LineError> {
    if is(company, Kind::CartLinesRefused) {
        return Some(match place % 3 {
            0 => LineError::quota(0, inventory::purchased(call, company, item)),
            1 => LineError::new(10_003, "There is no inventory."),
            _ => LineError::new(10_006, "The line could not be processed."),
        });
    }
    let offer = Offer::of(&item.product, item.sku);
    if currency.is_some_and(|code| code != company.country.currency) {
        return Some(LineError::new(10_000, "The currency is not supported."));
    }
    if !offer
        .cycles(item.sku)
        .contains(&line.billing_cycle.as_str())
    {
        return Some(LineError::new(10_013, "The billing plan is not supported."));
    }
    let term = line.given.get("termDuration").and_then(Value::as_str);
    if term.is_some_and(|term| term != item.sku.sold.term().unwrap_or_default()) {
        return Some(LineError::new(10_010, "The term is not that of the SKU."));
    }
    let attested = line.given.get("attestationAccepted");
    if offer.attestation.is_some() && attested != Some(&Value::Bool(true)) {
        return Some(LineError::new(10_012, "The attestation was not accepted."));
    }
    let left = inventory::left(call, company, item)?;
    match left {
        0 => Some(LineError::new(10_003, "There is no inventory.")),
        left if left < line.quantity => Some(LineError::quota(
            left,
            inventory::purchased(call, company, item),
        )),
        _ => None,
    }
}
