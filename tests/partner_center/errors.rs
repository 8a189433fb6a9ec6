//! Every published shape of a refusal gives its kind, code, words and ids.

use latchkey::model::operation::Effect;
use latchkey::partner_center::transport::{Response, TransportError};
use latchkey::partner_center::{ApiError, ErrorKind};

use crate::scripted::{Step, answer, answer_with, client, customer_id, run};

fn refused(step: Step) -> ApiError {
    // Enough of the same for every retry, and no waiting in between.
    let copies = |step: Step| match step {
        Step::Answer(response) => (0..3).map(|_| Step::Answer(response.clone())).collect(),
        Step::Fail(error) => (0..3).map(|_| Step::Fail(error)).collect(),
        Step::Hang => vec![Step::Hang],
    };
    let (client, _) = client(copies(step));
    run(client.customer(&customer_id())).unwrap_err()
}

fn words(status: u16, body: &str) -> (Option<String>, Option<String>) {
    let error = refused(answer(status, body));
    (error.code, error.description)
}

fn both(code: &str, description: &str) -> (Option<String>, Option<String>) {
    (Some(code.to_owned()), Some(description.to_owned()))
}

#[test]
fn reads_the_general_shape_with_a_code_as_text_or_number() {
    let text = r#"{"code":"20002","description":"No relationship.","data":[],"source":"Fd"}"#;
    assert_eq!(words(403, text), both("20002", "No relationship."));
    let number = r#"{"code":2201,"description":" Regions differ. ","data":["x"],"source":"Fd"}"#;
    assert_eq!(words(403, number), both("2201", "Regions differ."));
}

#[test]
fn takes_the_first_of_the_texts_that_says_something() {
    let agreements = r#"{"code":600061,"message":"Duplicate","description":null,
        "errorName":"DuplicateAgreement","isRetryable":false,"parameters":{}}"#;
    assert_eq!(words(400, agreements), both("600061", "Duplicate"));
    let named = r#"{"code":600061,"message":"","description":"","errorName":"DuplicateAgreement"}"#;
    assert_eq!(words(400, named), both("600061", "DuplicateAgreement"));
    let gateway = r#"{"statusCode":429,"message":"Try again in 57 seconds."}"#;
    assert_eq!(
        words(429, gateway),
        (None, Some("Try again in 57 seconds.".to_owned()))
    );
}

#[test]
fn reads_the_refusal_of_a_part() {
    let checkout = r#"{"orders":[],"orderErrors":[{"orderGroupId":"0","code":800069,
        "description":"Risk check failed."}]}"#;
    assert_eq!(words(400, checkout), both("800069", "Risk check failed."));
    let cart = r#"{"lineItems":[{"id":0,"error":{"errorCode":10003,
        "errorDescription":"No inventory."}}]}"#;
    assert_eq!(words(400, cart), both("10003", "No inventory."));
    let second = r#"{"lineItems":[{"id":0},{"id":1,"error":null},{"id":2,"error":{"errorCode":10001,
        "errorDescription":"Not valid."}}]}"#;
    assert_eq!(words(400, second), both("10001", "Not valid."));
}

#[test]
fn a_refusal_with_the_status_of_a_success_is_one() {
    let body = r#"{"code":400072,"description":"The item is not available.","data":[]}"#;
    let error = refused(answer(200, body));
    assert_eq!((error.kind, error.status), (ErrorKind::Refused, Some(200)));
    assert_eq!(error.code.as_deref(), Some("400072"));
    assert_eq!(error.effect(), Effect::Refused);
    for other in [
        r#"{"code":400072}"#,
        r#"{"code":null,"description":"x"}"#,
        r#"{"description":"x"}"#,
        r#"{"id":"not a guid","code":"1","description":"x"}"#,
    ] {
        let error = refused(answer(200, other));
        assert_eq!(error.kind, ErrorKind::Unreadable, "{other}");
    }
}

