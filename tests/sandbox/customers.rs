use std::collections::HashSet;
use std::time::Instant;

use latchkey::partner_center::collection::Collection;
use latchkey::partner_center::customers::Customer;
use latchkey::partner_center::link::Link;

use super::*;

fn filter(field: &str, value: &str) -> String {
    encoded(&format!(
        r#"{{"Field":"{field}","Value":"{value}","Operator":"starts_with"}}"#
    ))
}

/// Follows `links.next` with its headers to the end.
fn all_pages(sandbox: &mut Sandbox, first: &str) -> Vec<Collection<Customer>> {
    let mut pages = Vec::new();
    let mut next = Some(request("GET", first));
    while let Some(request) = next {
        let answer = answer(sandbox, &request);
        let body: Value = serde_json::from_slice(&answer.response.body).unwrap();
        assert_eq!(body["totalCount"], body["items"].as_array().unwrap().len());
        let link = body["links"].get("next").cloned();
        next = link.map(|link| follow(&Link::read(link).unwrap()));
        pages.push(Collection::decode(body).unwrap());
    }
    pages
}

fn follow(next: &Link) -> Request {
    let mut request = request("GET", &next.uri);
    for header in &next.headers {
        request
            .headers
            .set(&header.key, header.value.clone().unwrap());
    }
    request
}

fn readable(pages: &[Collection<Customer>]) -> Vec<&Customer> {
    pages
        .iter()
        .flat_map(|page| &page.items)
        .filter_map(|row| row.as_ref().ok())
        .collect()
}

#[test]
fn all_customers_come_page_by_page_each_once() {
    for (customers, size) in [(60, 7), (60, 500), (100_000, 500)] {
        let mut sandbox = Sandbox::new(customers);
        let pages = all_pages(&mut sandbox, &format!("/customers?size={size}"));
        let customers_found = readable(&pages);
        let ids: HashSet<_> = customers_found
            .iter()
            .map(|customer| &customer.id)
            .collect();
        assert_eq!(ids.len(), customers_found.len());
        let unreadable = 1;
        let everyone = customers as usize + sentinels().count();
        assert_eq!(ids.len() + unreadable, everyone);
        assert_eq!(pages.len(), everyone.div_ceil(size));
    }
}

fn sentinels() -> impl Iterator<Item = &'static str> {
    latchkey::sandbox::sentinels::SENTINELS
        .iter()
        .map(|sentinel| sentinel.name)
}

#[test]
fn the_sentinels_are_the_last() {
    let mut sandbox = Sandbox::new(60);
    let (_, body) = get(&mut sandbox, "/customers?size=500");
    let items = body["items"].as_array().unwrap();
    let names: Vec<_> = items
        .iter()
        .map(|row| row["companyProfile"]["companyName"].as_str())
        .collect();
    let last = &names[60..];
    assert!(
        last.iter()
            .zip(sentinels())
            .all(|(row, name)| row.is_none_or(|row| row == name))
    );
    assert_eq!(last.len(), sentinels().count());
}

#[test]
fn a_search_looks_at_the_beginning_of_name_or_domain() {
    let mut sandbox = Sandbox::new(60);
    let mut names = |field: &str, value: &str| {
        let found: Vec<Customer> = rows(
            &mut sandbox,
            &format!("/customers?size=0&filter={}", filter(field, value)),
        );
        found
            .into_iter()
            .map(|customer| customer.company_profile.company_name)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        names("CompanyName", "northW"),
        ["Northwind Electric Cars", "Northwind Traders"]
    );
    assert_eq!(names("Domain", "fr.contoso"), ["Contoso France"]);
    assert_eq!(names("CompanyName", "toys"), Vec::<String>::new());
    assert!(names("CompanyName", "zz").len() > 20);
}

#[test]
fn a_search_comes_page_by_page_too() {
    let mut sandbox = Sandbox::new(100_000);
    let target = format!(
        "/customers?size=100&filter={}",
        filter("CompanyName", "Cedar")
    );
    let pages = all_pages(&mut sandbox, &target);
    let found = readable(&pages);
    assert!(pages.len() > 3);
    assert!(
        found
            .iter()
            .all(|customer| customer.company_profile.company_name.starts_with("Cedar"))
    );
}

#[test]
fn one_customer_is_found_by_its_tenant_in_any_case() {
    let mut sandbox = Sandbox::new(60);
    let listed: Vec<Customer> = rows(&mut sandbox, "/customers?size=500");
    for customer in listed {
        let (status, body) = get(
            &mut sandbox,
            &format!("/customers/{}", customer.id.to_string().to_uppercase()),
        );
        assert_eq!(status, 200);
        let one = Customer::read(body).unwrap();
        assert_eq!(
            one.company_profile.company_name,
            customer.company_profile.company_name
        );
        assert!(
            one.billing_profile
                .unwrap()
                .default_address
                .unwrap()
                .country
                .is_some()
        );
    }
}

#[test]
fn what_there_is_not_is_refused_in_the_shape_of_the_api() {
    let mut sandbox = Sandbox::new(60);
    let cases = [
        (
            "/customers/00000000-0000-4000-8000-000000000000",
            403,
            "20002",
        ),
        ("/customers/contoso.com", 403, "20002"),
        ("/nothing", 404, "1000"),
        ("/customers?size=many", 400, "800002"),
        (
            "/customers?filter=%7B%22Field%22%3A%22CompanyName%22%2C%22Value%22%3A%22a%22%2C%22Operator%22%3A%22contains%22%7D",
            400,
            "900126",
        ),
    ];
    for (target, status, code) in cases {
        let (found, body) = get(&mut sandbox, target);
        assert_eq!(
            (found, body["code"].as_str()),
            (status, Some(code)),
            "{target}"
        );
        assert!(!body["description"].as_str().unwrap().is_empty());
    }
}

#[test]
fn every_answer_echoes_the_ids_and_carries_the_date() {
    let mut sandbox = Sandbox::new(1);
    let mut asked = request("GET", "/customers?size=1");
    asked.headers.set("MS-RequestId", "one");
    asked.headers.set("ms-correlationid", "two");
    asked.headers.set("X-Locale", "fr-FR");
    let headers = answer(&mut sandbox, &asked).response.headers;
    assert_eq!(headers.get("MS-RequestId"), Some("one"));
    assert_eq!(headers.get("MS-CorrelationId"), Some("two"));
    assert_eq!(headers.get("X-Locale"), Some("fr-FR"));
    assert_eq!(headers.get("Date"), Some("Sun, 01 Mar 2026 12:00:00 GMT"));
}

/// Not a benchmark: only that nothing grows with the number of customers.
#[test]
fn a_hundred_thousand_customers_start_and_page_at_once() {
    let start = Instant::now();
    let mut sandbox = Sandbox::new(100_000);
    for target in [
        "/customers?size=50".to_owned(),
        format!("/customers?filter={}", filter("Domain", "x")),
    ] {
        get(&mut sandbox, &target);
    }
    assert!(start.elapsed().as_millis() < 1_000);
}
