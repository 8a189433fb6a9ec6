use serde_json::{Value, json};

use super::shop::{OFFICE, RDS_TERM, Shop, WINDOWS_SERVER};

/// The text of a number, which nothing has rounded.
fn exact(number: &Value) -> String {
    assert!(number.is_number(), "{number}");
    number.to_string()
}

fn priced(name: &str, bought: &[(&str, &str, u32)]) -> (Shop, String, Vec<Value>) {
    let mut shop = Shop::of(name);
    shop.set(&json!({ "pricedShare": 100 }));
    let cart = shop.cart(bought);
    let lines = shop.get(&cart).1["lineItems"].as_array().unwrap().clone();
    (shop, cart, lines)
}

#[test]
fn prices_have_exactly_the_decimals_of_their_currency() {
    for (name, currency, decimals) in [
        ("Contoso", "USD", 2),
        ("Contoso France", "EUR", 2),
        ("Wingtip Toys", "JPY", 0),
        ("Zz Three decimals", "TND", 3),
    ] {
        let (_, _, lines) = priced(name, &[(OFFICE, "0001", 3)]);
        assert_eq!(lines[0]["currencyCode"], currency);
        for part in ["listPrice", "discountedPrice", "price", "extendedPrice"] {
            let text = exact(&lines[0]["pricing"][part]);
            let found = text.split_once('.').map_or(0, |(_, digits)| digits.len());
            assert_eq!(found, decimals, "{text}");
        }
    }
}

#[test]
fn the_total_is_the_sum_of_the_lines() {
    let (mut shop, cart, lines) = priced(
        "Contoso",
        &[(OFFICE, "0001", 3), (WINDOWS_SERVER, "0002", 8)],
    );
    let cents = |number: &Value| exact(number).replace('.', "").parse::<u64>().unwrap();
    for (line, quantity) in lines.iter().zip([3, 8]) {
        let pricing = &line["pricing"];
        assert_eq!(
            cents(&pricing["extendedPrice"]),
            cents(&pricing["price"]) * quantity
        );
        assert!(cents(&pricing["price"]) <= cents(&pricing["listPrice"]));
    }
    let sum: u64 = lines
        .iter()
        .map(|line| cents(&line["pricing"]["extendedPrice"]))
        .sum();
    let (_, result) = shop.checkout(&cart);
    let order = &result["orders"][0];
    assert_eq!(cents(&order["totalPrice"]), sum);
    assert_eq!(order["lineItems"][0]["pricing"], lines[0]["pricing"]);
}

#[test]
fn a_term_is_priced_by_its_billing_cycle() {
    let (mut shop, _, _) = priced("Contoso", &[(OFFICE, "0001", 1)]);
    let mut price = |cycle: &str| {
        let mut body = shop.lines(&[(RDS_TERM, "000P", 1)]);
        body["lineItems"][0]["billingCycle"] = cycle.into();
        let (_, cart) = shop.send("POST", "/carts", &body);
        exact(&cart["lineItems"][0]["pricing"]["listPrice"])
    };
    assert_eq!(
        ["triennial", "annual", "monthly"].map(&mut price),
        ["161.87", "53.96", "4.50"]
    );
}

#[test]
fn only_a_share_of_the_products_has_a_price() {
    let mut shop = Shop::of("Contoso");
    let products = shop.rows("/products?targetView=SoftwarePerpetual");
    let mut bought = Vec::new();
    for product in &products {
        let product = product["id"].as_str().unwrap();
        let sku = shop.rows(&format!("/products/{product}/skus"))[0].clone();
        // Unless it wants an attestation.
        if sku.get("attestationProperties").is_none() {
            let fewest = sku["minimumQuantity"].as_u64().unwrap() as u32;
            bought.push((product, sku["id"].as_str().unwrap().to_owned(), fewest));
        }
    }
    let bought: Vec<_> = bought
        .iter()
        .map(|(product, sku, fewest)| (*product, sku.as_str(), *fewest))
        .collect();
    let lines = shop.lines(&bought);
    let mut priced = |share: u32| {
        shop.set(&json!({ "pricedShare": share }));
        let (_, cart) = shop.send("POST", "/carts", &lines);
        let lines = cart["lineItems"].as_array().unwrap();
        let with = lines.iter().filter(|line| line.get("pricing").is_some());
        (with.count(), lines.len())
    };
    let (none, all_lines) = priced(0);
    assert_eq!((none, priced(100).0), (0, all_lines));
    let (some, _) = priced(60);
    assert!(
        some > all_lines / 3 && some < all_lines,
        "{some} of {all_lines}"
    );
}

#[test]
fn an_order_with_a_line_without_a_price_has_no_total() {
    let mut shop = Shop::of("Zz Without prices");
    shop.set(&json!({ "pricedShare": 100 }));
    let cart = shop.cart(&[(OFFICE, "0001", 1)]);
    let line = shop.get(&cart).1["lineItems"][0].clone();
    assert!(line.get("pricing").is_none());
    let (_, result) = shop.checkout(&cart);
    assert!(result["orders"][0].get("totalPrice").is_none());
}

#[test]
fn education_pays_less_for_software_that_is_for_good() {
    let mut school = Shop::of("School of Fine Art");
    school.set(&json!({ "pricedShare": 100 }));
    let rows = school.rows(&format!("/products/{OFFICE}/skus/0001/availabilities"));
    let lines: Vec<_> = rows
        .iter()
        .zip(0..)
        .map(|(row, id)| {
            json!({
                "id": id,
                "catalogItemId": row["catalogItemId"],
                "quantity": 1,
                "billingCycle": "one_time",
            })
        })
        .collect();
    let (_, cart) = school.send("POST", "/carts", &json!({ "lineItems": lines }));
    let price = |line: usize| exact(&cart["lineItems"][line]["pricing"]["listPrice"]);
    assert_eq!([price(0), price(1)], ["610.41", "274.68"]);
}
