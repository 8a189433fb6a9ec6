use std::sync::Mutex;
use std::thread;

use serde_json::{Value, json};

use super::shop::{OFFICE, RDS_TERM, Shop, WINDOWS_SERVER, code, refused};

#[test]
fn a_cart_becomes_one_order_for_each_group() {
    let mut shop = Shop::of("Contoso");
    let cart = shop.cart(&[
        (OFFICE, "0001", 3),
        (RDS_TERM, "000P", 2),
        (WINDOWS_SERVER, "0002", 4),
    ]);
    let (status, result) = shop.checkout(&cart);
    assert_eq!(status, 201);
    assert_eq!(result["attributes"]["objectType"], "CartCheckoutResult");
    assert!(result.get("orderErrors").is_none());
    let orders = result["orders"].as_array().unwrap();
    let facts: Vec<_> = orders
        .iter()
        .map(|order| {
            let lines = order["lineItems"].as_array().unwrap();
            let quantities = lines.iter().map(|line| line["quantity"].clone());
            (
                order["billingCycle"].clone(),
                quantities.collect::<Vec<_>>(),
            )
        })
        .collect();
    assert_eq!(
        facts,
        [
            (json!("one_time"), vec![json!(3), json!(4)]),
            (json!("triennial"), vec![json!(2)])
        ]
    );
    for order in orders {
        assert_eq!(order["status"], "pending");
        assert_eq!(order["transactionType"], "UserPurchase");
        assert_eq!(order["creationDate"], "2026-03-01T12:00:00.0000000Z");
        assert_eq!(order["referenceCustomerId"], shop.tenant());
    }
    assert_eq!(
        orders[0]["lineItems"][0]["friendlyName"],
        "Office LTSC Professional Plus 2024 - 1 License"
    );
    let bought = orders[0]["lineItems"][0]["offerId"].clone();
    assert_eq!(bought, shop.item(OFFICE, "0001"));
}

#[test]
fn a_checkout_has_its_effect_once_however_often_it_is_asked_for() {
    let mut shop = Shop::of("Contoso");
    let cart = shop.cart(&[(OFFICE, "0001", 3), (RDS_TERM, "000P", 2)]);
    let mut first = shop.request("POST", &format!("{cart}/checkout"), &Value::Null);
    first.headers.set("MS-RequestId", "one");
    let mut second = first.clone();
    second.headers.set("MS-RequestId", "two");
    let original = shop.ask(&first).unwrap();
    assert_eq!(original.0, 201);
    shop.wait_seconds(3_600);
    assert_eq!(shop.ask(&first).unwrap(), original);
    assert_eq!(shop.ask(&second).unwrap(), original);
    let tenant = shop.tenant().to_owned();
    let id = cart.trim_start_matches("/carts/");
    assert_eq!(shop.effects(&format!("order:{tenant}:{id}:0")), [1]);
    assert_eq!(shop.effects("order:"), [1, 1]);
    let orders = shop.rows("/orders");
    let ids = original.1["orders"].as_array().unwrap().iter();
    for id in ids.map(|order| &order["id"]) {
        assert_eq!(orders.iter().filter(|order| order["id"] == *id).count(), 1);
    }
}

#[test]
fn two_checkouts_at_once_make_one_order() {
    let mut shop = Shop::of("Contoso");
    let cart = shop.cart(&[(OFFICE, "0001", 3)]);
    let shop = Mutex::new(shop);
    let answers = thread::scope(|scope| {
        let press = || shop.lock().unwrap().checkout(&cart);
        let both = [scope.spawn(press), scope.spawn(press)];
        both.map(|pressed| pressed.join().unwrap())
    });
    assert_eq!(answers[0], answers[1]);
    assert_eq!(shop.into_inner().unwrap().effects("order:"), [1]);
}

#[test]
fn what_was_read_too_long_ago_is_refused_until_it_is_read_again() {
    let mut shop = Shop::of("Contoso");
    let cart = shop.cart(&[(OFFICE, "0001", 3)]);
    let (_, mut body) = shop.get(&cart);
    shop.now = shop.now.plus_days(6);
    assert_eq!(shop.get(&cart).1["lineItems"], body["lineItems"]);
    assert_eq!(code(shop.checkout(&cart)), refused(404, "400019"));
    body["lineItems"][0]["catalogItemId"] = shop.item(OFFICE, "0001").into();
    assert_eq!(shop.send("PUT", &cart, &body).0, 201);
    assert_eq!(shop.checkout(&cart).0, 201);
}

