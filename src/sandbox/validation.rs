//! `GET /customers/{id}/validationStatus?type=account`: whether Microsoft has approved the customer's
//! account.

use serde_json::json;

use super::call::Call;
use super::failure::{Failure, invalid, named};
use super::http::Response;
use super::seed::company::Company;
use super::sentinels::Kind;
use super::wire::whole_seconds;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Allowed,
    UnderReview,
    NotAllowed,
    Unknown,
}

/// `None` where there is no record, which is no hindrance.
pub fn status(company: &Company) -> Option<Status> {
    match company.who.sentinel().map(|sentinel| sentinel.kind) {
        Some(Kind::AccountStatusMissing) => None,
        Some(Kind::AccountUnderReview) => Some(Status::UnderReview),
        Some(Kind::AccountNotApproved) => Some(Status::NotAllowed),
        Some(Kind::AccountStatusUnknown) => Some(Status::Unknown),
        _ => Some(Status::Allowed),
    }
}

/// # Errors
/// 400 for another type, 404/600074 without a record.
pub fn one(call: &mut Call) -> Result<Response, Failure> {
    let company = call.customer()?;
    let kind = call.request.parameter("type").unwrap_or_default();
    if !kind.eq_ignore_ascii_case("account") {
        return Err(invalid("type, which is account"));
    }
    let text = match status(&company) {
        Some(Status::Allowed) => "Allowed",
        Some(Status::UnderReview) => "UnderReview",
        Some(Status::NotAllowed) => "NotAllowed",
        Some(Status::Unknown) => "Unknown",
        None => {
            let text = "The account status was not found.";
            return Err(named(404, "600074", "AccountStatusNotFound", text));
        }
    };
    // Without a zone, as it is published.
    let updated = whole_seconds(call.epoch.midnight.plus_days(-400)).replace('Z', "");
    let body = json!({ "type": "account", "status": text, "lastUpdateDateTime": updated });
    Ok(Response::json(200, &body))
}
