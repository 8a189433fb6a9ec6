//! Addresses that lead off the site: whatever takes an address, from the browser's own or from data,
//! does not follow them.

use latchkey::model::SoftwareItemId;
use latchkey::model::link::{Allowed, Origin};
use latchkey::paths::{self, CancelPage, CustomerPart, Page, Query, ReportPage};

use super::hostile;
use crate::endpoints::fits;

/// Where somebody would like a visitor to end up.
const ELSEWHERE: [&str; 32] = [
    "//evil.test",
    "///evil.test",
    "////evil.test/",
    "https:evil.test",
    "https:/evil.test",
    "https:///evil.test",
    "HTTPS://evil.test",
    "/\\evil.test",
    "\\/evil.test",
    "\\\\evil.test",
    "/\t/evil.test",
    "\t//evil.test",
    "\u{a0}//evil.test",
    "/%2f%2fevil.test",
    "/%2fevil.test",
    "/%5cevil.test",
    "/%252fevil.test",
    "/.//evil.test",
    "/..//evil.test",
    "/x/..//evil.test",
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    "JAVASCRIPT&colon;alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "blob:https://page.example/1",
    "https://page.example@evil.test",
    "https://page.example:443@evil.test",
    "https://evil.test#@page.example",
    "https://evil.test\\@page.example",
    "https://page.example.evil.test",
    "https://evil\u{3002}test",
    "/\u{2215}evil.test",
];

/// Whether a browser stays on the page's origin with it: one slash, and nothing that it would repair.
fn stays(href: &str) -> bool {
    let below = href.strip_prefix('/');
    let plain = href
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    plain && below.is_some_and(|below| !below.starts_with('/'))
}

#[test]
fn what_is_known_to_leave_is_told_from_what_stays() {
    assert!(stays("/") && stays("/customers?q=%2F%2Fevil.test"));
    for away in [
        "",
        "//evil.test",
        "/\\evil.test",
        "/\t/evil.test",
        "https:x",
    ] {
        assert!(!stays(away), "{away}");
    }
}

/// The addresses that a page builds from what its own address names.
fn built_from(page: &Page) -> Vec<String> {
    let mut hrefs = Vec::new();
    match page {
        Page::Customer { named, part } => {
            let Ok(customer) = named.parse() else {
                return Vec::new();
            };
            hrefs.push(paths::customer(&customer));
            match part {
                CustomerPart::Item(Some(item)) => hrefs.push(paths::software_item(&customer, item)),
                CustomerPart::Product(Some(id)) => hrefs.push(paths::product(&customer, id)),
                CustomerPart::Cart(Some(id)) => hrefs.push(paths::cart(&customer, id)),
                CustomerPart::Order(Some(id)) => {
                    hrefs.push(paths::order(&customer, id));
                    hrefs.push(paths::cancel(&customer, id, CancelPage::Done));
                }
                _ => {}
            }
        }
        Page::Request(Some(id)) => hrefs.push(paths::request(id)),
        Page::Report(ReportPage::At(Some((id, step)))) => hrefs.push(paths::report(id, *step)),
        _ => {}
    }
    hrefs.into_iter().map(String::from).collect()
}

#[test]
fn no_address_leads_off_the_site_by_the_pages_own_address() {
    for text in ELSEWHERE.map(str::to_owned).into_iter().chain(hostile()) {
        let addresses = [
            text.clone(),
            format!("/{text}"),
            format!("/customers/{text}"),
            format!("/customers/contoso.com/orders/{text}"),
            format!("/customers/contoso.com/orders/{text}/cancel/done"),
            format!("/customers/contoso.com/products/{text}"),
            format!("/customers/contoso.com/carts/{text}"),
            format!("/customers/contoso.com/software/{text}/1/{text}/{text}"),
            format!("/requests/{text}"),
            format!("/report/{text}/contact"),
        ];
        for address in addresses {
            for href in built_from(&Page::at(&address)) {
                assert!(stays(&href), "{address:?}: {href}");
                assert_ne!(Page::at(&href), Page::NotFound, "{href}");
            }
        }
    }
}

#[test]
fn no_address_leads_off_the_site_by_a_query() {
    for text in ELSEWHERE.map(str::to_owned).into_iter().chain(hostile()) {
        let search = paths::customers(&text);
        let turned = paths::requests().with_query(&Query::default().with(&text, &text));
        for href in [search.as_str(), turned.as_str()] {
            assert!(stays(href), "{text:?}: {href}");
        }
        let read = search
            .as_str()
            .split_once('?')
            .map(|(_, query)| Query::parse(query));
        let back = read.as_ref().and_then(|query| query.get("q"));
        assert_eq!(back.unwrap_or_default(), text);
        // What a link to a new report may name is parsed before it is named again.
        let query = Query::parse(&format!("customer={text}&order={text}&line={text}"));
        let value = |name: &str| query.get(name).unwrap_or_default();
        let (customer, order) = (value("customer").parse().ok(), value("order").parse().ok());
        let line = value("line").parse().ok();
        let again = paths::new_report(customer.as_ref(), order.as_ref(), line);
        assert!(stays(again.as_str()), "{text:?}: {again}");
    }
}

#[test]
fn an_item_of_software_is_built_of_plain_parts_alone() {
    for text in hostile() {
        let (Ok(order), Ok(product), Ok(sku)) = (text.parse(), text.parse(), text.parse()) else {
            continue;
        };
        let item = SoftwareItemId {
            order,
            line: 0,
            product,
            sku,
        };
        let href = paths::return_some(&"contoso.com".parse().unwrap(), &item);
        let template = "/customers/{}/software/{}/{}/{}/{}/return";
        assert!(
            stays(href.as_str()) && fits(template, href.as_str()),
            "{href}"
        );
    }
}

#[test]
fn no_link_from_data_leads_elsewhere() {
    let allowed = Allowed {
        hosts: vec!["*.page.example".parse().unwrap()],
        page: Origin::of("https://page.example"),
        api: Origin::of("https://gateway.example/v1"),
    };
    let own = ["https://page.example/", "https://gateway.example/"];
    for text in ELSEWHERE.map(str::to_owned).into_iter().chain(hostile()) {
        for link in [
            text.clone(),
            format!("/{text}"),
            format!("https://page.example/{text}"),
        ] {
            if let Ok(safe) = allowed.check(&link) {
                let href = safe.href();
                let stays = own.iter().any(|own| href.starts_with(own));
                assert!(stays && !href[8..].contains("//"), "{link:?}: {href}");
            }
        }
        if ELSEWHERE.contains(&text.as_str()) && !text.starts_with("/%") {
            assert!(allowed.check(&text).is_err(), "{text:?}");
        }
    }
}
