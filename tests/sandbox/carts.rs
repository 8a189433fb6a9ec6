use serde_json::{Value, json};

use super::shop::{OFFICE, RDS_TERM, Shop, WINDOWS_SERVER, code, refused};

#[test]
fn a_cart_comes_back_with_what_the_server_knows() {
    let mut shop = Shop::of("Contoso France");
    let path = shop.cart(&[(OFFICE, "0001", 3), (RDS_TERM, "000P", 2)]);
    let (status, cart) = shop.get(&path);
    assert_eq!(status, 200);
    assert_eq!(cart["status"], "Active");
    assert_eq!(cart["creationTimestamp"], "2026-03-01T12:00:00.0000000Z");
    assert_eq!(cart["expirationTimestamp"], "2026-03-08T12:00:00.0000000Z");
    assert_eq!(cart["attributes"]["objectType"], "Cart");
    let lines = cart["lineItems"].as_array().unwrap();
    assert_eq!(lines[0]["id"], 0);
    assert_eq!(lines[0]["currencyCode"], "EUR");
    assert_eq!(
        (&lines[0]["orderGroup"], &lines[1]["orderGroup"]),
        (&json!("0"), &json!("1"))
    );
    assert!(lines.iter().all(|line| line.get("error").is_none()));
    assert!(lines[0].get("termDuration").is_none());
    assert_eq!(lines[1]["termDuration"], "P3Y");
    let own = cart["links"]["self"]["uri"].as_str().unwrap();
    assert_eq!(shop.get(&format!("/{own}")).1, cart);
}

#[test]
fn lines_of_one_term_and_cycle_share_a_group() {
    let mut shop = Shop::of("Contoso");
    let mut body = shop.lines(&[
        (RDS_TERM, "000P", 1),
        (OFFICE, "0001", 1),
        (RDS_TERM, "000C", 1),
        (RDS_TERM, "000N", 1),
        (WINDOWS_SERVER, "0001", 1),
        (RDS_TERM, "000P", 1),
    ]);
    body["lineItems"][5]["billingCycle"] = "monthly".into();
    let (_, cart) = shop.send("POST", "/carts", &body);
    let groups = cart["lineItems"].as_array().unwrap().iter();
    let groups: Vec<_> = groups.map(|line| line["orderGroup"].clone()).collect();
    assert_eq!(groups, ["1", "0", "1", "2", "0", "3"]);
}

#[test]
fn a_cart_is_replaced_as_a_whole() {
    let mut shop = Shop::of("Contoso");
    let path = shop.cart(&[(OFFICE, "0001", 3), (WINDOWS_SERVER, "0001", 2)]);
    let (_, mut cart) = shop.get(&path);
    cart["lineItems"].as_array_mut().unwrap().remove(0);
    cart["lineItems"][0]["quantity"] = 7.into();
    shop.wait_seconds(60);
    let (status, replaced) = shop.send("PUT", &path, &cart);
    assert_eq!(status, 201, "{replaced}");
    assert_eq!(replaced["lineItems"].as_array().unwrap().len(), 1);
    assert_eq!(replaced["lineItems"][0]["quantity"], 7);
    assert_eq!(
        replaced["lastModifiedTimestamp"],
        "2026-03-01T12:01:00.0000000Z"
    );
    assert_eq!(replaced["expirationTimestamp"], cart["expirationTimestamp"]);
    assert_eq!(shop.get(&path).1, replaced);
    cart["id"] = Value::Null;
    assert_eq!(shop.send("PUT", &path, &cart).0, 201);
    cart["id"] = "another".into();
    assert_eq!(code(shop.send("PUT", &path, &cart)), refused(400, "800002"));
}

#[test]
fn an_old_etag_is_refused_and_a_retry_is_not() {
    let mut shop = Shop::of("Contoso");
    let path = shop.cart(&[(OFFICE, "0001", 3)]);
    let (_, cart) = shop.get(&path);
    let etag = cart["attributes"]["etag"].as_str().unwrap().to_owned();
    let mut put = shop.request("PUT", &path, &cart);
    put.headers.set("If-Match", format!("\"{etag}\""));
    put.headers.set("MS-RequestId", "one");
    assert_eq!(shop.ask(&put).unwrap().0, 201);
    assert_eq!(shop.ask(&put).unwrap().0, 201);
    put.headers.set("MS-RequestId", "two");
    assert_eq!(code(shop.ask(&put).unwrap()), refused(400, "2055"));
    // Made once, changed once.
    assert_eq!(shop.effects("cart:"), [2]);
}

