//! Which lines of an order can be cancelled, when, and that it happens once.

use std::sync::Mutex;
use std::thread;

use latchkey::model::Timestamp;
use latchkey::model::order::OrderLineItem;
use latchkey::partner_center::json::Read;
use latchkey::partner_center::orders::Order;
use serde_json::{Value, json};

use super::shop::{OFFICE, RDS_TERM, Shop, WINDOWS_SERVER, code, refused};

/// An order of the customer that has that many lines, all of them live, in that status.
pub(super) fn order(shop: &mut Shop, status: &str, lines: usize) -> Value {
    let orders = shop.rows("/orders").into_iter();
    let mut fitting = orders.filter(|order| {
        let all = order["lineItems"].as_array().unwrap();
        order["status"] == status
            && all.len() == lines
            && all.iter().all(|line| line["quantity"] != 0)
    });
    fitting.next().unwrap()
}

pub(super) fn path(order: &Value) -> String {
    format!("/orders/{}", order["id"].as_str().unwrap())
}

/// The body that cancels these lines.
pub(super) fn lines(order: &Value, numbers: &[usize]) -> Value {
    let lines = numbers.iter().map(|number| {
        let offer = &order["lineItems"][*number]["offerId"];
        json!({ "lineItemNumber": number, "offerId": offer })
    });
    json!({ "id": order["id"], "status": "cancelled", "lineItems": lines.collect::<Vec<_>>() })
}

pub(super) fn whole(order: &Value) -> Value {
    json!({ "id": order["id"], "status": "cancelled" })
}

pub(super) fn cancel(shop: &mut Shop, order: &Value, body: &Value) -> (u16, Value) {
    shop.send("PATCH", &path(order), body)
}

/// Buys that, and answers the order once it is delivered.
pub(super) fn bought(shop: &mut Shop, bought: &[(&str, &str, u32)]) -> Value {
    let cart = shop.cart(bought);
    let (status, result) = shop.checkout(&cart);
    assert_eq!(status, 201, "{result}");
    shop.wait_seconds(3);
    shop.get(&path(&result["orders"][0])).1
}

pub(super) fn key_of(shop: &mut Shop, order: &Value, line: usize) -> String {
    let line = json!(line.to_string());
    let owned = shop.rows("/entitlements").into_iter();
    let mut of_line = owned.filter(|owned| {
        owned["referenceOrder"]["id"] == order["id"]
            && owned["referenceOrder"]["lineItemId"] == line
    });
    let owned = of_line.next().unwrap();
    let uri = owned["entitledArtifacts"][0]["link"]["uri"].as_str();
    format!("/{}", uri.unwrap())
}

#[test]
fn a_line_is_cancelled_and_then_the_rest() {
    let mut shop = Shop::of("Alpine Ski House");
    let order = bought(
        &mut shop,
        &[(OFFICE, "0001", 3), (WINDOWS_SERVER, "0001", 2)],
    );
    let (status, answered) = cancel(&mut shop, &order, &lines(&order, &[1]));
    assert_eq!(status, 200, "{answered}");
    assert_eq!(answered["status"], "completed");
    let read = Order::read(answered.clone()).unwrap();
    let cancelled = read.line_items.iter().map(OrderLineItem::is_cancelled);
    assert!(cancelled.eq([false, true]));
    assert_eq!(answered["lineItems"][0]["quantity"], 3);
    assert_eq!(answered["lineItems"][1]["quantity"], 0);
    assert_eq!(shop.get(&path(&order)).1, answered);
    let (status, answered) = cancel(&mut shop, &order, &whole(&order));
    assert_eq!((status, &answered["status"]), (200, &json!("cancelled")));
    assert_eq!(answered["lineItems"][0]["quantity"], 0);
    assert_eq!(shop.rows("/orders")[0], answered);
    let tenant = shop.tenant().to_owned();
    let id = order["id"].as_str().unwrap();
    for line in 0..2 {
        assert_eq!(shop.effects(&format!("cancel:{tenant}:{id}:{line}")), [1]);
    }
    assert_eq!(shop.effects("cancel:"), [1, 1]);
}

