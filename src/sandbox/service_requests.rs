//! `/servicerequests…` and `/customers/{id}/servicerequests` (Microsoft, "Service request resources"):
//! listed and changed as documented today, created by the contract that was withdrawn in 2020.

mod change;
mod known;
mod new;
mod request;
mod topics;

pub use request::{ServiceRequest, Status};
pub use topics::list as topics;

use serde_json::Value;

use super::call::Call;
use super::failure::{Failure, fail};
use super::http::Response;
use super::json::collection;
use super::paging::Page;
use super::seed::company::Company;
use super::seed::known::KNOWN;
use super::seed::random::{guid_of, hash, mix};
use super::seed::who::Who;
use crate::model::Timestamp;
use crate::partner_center::filter::Filter;

/// Of all customers, newest first, page by page. A filter looks at `Status` or `Title`.
///
/// # Errors
/// 400 for what [`Page::asked_for`] cannot read.
pub fn list(call: &mut Call) -> Result<Response, Failure> {
    let page = Page::asked_for(call.request)?;
    let mut all = stored(call);
    // Of those from before the first use, only the customers' whose names are known.
    let known = (0..KNOWN.len() as u32).map(Who::Known);
    for who in known.filter(|who| call.directory.holds(*who)) {
        add_known(call, &Company::of(who), &mut all);
    }
    show(call, &mut all);
    all.retain(|request| {
        page.filter
            .as_ref()
            .is_none_or(|filter| fits(filter, request))
    });
    let total = all.len();
    let items = all.iter().skip(page.from).take(page.size);
    let items = items.map(|request| request.body(call)).collect();
    let body = page.envelope("/servicerequests", "", items, total);
    Ok(Response::json(200, &body))
}

/// Whole, newest first. This list prints severity and status as numbers, as the published one does.
pub fn of_customer(call: &mut Call) -> Result<Response, Failure> {
    let company = call.customer()?;
    let mut all = stored(call);
    all.retain(|request| request.tenant.as_deref() == Some(&company.tenant));
    add_known(call, &company, &mut all);
    show(call, &mut all);
    let items = all.iter().map(|request| request.row(call)).collect();
    let uri = format!("/customers/{}/servicerequests", company.tenant);
    Ok(Response::json(200, &collection(items, Some(uri))))
}

pub fn one(call: &mut Call) -> Result<Response, Failure> {
    let request = find(call, call.parameter(0)).ok_or_else(no_such_request)?;
    Ok(Response::json(200, &request.body(call)))
}

/// # Errors
/// Those of [`new::read`].
pub fn create(call: &mut Call) -> Result<Response, Failure> {
    let id = new_id(call);
    let request = match ServiceRequest::stored(call.documents, &id) {
        Some(made) => made,
        None => {
            let request = new::read(call, id)?;
            call.takes_effect(&format!("request:{}", request.id));
            request.store(call.documents);
            request
        }
    };
    Ok(Response::json(201, &request.body_when_created(call)))
}

/// # Errors
/// 404/1000 and those of [`change::apply`].
pub fn change(call: &mut Call) -> Result<Response, Failure> {
    let mut request = find(call, call.parameter(0)).ok_or_else(no_such_request)?;
    let body = call.body()?;
    change::apply(call, &mut request, &body)?;
    request.store(call.documents);
    Ok(Response::json(200, &request.body(call)))
}

/// The request of that id, since the first use or from before.
pub fn find(call: &Call, id: &str) -> Option<ServiceRequest> {
    let stored = ServiceRequest::stored(call.documents, id);
    stored.or_else(|| known::find(call, id))
}

pub fn no_such_request() -> Failure {
    fail(404, "1000", "The service request was not found.")
}

/// What was created or changed since the first use.
pub fn stored(call: &Call) -> Vec<ServiceRequest> {
    ServiceRequest::all_stored(call.documents)
}

/// Adds those from before the first use that have not changed since.
fn add_known(call: &Call, company: &Company, all: &mut Vec<ServiceRequest>) {
    let known = known::of(call, company).into_iter();
    let known: Vec<_> = known
        .filter(|request| all.iter().all(|stored| stored.id != request.id))
        .collect();
    all.extend(known);
}

/// What a list shows by now, newest first.
fn show(call: &Call, all: &mut Vec<ServiceRequest>) {
    let (seen, first_use) = (call.seen_in_lists(), call.epoch.first_use);
    all.retain(|request| {
        let created = Timestamp::from_millis(request.created);
        created <= seen || created < first_use
    });
    all.sort_by_key(|request| std::cmp::Reverse(request.created));
}

fn fits(filter: &Filter, request: &ServiceRequest) -> bool {
    let found = match filter.field.to_ascii_lowercase().as_str() {
        "status" => request.status.text().to_owned(),
        "title" => request.title.to_lowercase(),
        _ => return false,
    };
    let wanted = filter.value.to_lowercase();
    match filter.operator.to_ascii_lowercase().as_str() {
        "equals" => found == wanted,
        "substring" => found.contains(&wanted),
        "starts_with" => found.starts_with(&wanted),
        _ => false,
    }
}

/// Fifteen digits, as published; the same for a repeated request, whatever its locale.
fn new_id(call: &mut Call) -> String {
    const REQUEST: u64 = 70;
    match call.request_id() {
        Some(id) => digits(hash(id)),
        None => digits(hash(&call.new_id(REQUEST))),
    }
}

fn digits(number: u64) -> String {
    format!("6{:014}", mix(&[71, number]) % 100_000_000_000_000)
}

/// Who signs support's notes.
pub const SUPPORT: &str = "Partner Support";

/// The partner that the sandbox's user works for.
fn partner() -> Value {
    serde_json::json!({ "id": super::audit::PARTNER, "name": "Sandbox Partner" })
}

/// Names a contact of the partner.
fn contact_id(email: &str) -> String {
    guid_of(&[72, hash(email)])
}
