//! The way from the catalogue to an order: what is asked, and what is read.

use latchkey::model::agreement::{Contact, current};
use latchkey::model::billing::{BillingCycle, Term};
use latchkey::model::cart::{Cart, CartStatus, Checkout, LineErrorKind, Outcome};
use latchkey::model::catalog::{Prerequisite, plans};
use latchkey::model::checks::AccountStatus;
use latchkey::model::order::{Delivery, Provisioning};
use latchkey::model::qualification::{QualificationKind, Vetting};
use latchkey::model::segment::{Segment, SegmentRight};
use latchkey::model::status::OrderStatus;
use latchkey::model::window::Refund;
use latchkey::model::{CatalogItemId, Money, Timestamp};
use latchkey::partner_center::agreements::confirmation;
use latchkey::partner_center::carts;
use latchkey::partner_center::catalog::{Sku, TargetView};
use latchkey::partner_center::json::Read;
use serde_json::{Value, json};

use crate::scripted::{answer, client, customer_id, good, one, run};

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn cart() -> Cart {
    Cart::read(parsed(fixture!("cart"))).unwrap()
}

#[test]
fn a_view_of_the_catalogue_is_asked_for_a_segment() {
    let (client, tape) = one(fixture!("products"));
    let view = TargetView::SoftwarePerpetual;
    let asked = client.products_in_view(&customer_id(), view, &Segment::Education);
    let products = good(run(asked).unwrap());
    assert_eq!(
        products[0].description,
        "The server operating system — licensed per core."
    );
    let path = format!(
        "/customers/{}/products?targetView=SoftwarePerpetual&targetSegment=education",
        customer_id()
    );
    assert_eq!(tape.sent()[0].path, path);
}

#[test]
fn a_sku_says_what_buying_it_takes() {
    let (client, tape) = one(fixture!("skus"));
    let product = "DG7GMGF0AAAA".parse().unwrap();
    let asked = client.skus(&customer_id(), &product, Some(&Segment::Commercial));
    let skus = good(run(asked).unwrap());
    assert!(
        tape.sent()[0]
            .path
            .ends_with("/skus?targetSegment=commercial")
    );
    assert_eq!((skus[0].limits.min, skus[0].limits.has_max()), (1, false));
    assert_eq!(skus[0].billing_cycles, [BillingCycle::OneTime]);
    assert_eq!(
        skus[0].prerequisites,
        [Prerequisite::MicrosoftCustomerAgreement]
    );
    assert!(skus[0].refundable && !skus[0].needs_attestation());
    assert_eq!(skus[1].limits.min, 8);

    let attested = json!({
        "id": "0007", "maximumQuantity": 4, "isTrial": true,
        "purchasePrerequisites": ["InventoryCheck", "MoonPhase"],
        "attestationProperties": { "attestationType": "Hosting", "enforceAttestation": true }
    });
    let sku = Sku::read(attested).unwrap();
    assert!(sku.needs_attestation() && sku.needs_inventory_check() && sku.trial);
    assert!(!sku.refundable);
    let odd = Prerequisite::Unknown("MoonPhase".to_owned());
    assert_eq!(sku.prerequisites[1], odd);
}

#[test]
fn an_availability_says_what_is_offered_and_refunded() {
    let (client, tape) = one(fixture!("availabilities"));
    let (product, sku) = ("DG7GMGF0CCCC".parse().unwrap(), "000C".parse().unwrap());
    let asked = client.availabilities(&customer_id(), &product, &sku, None);
    let all = good(run(asked).unwrap());
    assert!(
        tape.sent()[0]
            .path
            .ends_with("/products/DG7GMGF0CCCC/skus/000C/availabilities")
    );
    let [offered, closed] = &all[..] else {
        panic!()
    };
    assert_eq!(offered.segment, Some(Segment::Education));
    assert_eq!(offered.currency.as_ref().unwrap().as_str(), "EUR");
    assert_eq!(closed.item.to_string(), "DG7GMGF0CCCC:000C:DG7GMGF0ZZZ9");
    assert_eq!(closed.currency.as_ref().unwrap().as_str(), "JPY");
    assert!(offered.purchasable && !closed.purchasable);

    let sold = json!({"id": "000C", "supportedBillingCycles": ["annual", "triennial"]});
    let plans = plans(&Sku::read(sold).unwrap(), offered);
    assert_eq!(plans.len(), 3, "annual for three years, both for one");
    let refunds = offered.refunds(&plans[0]);
    assert_eq!(refunds[0].refund, Some(Refund::Full));
    assert_eq!(refunds[1].refund, Some(Refund::Prorated));
    assert_eq!(refunds[1].expires_after.as_deref(), Some("P7D"));
    assert!(offered.refunds(&plans[1]).is_empty());
}

