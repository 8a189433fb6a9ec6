use serde_json::{Value, json};

use super::shop::{OFFICE, RDS_TERM, Shop, code, refused};

/// Buys that, and answers the path of the first order.
fn order(shop: &mut Shop, bought: &[(&str, &str, u32)]) -> String {
    let cart = shop.cart(bought);
    let (status, result) = shop.checkout(&cart);
    assert_eq!(status, 201, "{result}");
    format!("/orders/{}", result["orders"][0]["id"].as_str().unwrap())
}

fn of_order(rows: Vec<Value>, order: &str) -> Vec<Value> {
    let id = order.trim_start_matches("/orders/");
    let rows = rows.into_iter();
    rows.filter(|row| row["referenceOrder"]["id"] == id || row["orderId"] == id)
        .collect()
}

#[test]
fn an_order_is_pending_until_it_is_provisioned() {
    let mut shop = Shop::of("Alpine Ski House");
    let path = order(&mut shop, &[(OFFICE, "0001", 3)]);
    let status = |shop: &mut Shop| shop.get(&path).1["status"].clone();
    let provisioning = |shop: &mut Shop| {
        let rows = shop.rows(&format!("{path}/provisioningstatus"));
        rows[0]["status"].clone()
    };
    assert_eq!(status(&mut shop), "pending");
    assert_eq!(provisioning(&mut shop), "prefulfillmentPending");
    assert!(shop.rows("/entitlements").is_empty());
    shop.wait_seconds(3);
    assert_eq!(status(&mut shop), "completed");
    assert_eq!(provisioning(&mut shop), "fulfilled");
    assert_eq!(shop.rows("/entitlements").len(), 1);
    shop.set(&json!({ "role": "sales_agent" }));
    let asked = shop.get(&format!("{path}/provisioningstatus"));
    assert_eq!(code(asked), refused(403, "900150"));
    assert_eq!(status(&mut shop), "completed");
}

#[test]
fn how_long_provisioning_takes_is_set() {
    let mut shop = Shop::of("Contoso");
    shop.set(&json!({ "provisioningSeconds": 0 }));
    let path = order(&mut shop, &[(OFFICE, "0001", 3)]);
    assert_eq!(shop.get(&path).1["status"], "completed");
    shop.set(&json!({ "provisioningSeconds": 60 }));
    let path = order(&mut shop, &[(OFFICE, "0001", 4)]);
    shop.wait_seconds(59);
    assert_eq!(shop.get(&path).1["status"], "pending");
}

#[test]
fn what_was_bought_has_a_key_and_downloads() {
    let mut shop = Shop::of("Alpine Ski House");
    let path = order(&mut shop, &[(OFFICE, "0001", 3)]);
    let options = format!("/products/{OFFICE}/skus/0001/downloadoptions");
    let link = shop.rows(&options)[0]["downloadLink"]["uri"].clone();
    let link = format!("/{}", link.as_str().unwrap());
    assert_eq!(shop.get(&link).0, 404);
    shop.wait_seconds(3);
    let owned = of_order(shop.rows("/entitlements"), &path);
    assert_eq!((owned.len(), &owned[0]["quantity"]), (1, &json!(3)));
    let uri = owned[0]["entitledArtifacts"][0]["link"]["uri"].clone();
    let (status, key) = shop.get(&format!("/{}", uri.as_str().unwrap()));
    assert_eq!(status, 200, "{key}");
    assert!(key["productKey"].as_str().unwrap().starts_with("0000"));
    assert_eq!(shop.get(&link).0, 200);
}

#[test]
fn a_term_becomes_a_subscription() {
    let mut shop = Shop::of("Contoso");
    let path = order(&mut shop, &[(RDS_TERM, "000P", 2)]);
    assert!(
        shop.get(&path).1["lineItems"][0]
            .get("subscriptionId")
            .is_none()
    );
    assert!(of_order(shop.rows("/subscriptions"), &path).is_empty());
    shop.wait_seconds(3);
    let subscriptions = of_order(shop.rows("/subscriptions"), &path);
    let line = shop.get(&path).1["lineItems"][0].clone();
    assert_eq!(subscriptions[0]["id"], line["subscriptionId"]);
    assert_eq!(subscriptions[0]["offerId"], line["offerId"]);
    assert_eq!(subscriptions[0]["quantity"], 2);
    assert_eq!(
        subscriptions[0]["cancellationAllowedUntilDate"],
        "2026-04-30T23:59:00Z"
    );
}

#[test]
fn a_new_order_stays_out_of_lists_for_the_lag_and_is_there_by_its_id() {
    let mut shop = Shop::of("Alpine Ski House");
    shop.set(&json!({ "listLagSeconds": 60, "provisioningSeconds": 3 }));
    let path = order(&mut shop, &[(OFFICE, "0001", 3)]);
    shop.wait_seconds(59);
    assert_eq!(shop.get(&path).0, 200);
    assert!(shop.rows("/orders").is_empty());
    assert!(shop.rows("/entitlements").is_empty());
    shop.wait_seconds(1);
    assert_eq!(shop.rows("/orders").len(), 1);
    assert_eq!(shop.rows("/entitlements").len(), 1);
}

#[test]
fn an_order_keeps_what_it_was_bought_as_and_for() {
    let mut shop = Shop::of("Contoso");
    shop.set(&json!({ "pricedShare": 100, "provisioningSeconds": 0 }));
    let path = order(&mut shop, &[(OFFICE, "0001", 3)]);
    let first = shop.get(&path).1;
    shop.set(&json!({ "pricedShare": 0 }));
    shop.now = shop.now.plus_days(50);
    assert_eq!(shop.get(&path).1, first);
    assert_ne!(shop.item(OFFICE, "0001"), first["lineItems"][0]["offerId"]);
    let rows = shop.rows("/orders");
    assert_eq!(rows[0], first);
    assert!(shop.rows("/orders?billingType=onetime").contains(&first));
}

#[test]
fn an_order_is_in_the_audit_records() {
    let mut shop = Shop::of("Contoso");
    shop.set(&json!({ "role": "sales_agent" }));
    let path = order(&mut shop, &[(OFFICE, "0001", 3)]);
    let rows = shop.rows("//auditrecords?size=500");
    let mut created = rows
        .iter()
        .filter(|row| row["operationType"] == "create_order");
    let record = created.next().unwrap();
    assert_eq!(record["resourceType"], "order");
    assert_eq!(record["userPrincipalName"], "sam.sales@partner.example");
    assert_eq!(
        record["customizedData"],
        json!([{ "key": "OrderId", "value": path.trim_start_matches("/orders/") }])
    );
    assert!(created.next().is_none());
}
