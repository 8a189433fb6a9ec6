//! Identifiers that somebody made up to get elsewhere: what is accepted of them stays in its place.

use std::collections::BTreeSet;

use latchkey::model::{
    AttachmentId, AvailabilityId, CartId, CatalogItemId, CustomerId, CustomerRef, Domain, OrderId,
    ProductId, RequestId, ServiceRequestId, SkuId, SubscriptionId,
};
use latchkey::partner_center::client::PartnerCenter;
use latchkey::partner_center::collection::Collection;
use latchkey::partner_center::json::{Object, Read, Unfit};

use crate::endpoints::{ALL, Given, fits, keys_of, subscription};
use crate::scripted::{Scripted, answer, client, run};

mod addresses;

/// How many texts each parser and each call is given.
const TEXTS: usize = 512;

/// Made from a few parts, so that each trick meets each encoding of it.
fn hostile() -> Vec<String> {
    let dots = [
        "..",
        "%2e%2e",
        "%2E.",
        "%252e%252e",
        "%25252e%25252e",
        "%c0%ae%c0%ae",
        "%u002e%u002e",
        "\u{ff0e}\u{ff0e}",
        "\u{2024}\u{2024}",
        ".\u{0307}.",
        "..;",
        "....",
    ];
    let slashes = [
        "/", "\\", "%2f", "%2F", "%5c", "%252f", "%25255c", "\u{2215}", "\u{ff0f}", "//",
    ];
    let guid = "5d1c3a40-9d0f-4c1b-8a55-2f7f0c9e1b11";
    let mut texts = Vec::new();
    for dot in dots {
        for slash in slashes {
            texts.push(format!("{dot}{slash}{dot}{slash}extensions"));
            texts.push(format!("a{slash}{dot}"));
            texts.push(format!("{guid}{slash}{dot}{slash}{guid}"));
        }
    }
    let marks = [
        "?",
        "#",
        ";",
        "@",
        ":",
        "&",
        "=",
        " ",
        "%",
        "%%",
        "%0",
        "%zz",
        "%00",
        "\0",
        "\r\n",
        "\n",
        "\t",
        "\u{7f}",
        "\u{85}",
        "\u{2028}",
        "\u{200f}",
        "\u{202e}",
        "\u{feff}",
        "\u{200b}",
        "\u{0307}",
        "%0d%0a",
        "%3f",
        "%23",
        "%e2%80%ae",
        "\u{e9}",
    ];
    for mark in marks {
        let placed = [
            mark.to_owned(),
            format!("a{mark}"),
            format!("{mark}a"),
            format!("{guid}{mark}"),
        ];
        texts.extend(placed);
    }
    let whole = [
        "",
        ".",
        "..",
        "...",
        "//evil.test",
        "https://evil.test",
        "https:evil.test",
        "javascript:alert(1)",
        "data:text/html,x",
        "user@evil.test",
        "*",
        "~",
        "$ref",
        "{}",
        "[]",
        "<b>",
        "'--",
        "\"",
        "`",
        "|",
        "^",
        "1e9",
        // These are strange, and yet some kinds of identifiers are like them.
        "-",
        "_",
        "--",
        "0",
        "__proto__",
        "constructor",
        "null",
        "extensions",
        "a.b",
        "xn--a.b",
        "e2e",
    ];
    texts.extend(whole.map(str::to_owned));
    texts.extend([64, 65, 4_000, 20_000].map(|length| "a".repeat(length)));
    texts
}

#[test]
fn there_are_enough_of_them_and_all_differ() {
    let texts = hostile();
    let differ: BTreeSet<&String> = texts.iter().collect();
    assert_eq!(differ.len(), texts.len());
    assert!(texts.len() >= TEXTS, "{}", texts.len());
}

/// Puts the text in place of each identifier that takes it; what the server's own texts are is not
/// asked for its form. Says how many identifiers took it.
fn given(text: &str) -> (Given, usize) {
    let mut given = Given::new();
    let mut taken = 0;
    fn put<T: std::str::FromStr>(place: &mut T, text: &str, taken: &mut usize) {
        if let Ok(id) = text.parse() {
            *place = id;
            *taken += 1;
        }
    }
    put(&mut given.request, text, &mut taken);
    put(&mut given.customer, text, &mut taken);
    put(&mut given.named, text, &mut taken);
    put(&mut given.order, text, &mut taken);
    put(&mut given.item, text, &mut taken);
    put(&mut given.item.product, text, &mut taken);
    put(&mut given.item.sku, text, &mut taken);
    put(&mut given.item.availability, text, &mut taken);
    put(&mut given.cart, text, &mut taken);
    put(&mut given.service_request, text, &mut taken);
    put(&mut given.attachment, text, &mut taken);
    if let Some(subscription) = subscription(text) {
        given.subscription = subscription;
        taken += 1;
    }
    given.key_uri = format!("{}{text}", keys_of(&given.customer));
    for place in [
        &mut given.template,
        &mut given.option_key,
        &mut given.country,
        &mut given.language,
        &mut given.search,
    ] {
        text.clone_into(place);
    }
    given.segment = text.to_owned().into();
    (given, taken)
}