#[test]
fn a_cart_is_read_with_prices_and_errors_of_its_lines() {
    let cart = cart();
    assert_eq!(cart.status, CartStatus::Active);
    assert_eq!(cart.expires, Timestamp::parse("2026-11-27T08:12:45.123Z"));
    assert_eq!(cart.etag.as_deref(), Some("eyJpZCI6IjYifQ=="));
    let [perpetual, refused, other] = &cart.lines[..] else {
        panic!()
    };
    assert_eq!(perpetual.amount().unwrap().to_string(), "1999.80 EUR");
    assert_eq!(perpetual.unit_price().unwrap().to_string(), "999.90 EUR");
    assert_eq!(perpetual.term, None, "empty text is no term");
    assert_eq!(refused.id, 1);
    assert_eq!(refused.billing_cycle, BillingCycle::Annual);
    let error = refused.error.as_ref().unwrap();
    assert_eq!(error.code, LineErrorKind::QuotaNotAvailable);
    assert_eq!((error.available, error.purchased), (Some(2), Some(38)));
    let error = other.error.as_ref().unwrap();
    assert_eq!(error.code, LineErrorKind::InventoryNotAvailable);
    assert_eq!(other.attestation_accepted, Some(true));
    assert!(cart.has_errors());
    assert_eq!(cart.order_groups(), ["0", "OMS-0"]);
    let totals = cart.totals();
    assert_eq!((totals.priced, totals.unpriced), (1, 2));
}

#[test]
fn a_cart_is_sent_with_what_a_person_chose_and_nothing_of_the_servers() {
    let cart = cart();
    let sent = parsed(&carts::body(&cart));
    let expected = json!({
        "id": "6b1c2f0a-71f4-4b0f-9a53-0d8f5f1f7a10",
        "lineItems": [
            { "id": 0, "catalogItemId": "DG7GMGF0AAAA:0001:DG7GMGF0ZZZ1", "quantity": 2,
              "billingCycle": "one_time" },
            { "id": 1, "catalogItemId": "DG7GMGF0CCCC:000C:DG7GMGF0ZZZ2", "quantity": 4,
              "billingCycle": "annual", "termDuration": "P3Y" },
            { "id": 2, "catalogItemId": "DG7GMGF0DDDD:0003:DG7GMGF0ZZZ3", "quantity": 1,
              "billingCycle": "monthly", "termDuration": "P1M", "attestationAccepted": true }
        ]
    });
    assert_eq!(sent, expected);
    let new = parsed(&carts::new_body(&cart.lines));
    assert_eq!(new, json!({ "lineItems": expected["lineItems"] }));
    assert_eq!(parsed(&carts::new_body(&[])), json!({ "lineItems": [] }));
}

#[test]
fn a_checkout_tells_orders_from_refusals() {
    let checkout = Checkout::read(parsed(fixture!("checkout"))).unwrap();
    assert_eq!(checkout.outcome(), Outcome::Some);
    let order = &checkout.orders[0];
    assert_eq!(order.number(), "5e0d7c3b9a12");
    assert_eq!(order.status, OrderStatus::Pending);
    assert_eq!(order.total().unwrap().to_string(), "1999.80 EUR");
    let codes: Vec<_> = checkout.errors.iter().map(|e| e.code.as_deref()).collect();
    assert_eq!(codes, [Some("800069"), Some("800089")]);
    assert_eq!(checkout.errors[0].group.as_deref(), Some("OMS-0"));
    assert_eq!(checkout.errors[1].group.as_deref(), Some("1"));
}

