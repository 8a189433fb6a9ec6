//! What support decides about a request, and when.

use serde_json::{Value, json};

use super::requests::{KEYS, REFUND, body, create, note, refund};
use super::shop::{OFFICE, RDS_TERM, Shop, code, refused};

/// The first order whose first line is not of a term and that is as old as said.
fn order(shop: &mut Shop, term: bool) -> Value {
    let orders = shop.rows("/orders").into_iter();
    let mut fitting = orders.filter(|order| {
        order["status"] == "completed"
            && order["lineItems"][0].get("subscriptionId").is_some() == term
    });
    fitting.next().unwrap()
}

fn quantities(shop: &mut Shop, order: &Value) -> Vec<u64> {
    let path = format!("/orders/{}", order["id"].as_str().unwrap());
    let (_, order) = shop.get(&path);
    let lines = order["lineItems"].as_array().unwrap().iter();
    lines
        .map(|line| line["quantity"].as_u64().unwrap())
        .collect()
}

#[test]
fn support_grants_a_refund_after_a_while_also_after_the_window() {
    let mut shop = Shop::of("Contoso");
    let orders = shop.rows("/orders").into_iter();
    let mut old = orders.filter(|order| order["creationDate"].as_str().unwrap() < "2025-12-31");
    let order = old.next().unwrap();
    let bought = quantities(&mut shop, &order);
    let friendly = order["alternateId"].as_str().unwrap().to_uppercase();
    let path = refund(&mut shop, &format!("Order: {friendly}.\nAmount: 12.00 USD"));
    shop.wait_seconds(19);
    assert_eq!(shop.get(&path).1["status"], "open");
    assert_eq!(quantities(&mut shop, &order), bought);
    shop.wait_seconds(600);
    // Whoever reads first: the decision is of the moment when it was due.
    assert!(
        quantities(&mut shop, &order)
            .iter()
            .all(|quantity| *quantity == 0)
    );
    let (_, request) = shop.get(&path);
    assert_eq!(request["status"], "closed");
    assert_eq!(request["lastClosedDate"], "2026-03-01T12:00:20.0000000Z");
    let text = request["notes"][0]["text"].as_str().unwrap();
    assert!(text.contains("approved"), "{text}");
    assert_eq!(shop.effects("cancel:").len(), bought.len());
    let owned = shop.rows("/entitlements").into_iter();
    let mut of_order = owned.filter(|owned| owned["referenceOrder"]["id"] == order["id"]);
    let artifact = of_order.next().unwrap()["entitledArtifacts"][0].clone();
    assert_eq!(artifact["state"], "Revoked");
    let key = format!("/{}", artifact["link"]["uri"].as_str().unwrap());
    assert_eq!(code(shop.get(&key)), refused(410, "800037"));
    let again = refund(
        &mut shop,
        &format!("Order {}", order["id"].as_str().unwrap()),
    );
    shop.wait_seconds(20);
    let (_, again) = shop.get(&again);
    let text = again["notes"][0]["text"].as_str().unwrap();
    assert!(
        again["status"] == "closed" && text.contains("Nothing of this order"),
        "{text}"
    );
    assert_eq!(shop.effects("cancel:").len(), bought.len());
}

#[test]
fn a_subscription_is_refunded_alone() {
    let mut shop = Shop::of("Contoso");
    shop.set(&json!({ "provisioningSeconds": 0, "supportSeconds": 5 }));
    let cart = shop.cart(&[(RDS_TERM, "000P", 2), (RDS_TERM, "000P", 3)]);
    let (_, bought) = shop.checkout(&cart);
    let order = &bought["orders"][0];
    let subscription = order["lineItems"][1]["subscriptionId"].as_str().unwrap();
    let text = format!("Order {}, subscription {subscription}", order["id"]);
    let path = refund(&mut shop, &text);
    shop.wait_seconds(5);
    assert_eq!(quantities(&mut shop, order), [2, 0]);
    assert_eq!(shop.get(&path).1["status"], "closed");
    // Named in the fields of our own instead.
    let mut body = body(&shop, REFUND, "Please.");
    body["orderId"] = order["id"].clone();
    let (_, made) = shop.send("POST", "//servicerequests/fr-FR", &body);
    shop.wait_seconds(5);
    assert_eq!(quantities(&mut shop, order), [0, 0]);
    let path = format!("//servicerequests/{}", made["id"].as_str().unwrap());
    let said = shop.get(&path).1["notes"][0]["text"].to_string();
    assert!(said.contains("approuvé"), "{said}");
}

#[test]
fn lines_that_are_named_are_refunded_alone() {
    let mut shop = Shop::of("Contoso");
    shop.set(&json!({ "provisioningSeconds": 0, "supportSeconds": 5 }));
    let cart = shop.cart(&[
        (OFFICE, "0001", 2),
        (RDS_TERM, "000P", 3),
        (OFFICE, "0001", 4),
    ]);
    let (_, bought) = shop.checkout(&cart);
    let orders = bought["orders"].as_array().unwrap().clone();
    let order = orders
        .iter()
        .find(|order| order["lineItems"].as_array().unwrap().len() > 1)
        .unwrap();
    let before = quantities(&mut shop, order);
    let id = order["id"].as_str().unwrap();
    let text = format!("Order ID: {id}\nLine 2: something, 1 of {id}\nRefund reason: bought twice");
    let path = refund(&mut shop, &text);
    shop.wait_seconds(5);
    let mut left = before.clone();
    left[1] = 0;
    assert_eq!(quantities(&mut shop, order), left);
    assert_eq!(shop.get(&path).1["status"], "closed");
    // In French the mark stands behind a space that does not break. A line that it has not is none.
    let text = format!("Commande : {id}\nLigne 1\u{a0}: autre chose\nLigne 9\u{a0}: rien");
    refund(&mut shop, &text);
    shop.wait_seconds(5);
    left[0] = 0;
    assert_eq!(quantities(&mut shop, order), left);
}