#[test]
fn a_cart_asked_for_twice_is_made_once() {
    let mut shop = Shop::of("Contoso");
    let lines = shop.lines(&[(OFFICE, "0001", 3)]);
    let mut post = shop.request("POST", "/carts", &lines);
    post.headers.set("MS-RequestId", "one");
    let first = shop.ask(&post);
    assert_eq!(shop.ask(&post), first);
    assert_eq!(shop.effects("cart:"), [1]);
    post.headers.set("MS-RequestId", "two");
    assert_ne!(shop.ask(&post), first);
    assert_eq!(shop.effects("cart:"), [1, 1]);
}

#[test]
fn a_cart_is_found_by_its_customer_until_it_expires() {
    let mut shop = Shop::of("Contoso");
    let path = shop.cart(&[(OFFICE, "0001", 3)]);
    let unknown = refused(404, "800008");
    assert_eq!(code(shop.get("/carts/none")), unknown);
    let other = super::software::customer(&mut shop.sandbox, "Fabrikam, Inc.");
    assert_eq!(code(shop.get(&format!("/{other}{path}"))), unknown);
    shop.now = shop.now.plus_days(7).plus_millis(-1);
    assert_eq!(shop.get(&path).0, 200);
    shop.now = shop.now.plus_millis(1);
    assert_eq!(code(shop.get(&path)), unknown);
    assert_eq!(code(shop.checkout(&path)), unknown);
}

#[test]
fn what_was_checked_out_is_not_changed_any_more() {
    let mut shop = Shop::of("Contoso");
    let path = shop.cart(&[(OFFICE, "0001", 3)]);
    let (_, cart) = shop.get(&path);
    assert_eq!(shop.checkout(&path).0, 201);
    shop.now = shop.now.plus_days(30);
    assert_eq!(shop.get(&path).1["status"], "Ordered");
    assert_eq!(code(shop.send("PUT", &path, &cart)), refused(400, "800065"));
}

/// A line of Office with some members changed, `null` for none.
fn office(shop: &mut Shop, changes: &Value) -> Value {
    let mut line = shop.line(0, OFFICE, "0001", 1);
    let members = line.as_object_mut().unwrap();
    members.extend(changes.as_object().unwrap().clone());
    members.retain(|_, member| !member.is_null());
    json!({ "lineItems": [line] })
}

#[test]
fn what_cannot_stand_in_a_cart_refuses_the_call() {
    let mut shop = Shop::of("Contoso");
    for (changes, wanted) in [
        (json!({ "catalogItemId": null }), "900142"),
        (json!({ "catalogItemId": "" }), "900142"),
        (json!({ "quantity": 0 }), "2002"),
        (json!({ "quantity": 1_000_000_000 }), "2002"),
        (json!({ "quantity": -1 }), "800002"),
        (json!({ "quantity": "many" }), "800002"),
        (json!({ "quantity": 1.5 }), "800002"),
        (json!({ "billingCycle": null }), "800002"),
        (json!({ "id": null }), "800002"),
        (json!({ "currencyCode": "XXX" }), "900169"),
    ] {
        let body = office(&mut shop, &changes);
        let found = code(shop.send("POST", "/carts", &body));
        assert_eq!(found, refused(400, wanted), "{changes}");
    }
    let twice = office(&mut shop, &json!({}))["lineItems"][0].clone();
    for body in [
        json!([]),
        json!({}),
        json!({ "lineItems": [] }),
        json!({ "lineItems": [1] }),
        json!({ "lineItems": [twice, twice] }),
    ] {
        assert_eq!(
            code(shop.send("POST", "/carts", &body)),
            refused(400, "800002"),
            "{body}"
        );
    }
    for (product, quantity) in [("DG7GMGF0DVT7", 4), ("DG7GMGF0DEXE", 5)] {
        let lines = shop.lines(&[(product, "0001", quantity)]);
        assert_eq!(
            code(shop.send("POST", "/carts", &lines)),
            refused(400, "2002")
        );
    }
    let unattested = shop.lines(&[("DG7GMGF0DW1L", "0001", 1)]);
    assert_eq!(
        code(shop.send("POST", "/carts", &unattested)),
        refused(400, "900203")
    );
    assert!(shop.effects("cart:").is_empty());
}