#[test]
fn never_shows_a_raw_body() {
    for body in [
        "<html><h1>Bad gateway</h1></html>",
        "plain text",
        "",
        "[]",
        "7",
        "{}",
        "{\"code\":",
    ] {
        assert_eq!(words(502, body), (None, None), "{body}");
    }
}

#[test]
fn keeps_a_bounded_part_of_long_words() {
    let long = "é".repeat(100_000);
    let (_, description) = words(400, &format!(r#"{{"code":"1","description":"{long}"}}"#));
    assert_eq!(
        description.unwrap().chars().count(),
        ApiError::LONGEST_DESCRIPTION
    );
}

#[test]
fn sorts_by_what_can_be_done() {
    use ErrorKind::*;
    for (status, kind) in [
        (400, Refused),
        (401, SignIn),
        (403, Forbidden),
        (404, NotFound),
        (405, Refused),
        (408, Timeout),
        (409, Conflict),
        (410, Revoked),
        (412, Conflict),
        (417, Refused),
        (429, Throttled),
        (500, Server),
        (501, Server),
        (503, Server),
        (600, Unreadable),
    ] {
        let error = refused(answer(status, r#"{"code":"1","description":"x"}"#));
        assert_eq!((error.kind, error.status), (kind, Some(status)));
    }
    for (failure, kind) in [
        (TransportError::Offline, Offline),
        (TransportError::Network, Network),
        (TransportError::Timeout, Timeout),
        (TransportError::TooLarge, TooLarge),
        (TransportError::Redirected, SignIn),
        (TransportError::Address, Address),
    ] {
        let error = refused(Step::Fail(failure));
        assert_eq!((error.kind, error.status), (kind, None));
    }
}

#[test]
fn tells_a_missing_second_factor_from_a_session_that_is_over() {
    let bearer = [("WWW-Authenticate", "Bearer error=\"invalid_token\"")];
    let realm = [("WWW-Authenticate", "OAuth realm=urn:cpsvc:cpid:1")];
    let body = r#"{"code":"800001","description":"Token missing."}"#;
    let named = Step::Answer(Response {
        status: 401,
        status_text: "Unauthorized - MFA required".to_owned(),
        ..Response::default()
    });
    for (step, kind) in [
        (answer_with(401, &bearer, ""), ErrorKind::SignInMfa),
        (named, ErrorKind::SignInMfa),
        (
            answer(401, "Authentication failed. MFA required. (10001)"),
            ErrorKind::SignInMfa,
        ),
        (answer_with(401, &realm, body), ErrorKind::SignIn),
        (answer_with(401, &bearer, body), ErrorKind::SignIn),
        (answer(401, ""), ErrorKind::SignIn),
    ] {
        assert_eq!(refused(step).kind, kind);
    }
}

#[test]
fn carries_ids_for_support_the_servers_first_else_its_own() {
    let own = refused(Step::Fail(TransportError::Address));
    assert_eq!(own.correlation_id.unwrap().len(), 36);
    assert_eq!(own.request_id.unwrap().len(), 36);
    let headers = [("MS-CorrelationId", "c1,c1"), ("MS-RequestId", " r1 , r2")];
    let echoed = refused(answer_with(404, &headers, ""));
    assert_eq!(echoed.correlation_id.as_deref(), Some("c1"));
    assert_eq!(echoed.request_id.as_deref(), Some("r1"));
    let other_type = refused(answer_with(200, &headers, r#"{"id":"not a guid"}"#));
    assert_eq!(other_type.kind, ErrorKind::Unreadable);
    assert_eq!(other_type.correlation_id.as_deref(), Some("c1"));
}

#[test]
fn a_key_never_stands_in_an_error() {
    let body = r#"{"type":"product_key","productKey":["00001111"]}"#;
    let (client, _) = client([answer(200, body)]);
    let uri = format!("/customers/{}/artifacts/productkey/groups/a", customer_id());
    let error = run(client.product_key(&customer_id(), &uri)).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Unreadable);
    assert!(!format!("{error:?}").contains("0000"));
}