#[test]
fn names_are_read_in_either_case() {
    let mut shop = Shop::of("Alpine Ski House");
    let order = bought(&mut shop, &[(OFFICE, "0001", 3)]);
    let body = json!({
        "Id": order["id"],
        "AlternateId": null,
        "Status": "Cancelled",
        "LineItems": [{ "LineItemNumber": 0, "OfferId": order["lineItems"][0]["offerId"], "Quantity": 3 }],
    });
    assert_eq!(cancel(&mut shop, &order, &body).1["status"], "cancelled");
}

#[test]
fn what_cannot_be_meant_is_refused_in_this_order() {
    let mut shop = Shop::of("Contoso");
    let order = order(&mut shop, "completed", 2);
    let offer = order["lineItems"][0]["offerId"].clone();
    let named =
        |line: Value| json!({ "id": order["id"], "status": "cancelled", "lineItems": [line] });
    for (body, wanted) in [
        (json!({ "id": "other", "status": "cancelled" }), "800002"),
        (json!({ "id": order["id"] }), "800002"),
        (json!({ "id": order["id"], "status": "gone" }), "900126"),
        (
            json!({ "id": order["id"], "status": "completed" }),
            "800040",
        ),
        (
            json!({ "id": order["id"], "status": "cancelled", "lineItems": [] }),
            "800002",
        ),
        (named(json!({ "offerId": offer })), "800002"),
        (
            named(json!({ "lineItemNumber": 2, "offerId": offer })),
            "800071",
        ),
        (
            named(json!({ "lineItemNumber": -1, "offerId": offer })),
            "800071",
        ),
        (named(json!({ "lineItemNumber": 0 })), "800002"),
        (
            named(json!({ "lineItemNumber": 1, "offerId": offer })),
            "800004",
        ),
        (lines(&order, &[0, 0]), "800002"),
    ] {
        let answer = cancel(&mut shop, &order, &body);
        assert_eq!(code(answer), refused(400, wanted), "{body}");
    }
    let unknown = shop.send("PATCH", "/orders/none", &whole(&order));
    assert_eq!(code(unknown), refused(404, "20000"));
    let stranger = "//customers/11111111-1111-4111-8111-111111111111/orders/none";
    let answer = shop.send("PATCH", stranger, &whole(&order));
    assert_eq!(code(answer), refused(403, "20002"));
    shop.set(&json!({ "role": "sales_agent" }));
    let answer = shop.send("PATCH", "/orders/none", &json!({}));
    assert_eq!(code(answer), refused(403, "900150"));
    assert!(shop.effects("cancel:").is_empty());
}

#[test]
fn an_order_is_cancelled_only_when_it_was_delivered_and_once() {
    let mut shop = Shop::of("Contoso");
    for (status, wanted) in [
        ("pending_review", refused(400, "800061")),
        ("pending_po_upload", refused(400, "800061")),
        ("po_upload_complete", refused(400, "800061")),
        ("po_review_rejected", refused(400, "800061")),
        ("error", refused(400, "800061")),
        ("pending", refused(409, "800014")),
        ("suspended", refused(200, "")),
    ] {
        let order = order(&mut shop, status, 1);
        let answer = cancel(&mut shop, &order, &whole(&order));
        assert_eq!(code(answer), wanted, "{status}");
    }
    let partly = order(&mut shop, "partial_success", 2);
    let undelivered = cancel(&mut shop, &partly, &lines(&partly, &[1]));
    assert_eq!(code(undelivered), refused(400, "800061"));
    let (_, answered) = cancel(&mut shop, &partly, &whole(&partly));
    assert_eq!(answered["status"], "cancelled");
    for body in [whole(&partly), lines(&partly, &[0])] {
        let again = cancel(&mut shop, &partly, &body);
        assert_eq!(code(again), refused(400, "800061"));
    }
    assert_eq!(shop.effects("cancel:"), [1, 1]);
}

