//! `PATCH /customers/{id}/subscriptions/{id}`: cancels a subscription (Microsoft, "Cancel software
//! purchases"; "Update a subscription by ID"). The line of its order goes with it.

use serde_json::Value;

use super::call::Call;
use super::cancelling::{business_key, carry_out, in_window, refused_by_name};
use super::failure::{Failure, fail, invalid};
use super::hostile::is;
use super::http::Response;
use super::sentinels::Kind;
use super::subscriptions::{self, Found};
use crate::model::status::SubscriptionStatus;

/// # Errors
/// In this order: 403/20002, 403/900150, 404/20003, those of [`read`], 400/2011 for one that is
/// deleted, 400/2055 for an `If-Match` of an earlier state, those of [`refused_by_name`], 400/900117.
pub fn cancel(call: &mut Call) -> Result<Response, Failure> {
    let company = call.customer()?;
    call.admins_only()?;
    let mut found = subscriptions::find(call, &company)?;
    read(&call.body()?, &subscriptions::body(call, &company, &found))?;
    if is(&company, Kind::SubscriptionChanged) {
        found.switch(call);
    }
    let Found { order, line, .. } = &found;
    if !call.has_taken_effect(&business_key(&company, order, line)) {
        if !line.is_live() {
            return Err(fail(400, "2011", "The subscription is deleted."));
        }
        let known = call.request.headers.get("If-Match");
        if known.is_some_and(|etag| etag.trim_matches('"') != found.etag() && etag != "*") {
            return Err(fail(400, "2055", "The ETag is no longer valid."));
        }
        refused_by_name(&company)?;
        in_window(order, line, call.now)?;
        carry_out(call, &company, order, &[line]);
    }
    let found = subscriptions::find(call, &company)?;
    let body = subscriptions::body(call, &company, &found);
    Ok(Response::json(200, &body))
}

/// What deleting a subscription changes by itself, and its titles, which depend on the language.
const LEFT_OPEN: [&str; 6] = [
    "status",
    "offerName",
    "friendlyName",
    "autoRenewEnabled",
    "scheduledNextTermInstructions",
    "attributes",
];

/// The call takes the whole resource, as it is.
///
/// # Errors
/// 400/800002 for a part of the resource that is missing, 400/900126 and 400/800040 for a status other
/// than deleted, 400/900141 for any other change.
fn read(body: &Value, now: &Value) -> Result<(), Failure> {
    let status = body["status"].as_str().ok_or_else(|| invalid("status"))?;
    match SubscriptionStatus::from(status.to_owned()) {
        SubscriptionStatus::Deleted => {}
        SubscriptionStatus::Unknown(_) => {
            return Err(fail(400, "900126", "The status is not understood."));
        }
        _ => return Err(fail(400, "800040", "This change of status is not allowed.")),
    }
    for part in ["id", "offerId", "quantity", "orderId"] {
        if body[part].is_null() {
            let text = format!("{part} is missing, the whole resource is needed");
            return Err(invalid(&text));
        }
    }
    let parts = now.as_object().into_iter().flatten();
    for (part, value) in parts.filter(|(part, _)| !LEFT_OPEN.contains(&part.as_str())) {
        let sent = &body[part.as_str()];
        if !sent.is_null() && sent != value {
            let text = format!("Changing {part} is not supported.");
            return Err(fail(400, "900141", text));
        }
    }
    Ok(())
}
