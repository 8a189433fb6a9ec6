//! Who may be sold what: the checks on the customer before an order, in the order in which they are
//! made.

use super::agreements::has_agreed;
use super::bought::Ordered;
use super::call::Call;
use super::failure::{Failure, fail};
use super::hostile::is;
use super::qualifications::qualifies_for;
use super::seed::catalog::{Offer, Segment};
use super::seed::company::Company;
use super::sentinels::Kind;
use super::validation::{Status, status};

/// The segments whose offers a customer may buy.
pub fn segments_of(call: &Call, company: &Company) -> Vec<Segment> {
    let all = Segment::ALL.into_iter();
    all.filter(|segment| qualifies_for(call, company, *segment))
        .collect()
}

/// Whether anything may be sold to a customer.
///
/// # Errors
/// 403/13605 without an agreement, 403/800073 to 800075 for an account that is not approved.
pub fn customer(call: &Call, company: &Company) -> Result<(), Failure> {
    if !has_agreed(call, company) {
        return Err(fail(
            403,
            "13605",
            "The customer has not accepted the Microsoft Customer Agreement.",
        ));
    }
    match status(company) {
        Some(Status::UnderReview) => Err(fail(
            403,
            "800073",
            "The customer's account is under review.",
        )),
        Some(Status::NotAllowed) => Err(fail(
            403,
            "800074",
            "The customer's account is not approved.",
        )),
        Some(Status::Unknown) => Err(fail(
            403,
            "800075",
            "The status of the customer's account is unknown.",
        )),
        Some(Status::Allowed) | None => Ok(()),
    }
}

/// Whether these items may be sold to the customer.
///
/// # Errors
/// 403/800020, 400/800070
pub fn items(call: &Call, company: &Company, parts: &[Ordered]) -> Result<(), Failure> {
    let segments = segments_of(call, company);
    let mut parts_of_others = parts
        .iter()
        .filter(|part| !segments.contains(&part.item.segment));
    if is(company, Kind::NotEligible) || parts_of_others.next().is_some() {
        return Err(fail(
            403,
            "800020",
            "The catalog item is not eligible for purchase.",
        ));
    }
    let sold = |part: &Ordered| {
        let offer = Offer::of(&part.item.product, part.item.sku);
        offer.is_sold_in(part.item.sku, company.country.code)
    };
    if !parts.iter().all(sold) {
        let country = company.country.code;
        let description = format!("The offer is not available in the country {country}.");
        return Err(fail(400, "800070", description));
    }
    Ok(())
}
