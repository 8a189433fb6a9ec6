//! `/customers/{id}/carts…` (Microsoft, "Cart resources"): a cart is created, read, and replaced as a
//! whole. There is no list of carts and no way to delete one: it expires.

mod body;
mod cart;
mod errors;
mod line;
mod lines;

pub use cart::Cart;
pub use line::CartLine;
pub use lines::read_order_lines;

use serde_json::Value;

use super::call::Call;
use super::failure::{Failure, fail};
use super::http::Response;
use super::seed::company::Company;

/// # Errors
/// 400 for what cannot stand in a cart at all; what is wrong with a line alone stands on the line.
pub fn create(call: &mut Call) -> Result<Response, Failure> {
    let company = call.customer()?;
    call.sellers_only()?;
    let body = call.body()?;
    let lines = lines::read(call, &company, &body)?;
    let id = call.new_id(CART);
    if Cart::find(call, &company, &id).is_none() {
        call.takes_effect(&business_key(&company, &id));
        Cart::new(call, id.clone(), lines).store(call, &company);
    }
    let cart = Cart::find(call, &company, &id).ok_or_else(no_such_cart)?;
    Ok(Response::json(201, &cart.body(call, &company)))
}

/// What the GUIDs of carts are made with.
const CART: u64 = 50;

pub fn one(call: &mut Call) -> Result<Response, Failure> {
    let company = call.customer()?;
    let cart = asked_for(call, &company)?;
    Ok(Response::json(200, &cart.body(call, &company)))
}

/// # Errors
/// 400/800065 for a cart that was checked out, 400/2055 for an `If-Match` of an earlier state.
pub fn replace(call: &mut Call) -> Result<Response, Failure> {
    let company = call.customer()?;
    call.sellers_only()?;
    let mut cart = asked_for(call, &company)?;
    if cart.is_ordered() {
        return Err(fail(400, "800065", "The cart was already checked out."));
    }
    let body = call.body()?;
    let other = |id: &Value| !id.is_null() && id.as_str() != Some(&cart.id);
    if body.get("id").is_some_and(other) {
        return Err(super::failure::invalid("id, not that of the cart"));
    }
    let lines = lines::read(call, &company, &body)?;
    // A retry whose first attempt came through finds another state than it knows, made by itself.
    let key = business_key(&company, &cart.id);
    if !call.has_taken_effect(&key) || cart.lines != lines {
        let known = call.request.headers.get("If-Match");
        if known.is_some_and(|etag| etag.trim_matches('"') != cart.etag() && etag != "*") {
            return Err(fail(400, "2055", "The ETag is no longer valid."));
        }
        call.takes_effect(&key);
        cart.replace(call, lines);
        cart.store(call, &company);
    }
    Ok(Response::json(201, &cart.body(call, &company)))
}

/// The cart that the path names.
///
/// # Errors
/// 404/800008 for one that is unknown, of another customer, or expired.
pub fn asked_for(call: &Call, company: &Company) -> Result<Cart, Failure> {
    let found = Cart::find(call, company, call.parameter(1));
    let found = found.filter(|cart| cart.is_ordered() || call.now < cart.expires());
    found.ok_or_else(no_such_cart)
}

fn no_such_cart() -> Failure {
    fail(404, "800008", "The cart id was not found.")
}

fn business_key(company: &Company, cart: &str) -> String {
    format!("cart:{}:{cart}", company.tenant)
}
