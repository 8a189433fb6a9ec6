use std::collections::HashSet;

use latchkey::model::status::ArtifactState;
use latchkey::partner_center::catalog::{Product, Sku};
use latchkey::partner_center::customers::Customer;
use latchkey::partner_center::downloads::{DownloadLink, DownloadOption};
use latchkey::partner_center::entitlements::Entitlement;
use latchkey::partner_center::orders::Order;
use latchkey::partner_center::subscriptions::Subscription;

use super::*;

/// The path of the customer of that name.
pub fn customer(sandbox: &mut Sandbox, name: &str) -> String {
    let (_, body) = get(sandbox, "/customers?size=500");
    let rows = body["items"].as_array().unwrap();
    let row = rows
        .iter()
        .find(|row| row["companyProfile"]["companyName"] == name);
    format!(
        "/customers/{}",
        row.unwrap_or_else(|| panic!("{name}"))["id"]
            .as_str()
            .unwrap()
    )
}

/// The addresses of a customer's product keys.
pub fn key_links(sandbox: &mut Sandbox, customer: &str, state: &ArtifactState) -> Vec<String> {
    let entitlements: Vec<Entitlement> = rows(
        sandbox,
        &format!("{customer}/entitlements?entitlementType=software"),
    );
    let artifacts = entitlements
        .iter()
        .flat_map(|own| own.included_entitlements.iter().chain([own]));
    let artifacts = artifacts.flat_map(|entitlement| &entitlement.entitled_artifacts);
    let of_state = artifacts.filter(|artifact| artifact.state == *state);
    of_state
        .map(|artifact| artifact.link.clone().unwrap().uri)
        .collect()
}

pub fn key(sandbox: &mut Sandbox, uri: &str) -> String {
    let (status, body) = get(sandbox, uri);
    assert_eq!(status, 200, "{body}");
    body["productKey"].as_str().unwrap().to_owned()
}

/// The address of the call for an option's link, below the list of options.
fn link_of(options: &str, option: &DownloadOption) -> String {
    format!("{options}/{}/downloadlink", encoded(&option.option_key))
}

fn set(sandbox: &mut Sandbox, change: &str) {
    let mut put = request("PUT", "/extensions/sandbox");
    put.body = change.as_bytes().to_vec();
    assert_eq!(answer(sandbox, &put).response.status, 200);
}

#[test]
fn every_row_of_every_ordinary_customer_fits_its_type() {
    let mut sandbox = Sandbox::new(60);
    let customers: Vec<Customer> = rows(&mut sandbox, "/customers?size=60");
    for customer in customers {
        let path = format!("/customers/{}", customer.id);
        let all = |sandbox: &mut Sandbox, rest: &str| {
            let (status, body) = get(sandbox, &format!("{path}/{rest}"));
            assert_eq!(status, 200);
            let items = body["items"].as_array().unwrap().len();
            assert_eq!(body["totalCount"], items);
            items
        };
        let orders: Vec<Order> = rows(&mut sandbox, &format!("{path}/orders"));
        assert_eq!(orders.len(), all(&mut sandbox, "orders"));
        let entitlements: Vec<Entitlement> = rows(&mut sandbox, &format!("{path}/entitlements"));
        assert_eq!(entitlements.len(), all(&mut sandbox, "entitlements"));
        let subscriptions: Vec<Subscription> = rows(&mut sandbox, &format!("{path}/subscriptions"));
        assert_eq!(subscriptions.len(), all(&mut sandbox, "subscriptions"));
        for entitlement in &entitlements {
            let reference = entitlement.reference_order.as_ref().unwrap();
            let order = orders
                .iter()
                .find(|order| order.id == reference.id)
                .unwrap();
            let line = &order.line_items[reference.line_item_id.parse::<usize>().unwrap()];
            assert_eq!(line.quantity, entitlement.quantity);
            assert!(line.offer_id.starts_with(&format!(
                "{}:{}:",
                entitlement.product_id, entitlement.sku_id
            )));
        }
        for subscription in &subscriptions {
            let order = orders
                .iter()
                .find(|order| Some(&order.id) == subscription.order_id.as_ref())
                .unwrap();
            let ids = order
                .line_items
                .iter()
                .map(|line| line.subscription_id.as_deref());
            assert!(ids.flatten().any(|id| id == subscription.id.as_str()));
            assert!(subscription.cancellation_allowed_until_date > order.creation_date);
        }
    }
}

