use serde_json::{Value, json};

use super::shop::{OFFICE, RDS_TERM, Shop, WINDOWS_SERVER, code, refused};

fn titles(rows: &[Value]) -> Vec<&str> {
    let titles = rows.iter().map(|row| row["title"].as_str().unwrap());
    titles.collect()
}

#[test]
fn a_view_picks_what_is_for_good_and_what_is_for_a_term() {
    let mut shop = Shop::of("Contoso");
    let all = shop.rows("/products?targetView=Software");
    let perpetual = shop.rows("/products?targetView=SoftwarePerpetual");
    let terms = shop.rows("/products?targetView=SoftwareSubscriptions");
    assert_eq!(all.len(), perpetual.len() + terms.len());
    assert!(titles(&terms).contains(&"Windows Server Remote Desktop Services CAL"));
    assert_eq!(
        code(shop.get("/products?targetView=OnlineServices")),
        refused(403, "400036")
    );
}

#[test]
fn a_segment_is_shown_to_who_qualifies() {
    let mut school = Shop::of("School of Fine Art");
    let view = "/products?targetView=Software";
    let education = school.rows(&format!("{view}&targetSegment=education"));
    assert!(titles(&education).contains(&"Windows 11 Education Upgrade"));
    assert!(education.len() < school.rows(view).len());
    let path = format!("/products/{OFFICE}/skus/0001/availabilities");
    let segments = |shop: &mut Shop, query: &str| {
        let rows = shop.rows(&format!("{path}{query}"));
        let segments = rows.iter().map(|row| row["segment"].clone());
        segments.collect::<Vec<_>>()
    };
    assert_eq!(segments(&mut school, ""), ["commercial", "education"]);
    assert_eq!(
        segments(&mut school, "?targetSegment=Education"),
        ["education"]
    );
    for (name, segment) in [
        ("School of Fine Art", "government"),
        ("Contoso", "education"),
        ("Zz Education in review", "education"),
        ("Contoso", "royal"),
    ] {
        let mut shop = Shop::of(name);
        let asked = shop.get(&format!("{view}&targetSegment={segment}"));
        assert_eq!(code(asked), refused(403, "400030"), "{name}");
        let found = shop.rows(view);
        assert!(!titles(&found).contains(&"Windows 11 Education Upgrade") || name.contains("Art"));
    }
    // The partner sees every segment, and nonprofit only when asked for it.
    let rows = school.rows(&format!("/{path}?country=FR"));
    assert_eq!(rows.len(), 3);
    let rows = school.rows(&format!("/{path}?country=FR&targetSegment=nonprofit"));
    assert_eq!(rows[0]["segment"], "nonprofit");
}

#[test]
fn countries_differ_in_what_is_sold() {
    let mut shop = Shop::of("Zz Three decimals");
    assert!(
        shop.rows("/products?targetView=SoftwareSubscriptions")
            .is_empty()
    );
    assert!(
        shop.rows("//products?country=BR&targetView=SoftwareSubscriptions")
            .is_empty()
    );
    assert!(
        shop.rows(&format!("/products/{RDS_TERM}/skus/000P/availabilities"))
            .is_empty()
    );
    assert!(
        !shop
            .rows("/products?targetView=SoftwarePerpetual")
            .is_empty()
    );
    let mut japan = Shop::of("Wingtip Toys");
    let sold = |shop: &mut Shop| {
        let rows = shop.rows("/products?targetView=Software");
        titles(&rows).contains(&"Skype for Business Server 2019")
    };
    assert!(!sold(&mut japan) && sold(&mut Shop::of("Contoso")));
}

#[test]
fn a_sku_says_on_what_conditions_it_is_sold() {
    let mut shop = Shop::of("Contoso");
    let mut sku = |product: &str, sku: &str| shop.get(&format!("/products/{product}/skus/{sku}")).1;
    let usual = sku(OFFICE, "0001");
    assert_eq!(usual["minimumQuantity"], 1);
    assert_eq!(usual["maximumQuantity"], 999_999_999);
    assert_eq!(usual["actions"], json!(["Refund"]));
    assert_eq!(
        usual["purchasePrerequisites"],
        json!(["MicrosoftCustomerAgreement"])
    );
    assert!(usual.get("attestationProperties").is_none());
    assert_eq!(sku("DG7GMGF0DVT7", "0001")["minimumQuantity"], 5);
    assert_eq!(sku("DG7GMGF0DEXE", "0001")["maximumQuantity"], 4);
    assert_eq!(
        sku("DG7GMGF0DBTS", "0003")["purchasePrerequisites"][1],
        "InventoryCheck"
    );
    assert_eq!(
        sku("DG7GMGF0DW1L", "0001")["attestationProperties"]["enforceAttestation"],
        true
    );
    for (product, id, cycles) in [
        (OFFICE, "0001", json!(["one_time"])),
        ("DG7GMGF0FKZS", "0001", json!(["annual"])),
        ("DG7GMGF0FKZS", "0003", json!(["triennial", "annual"])),
        (RDS_TERM, "000N", json!(["annual", "monthly"])),
    ] {
        assert_eq!(sku(product, id)["supportedBillingCycles"], cycles);
    }
}

