//! What follows from a cancellation: keys, records, lists.

use serde_json::{Value, json};

use super::cancelling::{bought, cancel, key_of, lines, path, whole};
use super::shop::{OFFICE, RDS_TERM, Shop, WINDOWS_SERVER, code, refused};

#[test]
fn what_was_cancelled_is_revoked_everywhere() {
    let mut shop = Shop::of("Alpine Ski House");
    let order = bought(
        &mut shop,
        &[(OFFICE, "0001", 3), (WINDOWS_SERVER, "0001", 2)],
    );
    let options = format!("/products/{OFFICE}/skus/0001/downloadoptions");
    let link = shop.rows(&options)[0]["downloadLink"]["uri"].clone();
    let link = format!("/{}", link.as_str().unwrap());
    let key = key_of(&mut shop, &order, 0);
    assert_eq!((shop.get(&key).0, shop.get(&link).0), (200, 200));
    cancel(&mut shop, &order, &lines(&order, &[0]));
    for uri in [&key, &link] {
        assert_eq!(code(shop.get(uri)), refused(410, "800037"));
    }
    let other = key_of(&mut shop, &order, 1);
    assert_eq!(shop.get(&other).0, 200);
    let owned = shop.rows("/entitlements");
    let line = |number: &str| {
        let mut owned = owned.iter();
        let found = owned.find(|owned| owned["referenceOrder"]["lineItemId"] == number);
        let found = found.unwrap();
        let artifact = &found["entitledArtifacts"][0];
        (found["quantity"].clone(), artifact["state"].clone())
    };
    assert_eq!(line("0"), (json!(0), json!("Revoked")));
    assert_eq!(line("1"), (json!(2), json!("Active")));
    let provisioning = shop.rows(&format!("{}/provisioningstatus", path(&order)));
    assert_eq!(provisioning[0]["status"], "unfulfilled");
}

#[test]
fn a_cancellation_is_recorded_once() {
    let mut shop = Shop::of("Alpine Ski House");
    let order = bought(
        &mut shop,
        &[(OFFICE, "0001", 3), (WINDOWS_SERVER, "0001", 2)],
    );
    cancel(&mut shop, &order, &whole(&order));
    cancel(&mut shop, &order, &whole(&order));
    let records = shop.rows("//auditrecords?size=500").into_iter();
    let mut changes = records.filter(|record| record["operationType"] == "update_order");
    let record = changes.next().unwrap();
    assert_eq!(record["resourceType"], "order");
    assert_eq!(record["customizedData"][0]["value"], order["id"]);
    assert_eq!(record["customizedData"][1]["value"], "0,1");
    assert!(changes.next().is_none());
}

#[test]
fn lists_show_the_state_from_before_for_the_lag() {
    let mut shop = Shop::of("Contoso");
    shop.set(&json!({ "provisioningSeconds": 0 }));
    let order = bought(&mut shop, &[(RDS_TERM, "000P", 2)]);
    shop.wait_seconds(60);
    shop.set(&json!({ "listLagSeconds": 60 }));
    cancel(&mut shop, &order, &whole(&order));
    let listed = |shop: &mut Shop| {
        let quantity = |rows: Vec<Value>, id: &str| {
            let found = rows
                .into_iter()
                .find(|row| row.pointer(id) == Some(&order["id"]));
            found.unwrap()
        };
        let orders = quantity(shop.rows("/orders"), "/id");
        let owned = quantity(shop.rows("/entitlements"), "/referenceOrder/id");
        let terms = quantity(shop.rows("/subscriptions"), "/orderId");
        (
            orders["status"].clone(),
            owned["quantity"].clone(),
            terms["status"].clone(),
        )
    };
    let before = (json!("completed"), json!(2), json!("active"));
    shop.wait_seconds(59);
    assert_eq!(listed(&mut shop), before);
    assert_eq!(shop.get(&path(&order)).1["status"], "cancelled");
    shop.wait_seconds(1);
    let after = (json!("cancelled"), json!(0), json!("deleted"));
    assert_eq!(listed(&mut shop), after);
}
