//! How much may be bought at once and in all.

use super::bought::Ordered;
use super::call::Call;
use super::failure::{Failure, fail};
use super::hostile::is;
use super::inventory::{left, purchased};
use super::seed::catalog::{Item, Offer};
use super::seed::company::Company;
use super::sentinels::Kind;

/// The credit line, in whole US dollars of list price.
const CREDIT: u128 = 20_000_000;
/// A line of so many licences fails the risk check.
const RISKY: u32 = 100_000;

/// # Errors
/// 400/2002, 400/800010, 400/800017, 403/800089, 403/900121, 403/800069: the first that applies.
pub fn check(call: &Call, company: &Company, parts: &[Ordered]) -> Result<(), Failure> {
    let mut quantities = parts.iter();
    quantities.try_for_each(|part| quantity(&part.item, part.quantity))?;
    for part in parts {
        inventory(call, company, part, wanted(parts, part))?;
    }
    for part in parts {
        ownership(call, company, part, wanted(parts, part))?;
    }
    credit(company, parts)?;
    if parts.iter().any(|part| part.quantity >= RISKY) {
        return Err(fail(403, "800069", "The risk check failed."));
    }
    Ok(())
}

/// How many of a SKU are wanted in all lines together.
fn wanted(parts: &[Ordered], of: &Ordered) -> u32 {
    let same = parts.iter().filter(|part| {
        part.item.product.id() == of.item.product.id() && part.item.sku.id == of.item.sku.id
    });
    same.fold(0, |sum, part| sum.saturating_add(part.quantity))
}

/// What a line may have at least and at most.
///
/// # Errors
/// 400/2002
pub fn quantity(item: &Item, quantity: u32) -> Result<(), Failure> {
    let Offer {
        minimum, maximum, ..
    } = Offer::of(&item.product, item.sku);
    if (minimum..=maximum).contains(&quantity) {
        return Ok(());
    }
    let description = format!("The quantity {quantity} is not between {minimum} and {maximum}.");
    Err(fail(400, "2002", description))
}

fn inventory(call: &Call, company: &Company, part: &Ordered, wanted: u32) -> Result<(), Failure> {
    match left(call, company, &part.item) {
        Some(0) => Err(fail(400, "800010", "There is no inventory for the item.")),
        Some(left) if left < wanted => Err(fail(
            400,
            "800017",
            format!("The quantity is not available: {wanted} requested, {left} available."),
        )),
        _ => Ok(()),
    }
}

fn ownership(call: &Call, company: &Company, part: &Ordered, wanted: u32) -> Result<(), Failure> {
    let owned = purchased(call, company, &part.item);
    let limit = match is(company, Kind::OwnershipLimit) {
        true => Some(owned),
        false => Offer::of(&part.item.product, part.item.sku).per_customer,
    };
    let Some(limit) = limit else {
        return Ok(());
    };
    let remaining = limit.saturating_sub(owned);
    if wanted <= remaining {
        return Ok(());
    }
    let description = format!(
        "The customer would own too many assets: {wanted} requested, {remaining} remaining."
    );
    Err(fail(403, "800089", description))
}

fn credit(company: &Company, parts: &[Ordered]) -> Result<(), Failure> {
    let price = |part: &Ordered| u128::from(part.item.list_price()) * u128::from(part.quantity);
    // The list price is in hundredths of a cent.
    let dollars = parts.iter().map(price).sum::<u128>() / 10_000;
    if is(company, Kind::CreditExhausted) || dollars > CREDIT {
        return Err(fail(403, "900121", "The credit limit is insufficient."));
    }
    Ok(())
}