#[test]
fn a_checkout_may_be_an_order_alone_and_is_never_nothing() {
    let orders: Value = parsed(fixture!("orders"));
    let alone = Checkout::read(orders["items"][0].clone()).unwrap();
    assert_eq!((alone.orders.len(), alone.outcome()), (1, Outcome::All));
    for nothing in [
        json!({}),
        json!({ "orders": [] }),
        json!({ "orders": null, "orderErrors": [] }),
        json!([]),
        json!("done"),
        json!({ "orders": [{ "status": "pending" }] }),
    ] {
        assert!(Checkout::read(nothing.clone()).is_err(), "{nothing}");
    }
}

#[test]
fn an_order_is_asked_for_with_its_prices() {
    let order = &parsed(fixture!("checkout"))["orders"][0];
    let (client, tape) = one(&order.to_string());
    let id = "Xr4_kPq8LmNoPqRsTuVwXyZ0123456_a1".parse().unwrap();
    let order = run(client.order(&customer_id(), &id)).unwrap();
    let path = &tape.sent()[0].path;
    assert!(path.ends_with("/orders/Xr4_kPq8LmNoPqRsTuVwXyZ0123456_a1?include_price=true"));
    assert_eq!(order.billing_cycle, BillingCycle::OneTime);
    let bought: CatalogItemId = order.line_items[0].catalog_item().unwrap();
    assert_eq!(bought.product.as_str(), "DG7GMGF0AAAA");
    let sums: Vec<String> = order.totals().sums.iter().map(Money::to_string).collect();
    assert_eq!(sums, ["1999.80 EUR"]);
}

#[test]
fn prices_survive_the_wire_to_the_last_digit() {
    let body =
        r#"{"id":"o1","currencyCode":"KWD","totalPrice":123456789012345.678,"lineItems":[]}"#;
    let (client, _) = one(body);
    let order = run(client.order(&customer_id(), &"o1".parse().unwrap())).unwrap();
    assert_eq!(
        order.total().unwrap().to_string(),
        "123456789012345.678 KWD"
    );
}

#[test]
fn delivery_is_read_line_by_line() {
    let (client, tape) = one(fixture!("provisioning-status"));
    let asked = client.provisioning_status(&customer_id(), &"o1".parse().unwrap());
    let lines = good(run(asked).unwrap());
    assert!(
        tape.sent()[0]
            .path
            .ends_with("/orders/o1/provisioningstatus")
    );
    let states: Vec<_> = lines.iter().map(|line| line.status.clone()).collect();
    let expected = [
        Provisioning::Fulfilled,
        Provisioning::Pending,
        Provisioning::Unfulfilled,
    ];
    assert_eq!(states, expected);
    assert_eq!(lines[1].line_item_number, Some(1));
    assert_eq!(Delivery::of_lines(&lines), Delivery::Underway);
}