#[test]
fn the_same_request_is_answered_the_same_and_another_is_not() {
    let mut shop = Shop::of("Alpine Ski House");
    let order = bought(
        &mut shop,
        &[(OFFICE, "0001", 3), (WINDOWS_SERVER, "0001", 2)],
    );
    for body in [lines(&order, &[0]), whole(&order)] {
        let mut asked = shop.request("PATCH", &path(&order), &body);
        asked.headers.set("MS-RequestId", body.to_string());
        let first = shop.ask(&asked).unwrap();
        assert_eq!(first.0, 200);
        shop.now = shop.now.plus_days(100);
        assert_eq!(shop.ask(&asked).unwrap(), first);
        shop.now = shop.now.plus_days(-100);
        asked.headers.set("MS-RequestId", "another");
        assert_eq!(code(shop.ask(&asked).unwrap()), refused(400, "800061"));
    }
    assert_eq!(shop.effects("cancel:"), [1, 1]);
}

#[test]
fn two_presses_at_once_cancel_once() {
    let mut shop = Shop::of("Alpine Ski House");
    let order = bought(&mut shop, &[(OFFICE, "0001", 3)]);
    let mut asked = shop.request("PATCH", &path(&order), &whole(&order));
    asked.headers.set("MS-RequestId", "one");
    let shop = Mutex::new(shop);
    let answers = thread::scope(|scope| {
        let press = || shop.lock().unwrap().ask(&asked).unwrap();
        let both = [scope.spawn(press), scope.spawn(press)];
        both.map(|pressed| pressed.join().unwrap())
    });
    assert_eq!((answers[0].0, &answers[0]), (200, &answers[1]));
    assert_eq!(shop.into_inner().unwrap().effects("cancel:"), [1]);
}

#[test]
fn the_window_ends_with_its_last_moment() {
    let deadline = Timestamp::parse("2026-04-30T23:59:00Z").unwrap();
    for bought_as in [(OFFICE, "0001", 3), (RDS_TERM, "000P", 2)] {
        for (late, wanted) in [(0, refused(200, "")), (1, refused(400, "900117"))] {
            let mut shop = Shop::of("Contoso");
            let order = bought(&mut shop, &[bought_as]);
            shop.now = deadline.plus_millis(late);
            let answer = cancel(&mut shop, &order, &whole(&order));
            let description = answer.1["description"].to_string();
            assert_eq!(code(answer), wanted, "{bought_as:?} {late}");
            assert_eq!(description.contains("60-day"), late == 1, "{description}");
        }
    }
}

#[test]
fn windows_close_while_one_looks() {
    let mut shop = Shop::of("Zz Window just closed");
    let mut late = Vec::new();
    for order in shop.rows("/orders") {
        let answer = cancel(&mut shop, &order, &whole(&order));
        late.push(code(answer));
    }
    assert_eq!(late, [refused(400, "900117"), refused(400, "900117")]);
    let mut shop = Shop::of("Zz Window just closing");
    let closes = |shop: &mut Shop, minutes: i64| {
        shop.now = shop.now.plus_millis(minutes * 60_000);
        let mut answers = Vec::new();
        for order in shop.rows("/orders") {
            let body = lines(&order, &[0]);
            answers.push(cancel(shop, &order, &body).0);
        }
        answers
    };
    // Of the subscriptions one closes 20 minutes, the other 3 hours after the first use.
    let after = closes(&mut shop, 21);
    assert_eq!(after.iter().filter(|status| **status == 200).count(), 3);
    assert_eq!(after.iter().filter(|status| **status == 400).count(), 1);
}

#[test]
fn lines_are_cancelled_all_or_none() {
    let mut shop = Shop::of("Zz Refund declined");
    let orders = shop.rows("/orders").into_iter();
    let mut mixed = orders.filter(|order| {
        let lines = order["lineItems"].as_array().unwrap();
        lines.len() == 2 && lines[1].get("subscriptionId").is_some()
    });
    let order = mixed.next().unwrap();
    let answer = cancel(&mut shop, &order, &whole(&order));
    assert_eq!(code(answer), refused(400, "900117"));
    assert_eq!(shop.get(&path(&order)).1, order);
    assert!(shop.effects("cancel:").is_empty());
    let answer = cancel(&mut shop, &order, &lines(&order, &[0]));
    assert_eq!(code(answer), refused(200, ""));
}
