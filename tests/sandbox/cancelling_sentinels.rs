//! Customers whose name says what becomes of a cancellation.

use serde_json::Value;

use super::cancelling::{cancel, order, path, whole};
use super::shop::{Shop, code, refused};

#[test]
fn each_sentinel_refuses_as_its_name_says() {
    for (name, status, wanted) in [
        ("Zz Cancel not possible", 400, "800061"),
        ("Zz Cancel outside software", 403, "800019"),
        ("Zz Cancel pending", 409, "800014"),
        ("Zz Cancel refused for the role", 403, "900150"),
        ("Zz Cancel refused for the window", 400, "900117"),
        ("Zz Cancel refused in hours", 400, "900213"),
    ] {
        let mut shop = Shop::of(name);
        for order in shop.rows("/orders") {
            let answer = cancel(&mut shop, &order, &whole(&order));
            assert_eq!(code(answer), refused(status, wanted), "{name}");
        }
        let mut subscription = shop.rows("/subscriptions")[0].clone();
        subscription["status"] = "deleted".into();
        let path = format!("/subscriptions/{}", subscription["id"].as_str().unwrap());
        let answer = shop.send("PATCH", &path, &subscription);
        assert_eq!(code(answer), refused(status, wanted), "{name}");
        assert!(shop.effects("cancel:").is_empty(), "{name}");
    }
}

#[test]
fn one_takes_subscriptions_by_themselves_alone() {
    let mut shop = Shop::of("Zz Cancel by subscription");
    let perpetual = order(&mut shop, "completed", 2);
    assert_eq!(cancel(&mut shop, &perpetual, &whole(&perpetual)).0, 200);
    let term = order(&mut shop, "completed", 1);
    let answer = cancel(&mut shop, &term, &whole(&term));
    assert_eq!(code(answer), refused(400, "800063"));
    let id = term["lineItems"][0]["subscriptionId"].as_str().unwrap();
    let path = format!("/subscriptions/{id}");
    let (_, mut subscription) = shop.get(&path);
    subscription["status"] = "deleted".into();
    assert_eq!(shop.send("PATCH", &path, &subscription).0, 200);
}

#[test]
fn somebody_else_switches_the_renewal_with_the_first_write() {
    let mut shop = Shop::of("Zz Subscription changed meanwhile");
    let term = order(&mut shop, "completed", 1);
    let answer = cancel(&mut shop, &term, &whole(&term));
    assert_eq!(code(answer), refused(400, "800063"));
    let id = term["lineItems"][0]["subscriptionId"].as_str().unwrap();
    let path = format!("/subscriptions/{id}");
    let (_, before) = shop.get(&path);
    let delete = |shop: &mut Shop, read: &Value| {
        let mut body = read.clone();
        body["status"] = "deleted".into();
        let mut asked = shop.request("PATCH", &path, &body);
        let etag = read["attributes"]["etag"].as_str().unwrap();
        asked.headers.set("If-Match", etag);
        shop.ask(&asked).unwrap()
    };
    for _ in 0..2 {
        let stale = delete(&mut shop, &before);
        assert_eq!(code(stale), refused(400, "2055"));
    }
    assert!(shop.effects("cancel:").is_empty());
    let (_, now) = shop.get(&path);
    let differing: Vec<&str> = before
        .as_object()
        .unwrap()
        .iter()
        .filter(|(part, value)| now[part.as_str()] != **value)
        .map(|(part, _)| part.as_str())
        .collect();
    let renewal = [
        "attributes",
        "autoRenewEnabled",
        "scheduledNextTermInstructions",
    ];
    assert!(differing.contains(&"autoRenewEnabled"), "{differing:?}");
    assert!(differing.iter().all(|part| renewal.contains(part)));
    assert_eq!(delete(&mut shop, &now).0, 200);
    assert_eq!(shop.get(&path).1["status"], "deleted");
}

#[test]
fn an_answer_is_lost_after_the_effect_once_for_each_order() {
    let mut shop = Shop::of("Zz Cancel answer lost");
    for order in shop.rows("/orders") {
        let mut asked = shop.request("PATCH", &path(&order), &whole(&order));
        asked.headers.set("MS-RequestId", path(&order));
        assert_eq!(shop.ask(&asked), None);
        assert_eq!(shop.get(&path(&order)).1["status"], "cancelled");
        assert_eq!(shop.ask(&asked).unwrap().0, 200);
    }
    assert_eq!(shop.effects("cancel:"), [1, 1, 1]);
}