#[test]
fn the_agreement_is_looked_for_and_its_newest_template_taken() {
    let steps = [
        answer(200, fixture!("agreements")),
        answer(200, fixture!("agreement-templates")),
        answer(200, r#"{"isSigned":true}"#),
    ];
    let (client, tape) = client(steps);
    let confirmed = good(run(client.agreements(&customer_id())).unwrap());
    assert_eq!(confirmed[0].contact.last_name, "Lefèvre");
    assert_eq!(confirmed[0].agreed, Timestamp::parse("2026-03-02"));
    let templates = good(run(client.agreement_templates()).unwrap());
    let newest = current(templates).unwrap();
    assert_eq!(newest.link.as_deref(), Some("https://example.com/new"));
    assert!(
        run(client.direct_signing(&customer_id()))
            .unwrap()
            .is_signed
    );
    let paths: Vec<String> = tape.sent().into_iter().map(|sent| sent.path).collect();
    let customer = format!("/customers/{}", customer_id());
    let asked = "agreements?agreementType=MicrosoftCustomerAgreement";
    assert_eq!(
        paths,
        [
            format!("{customer}/{asked}"),
            format!("/{asked}"),
            format!("{customer}/directSignedMicrosoftCustomerAgreementStatus"),
        ]
    );
}

#[test]
fn an_acceptance_is_sent_with_who_and_when() {
    let contact = Contact {
        first_name: " Zoé".to_owned(),
        last_name: "O\"Neil".to_owned(),
        email: "zoe@lumiere.example ".to_owned(),
        phone: " ".to_owned(),
    };
    let agreed = Timestamp::parse("2026-03-02").unwrap();
    let sent = parsed(&confirmation("t1", &contact, agreed));
    let expected = json!({
        "primaryContact": {
            "firstName": "Zoé", "lastName": "O\"Neil", "email": "zoe@lumiere.example"
        },
        "templateId": "t1",
        "dateAgreed": "2026-03-02T00:00:00Z",
        "type": "MicrosoftCustomerAgreement"
    });
    assert_eq!(sent, expected);
}

#[test]
fn an_account_without_a_record_is_no_failure() {
    let missing = r#"{"code":600074,"message":"Not found.","errorName":"AccountStatusNotFound"}"#;
    for (status, body, expected) in [
        (
            200,
            r#"{"type":"account","status":"Allowed"}"#,
            Some(AccountStatus::Allowed),
        ),
        (
            200,
            r#"{"status":"Not Ready"}"#,
            Some(AccountStatus::NotReady),
        ),
        (
            200,
            r#"{"status":"UnderReview"}"#,
            Some(AccountStatus::UnderReview),
        ),
        (
            200,
            r#"{"status":"Unknown"}"#,
            Some(AccountStatus::NotKnown),
        ),
        (404, missing, None),
    ] {
        let (client, tape) = client([answer(status, body)]);
        assert_eq!(run(client.account_status(&customer_id())), Ok(expected));
        let path = &tape.sent()[0].path;
        assert!(path.ends_with("/validationStatus?type=account"), "{path}");
    }
    for refusal in [answer(404, r#"{"code":1000}"#), answer(403, missing)] {
        let (client, _) = client([refusal]);
        assert!(run(client.account_status(&customer_id())).is_err());
    }
}

#[test]
fn qualifications_come_without_an_envelope() {
    let (client, _) = one(fixture!("qualifications"));
    let all = good(run(client.qualifications(&customer_id())).unwrap());
    assert_eq!(all[0].vetting, Vetting::InReview);
    assert_eq!(all[1].kind, QualificationKind::GovernmentCommunityCloud);
    let right = |segment: Segment| SegmentRight::of(&segment, Some(&all));
    assert_eq!(right(Segment::Education), SegmentRight::InReview);
    assert_eq!(right(Segment::Government), SegmentRight::Allowed);
    assert_eq!(right(Segment::Nonprofit), SegmentRight::NotQualified);
}

#[test]
fn the_inventory_is_asked_about_skus() {
    let (client, tape) = one(fixture!("inventory"));
    let items = ["DG7GMGF0AAAA:0001:A", "DG7GMGF0AAAA:0002:B"].map(|id| id.parse().unwrap());
    let answer = good(run(client.check_inventory("FR", &customer_id(), &items)).unwrap());
    assert!(answer[0].is_restricted && !answer[1].is_restricted);
    assert_eq!(answer[0].restrictions[0].reason, "NotAvailable");
    let sent = &tape.sent()[0];
    assert_eq!(sent.path, "/extensions/product/checkinventory?country=FR");
    let expected = json!({
        "targetItems": [
            { "productId": "DG7GMGF0AAAA", "skuId": "0001" },
            { "productId": "DG7GMGF0AAAA", "skuId": "0002" }
        ],
        "inventoryContext": { "customerId": customer_id() }
    });
    assert_eq!(parsed(sent.json().unwrap()), expected);
}

#[test]
fn a_line_that_names_nothing_makes_the_cart_unreadable() {
    for (name, value) in [
        ("catalogItemId", json!("DG7GMGF0AAAA:0001")),
        ("catalogItemId", json!("../../orders:1:2")),
        ("catalogItemId", Value::Null),
        ("quantity", json!(-1)),
        ("quantity", json!("many")),
        ("id", Value::Null),
    ] {
        let mut body = parsed(fixture!("cart"));
        body["lineItems"][0][name] = value;
        assert!(Cart::read(body).is_err(), "{name}");
    }
    let mut body = parsed(fixture!("cart"));
    body["lineItems"][1]["termDuration"] = json!("P3Y");
    body["lineItems"][0]["pricing"] = json!({ "price": "a lot" });
    body["attributes"] = json!({ "etag": "" });
    let cart = Cart::read(body).unwrap();
    assert_eq!(cart.lines[1].term, Term::parse("P3Y"));
    assert_eq!(cart.lines[0].amount(), None, "no price, and no guess");
    assert_eq!(cart.etag, None);
}