#[test]
fn the_catalogue_is_read_by_product_sku_and_availability() {
    let mut sandbox = Sandbox::new(60);
    let customer = customer(&mut sandbox, "Contoso");
    for scope in ["", customer.as_str()] {
        let query = if scope.is_empty() { "?country=FR" } else { "" };
        let list = format!(
            "{scope}/products{}targetView=Software",
            if query.is_empty() {
                "?"
            } else {
                "?country=FR&"
            }
        );
        let products: Vec<Product> = rows(&mut sandbox, &list);
        assert!(products.len() > 30);
        for product in products {
            let skus: Vec<Sku> = rows(
                &mut sandbox,
                &format!("{scope}/products/{}/skus{query}", product.id),
            );
            for sku in skus {
                let path = format!(
                    "{scope}/products/{}/skus/{}/availabilities{query}",
                    product.id, sku.id
                );
                let (_, body) = get(&mut sandbox, &path);
                let availability = &body["items"][0];
                let id = availability["id"].as_str().unwrap();
                let expected = format!("{}:{}:{id}", product.id, sku.id);
                assert_eq!(availability["catalogItemId"], expected);
            }
        }
    }
    for (target, status, code) in [
        ("/products?country=FR&targetView=Gardening", 403, "400036"),
        (
            "/products?country=FR&targetView=Software&targetSegment=royal",
            403,
            "400030",
        ),
        ("/products?targetView=Software", 400, "800002"),
        ("/products/NONE?country=FR", 404, "400013"),
        ("/products/DG7GMGF0DWTK/skus/9999?country=FR", 404, "400018"),
    ] {
        let (found, body) = get(&mut sandbox, target);
        assert_eq!(
            (found, body["code"].as_str()),
            (status, Some(code)),
            "{target}"
        );
    }
}

#[test]
fn titles_come_in_french() {
    let mut sandbox = Sandbox::new(60);
    let mut asked = request("GET", "/products/DG7GMGF0DVWS/skus/0001?country=FR");
    asked.headers.set("X-Locale", "fr-FR");
    let body: Value = serde_json::from_slice(&answer(&mut sandbox, &asked).response.body).unwrap();
    assert_eq!(body["title"], "Pack de licences 16 cœurs");
}

#[test]
fn the_largest_sku_has_156_downloads_and_each_gives_a_link() {
    let mut sandbox = Sandbox::new(60);
    let customer = customer(&mut sandbox, "Contoso");
    let path = format!("{customer}/products/DG7GMGF0DWTK/skus/0001/downloadoptions");
    let options: Vec<DownloadOption> = rows(&mut sandbox, &path);
    assert_eq!(options.len(), 156);
    let keys: HashSet<_> = options.iter().map(|option| &option.option_key).collect();
    assert_eq!(keys.len(), options.len());
    assert!(keys.iter().any(|key| key.contains('/')) && keys.iter().any(|key| key.contains('=')));
    let (_, body) = get(&mut sandbox, &path);
    for (option, row) in options.iter().zip(body["items"].as_array().unwrap()) {
        let uri = link_of(&path, option);
        assert_eq!(row["downloadLink"]["uri"], uri);
        let (status, body) = get(&mut sandbox, &uri);
        assert_eq!(status, 200, "{body}");
        let link = DownloadLink::read(body).unwrap();
        assert!(
            link.uri
                .starts_with("https://host.example/sandbox/downloads/latchkey-sample.")
        );
    }
}

