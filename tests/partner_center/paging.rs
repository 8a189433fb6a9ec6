//! Lists: pages, and rows that do not fit their type.

use latchkey::partner_center::customers::{CustomerQuery, CustomerSearch, SearchField};
use latchkey::partner_center::transport::Request;
use latchkey::partner_center::{ErrorKind, PartnerCenter};

use crate::scripted::{answer, client, customer_id, run};

fn asked(search: Option<(SearchField, &str)>) -> CustomerQuery {
    CustomerQuery {
        size: 2,
        search: search.map(|(field, text)| CustomerSearch {
            field,
            text: text.to_owned(),
        }),
    }
}

fn page(links: &str) -> String {
    format!(r#"{{"items":[],"links":{links}}}"#)
}

fn next(uri: &str) -> String {
    let token = r#"{"key":"MS-ContinuationToken","value":"T1"}"#;
    page(&format!(
        r#"{{"next":{{"uri":"{uri}","headers":[{token}]}}}}"#
    ))
}

/// Reads two pages and gives the second request.
fn second(first_body: &str, query: &CustomerQuery) -> Request {
    let (client, tape) = client([answer(200, first_body), answer(200, r#"{"items":[]}"#)]);
    let first = run(client.customers(query, None)).unwrap();
    run(client.customers(query, first.next.as_ref())).unwrap();
    tape.sent().pop().unwrap()
}

#[test]
fn a_search_is_one_encoded_condition() {
    let (client, tape) = client([
        answer(200, r#"{"items":[]}"#),
        answer(200, r#"{"items":[]}"#),
    ]);
    run(client.customers(&asked(None), None)).unwrap();
    let query = asked(Some((SearchField::CompanyName, "Søn & \"Co\"")));
    run(client.customers(&query, None)).unwrap();
    let sent = tape.sent();
    assert_eq!(sent[0].path, "/customers?size=2");
    let filter = "%7B%22Field%22%3A%22CompanyName%22%2C%22Value%22%3A%22S%C3%B8n%20%26%20%5C%22Co\
                  %5C%22%22%2C%22Operator%22%3A%22starts_with%22%7D";
    assert_eq!(sent[1].path, format!("/customers?size=2&filter={filter}"));
}

#[test]
fn a_well_formed_link_is_followed_with_its_headers() {
    for (uri, path) in [
        (
            "/customers?size=2&seekOperation=Next",
            "/customers?size=2&seekOperation=Next",
        ),
        (
            "/v1/customers?seekOperation=Next",
            "/customers?seekOperation=Next",
        ),
        (
            "/api/v1/customers?a=%7B%22x%22%7D",
            "/customers?a=%7B%22x%22%7D",
        ),
    ] {
        let request = second(&next(uri), &asked(None));
        assert_eq!(request.path, path);
        assert_eq!(request.header("MS-ContinuationToken"), Some("T1"));
    }
}

#[test]
fn a_link_that_is_malformed_or_leads_elsewhere_is_rebuilt() {
    for uri in [
        "/customers?size=2?seekOperation=Next",
        "/customers/../orders?size=2",
        "/customers/x",
        "https://evil.example/customers?size=2",
        "//evil.example/customers",
        "/customers?size=2#x",
        "/customers?size=2 &x",
        "/customers?size=é",
        "",
    ] {
        let request = second(&next(uri), &asked(None));
        assert_eq!(
            request.path, "/customers?size=2&seekOperation=Next",
            "{uri}"
        );
        assert_eq!(request.header("MS-ContinuationToken"), Some("T1"));
    }
    let query = asked(Some((SearchField::Domain, "con")));
    let path = second(&next("??"), &query).path;
    assert!(
        path.contains("filter=%7B") && path.ends_with("&seekOperation=Next"),
        "{path}"
    );
}

#[test]
fn a_token_in_the_body_stands_in_for_one_in_the_link() {
    let body = r#"{"items":[],"continuationToken":"T2","links":{"next":{"uri":"/customers"}}}"#;
    let request = second(body, &asked(None));
    assert_eq!(request.header("ms-continuationtoken"), Some("T2"));
}

#[test]
fn a_link_cannot_set_other_headers() {
    let headers = r#"[{"key":"Authorization","value":"x"},{"key":"MS-RequestId","value":"x"},
        {"key":"MS-Bad Name","value":"x"},{"key":"MS-Break","value":"a\nb"},
        {"key":"MS-Nothing","value":null},{"key":"MS-Good","value":"y"}]"#;
    let body = page(&format!(
        r#"{{"next":{{"uri":"/customers","headers":{headers}}}}}"#
    ));
    let request = second(&body, &asked(None));
    let names: Vec<_> = request
        .headers
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    assert!(names.contains(&"MS-Good"));
    assert!(
        !names
            .iter()
            .any(|name| ["Authorization", "MS-Break", "MS-Nothing"].contains(name))
    );
    assert_ne!(request.header("MS-RequestId"), Some("x"));
}

#[test]
fn the_last_page_and_one_that_leads_to_itself_end_the_list() {
    let same = next("/customers?seekOperation=Next");
    let (client, _) = client([answer(200, &same), answer(200, &same)]);
    let first = run(client.customers(&asked(None), None)).unwrap();
    assert!(first.next.is_some());
    let second = run(client.customers(&asked(None), first.next.as_ref())).unwrap();
    assert_eq!(second.next, None);
}

#[test]
fn a_row_that_does_not_fit_leaves_the_others() {
    let id = customer_id();
    let body = format!(
        r#"[{{"id":"{id}"}}, [], null, {{"id":"not a guid"}}, {{"id":"{id}","companyProfile":7}}]"#
    );
    for body in [body.clone(), format!(r#"{{"items":{body}}}"#)] {
        let (client, _) = client([answer(200, &body)]);
        let rows = run(client.customers(&asked(None), None)).unwrap().items;
        let good: Vec<_> = rows.iter().map(|row| row.is_ok()).collect();
        assert_eq!(good, [true, false, false, false, false]);
        assert_eq!(
            rows[3].as_ref().unwrap_err().id.as_deref(),
            Some("not a guid")
        );
    }
}

#[test]
fn a_body_that_is_no_list_is_unreadable() {
    for body in ["7", r#"{"items":{}}"#, r#"{"items":"none"}"#, "null"] {
        let (client, _) = client([answer(200, body)]);
        let error = run(client.customers(&asked(None), None)).unwrap_err();
        assert_eq!(error.kind, ErrorKind::Unreadable, "{body}");
    }
}

fn find(client: &PartnerCenter, named: &str) -> Result<String, ErrorKind> {
    let found = run(client.find_customer(&named.parse().unwrap()));
    found.map(|c| c.id.to_string()).map_err(|error| error.kind)
}

#[test]
fn a_customer_is_found_by_exact_domain_among_those_that_begin_so() {
    let id = customer_id();
    let other = "00000000-0000-4000-8000-000000000000";
    let row = |id: &str, domain: &str| {
        format!(r#"{{"id":"{id}","companyProfile":{{"domain":"{domain}"}}}}"#)
    };
    let first = next("/customers?seekOperation=Next")
        .replace("[],", &format!("[{}],", row(other, "contoso.com.au")));
    let last = format!(r#"{{"items":[{}]}}"#, row(id.as_str(), "Contoso.COM"));
    let whole = row(id.as_str(), "contoso.com");
    let (client, tape) = client([answer(200, &first), answer(200, &last), answer(200, &whole)]);
    assert_eq!(find(&client, "contoso.com"), Ok(id.to_string()));
    assert_eq!(tape.sent()[2].path, format!("/customers/{id}"));
    let (client, _) = crate::scripted::client([answer(200, &last)]);
    assert_eq!(find(&client, "contoso.co"), Err(ErrorKind::NotFound));
}
