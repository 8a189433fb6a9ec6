//! What every call sends, and what it learns from the answer's headers.

use latchkey::model::guid;
use latchkey::model::role::Role;
use latchkey::partner_center::transport::{Method, TransportError};

use crate::scripted::{Step, answer, answer_with, client, customer_id, run};

const EMPTY: &str = r#"{"totalCount":0,"items":[]}"#;

#[test]
fn an_intent_keeps_its_request_id_and_every_attempt_has_its_own_correlation_id() {
    let fail = || Step::Fail(TransportError::Network);
    let (client, tape) = client([fail(), fail(), answer(200, EMPTY), answer(200, EMPTY)]);
    run(client.orders(&customer_id())).unwrap();
    run(client.orders(&customer_id())).unwrap();
    let sent = tape.sent();
    let all = |name: &str| -> Vec<String> {
        sent.iter()
            .map(|r| r.header(name).unwrap().to_owned())
            .collect()
    };
    let requests = all("ms-requestid");
    assert!(requests[..3].iter().all(|id| *id == requests[0]));
    assert_ne!(requests[3], requests[0]);
    let mut correlations = all("MS-CorrelationId");
    assert!(
        correlations
            .iter()
            .all(|id| id.len() == guid::from_random([0; 16]).len())
    );
    correlations.sort();
    correlations.dedup();
    assert_eq!(correlations.len(), 4);
}

#[test]
fn a_read_says_who_asks_and_in_which_language() {
    let (client, tape) = client([answer(200, EMPTY), answer(200, EMPTY)]);
    run(client.orders(&customer_id())).unwrap();
    client.set_locale("fr-FR");
    run(client.orders(&customer_id())).unwrap();
    let [first, second] = &tape.sent()[..] else {
        panic!()
    };
    assert_eq!(first.method, Method::Get);
    assert_eq!(first.base, "/api/v1");
    assert_eq!(first.path, format!("/customers/{}/orders", customer_id()));
    assert_eq!(first.header("accept"), Some("application/json"));
    assert_eq!(first.header("x-locale"), Some("en-US"));
    assert_eq!(
        first.header("ms-partnercenter-application"),
        Some("Latchkey")
    );
    assert_eq!(first.header("content-type"), None);
    assert_eq!(second.header("x-locale"), Some("fr-FR"));
}

#[test]
fn a_write_is_json() {
    let (client, tape) = client([answer(200, "{}")]);
    run(client.act_as(&Role::SalesAgent)).unwrap();
    let sent = &tape.sent()[0];
    assert_eq!(sent.method, Method::Put);
    assert_eq!(sent.header("content-type"), Some("application/json"));
    assert_eq!(sent.json(), Some(r#"{"role":"sales_agent"}"#));
}

#[test]
fn the_servers_clock_is_its_date_against_the_middle_of_the_exchange() {
    let date = [("Date", "Thu, 01 Jan 1970 01:00:00 GMT")];
    let (client, tape) = client([answer_with(200, &date, EMPTY)]);
    assert_eq!(client.clock_offset(), None);
    tape.tape(|tape| tape.takes = 400);
    run(client.orders(&customer_id())).unwrap();
    // Half a second into 01:00:00 when the visitor's clock was at 0.2 s.
    assert_eq!(client.clock_offset(), Some(3_600_500 - 200));
    assert_eq!(client.server_now().millis(), 400 + 3_600_300);
}

#[test]
fn a_date_that_cannot_be_trusted_is_no_clock() {
    for (takes, date) in [
        (20_000, "Thu, 01 Jan 1970 01:00:00 GMT"),
        (1, "soon"),
        (1, ""),
    ] {
        let (client, tape) = client([answer_with(200, &[("Date", date)], EMPTY)]);
        tape.tape(|tape| tape.takes = takes);
        run(client.orders(&customer_id())).unwrap();
        assert_eq!(client.clock_offset(), None);
        assert_eq!(client.server_now().millis(), takes);
    }
}

#[test]
fn a_server_without_roles_leaves_the_role_unknown() {
    for status in [404, 405, 501] {
        let (client, _) = client([answer(status, "")]);
        assert_eq!(run(client.role("/extensions/role")), Ok(None));
    }
    let answers = [answer(200, r#"{"role":"Vertrieb"}"#), answer(403, "")];
    let (client, tape) = client(answers);
    assert_eq!(run(client.role("/who")), Ok(Some("Vertrieb".to_owned())));
    assert_eq!(tape.sent()[0].path, "/who");
    assert!(run(client.role("/who")).is_err());
}