#[test]
fn sizes_are_those_of_the_real_files() {
    let mut sandbox = Sandbox::new(1);
    let options: Vec<DownloadOption> = rows(
        &mut sandbox,
        "/products/DG7GMGF0DSPS/skus/0001/downloadoptions?country=US",
    );
    for option in options {
        let ending = if option.cpu_and_file_type.ends_with("ZIP") {
            "zip"
        } else {
            "iso"
        };
        let file = format!("public/sandbox/downloads/latchkey-sample.{ending}");
        let size = std::fs::metadata(file).unwrap().len();
        assert_eq!(option.file_size, Some(size as i64));
    }
}

#[test]
fn keys_are_fake_different_and_always_the_same() {
    let mut sandbox = Sandbox::new(60);
    let customer = customer(&mut sandbox, "Contoso");
    let links = key_links(&mut sandbox, &customer, &ArtifactState::Active);
    let keys: Vec<_> = links.iter().map(|link| key(&mut sandbox, link)).collect();
    assert_eq!(keys.iter().collect::<HashSet<_>>().len(), keys.len());
    let groups = keys.iter().filter(|key| key.len() == 29).count();
    assert_eq!(groups, 1);
    for key in &keys {
        assert!(key.starts_with("0000"));
        assert!(
            key.len() == 29 || (key.len() == 32 && key.bytes().all(|byte| byte.is_ascii_digit()))
        );
    }
    let mut other = Sandbox::new(100_000);
    let again: Vec<_> = links
        .iter()
        .map(|link| self::key(&mut other, link))
        .collect();
    assert_eq!(again, keys);
    let answer = answer(&mut sandbox, &request("GET", &links[0]));
    assert_eq!(
        answer.response.headers.get("Cache-Control"),
        Some("no-store")
    );
}

#[test]
fn what_was_cancelled_is_revoked() {
    let mut sandbox = Sandbox::new(60);
    let customer = customer(&mut sandbox, "Tailspin Toys");
    let links = key_links(&mut sandbox, &customer, &ArtifactState::Revoked);
    assert!(!links.is_empty());
    for link in links {
        let (status, body) = get(&mut sandbox, &link);
        assert_eq!((status, body["code"].as_str()), (410, Some("800037")));
    }
    let path = format!("{customer}/products/DG7GMGF0DWVP/skus/0001/downloadoptions");
    let options: Vec<DownloadOption> = rows(&mut sandbox, &path);
    assert_eq!(get(&mut sandbox, &link_of(&path, &options[0])).0, 410);
}

#[test]
fn keys_and_links_are_for_admins() {
    let mut sandbox = Sandbox::new(60);
    let customer = customer(&mut sandbox, "Contoso");
    let key = key_links(&mut sandbox, &customer, &ArtifactState::Active).remove(0);
    let path = format!("{customer}/products/DG7GMGF0DWTK/skus/0001/downloadoptions");
    let options: Vec<DownloadOption> = rows(&mut sandbox, &path);
    let link = link_of(&path, &options[0]);
    for (role, status) in [
        ("admin_agent", 200),
        ("global_admin", 200),
        ("sales_agent", 403),
        ("helpdesk_agent", 403),
    ] {
        set(&mut sandbox, &format!("{{\"role\":\"{role}\"}}"));
        for uri in [&key, &link] {
            let (found, body) = get(&mut sandbox, uri);
            assert_eq!(found, status, "{role}");
            assert!(status == 200 || body["code"] == "900150");
        }
        assert_eq!(get(&mut sandbox, "/extensions/role").1["role"], role);
        assert_eq!(get(&mut sandbox, &format!("{customer}/orders")).0, 200);
    }
}

#[test]
fn everything_stays_the_same_within_a_sandbox_and_is_the_same_in_another() {
    let mut sandbox = Sandbox::new(60);
    let customer = customer(&mut sandbox, "Contoso France");
    let orders = format!("{customer}/orders");
    let first = get(&mut sandbox, &orders);
    let next_month = noon().plus_days(31);
    let later = handle(&mut sandbox, &request("GET", &orders), next_month);
    assert_eq!(
        serde_json::from_slice::<Value>(&later.response.body).unwrap(),
        first.1
    );
    assert_eq!(get(&mut Sandbox::new(100), &orders), first);
}
