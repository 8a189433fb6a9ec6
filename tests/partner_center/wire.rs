//! Bodies in the published shapes, with the oddities of published ones, and what is read from them.

use latchkey::model::status::{ArtifactState, OrderStatus, SubscriptionStatus};
use latchkey::partner_center::client::all;
use latchkey::partner_center::customers::{Customer, CustomerQuery};
use latchkey::partner_center::json::Read;
use serde_json::{Value, json};

use crate::scripted::{answer, client, customer_id, good, one, run};

#[test]
fn calls_made_together_answer_in_their_order() {
    let body = |name: &str| format!(r#"{{"id":"P1","title":"{name}"}}"#);
    let steps = [
        answer(200, &body("a")),
        answer(404, ""),
        answer(200, &body("c")),
    ];
    let (client, tape) = client(steps);
    let ids = ["P1", "P2", "P3"].map(|id| id.parse().unwrap());
    let calls = ids.iter().map(|id| client.product(&customer_id(), id));
    let calls: Vec<_> = calls.collect();
    assert!(
        tape.sent().is_empty(),
        "nothing is sent before it is awaited"
    );
    let titles = run(all(calls)).into_iter();
    let titles: Vec<_> = titles
        .map(|product| product.ok().map(|p| p.title))
        .collect();
    assert_eq!(titles, [Some("a".to_owned()), None, Some("c".to_owned())]);
}

#[test]
fn customers() {
    let (client, _) = one(fixture!("customers"));
    let asked = CustomerQuery {
        size: 2,
        search: None,
    };
    let page = run(client.customers(&asked, None)).unwrap();
    assert!(page.next.is_some());
    let customers = good(page);
    let profile = &customers[0].company_profile;
    assert_eq!(profile.company_name, "Boulangerie Lumière & Fils");
    assert_eq!(customers[0].allow_delegated_access, None);
    assert_eq!(
        customers[1].id.as_str(),
        "a0f1e2d3-0000-4b4b-9c9c-abcdefabcdef"
    );
    assert_eq!(
        customers[1].company_profile.company_name,
        "Fjordkraft\u{202e} gpj.exe"
    );
}

#[test]
fn customer() {
    let (client, tape) = one(fixture!("customer"));
    let customer = run(client.customer(&customer_id())).unwrap();
    assert_eq!(customer.custom_domains.unwrap().len(), 2);
    let address = customer.company_profile.address.unwrap();
    assert_eq!(address.country.as_deref(), Some("FR"));
    assert_eq!(
        address.address_line1.as_deref(),
        Some("12 rue de la République")
    );
    let billing = customer.billing_profile.unwrap();
    assert_eq!(
        billing.default_address.unwrap().state.as_deref(),
        Some("69")
    );
    assert_eq!(tape.sent()[0].path, format!("/customers/{}", customer_id()));
}

#[test]
fn products_and_skus() {
    let products: Value = serde_json::from_str(fixture!("products")).unwrap();
    let (client, tape) = one(&products["items"][0].to_string());
    let id = "DG7GMGF0AAAA".parse().unwrap();
    let product = run(client.product(&customer_id(), &id)).unwrap();
    assert_eq!(product.title, "Windows Server 2022 Standard");
    assert_eq!(product.product_type.unwrap().id, "Software");
    let path = format!("/customers/{}/products/DG7GMGF0AAAA", customer_id());
    assert_eq!(tape.sent()[0].path, path);

    let (client, tape) = one(fixture!("skus"));
    let list = run(client.skus(&customer_id(), &id, None)).unwrap();
    assert_eq!(list.items.len(), 3, "an unreadable row keeps its place");
    let skus = good(list);
    assert_eq!(
        (skus[1].id.as_str(), skus[1].title.as_str()),
        ("000P", "2 Core")
    );
    assert_eq!(tape.sent()[0].path, format!("{path}/skus"));
}

#[test]
fn orders() {
    let (client, _) = one(fixture!("orders"));
    let orders = good(run(client.orders(&customer_id())).unwrap());
    let first = &orders[0];
    assert_eq!(
        first.creation_date.unwrap().to_string(),
        "2026-09-14T16:44:14.121Z"
    );
    let [cancelled, running] = &first.line_items[..] else {
        panic!()
    };
    assert_eq!(
        (cancelled.line_item_number, cancelled.quantity),
        (Some(0), Some(0))
    );
    assert_eq!(
        (running.line_item_number, running.quantity),
        (Some(1), Some(4))
    );
    assert_eq!(orders[1].id.as_str(), "123456789101");
    assert_eq!(orders[1].status, OrderStatus::PendingPoUpload);
    assert_eq!(orders[1].creation_date, None, "0001-01-01 is not a date");
    assert_eq!(
        orders[2].status,
        OrderStatus::Unknown("on_the_moon".to_owned())
    );
    assert_eq!(
        orders[2].creation_date.unwrap().to_string(),
        "2026-10-02T17:15:00Z"
    );
}

#[test]
fn subscriptions() {
    let (client, _) = one(fixture!("subscriptions"));
    let read = good(run(client.subscriptions(&customer_id())).unwrap());
    let subscription = &read[0];
    assert_eq!(subscription.status, SubscriptionStatus::Active);
    let until = subscription.cancellation_allowed_until_date.unwrap();
    assert_eq!(until.to_string(), "2026-11-13T23:59:00Z");
    assert_eq!(subscription.auto_renew_enabled, Some(true));
    let refunds = subscription.refund_options.as_ref().unwrap();
    assert!(refunds.iter().all(|refund| refund.expires_at.is_some()));
}

#[test]
fn entitlements() {
    let (client, tape) = one(fixture!("entitlements"));
    let read = good(run(client.entitlements(&customer_id())).unwrap());
    let order = read[0].reference_order.as_ref().unwrap();
    assert_eq!(order.line_item_id, "1");
    let [key, other] = &read[0].entitled_artifacts[..] else {
        panic!()
    };
    assert_eq!(key.state, ArtifactState::Active);
    assert_eq!(other.state, ArtifactState::Unknown("Teapot".to_owned()));
    assert_eq!(read[0].included_entitlements[0].sku_id.as_str(), "0002");
    let query = "?entitlementType=software&showExpiry=true";
    assert!(tape.sent()[0].path.ends_with(query));
}

#[test]
fn downloads() {
    let (client, _) = client([
        answer(200, fixture!("download-options")),
        answer(200, fixture!("download-link")),
    ]);
    let (product, sku) = ("DG7GMGF0CCCC".parse().unwrap(), "000C".parse().unwrap());
    let options = run(client.download_options(&customer_id(), &product, &sku)).unwrap();
    let options = good(options);
    assert_eq!(options[0].file_size, Some(5_368_709_120));
    assert_eq!(options[0].cpu_and_file_type, "64 Bit, ISO");
    assert_eq!(
        (options[1].option_key.as_str(), options[1].file_size),
        ("42", Some(1_048_576))
    );
    let key = &options[0].option_key;
    let link = run(client.download_link(&customer_id(), &product, &sku, key)).unwrap();
    assert!(
        link.uri
            .starts_with("https://download.example.microsoft.com/")
    );
}

#[test]
fn a_key_of_an_option_stays_in_its_segment() {
    let (client, tape) = one(fixture!("download-link"));
    let (product, sku) = ("DG7GMGF0CCCC".parse().unwrap(), "000C".parse().unwrap());
    let link = |key: &str| run(client.download_link(&customer_id(), &product, &sku, key));
    link("AH+Y/N8=").unwrap();
    let path = &tape.sent()[0].path;
    assert!(
        path.ends_with("/downloadoptions/AH%2BY%2FN8%3D/downloadlink"),
        "{path}"
    );
    for climbing in ["..", "a/../b", "a%2f..%2fb", "a?c="] {
        assert!(
            link(climbing).is_err(),
            "and what cannot stay there is not sent"
        );
    }
    assert_eq!(tape.sent().len(), 1);
}

#[test]
fn product_key() {
    let (client, _) = one(fixture!("product-key"));
    let uri = format!(
        "/customers/{}/artifacts/productkey/groups/4d3c",
        customer_id()
    );
    let read = run(client.product_key(&customer_id(), &uri)).unwrap();
    assert_eq!(read.expose(), "00001111222233334444555566667777");
    assert!(!format!("{read:?}").contains("0000"));
}

#[test]
fn audit_records() {
    let (client, tape) = one(fixture!("audit-records"));
    let since = latchkey::model::Timestamp::parse("2026-09-01T10:00:00Z");
    let records = run(client.audit_records(&customer_id(), since)).unwrap();
    assert_eq!(records[0].operation_type, "get_software_key");
    assert_eq!(records[0].detail("LineItemNumber"), Some("1"));
    assert_eq!(records[0].detail("PartnerOnRecord-0"), None);
    assert_eq!(records[1].operation_date, None);
    assert!(
        tape.sent()[0]
            .path
            .starts_with("/auditrecords?startDate=2026-09-01&size=")
    );
}

#[test]
fn a_name_of_any_kind_is_kept_as_it_is() {
    let long = "x".repeat(50_000);
    for name in [
        "<img src=x onerror=alert(1)>",
        "\u{202e}\u{200b}\u{0}",
        "",
        &long,
    ] {
        let body = json!({"id": customer_id(), "companyProfile": {"companyName": name}});
        let customer = Customer::read(body).unwrap();
        assert_eq!(customer.company_profile.company_name, name);
    }
}