#[test]
fn support_asks_for_an_order_that_it_does_not_find() {
    let mut shop = Shop::of("Contoso");
    let order = order(&mut shop, false);
    let path = refund(&mut shop, "The order of last week.");
    shop.wait_seconds(20);
    let (_, request) = shop.get(&path);
    assert_eq!(request["status"], "attention_needed");
    let text = request["notes"][0]["text"].as_str().unwrap();
    assert!(text.contains("do not find"), "{text}");
    let id = order["id"].as_str().unwrap().to_owned();
    note(&mut shop, &path, &format!("It is {id}"));
    shop.wait_seconds(20);
    assert_eq!(shop.get(&path).1["status"], "closed");
    assert!(
        quantities(&mut shop, &order)
            .iter()
            .all(|quantity| *quantity == 0)
    );
}

#[test]
fn support_declines_and_asks_more_of_those_named_so() {
    let mut shop = Shop::of("Zz Refund declined");
    let first = order(&mut shop, false);
    let bought = quantities(&mut shop, &first);
    let text = format!("Order {}", first["id"].as_str().unwrap());
    let path = refund(&mut shop, &text);
    shop.wait_seconds(20);
    let (_, request) = shop.get(&path);
    let said = request["notes"][0]["text"].as_str().unwrap();
    assert!(
        request["status"] == "closed" && said.contains("declined"),
        "{said}"
    );
    assert_eq!(quantities(&mut shop, &first), bought);

    let mut shop = Shop::of("Zz Support needs more");
    let first = order(&mut shop, false);
    let text = format!("Order {}", first["id"].as_str().unwrap());
    let path = refund(&mut shop, &text);
    shop.wait_seconds(1_000);
    assert_eq!(shop.get(&path).1["status"], "attention_needed");
    note(&mut shop, &path, "It was never installed.");
    shop.wait_seconds(19);
    assert_eq!(shop.get(&path).1["status"], "open");
    shop.wait_seconds(1);
    assert_eq!(shop.get(&path).1["status"], "closed");
    assert!(
        quantities(&mut shop, &first)
            .iter()
            .all(|quantity| *quantity == 0)
    );
}

#[test]
fn the_control_resource_decides_at_once() {
    let mut shop = Shop::of("Contoso");
    let order = order(&mut shop, false);
    let bought = quantities(&mut shop, &order);
    let text = format!("Order {}", order["id"].as_str().unwrap());
    for (approve, left) in [(false, bought), (true, vec![0])] {
        let path = refund(&mut shop, &text);
        let id = path.rsplit('/').next().unwrap();
        let body = json!({ "request": id, "approve": approve, "note": "By hand." });
        let (status, state) = shop.send("POST", "//extensions/sandbox/decide", &body);
        assert_eq!(status, 200, "{state}");
        let (_, request) = shop.get(&path);
        assert_eq!(request["status"], "closed");
        assert_eq!(request["notes"][0]["text"], "By hand.");
        let now = quantities(&mut shop, &order);
        assert!(now == left || now.iter().all(|quantity| approve && *quantity == 0));
    }
    // Of another kind of problem nothing is cancelled.
    let mut shop = Shop::of("Fabrikam, Inc.");
    let order = self::order(&mut shop, false);
    let bought = quantities(&mut shop, &order);
    let text = format!("Order {}", order["id"].as_str().unwrap());
    let asked = body(&shop, KEYS, &text);
    let id = create(&mut shop, &asked).1["id"].clone();
    let approve = json!({ "request": id, "approve": true });
    shop.send("POST", "//extensions/sandbox/decide", &approve);
    assert_eq!(quantities(&mut shop, &order), bought);
    for (body, status) in [
        (json!({ "request": "12", "approve": true }), 404),
        (json!({ "request": "12" }), 400),
        (json!({ "approve": true }), 400),
    ] {
        assert_eq!(
            shop.send("POST", "//extensions/sandbox/decide", &body).0,
            status
        );
    }
}

#[test]
fn a_request_is_refused_or_its_answer_lost_by_name() {
    let mut shop = Shop::of("Zz Requests refused");
    let asked = body(&shop, KEYS, "Something.");
    assert_eq!(create(&mut shop, &asked).0, 500);
    assert!(shop.rows("/servicerequests").is_empty());

    let mut shop = Shop::of("Zz Request answer lost");
    for id in ["one", "two"] {
        let body = body(&shop, KEYS, "Something.");
        let mut asked = shop.request("POST", "//servicerequests/en-US", &body);
        asked.headers.set("MS-RequestId", id);
        assert_eq!(shop.ask(&asked), None);
        assert_eq!(shop.ask(&asked).unwrap().0, 201);
    }
    assert_eq!(shop.rows("/servicerequests").len(), 2);
    assert_eq!(shop.effects("request:"), [1, 1]);
}

#[test]
fn a_refund_frees_what_was_bought() {
    let mut shop = Shop::of("Alpine Ski House");
    shop.set(&json!({ "provisioningSeconds": 0, "supportSeconds": 0 }));
    let cart = shop.cart(&[(OFFICE, "0001", 3)]);
    let (_, bought) = shop.checkout(&cart);
    let text = format!("Order {}", bought["orders"][0]["id"]);
    refund(&mut shop, &text);
    assert_eq!(shop.rows("/orders")[0]["status"], "cancelled");
}
