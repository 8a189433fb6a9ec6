//! Subscriptions, which are cancelled with their line or by themselves.

use serde_json::json;

use super::cancelling::{bought, cancel, key_of, path, whole};
use super::shop::{RDS_TERM, Shop, code, refused};

#[test]
fn a_subscription_is_cancelled_with_its_line_and_a_line_with_its_subscription() {
    let mut shop = Shop::of("Contoso");
    let order = bought(&mut shop, &[(RDS_TERM, "000P", 2)]);
    let id = order["lineItems"][0]["subscriptionId"].as_str().unwrap();
    let subscription = format!("/subscriptions/{id}");
    let (_, mut body) = shop.get(&subscription);
    let etag = body["attributes"]["etag"].as_str().unwrap().to_owned();
    body["status"] = "deleted".into();
    let mut asked = shop.request("PATCH", &subscription, &body);
    asked.headers.set("If-Match", format!("\"{etag}\""));
    asked.headers.set("MS-RequestId", "one");
    let (status, deleted) = shop.ask(&asked).unwrap();
    assert_eq!(
        (status, &deleted["status"]),
        (200, &json!("deleted")),
        "{deleted}"
    );
    assert_eq!(deleted["autoRenewEnabled"], false);
    assert!(deleted.get("scheduledNextTermInstructions").is_none());
    assert_eq!(shop.get(&subscription).1, deleted);
    assert_eq!(shop.get(&path(&order)).1["lineItems"][0]["quantity"], 0);
    let key = key_of(&mut shop, &order, 0);
    assert_eq!(code(shop.get(&key)), refused(410, "800037"));
    assert_eq!(shop.ask(&asked).unwrap(), (200, deleted));
    asked.headers.set("MS-RequestId", "two");
    assert_eq!(code(shop.ask(&asked).unwrap()), refused(400, "2011"));
    assert_eq!(shop.effects("cancel:"), [1]);

    let order = bought(&mut shop, &[(RDS_TERM, "000N", 1)]);
    let id = order["lineItems"][0]["subscriptionId"].as_str().unwrap();
    cancel(&mut shop, &order, &whole(&order));
    let (_, subscription) = shop.get(&format!("/subscriptions/{id}"));
    assert_eq!(subscription["status"], "deleted");
}

#[test]
fn only_the_whole_subscription_as_it_is_can_be_deleted() {
    let mut shop = Shop::of("Contoso");
    let order = bought(&mut shop, &[(RDS_TERM, "000P", 2)]);
    let id = order["lineItems"][0]["subscriptionId"].as_str().unwrap();
    let path = format!("/subscriptions/{id}");
    let (_, mut whole) = shop.get(&path);
    whole["status"] = "deleted".into();
    for (change, wanted) in [
        (json!({ "status": "suspended" }), "800040"),
        (json!({ "status": "gone" }), "900126"),
        (json!({ "status": null }), "800002"),
        (json!({ "orderId": null }), "800002"),
        (json!({ "quantity": 1 }), "900141"),
        (json!({ "billingCycle": "annual" }), "900141"),
    ] {
        let mut body = whole.clone();
        let members = body.as_object_mut().unwrap();
        members.extend(change.as_object().unwrap().clone());
        let answer = shop.send("PATCH", &path, &body);
        assert_eq!(code(answer), refused(400, wanted), "{change}");
    }
    let mut stale = shop.request("PATCH", &path, &whole);
    stale.headers.set("If-Match", "\"12\"");
    assert_eq!(code(shop.ask(&stale).unwrap()), refused(400, "2055"));
    let unknown = shop.send("PATCH", "/subscriptions/none", &whole);
    assert_eq!(code(unknown), refused(404, "20003"));
    shop.now = shop.now.plus_days(61);
    let late = shop.send("PATCH", &path, &whole);
    assert_eq!(code(late), refused(400, "900117"));
    shop.set(&json!({ "role": "helpdesk_agent" }));
    let refusal = shop.send("PATCH", &path, &whole);
    assert_eq!(code(refusal), refused(403, "900150"));
    assert!(shop.effects("cancel:").is_empty());
}
