//! `PATCH /customers/{id}/orders/{id}`: cancels an order, or whole lines of it (Microsoft, "Cancel
//! software purchases"). There is no other change of an order.

use serde_json::Value;

use super::call::Call;
use super::cancelling::{
    adjustment_pending, business_key, by_subscription_only, carry_out, in_window, not_cancellable,
    refused_by_name,
};
use super::failure::{Failure, fail, invalid};
use super::http::Response;
use super::orders;
use super::seed::company::Company;
use super::seed::purchases::{Line, Purchase};
use crate::model::status::OrderStatus;

/// All of the lines that are named, or none.
///
/// # Errors
/// In this order: 403/20002, 403/900150, 404/20000, those of [`read`], of [`refused_by_name`],
/// 409/800014, 400/800061, 400/800063, 400/900117.
pub fn cancel(call: &mut Call) -> Result<Response, Failure> {
    let company = call.customer()?;
    call.admins_only()?;
    let order = orders::find(call, &company)?;
    let lines = read(&call.body()?, &order)?;
    if !was_done(call, &company, &order, &lines) {
        allowed(call, &company, &order, &lines)?;
        carry_out(call, &company, &order, &lines);
    }
    let order = orders::find(call, &company)?;
    Ok(Response::json(
        200,
        &orders::body(call, &company, &order, 1),
    ))
}

/// Whether this very request, of this `MS-RequestId`, cancelled these lines already.
fn was_done(call: &Call, company: &Company, order: &Purchase, lines: &[&Line]) -> bool {
    let by_this = |line: &&Line| call.has_taken_effect(&business_key(company, order, line));
    match lines {
        [] => order.lines.iter().any(|line| by_this(&line)),
        lines => lines.iter().all(by_this),
    }
}

fn allowed(
    call: &Call,
    company: &Company,
    order: &Purchase,
    lines: &[&Line],
) -> Result<(), Failure> {
    refused_by_name(company)?;
    match order.status {
        "pending" => return Err(adjustment_pending()),
        "completed" | "suspended" | "partial_success" => {}
        _ => return Err(not_cancellable()),
    }
    if lines.is_empty() || !lines.iter().all(|line| line.is_live()) {
        return Err(not_cancellable());
    }
    if lines.iter().any(|line| by_subscription_only(company, line)) {
        let text = "The order cannot be cancelled. Cancel its subscription instead.";
        return Err(fail(400, "800063", text));
    }
    let mut lines = lines.iter();
    lines.try_for_each(|line| in_window(order, line, call.now))
}

/// The lines that the body names: without `lineItems` all that are left of the order.
///
/// # Errors
/// 400/800002 for another order's id and for lines that cannot be read, 400/900126 and 400/800040 for
/// another status, 400/800071 for a line that the order does not have, 400/800004 for an offer that is
/// not the line's.
fn read<'a>(body: &Value, order: &'a Purchase) -> Result<Vec<&'a Line>, Failure> {
    let id = &body["id"];
    if !id.is_null() && id.as_str() != Some(&order.id) {
        return Err(invalid("id, not that of the order"));
    }
    status(&body["status"])?;
    let named = match &body["lineItems"] {
        Value::Null => return Ok(order.lines.iter().filter(|line| line.is_live()).collect()),
        Value::Array(named) if !named.is_empty() => named,
        _ => return Err(invalid("lineItems")),
    };
    let mut lines: Vec<&Line> = Vec::new();
    for one in named {
        let line = line(one, order)?;
        if lines.iter().any(|known| known.number == line.number) {
            return Err(invalid("lineItems, the same line twice"));
        }
        lines.push(line);
    }
    Ok(lines)
}

fn status(status: &Value) -> Result<(), Failure> {
    let text = status.as_str().ok_or_else(|| invalid("status"))?;
    match OrderStatus::from(text.to_owned()) {
        OrderStatus::Cancelled => Ok(()),
        OrderStatus::Unknown(_) => Err(fail(400, "900126", "The status is not understood.")),
        _ => Err(fail(400, "800040", "This change of status is not allowed.")),
    }
}

fn line<'a>(named: &Value, order: &'a Purchase) -> Result<&'a Line, Failure> {
    let number = named["lineItemNumber"].as_i64();
    let number = number.ok_or_else(|| invalid("lineItems.lineItemNumber"))?;
    let mut lines = order.lines.iter();
    let line = lines.find(|line| i64::from(line.number) == number);
    let line = line.ok_or_else(|| fail(400, "800071", "The line item number is out of range."))?;
    let offer = named["offerId"].as_str();
    let offer = offer.ok_or_else(|| invalid("lineItems.offerId"))?;
    if offer != line.item.id() {
        return Err(fail(400, "800004", "The offer is not that of the line."));
    }
    Ok(line)
}