#[test]
fn what_is_wrong_with_a_line_stands_on_the_line() {
    let mut shop = Shop::of("Contoso");
    let terms = shop.item(RDS_TERM, "000P");
    for (changes, wanted) in [
        (
            json!({ "catalogItemId": "DG7GMGF0DWTK:0001:DG7GMGF0AEIO" }),
            10_001,
        ),
        (json!({ "catalogItemId": "X:1:Y" }), 10_001),
        (json!({ "currencyCode": "EUR" }), 10_000),
        (json!({ "billingCycle": "monthly" }), 10_013),
        (
            json!({ "catalogItemId": terms, "billingCycle": "annual", "termDuration": "P1Y" }),
            10_010,
        ),
    ] {
        let body = office(&mut shop, &changes);
        let (status, cart) = shop.send("POST", "/carts", &body);
        assert_eq!(status, 201, "{changes}: {cart}");
        let error = &cart["lineItems"][0]["error"];
        assert_eq!(error["errorCode"], wanted, "{changes}");
        assert!(!error["errorDescription"].as_str().unwrap().is_empty());
        let path = format!("/carts/{}", cart["id"].as_str().unwrap());
        assert_eq!(code(shop.checkout(&path)), refused(400, "800009"));
        let mended = office(&mut shop, &json!({}));
        assert_eq!(shop.send("PUT", &path, &mended).0, 201);
        assert_eq!(shop.checkout(&path).0, 201);
    }
}

#[test]
fn an_attestation_is_asked_for_and_accepted() {
    let mut shop = Shop::of("Contoso");
    let mut lines = shop.lines(&[("DG7GMGF0DW1L", "0001", 1)]);
    lines["lineItems"][0]["attestationAccepted"] = false.into();
    let (_, cart) = shop.send("POST", "/carts", &lines);
    assert_eq!(cart["lineItems"][0]["error"]["errorCode"], 10_012);
    lines["lineItems"][0]["attestationAccepted"] = true.into();
    let (_, cart) = shop.send("POST", "/carts", &lines);
    assert_eq!(cart["lineItems"][0]["attestationAccepted"], true);
    assert!(cart["lineItems"][0].get("error").is_none());
}

#[test]
fn a_line_says_how_many_are_left() {
    let mut shop = Shop::of("Contoso");
    let stock = ("DG7GMGF0DBTS", "0003");
    assert_eq!(shop.buy(&[(stock.0, stock.1, 15)]), refused(201, ""));
    let lines = shop.lines(&[(stock.0, stock.1, 6)]);
    let (_, cart) = shop.send("POST", "/carts", &lines);
    let error = &cart["lineItems"][0]["error"];
    assert_eq!(error["errorCode"], 10_002);
    assert_eq!(
        error["additionalInformation"],
        json!({ "availableQuantity": 5, "purchasedQuantity": 15 })
    );
    let mut canada = Shop::of("Consolidated Messenger");
    let lines = canada.lines(&[(stock.0, stock.1, 1)]);
    let (_, cart) = canada.send("POST", "/carts", &lines);
    assert_eq!(cart["lineItems"][0]["error"]["errorCode"], 10_003);
}

#[test]
fn a_helpdesk_agent_sells_nothing() {
    let mut shop = Shop::of("Contoso");
    let path = shop.cart(&[(OFFICE, "0001", 3)]);
    let lines = shop.lines(&[(OFFICE, "0001", 3)]);
    shop.set(&json!({ "role": "helpdesk_agent" }));
    let no_right = refused(403, "900150");
    assert_eq!(code(shop.send("POST", "/carts", &lines)), no_right);
    assert_eq!(code(shop.send("PUT", &path, &lines)), no_right);
    assert_eq!(code(shop.checkout(&path)), no_right);
    assert_eq!(code(shop.send("POST", "/orders", &json!({}))), no_right);
    assert_eq!(shop.get(&path).0, 200);
    shop.set(&json!({ "role": "sales_agent" }));
    assert_eq!(shop.checkout(&path).0, 201);
}