#[test]
fn a_customer_is_sold_what_is_for_it() {
    let mut school = Shop::of("School of Fine Art");
    let path = format!("/products/{OFFICE}/skus/0001/availabilities?targetSegment=education");
    let item = school.rows(&path)[0]["catalogItemId"].clone();
    let body = json!({ "lineItems": [
        { "id": 0, "catalogItemId": item, "quantity": 1, "billingCycle": "one_time" },
    ] });
    let bought = |shop: &mut Shop| {
        let (_, cart) = shop.send("POST", "/carts", &body);
        code(shop.checkout(&format!("/carts/{}", cart["id"].as_str().unwrap())))
    };
    assert_eq!(bought(&mut school), refused(201, ""));
    assert_eq!(bought(&mut Shop::of("Contoso")), refused(403, "800020"));
}

#[test]
fn what_a_country_does_not_have_is_not_sold_there() {
    let mut contoso = Shop::of("Contoso");
    let lines = contoso.lines(&[("DG7GMGF0DSKB", "0001", 1)]);
    let mut japan = Shop::of("Wingtip Toys");
    let (_, cart) = japan.send("POST", "/carts", &lines);
    let cart = format!("/carts/{}", cart["id"].as_str().unwrap());
    assert_eq!(code(japan.checkout(&cart)), refused(400, "800070"));
}

#[test]
fn limits_are_those_of_all_lines_and_all_orders_together() {
    let mut shop = Shop::of("Alpine Ski House");
    // Carts that were put together while there was enough.
    let stock = |shop: &mut Shop| shop.cart(&[("DG7GMGF0DBTS", "0003", 12)]);
    let carts = [stock(&mut shop), stock(&mut shop)];
    assert_eq!(shop.checkout(&carts[0]).0, 201);
    assert_eq!(code(shop.checkout(&carts[1])), refused(400, "800017"));
    assert_eq!(shop.buy(&[("DG7GMGF0DBTS", "0003", 8)]), refused(201, ""));
    assert_eq!(code(shop.checkout(&carts[1])), refused(400, "800010"));
    let studio = "DG7GMGF0DVSP";
    assert_eq!(shop.buy(&[(studio, "0001", 6)]), refused(201, ""));
    let cart = shop.cart(&[(studio, "0001", 3), (studio, "0001", 2)]);
    let (status, body) = shop.checkout(&cart);
    assert_eq!((status, &body["code"]), (403, &json!("800089")));
    let description = body["description"].as_str().unwrap();
    assert!(
        description.contains("5 requested") && description.contains("4 remaining"),
        "{description}"
    );
    assert_eq!(
        shop.buy(&[("DG7GMGF0DSQE", "0002", 100_000)]),
        refused(403, "900121")
    );
    assert_eq!(
        shop.buy(&[("DG7GMGF0DVT7", "0001", 100_000)]),
        refused(403, "800069")
    );
    assert_eq!(shop.effects("order:").len(), 3);
}

#[test]
fn an_order_can_be_placed_without_a_cart() {
    let mut shop = Shop::of("Contoso");
    let item = shop.item(OFFICE, "0001");
    let body = json!({
        "ReferenceCustomerId": shop.tenant(),
        "BillingCycle": "OneTime",
        "LineItems": [{ "LineItemNumber": 0, "OfferId": item, "Quantity": 2 }],
    });
    let mut post = shop.request("POST", "/orders", &body);
    post.headers.set("MS-RequestId", "one");
    let (status, order) = shop.ask(&post).unwrap();
    assert_eq!(
        (status, &order["status"]),
        (201, &json!("pending")),
        "{order}"
    );
    assert_eq!(shop.ask(&post).unwrap().1["id"], order["id"]);
    post.headers.set("MS-RequestId", "two");
    assert_eq!(code(shop.ask(&post).unwrap()), refused(409, "800060"));
    let tenant = shop.tenant().to_owned();
    assert_eq!(shop.effects(&format!("order:{tenant}:one")), [1]);
    shop.wait_seconds(10);
    assert_eq!(shop.ask(&post).unwrap().0, 201);
    assert_eq!(shop.effects("order:"), [1, 1]);
    for (changes, wanted) in [
        (json!({ "offerId": "X:1:Y" }), "800004"),
        (json!({ "quantity": 0 }), "2002"),
        (json!({ "offerId": null }), "900142"),
        (json!({ "currencyCode": "EUR" }), "900169"),
        (json!({ "lineItemNumber": 3 }), "800002"),
    ] {
        let mut line = json!({ "lineItemNumber": 0, "offerId": item, "quantity": 2 });
        let members = line.as_object_mut().unwrap();
        members.extend(changes.as_object().unwrap().clone());
        let body = json!({ "billingCycle": "one_time", "lineItems": [line] });
        assert_eq!(
            code(shop.send("POST", "/orders", &body)),
            refused(400, wanted)
        );
    }
}