#[test]
fn an_availability_tells_terms_money_and_the_way_back() {
    let mut shop = Shop::of("Contoso France");
    let terms = shop.rows(&format!("/products/{RDS_TERM}/skus/000P/availabilities"));
    let term = &terms[0]["terms"][0];
    assert_eq!(
        (&term["duration"], &term["billingCycle"]),
        (&json!("P3Y"), &json!("triennial"))
    );
    let refund = &term["cancellationPolicies"][0]["refundOptions"][0];
    assert_eq!(
        (&refund["type"], &refund["expiresAfter"]),
        (&json!("Full"), &json!("P60D"))
    );
    let for_good = shop.rows(&format!("/products/{OFFICE}/skus/0001/availabilities"));
    assert!(for_good[0].get("terms").is_none());
    assert_eq!(for_good[0]["isPurchasable"], true);
    assert_eq!(for_good[0]["defaultCurrency"]["code"], "EUR");
    let own = for_good[0]["links"]["self"]["uri"].as_str().unwrap();
    assert_eq!(shop.get(&format!("/{own}")).1, for_good[0]);
}

#[test]
fn the_id_of_an_availability_changes_with_the_week() {
    let mut shop = Shop::of("Contoso");
    let first = shop.item(WINDOWS_SERVER, "0001");
    shop.wait_seconds(60);
    assert_eq!(shop.item(WINDOWS_SERVER, "0001"), first);
    shop.now = shop.now.plus_days(7);
    assert_ne!(shop.item(WINDOWS_SERVER, "0001"), first);
    let old = first.rsplit(':').next().unwrap();
    let path = format!("/products/{WINDOWS_SERVER}/skus/0001/availabilities/{old}");
    assert_eq!(code(shop.get(&path)), refused(404, "400019"));
}

#[test]
fn a_catalogue_of_thousands_is_there_for_the_asking() {
    let mut shop = Shop::of("Contoso");
    let written = shop.rows("/products?targetView=Software");
    shop.set(&json!({ "catalogProducts": 5_000 }));
    let all = shop.rows("/products?targetView=Software");
    assert!(all.len() > 4_900 && all.len() <= 5_000);
    assert_eq!(all[..written.len()], written);
    let distinct: std::collections::HashSet<_> = titles(&all).into_iter().collect();
    assert_eq!(distinct.len(), all.len());
    let made_up = all.last().unwrap()["id"].as_str().unwrap().to_owned();
    let skus = shop.rows(&format!("/products/{made_up}/skus"));
    let sku = skus[0]["id"].as_str().unwrap();
    assert_eq!(shop.buy(&[(&made_up, sku, 5)]), refused(201, ""));
    shop.set(&json!({ "catalogProducts": written.len() + 10 }));
    assert_eq!(
        code(shop.get(&format!("/products/{made_up}"))),
        refused(404, "400013")
    );
    for wrong in [1, 10_001] {
        let (status, _) = shop.send(
            "PUT",
            "//extensions/sandbox",
            &json!({ "catalogProducts": wrong }),
        );
        assert_eq!(status, 400);
    }
}

#[test]
fn inventory_is_told_for_what_can_run_out() {
    let mut shop = Shop::of("Consolidated Messenger");
    let tenant = shop.tenant().to_owned();
    let mut check = |country: &str, targets: Value| {
        let body = json!({ "TargetItems": targets, "InventoryContext": { "customerId": tenant } });
        let path = format!("//extensions/product/checkinventory?country={country}");
        shop.send("POST", &path, &body)
    };
    let one = json!([{ "ProductId": "DG7GMGF0DBTS", "SkuId": "0003" }]);
    let (status, body) = check("CA", one.clone());
    assert_eq!((status, &body[0]["isRestricted"]), (200, &json!(true)));
    assert_eq!(body[0]["restrictions"].as_array().unwrap().len(), 1);
    assert_eq!(check("US", one).1[0]["isRestricted"], false);
    let (_, all) = check(
        "CA",
        json!([{ "ProductId": "DG7GMGF0DBTS" }, { "ProductId": "X" }]),
    );
    assert_eq!(all.as_array().unwrap().len(), 2);
    let (status, _) = shop.send("POST", "//extensions/product/checkinventory", &json!({}));
    assert_eq!(status, 400);
}
