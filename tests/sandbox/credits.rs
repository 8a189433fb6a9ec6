//! The credit of what was cancelled, on the next monthly invoice.

use serde_json::{Value, json};

use super::cancelling::{bought, cancel, lines, whole};
use super::requests::refund;
use super::shop::{OFFICE, Shop, WINDOWS_SERVER};

/// From the first of March to the eighth of April, whatever time buying has taken.
const TO_THE_INVOICE: i64 = 38 * 86_400;

fn credits(shop: &mut Shop) -> Vec<Value> {
    let records = shop.rows("//auditrecords?size=500").into_iter();
    let booked = records.filter(|record| record["operationType"] == "create_credit");
    booked.collect()
}

#[test]
fn a_line_is_credited_with_the_invoice_of_the_next_month_and_not_before() {
    let mut shop = Shop::of("Alpine Ski House");
    shop.set(&json!({ "pricedShare": 100 }));
    let order = bought(
        &mut shop,
        &[(OFFICE, "0001", 3), (WINDOWS_SERVER, "0001", 2)],
    );
    let paid = order["lineItems"][1]["pricing"]["extendedPrice"].to_string();
    cancel(&mut shop, &order, &lines(&order, &[1]));
    cancel(&mut shop, &order, &lines(&order, &[1]));
    shop.wait_seconds(TO_THE_INVOICE - 86_400);
    assert_eq!(credits(&mut shop), Vec::<Value>::new());
    shop.wait_seconds(86_400);
    let credits = credits(&mut shop);
    assert_eq!(credits.len(), 1);
    let credit = &credits[0];
    assert_eq!(credit["operationDate"], "2026-04-08T00:00:00.0000000Z");
    assert_eq!(credit["operationStatus"], "succeeded");
    assert_eq!(
        credit["customizedData"],
        json!([
            { "key": "OrderId", "value": order["id"] },
            { "key": "LineItemNumber", "value": "1" },
            { "key": "Amount", "value": paid },
            { "key": "Currency", "value": order["currencyCode"] },
        ])
    );
}

#[test]
fn where_no_price_is_told_no_amount_is() {
    let mut shop = Shop::of("Alpine Ski House");
    shop.set(&json!({ "pricedShare": 0 }));
    let order = bought(&mut shop, &[(OFFICE, "0001", 3)]);
    cancel(&mut shop, &order, &whole(&order));
    shop.wait_seconds(TO_THE_INVOICE);
    let details = credits(&mut shop)[0]["customizedData"].clone();
    assert_eq!(details.as_array().map(Vec::len), Some(2));
}

#[test]
fn what_support_refunds_is_credited_as_well() {
    let mut shop = Shop::of("Alpine Ski House");
    let order = bought(&mut shop, &[(OFFICE, "0001", 3)]);
    refund(
        &mut shop,
        &format!("Order {}", order["id"].as_str().unwrap()),
    );
    shop.wait_seconds(TO_THE_INVOICE);
    let credits = credits(&mut shop);
    assert_eq!(credits.len(), 1);
    assert_eq!(credits[0]["customizedData"][0]["value"], order["id"]);
}
