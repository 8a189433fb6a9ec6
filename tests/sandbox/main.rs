//! The sandbox from outside: requests in, answers out, read with the client's own wire types.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod activity;
mod agreements;
mod attachments;
mod bought;
mod buying_sentinels;
mod cancelled;
mod cancelling;
mod cancelling_sentinels;
mod cancelling_subscriptions;
mod carts;
mod catalogue;
mod checkout;
mod controls;
mod credits;
mod customers;
mod prices;
mod requests;
mod sentinels;
mod server;
mod shop;
mod software;
mod support;
mod wire_types;

use latchkey::model::Timestamp;
use latchkey::partner_center::collection::Collection;
use latchkey::partner_center::json::Read;
use latchkey::sandbox::http::{Answer, Request};
use latchkey::sandbox::{Sandbox, handle};
use serde_json::Value;

/// The time of every test that does not set its own.
const NOON: &str = "2026-03-01T12:00:00Z";

fn noon() -> Timestamp {
    Timestamp::parse(NOON).unwrap()
}

fn request(method: &str, target: &str) -> Request {
    Request::new(method, "https://host.example/sandbox", target)
}

fn answer(sandbox: &mut Sandbox, request: &Request) -> Answer {
    handle(sandbox, request, noon())
}

/// Status and body of a GET.
fn get(sandbox: &mut Sandbox, target: &str) -> (u16, Value) {
    let answer = answer(sandbox, &request("GET", target));
    let body = serde_json::from_slice(&answer.response.body).unwrap_or_default();
    (answer.response.status, body)
}

/// The readable rows of a collection.
fn rows<T: Read>(sandbox: &mut Sandbox, target: &str) -> Vec<T> {
    let (status, body) = get(sandbox, target);
    assert_eq!(status, 200, "{target}: {body}");
    let collection: Collection<T> = Collection::decode(body).unwrap();
    collection
        .items
        .into_iter()
        .filter_map(Result::ok)
        .collect()
}

fn encoded(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}
