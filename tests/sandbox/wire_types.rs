//! What buying answers, read with the client's own types: a misspelling on either side is found.

use latchkey::model::OrderId;
use latchkey::model::agreement::{CUSTOMER_AGREEMENT, Confirmation, Template};
use latchkey::model::billing::BillingCycle;
use latchkey::model::cart::{Cart, Checkout, LineErrorKind, Outcome};
use latchkey::model::catalog::{Availability, Sku};
use latchkey::model::checks::AccountStatus;
use latchkey::model::order::{Delivery, LineProvisioning, Order};
use latchkey::model::qualification::{Qualification, QualificationKind, Vetting};
use latchkey::model::segment::Segment;
use latchkey::partner_center::catalog::Product;
use latchkey::partner_center::inventory::InventoryItem;
use latchkey::partner_center::json::Read;
use serde_json::{Value, json};

use super::shop::{OFFICE, RDS_TERM, Shop, WINDOWS_SERVER};

fn read<T: Read>(from: Value) -> T {
    T::read(from).unwrap()
}

fn all<T: Read>(rows: Vec<Value>) -> Vec<T> {
    rows.into_iter().map(read).collect()
}

#[test]
fn the_catalogue_and_its_conditions() {
    let mut shop = Shop::of("School of Fine Art");
    for product in all::<Product>(shop.rows("/products?targetView=Software")) {
        let path = format!("/products/{}/skus", product.id);
        for sku in all::<Sku>(shop.rows(&path)) {
            let path = format!("{path}/{}/availabilities", sku.id);
            let offers: Vec<Availability> = all(shop.rows(&path));
            assert!(
                !offers.is_empty() && !sku.billing_cycles.is_empty(),
                "{path}"
            );
            for offer in offers {
                assert!(offer.purchasable && offer.currency.is_some());
                assert_eq!(
                    (&offer.item.product, &offer.item.sku),
                    (&product.id, &sku.id)
                );
                assert!(matches!(
                    offer.segment,
                    Some(Segment::Commercial | Segment::Education)
                ));
                let for_good = sku.billing_cycles == [BillingCycle::OneTime];
                assert_eq!(offer.terms.is_empty(), for_good);
                let mut terms = offer.terms.iter();
                assert!(terms.all(|term| term.duration.is_some() && !term.refunds.is_empty()));
            }
        }
    }
    let sku = |shop: &mut Shop, path: &str| read::<Sku>(shop.get(path).1);
    let attested = sku(&mut shop, "/products/DG7GMGF0DW1L/skus/0001");
    assert!(attested.needs_attestation() && attested.refundable);
    let checked = sku(&mut shop, "/products/DG7GMGF0DBTS/skus/0003");
    assert!(checked.needs_inventory_check());
    let body = json!({ "targetItems": [{ "productId": "DG7GMGF0DBTS" }] });
    let (_, inventory) = shop.send(
        "POST",
        "//extensions/product/checkinventory?country=CA",
        &body,
    );
    let inventory: Vec<InventoryItem> = all(inventory.as_array().unwrap().clone());
    let restricted = inventory.iter().filter(|item| item.is_restricted);
    assert_eq!(
        restricted
            .map(|item| item.restrictions.len())
            .sum::<usize>(),
        1
    );
}

#[test]
fn a_cart_and_the_orders_it_becomes() {
    let mut shop = Shop::of("Contoso France");
    shop.set(&json!({ "pricedShare": 100 }));
    let path = shop.cart(&[(OFFICE, "0001", 3), (RDS_TERM, "000P", 2)]);
    let cart: Cart = read(shop.get(&path).1);
    assert!(cart.expires.is_some() && cart.etag.is_some() && !cart.has_errors());
    assert_eq!(cart.order_groups(), ["0", "1"]);
    let checkout: Checkout = read(shop.checkout(&path).1);
    assert_eq!(checkout.outcome(), Outcome::All);
    for (order, line) in checkout.orders.iter().zip(&cart.lines) {
        let sold = &order.line_items[0];
        assert_eq!(sold.catalog_item(), Some(line.catalog_item.clone()));
        assert_eq!(sold.pricing, line.pricing);
        assert_eq!(order.total(), line.amount());
        assert_eq!(
            (order.total().is_some(), &order.billing_cycle),
            (true, &line.billing_cycle)
        );
    }
    let id: &OrderId = &checkout.orders[0].id;
    let status = |shop: &mut Shop| {
        let lines = shop.rows(&format!("/orders/{id}/provisioningstatus"));
        let lines: Vec<LineProvisioning> = all(lines);
        let order: Order = read(shop.get(&format!("/orders/{id}")).1);
        (
            Delivery::of_lines(&lines),
            Delivery::of_order(&order.status),
        )
    };
    assert_eq!(status(&mut shop), (Delivery::Underway, Delivery::Underway));
    shop.wait_seconds(3);
    assert_eq!(status(&mut shop), (Delivery::Done, Delivery::Done));
}

#[test]
fn what_is_refused_of_a_cart() {
    let mut shop = Shop::of("Zz Cart lines refused");
    let path = shop.cart(&[
        (OFFICE, "0001", 3),
        (RDS_TERM, "000P", 2),
        (WINDOWS_SERVER, "0001", 1),
    ]);
    let cart: Cart = read(shop.get(&path).1);
    let errors = cart.lines.iter().map(|line| line.error.clone().unwrap());
    let errors: Vec<_> = errors.collect();
    let kinds: Vec<_> = errors.iter().map(|error| error.code.clone()).collect();
    assert_eq!(
        kinds,
        [
            LineErrorKind::QuotaNotAvailable,
            LineErrorKind::InventoryNotAvailable,
            LineErrorKind::UnableToProcessCartLineItem,
        ]
    );
    assert_eq!(
        (errors[0].available, errors[0].purchased),
        (Some(0), Some(10))
    );
    let mut shop = Shop::of("Zz Orders partly fail");
    let path = shop.cart(&[(OFFICE, "0001", 3), (RDS_TERM, "000P", 2)]);
    let checkout: Checkout = read(shop.checkout(&path).1);
    assert_eq!(checkout.outcome(), Outcome::Some);
    assert_eq!(checkout.errors[0].code.as_deref(), Some("800005"));
    assert_eq!(checkout.errors[0].group.as_deref(), Some("1"));
}

#[test]
fn the_checks_before_an_order() {
    let mut shop = Shop::of("Zz Education in review");
    let templates: Vec<Template> = all(shop.rows("//agreements?agreementType=*"));
    assert!(templates.iter().any(|one| one.kind == CUSTOMER_AGREEMENT));
    let confirmed: Vec<Confirmation> = all(shop.rows("/agreements"));
    assert_eq!(confirmed[0].kind, CUSTOMER_AGREEMENT);
    assert!(confirmed[0].agreed.is_some() && !confirmed[0].contact.email.is_empty());
    let (_, qualified) = shop.get("/qualifications");
    let qualified: Vec<Qualification> = all(qualified.as_array().unwrap().clone());
    assert_eq!(
        (&qualified[0].kind, &qualified[0].vetting),
        (&QualificationKind::Education, &Vetting::InReview)
    );
    for (name, wanted) in [
        ("Contoso", AccountStatus::Allowed),
        ("Zz Account under review", AccountStatus::UnderReview),
        ("Zz Account not approved", AccountStatus::NotAllowed),
        ("Zz Account status unknown", AccountStatus::NotKnown),
    ] {
        let (_, body) = Shop::of(name).get("/validationStatus?type=account");
        assert_eq!(read::<AccountStatus>(body), wanted);
    }
}
