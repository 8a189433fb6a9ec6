//! `POST /customers/{id}/carts/{id}/checkout`: a cart becomes one order for each of its order groups,
//! once and for all.

use serde_json::{Value, json};

use super::bought::{Ordered, order_id, place};
use super::call::Call;
use super::carts::{self, Cart};
use super::eligibility;
use super::failure::{Failure, fail};
use super::hostile::is;
use super::http::Response;
use super::json::attributes;
use super::limits;
use super::orders;
use super::products::{offered_week, outdated};
use super::seed::company::Company;
use super::sentinels::Kind;

/// The lines of one order to be.
type Group = (String, Vec<Ordered>);

/// A cart that was checked out already answers as it did then.
///
/// # Errors
/// In this order: 403/900150, 404/800008, 409/800064, 403/13605, 403/800073 to 800075, 404/400019,
/// 400/800009, 403/800020, 400/800070, then those of [`limits::check`].
pub fn checkout(call: &mut Call) -> Result<Response, Failure> {
    let company = call.customer()?;
    call.sellers_only()?;
    let mut cart = carts::asked_for(call, &company)?;
    if let Some(result) = &cart.result {
        return Ok(Response::json(201, result));
    }
    let groups = match allowed(call, &company, &cart) {
        Ok(groups) => groups,
        Err(failure) => {
            if failure.code == STALE
                && is(&company, Kind::AvailabilityOutdated)
                && cart.refused == 0
            {
                call.documents.count(&outdated(&company));
            }
            cart.refused += 1;
            cart.store(call, &company);
            return Err(failure);
        }
    };
    let result = order(call, &company, &cart, groups);
    cart.result = Some(result.clone());
    cart.store(call, &company);
    Ok(Response::json(201, &result))
}

const STALE: &str = "400019";

fn allowed(call: &Call, company: &Company, cart: &Cart) -> Result<Vec<Group>, Failure> {
    let first = cart.refused == 0;
    if first && is(company, Kind::CartBusy) {
        let busy = "The cart is being processed by another request.";
        return Err(fail(409, "800064", busy));
    }
    eligibility::customer(call, company)?;
    let week = offered_week(call, Some(company));
    let mut items = cart.lines.iter().filter_map(|line| line.item(week));
    let stale = items.any(|item| item.week != week);
    if stale || (first && is(company, Kind::AvailabilityOutdated)) {
        return Err(fail(404, STALE, "The availability was not found."));
    }
    let mut groups: Vec<Group> = Vec::new();
    for line in &cart.lines {
        let part = line.part(week).filter(|_| line.error.is_none());
        let part =
            part.ok_or_else(|| fail(400, "800009", "There is an error in the cart items."))?;
        match groups
            .iter_mut()
            .find(|(group, _)| *group == line.order_group)
        {
            Some((_, parts)) => parts.push(part),
            None => groups.push((line.order_group.clone(), vec![part])),
        }
    }
    let parts: Vec<Ordered> = groups.iter().flat_map(|(_, parts)| parts.clone()).collect();
    may_be_placed(call, company, &parts)?;
    Ok(groups)
}

/// What is asked of every order, with or without a cart.
///
/// # Errors
/// 403/800020, 400/800070, those of [`limits::check`], 500/800005.
pub fn may_be_placed(call: &Call, company: &Company, parts: &[Ordered]) -> Result<(), Failure> {
    eligibility::items(call, company, parts)?;
    limits::check(call, company, parts)?;
    if is(company, Kind::CheckoutFails) {
        return Err(fail(500, "800005", "The order could not be created."));
    }
    Ok(())
}

fn order(call: &mut Call, company: &Company, cart: &Cart, groups: Vec<Group>) -> Value {
    let (mut orders, mut errors) = (Vec::new(), Vec::new());
    let last = groups.len() - 1;
    for (place_of_group, (group, parts)) in groups.into_iter().enumerate() {
        if is(company, Kind::OrdersPartlyFail) && last > 0 && place_of_group == last {
            errors.push(json!({
                "orderGroupId": group,
                "code": 800_005,
                "description": "The order could not be created.",
            }));
            continue;
        }
        call.takes_effect(&format!("order:{}:{}:{group}", company.tenant, cart.id));
        let id = order_id(company, &cart.id, &group);
        let purchase = place(call, company, &id, &parts);
        orders.push(orders::body(call, company, &purchase, 1));
    }
    let mut result = json!({ "orders": orders, "attributes": attributes("CartCheckoutResult") });
    if !errors.is_empty() {
        result["orderErrors"] = errors.into();
    }
    result
}
