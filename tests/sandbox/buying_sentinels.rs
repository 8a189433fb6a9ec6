use serde_json::{Value, json};

use super::shop::{OFFICE, RDS_TERM, Shop, WINDOWS_SERVER, code, refused};

#[test]
fn each_refuses_an_order_as_its_name_says() {
    for (name, status, wanted) in [
        ("Zz Account not approved", 403, "800074"),
        ("Zz Account status missing", 201, ""),
        ("Zz Account status unknown", 403, "800075"),
        ("Zz Account under review", 403, "800073"),
        ("Zz Agreement missing", 403, "13605"),
        ("Zz Cart lines refused", 400, "800009"),
        ("Zz Checkout fails", 500, "800005"),
        ("Zz Credit line exhausted", 403, "900121"),
        ("Zz Not eligible", 403, "800020"),
        ("Zz Ownership limit", 403, "800089"),
        ("Zz Three decimals", 201, ""),
        ("Zz Without prices", 201, ""),
    ] {
        let mut shop = Shop::of(name);
        let found = shop.buy(&[(OFFICE, "0001", 1)]);
        assert_eq!(found, refused(status, wanted), "{name}");
        let orders = usize::from(status == 201);
        assert_eq!(shop.effects("order:").len(), orders, "{name}");
    }
}

#[test]
fn an_outdated_availability_is_current_once_it_is_read_again() {
    let mut shop = Shop::of("Zz Availability outdated");
    for _cart in 0..2 {
        let path = shop.cart(&[(OFFICE, "0001", 1)]);
        let (_, mut cart) = shop.get(&path);
        assert_eq!(code(shop.checkout(&path)), refused(404, "400019"));
        // The same line is no better the second time.
        assert_eq!(code(shop.checkout(&path)), refused(404, "400019"));
        let anew = shop.item(OFFICE, "0001");
        assert_ne!(cart["lineItems"][0]["catalogItemId"], anew);
        cart["lineItems"][0]["catalogItemId"] = anew.into();
        assert_eq!(shop.send("PUT", &path, &cart).0, 201);
        assert_eq!(shop.checkout(&path).0, 201);
    }
}

#[test]
fn a_busy_cart_is_free_the_next_time() {
    let mut shop = Shop::of("Zz Cart busy");
    for _cart in 0..2 {
        let path = shop.cart(&[(OFFICE, "0001", 1)]);
        assert_eq!(code(shop.checkout(&path)), refused(409, "800064"));
        assert_eq!(shop.checkout(&path).0, 201);
        assert_eq!(shop.checkout(&path).0, 201);
    }
    assert_eq!(shop.effects("order:"), [1, 1]);
}

#[test]
fn refused_lines_have_an_error_each() {
    let mut shop = Shop::of("Zz Cart lines refused");
    let path = shop.cart(&[
        (OFFICE, "0001", 4),
        (WINDOWS_SERVER, "0001", 1),
        (RDS_TERM, "000P", 1),
    ]);
    let (_, cart) = shop.get(&path);
    let errors: Vec<_> = cart["lineItems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["error"]["errorCode"].clone())
        .collect();
    assert_eq!(errors, [10_002, 10_003, 10_006]);
}

#[test]
fn a_lost_answer_has_its_effect_and_the_next_tells_of_it() {
    let mut shop = Shop::of("Zz Checkout answer lost");
    let path = shop.cart(&[(OFFICE, "0001", 1)]);
    let mut post = shop.request("POST", &format!("{path}/checkout"), &Value::Null);
    post.headers.set("MS-RequestId", "one");
    assert_eq!(shop.ask(&post), None);
    assert_eq!(shop.effects("order:"), [1]);
    let (status, result) = shop.ask(&post).unwrap();
    assert_eq!(status, 201);
    assert_eq!(shop.effects("order:"), [1]);
    let id = &result["orders"][0]["id"];
    assert!(shop.rows("/orders").iter().any(|order| order["id"] == *id));
}

#[test]
fn orders_fail_in_part() {
    let mut shop = Shop::of("Zz Orders partly fail");
    assert_eq!(shop.buy(&[(OFFICE, "0001", 1)]), refused(201, ""));
    for bought in [
        [(OFFICE, "0001", 1), (WINDOWS_SERVER, "0001", 1)],
        [(OFFICE, "0001", 1), (RDS_TERM, "000P", 1)],
    ] {
        let path = shop.cart(&bought);
        let (status, result) = shop.checkout(&path);
        assert_eq!(status, 201);
        assert_eq!(result["orders"].as_array().unwrap().len(), 1);
        let errors = result["orderErrors"].as_array().unwrap();
        assert_eq!((errors.len(), &errors[0]["code"]), (1, &json!(800_005)));
        let groups = shop.get(&path).1["lineItems"].as_array().unwrap().clone();
        assert_eq!(groups[1]["orderGroup"], errors[0]["orderGroupId"]);
        assert_eq!(shop.checkout(&path), (201, result));
    }
    assert_eq!(shop.effects("order:"), [1, 1, 1]);
}

#[test]
fn provisioning_may_take_long() {
    let mut shop = Shop::of("Zz Provisioning takes long");
    let cart = shop.cart(&[(OFFICE, "0001", 1)]);
    let (_, result) = shop.checkout(&cart);
    let order = format!("/orders/{}", result["orders"][0]["id"].as_str().unwrap());
    shop.wait_seconds(899);
    assert_eq!(shop.get(&order).1["status"], "pending");
    shop.wait_seconds(1);
    assert_eq!(shop.get(&order).1["status"], "completed");
}