/// The names in a path's query.
fn names(path: &str) -> Vec<&str> {
    let query = path.split_once('?').map_or("", |(_, query)| query);
    let pairs = query.split('&');
    pairs.filter_map(|pair| pair.split('=').next()).collect()
}

/// The path that a call asks for first; `None` where it refuses to ask.
fn asked(tape: &Scripted, api: &PartnerCenter, at: usize, given: &Given) -> Option<String> {
    tape.tape(|tape| {
        tape.sent.clear();
        tape.steps.clear();
        tape.steps.push_back(answer(404, ""));
    });
    let _ = run((ALL[at].ask)(api, given));
    tape.tape(|tape| tape.sent.pop()).map(|sent| sent.path)
}

#[test]
fn no_call_leaves_its_path() {
    let (api, tape) = client([]);
    let usual = Given::new();
    let usual: Vec<String> = (0..ALL.len())
        .map(|at| asked(&tape, &api, at, &usual).unwrap())
        .collect();
    let (mut taken, mut sent) = (0, 0);
    for text in hostile() {
        let (given, by) = given(&text);
        taken += by;
        for (at, endpoint) in ALL.iter().enumerate() {
            // Most calls are given only what refuses such a text, and ask for the usual.
            let path = asked(&tape, &api, at, &given);
            let Some(path) = path.filter(|path| *path != usual[at]) else {
                continue;
            };
            sent += 1;
            let name = endpoint.name;
            assert!(fits(endpoint.paths[0], &path), "{name}: {path}");
            assert_eq!(names(&path), names(&usual[at]), "{name}: {path}");
            assert!(path.bytes().all(|byte| byte.is_ascii_graphic()), "{path}");
            assert!(!path.contains(['#', '\\']), "{name}: {path}");
        }
    }
    assert!(taken > 50 && sent > TEXTS * 4, "{taken}, {sent}");
}

#[test]
fn an_identifier_is_what_it_was_and_plain() {
    fn check<T: std::str::FromStr + ToString>(text: &str, extra: &str) {
        let Ok(id) = text.parse::<T>() else {
            return;
        };
        let id = id.to_string();
        assert!(id.eq_ignore_ascii_case(text), "{id}");
        let plain = |c: char| c.is_ascii_alphanumeric() || extra.contains(c);
        assert!(
            (1..=253).contains(&id.len()) && id.chars().all(plain),
            "{id}"
        );
        assert!(!id.chars().all(|c| c == '.'), "{id}");
    }
    for text in hostile() {
        check::<RequestId>(&text, "-");
        check::<CustomerId>(&text, "-");
        check::<Domain>(&text, "-.");
        check::<CustomerRef>(&text, "-.");
        check::<OrderId>(&text, "-_");
        check::<ProductId>(&text, "");
        check::<SkuId>(&text, "");
        check::<AvailabilityId>(&text, "-_");
        check::<CatalogItemId>(&text, "-_:");
        check::<CartId>(&text, "-_");
        check::<SubscriptionId>(&text, "-");
        check::<ServiceRequestId>(&text, "-_");
        check::<AttachmentId>(&text, "-_");
    }
}

struct Anything;

impl Read for Anything {
    fn read(from: serde_json::Value) -> Result<Self, Unfit> {
        Object::of(from).map(|_| Anything)
    }
}

#[test]
fn the_link_of_a_next_page_stays_on_its_list() {
    let (api, tape) = client([]);
    for text in hostile() {
        for uri in [text.clone(), format!("/servicerequests/{text}")] {
            let page = serde_json::json!({"items": [], "links": {"next": {"uri": uri}}});
            let next = Collection::<Anything>::decode(page).unwrap().next.unwrap();
            tape.tape(|tape| tape.steps.push_back(answer(404, "")));
            let _ = run(api.service_requests(Some(&next)));
            let path = tape.tape(|tape| tape.sent.pop()).unwrap().path;
            assert!(fits("/servicerequests", &path), "{uri:?}: {path}");
            assert!(path.bytes().all(|byte| byte.is_ascii_graphic()), "{path}");
        }
    }
}
