//! `POST /customers/{id}/orders`: an order without a cart, under the same rules.

use super::bought::{Ordered, order_id, place};
use super::call::Call;
use super::carts::{CartLine, read_order_lines};
use super::checkout::may_be_placed;
use super::eligibility;
use super::failure::{Failure, fail, invalid};
use super::http::Response;
use super::orders;
use super::products::offered_week;
use super::seed::company::Company;
use super::seed::purchases::Purchase;

/// What the ids of such orders are made with.
const DIRECT: u64 = 53;

/// # Errors
/// 409/800060 while an order of the same lines is in progress, else as a checkout. What would stand on
/// a line of a cart refuses the order.
pub fn create(call: &mut Call) -> Result<Response, Failure> {
    let company = call.customer()?;
    call.sellers_only()?;
    let body = call.body()?;
    let lines = read_order_lines(call, &company, &body)?;
    let named = call.new_id(DIRECT);
    let id = order_id(&company, &named, "direct");
    if let Some(order) = found(call, &company, |order| order.id == id) {
        return Ok(Response::json(
            201,
            &orders::body(call, &company, &order, 1),
        ));
    }
    let parts = allowed(call, &company, &lines)?;
    if found(call, &company, |order| is_in_progress(order, &parts)).is_some() {
        let text = "The order is in progress. Look at the order history in a few minutes.";
        return Err(fail(409, "800060", text));
    }
    let name = call.request_id().unwrap_or(&id).to_owned();
    call.takes_effect(&format!("order:{}:{name}", company.tenant));
    let order = place(call, &company, &id, &parts);
    Ok(Response::json(
        201,
        &orders::body(call, &company, &order, 1),
    ))
}

fn found(call: &Call, company: &Company, is: impl Fn(&Purchase) -> bool) -> Option<Purchase> {
    call.purchases(company).into_iter().find(is)
}

fn allowed(call: &Call, company: &Company, lines: &[CartLine]) -> Result<Vec<Ordered>, Failure> {
    eligibility::customer(call, company)?;
    let week = offered_week(call, Some(company));
    let parts = lines
        .iter()
        .map(|line| match (&line.error, line.part(week)) {
            (None, Some(part)) if part.item.week == week => Ok(part),
            (None, Some(_)) => Err(fail(404, "400019", "The availability was not found.")),
            (Some(error), _) => Err(fail(400, code(error.code), error.description.as_str())),
            (None, None) => Err(invalid("lineItems.billingCycle")),
        });
    let parts: Vec<Ordered> = parts.collect::<Result<_, _>>()?;
    if parts.iter().any(|part| part.cycle != parts[0].cycle) {
        return Err(invalid("billingCycle, not the same for all lines"));
    }
    may_be_placed(call, company, &parts)?;
    Ok(parts)
}

/// The code that refuses a call for what is an error of a line in a cart.
fn code(of_line: u32) -> &'static str {
    match of_line {
        10_000 => "900169",
        10_001 => "800004",
        10_002 => "800017",
        10_003 => "800010",
        10_010 | 10_013 => "800002",
        10_012 => "900203",
        _ => "800087",
    }
}

fn is_in_progress(order: &Purchase, parts: &[Ordered]) -> bool {
    let bought = order.lines.iter();
    let bought = bought.map(|line| (line.item.id(), line.quantity, line.cycle));
    let wanted = parts.iter();
    let wanted = wanted.map(|part| (part.item.id(), part.quantity, part.cycle));
    order.status == "pending" && bought.eq(wanted)
}
