//! Cancelling an order, some of its lines, or a subscription: what is sent, and what is read.

use latchkey::model::cancellation::{LineRef, What, took_effect};
use latchkey::model::operation::Effect;
use latchkey::model::status::SubscriptionStatus;
use latchkey::model::window::Refund;
use latchkey::model::{OrderId, RequestId, SubscriptionId};
use latchkey::partner_center::ApiError;
use latchkey::partner_center::transport::{Method, TransportError};
use serde_json::{Value, json};

use crate::scripted::{Step, answer, answer_with, client, customer_id, one, run};

fn request() -> RequestId {
    "11111111-1111-4111-8111-111111111111".parse().unwrap()
}

fn order_id() -> OrderId {
    "7kQ2_xYz-Ab3dEfGhIjKlMnOpQrStUvW1".parse().unwrap()
}

fn first_line() -> What {
    What::Lines(vec![LineRef {
        number: 0,
        offer: "DG7GMGF0AAAA:0002:DG7GMGF0BBBB".to_owned(),
    }])
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn an_order_is_cancelled_whole_or_by_lines() {
    let whole = json!({"id": order_id().as_str(), "status": "cancelled"});
    let mut lines = whole.clone();
    lines["lineItems"] = json!([
        {"lineItemNumber": 0, "offerId": "DG7GMGF0AAAA:0002:DG7GMGF0BBBB"}
    ]);
    for (what, expected) in [(What::WholeOrder, whole), (first_line(), lines)] {
        let (client, tape) = one(fixture!("cancelled-order"));
        let asked = client.cancel_order(&request(), &customer_id(), &order_id(), &what);
        let order = run(asked).unwrap();
        assert!(took_effect(&order, &[0]) && !took_effect(&order, &[0, 1]));
        let sent = &tape.sent()[0];
        assert_eq!(sent.method, Method::Patch);
        assert_eq!(sent.method.as_str(), "PATCH");
        let path = format!("/customers/{}/orders/{}", customer_id(), order_id());
        assert_eq!(sent.path, path);
        assert_eq!(parsed(sent.json().unwrap()), expected);
        assert_eq!(sent.header("content-type"), Some("application/json"));
        assert_eq!(sent.header("ms-requestid"), Some(request().as_str()));
    }
}

fn refused(step: Step) -> ApiError {
    let (client, tape) = client([step]);
    let asked = client.cancel_order(&request(), &customer_id(), &order_id(), &first_line());
    let error = run(asked).unwrap_err();
    assert_eq!(tape.sent().len(), 1, "never sent again by itself");
    error
}

fn coded(status: u16, code: &str) -> ApiError {
    let body = format!(r#"{{"code":"{code}","description":"No."}}"#);
    refused(answer(status, &body))
}

#[test]
fn what_a_refusal_says_about_the_effect() {
    for (status, code, effect) in [
        (400, "900117", Effect::Refused),
        (400, "900213", Effect::Refused),
        (400, "800063", Effect::Refused),
        (400, "800071", Effect::Refused),
        (400, "2055", Effect::Refused),
        (403, "800019", Effect::Refused),
        (403, "900150", Effect::Refused),
        (404, "20000", Effect::Refused),
        // What the browser sent a second time by itself is refused because the first one worked.
        (400, "800061", Effect::Unknown),
        (400, "2011", Effect::Unknown),
        (409, "800014", Effect::Unknown),
        (409, "800082", Effect::Unknown),
        (409, "900278", Effect::Unknown),
    ] {
        assert_eq!(coded(status, code).effect(), effect, "{code}");
    }
    for step in [
        Step::Fail(TransportError::Network),
        answer(500, ""),
        answer(202, ""),
        answer(200, "{}"),
    ] {
        assert_eq!(refused(step).effect(), Effect::Unknown);
    }
    let busy = answer_with(429, &[("Retry-After", "5")], "");
    assert_eq!(refused(busy).effect(), Effect::None);
}

#[test]
fn a_refusal_tells_which_way_is_left() {
    for (code, over, by_subscription) in [
        ("900117", true, false),
        ("900213", true, false),
        ("800063", false, true),
        ("800077", false, true),
        ("800061", false, false),
    ] {
        let error = coded(400, code);
        assert_eq!(error.window_is_over(), over, "{code}");
        assert_eq!(error.asks_for_subscription(), by_subscription, "{code}");
    }
}

fn subscription_id() -> SubscriptionId {
    "3F2504E0-4F89-11D3-9A0C-0305E82C3301".parse().unwrap()
}

#[test]
fn a_subscription_is_sent_back_whole_with_another_state() {
    let (client, tape) = client([
        answer(200, fixture!("subscription")),
        answer(200, fixture!("subscription")),
    ]);
    let customer = customer_id();
    let whole = run(client.subscription(&customer, &subscription_id())).unwrap();
    let dates = whole.known.server_dates();
    let until = dates.allowed_until.unwrap();
    assert_eq!(until.to_string(), "2026-11-24T23:59:00Z");
    let kinds: Vec<Refund> = dates.refund_options.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds, [Refund::Full, Refund::Prorated]);
    let answered = run(client.cancel_subscription(&request(), &customer, &whole)).unwrap();
    assert_eq!(answered.0.unwrap().status, SubscriptionStatus::Active);
    let sent = &tape.sent()[1];
    assert_eq!(sent.method, Method::Patch);
    assert_eq!(sent.path, tape.sent()[0].path);
    assert_eq!(sent.header("if-match"), Some("\"-8114256489123\""));
    let text = sent.json().unwrap();
    // Digit by digit: as numbers of a program they would be others.
    assert!(text.contains("12345678901234567.10") && text.contains("18446744073709551615"));
    let mut expected = parsed(fixture!("subscription"));
    expected["status"] = json!("deleted");
    assert_eq!(parsed(text), expected);
}

#[test]
fn a_cancellation_that_is_only_accepted_says_nothing_yet() {
    let (client, _) = client([
        answer(200, fixture!("subscription")),
        answer_with(202, &[("Location", "/operations/1")], ""),
    ]);
    let customer = customer_id();
    let whole = run(client.subscription(&customer, &subscription_id())).unwrap();
    let answered = run(client.cancel_subscription(&request(), &customer, &whole)).unwrap();
    assert_eq!(answered.0, None);
}
