//! Calls that carry a bearer token: which one, and what happens when it is refused.

use latchkey::model::operation::Effect;
use latchkey::model::role::Role;
use latchkey::partner_center::token::{NoToken, Token};
use latchkey::partner_center::transport::{Method, TransportError};
use latchkey::partner_center::{ErrorKind, PartnerCenter};

use crate::scripted::{Scripted, Step, answer, answer_with, client, customer_id, run};

const EMPTY: &str = r#"{"totalCount":0,"items":[]}"#;

fn token(text: &str) -> Result<Token, NoToken> {
    Token::new(text.to_owned())
}

/// A client whose page gives these tokens.
fn signed(
    tokens: impl IntoIterator<Item = Result<Token, NoToken>>,
    steps: impl IntoIterator<Item = Step>,
) -> (PartnerCenter, Scripted) {
    let (client, tape) = client(steps);
    tape.tape(|tape| {
        tape.signs = true;
        tape.tokens.extend(tokens);
    });
    (client, tape)
}

fn sent(tape: &Scripted) -> Vec<String> {
    let text = |token: Option<Token>| token.map_or(String::new(), |t| t.expose().to_owned());
    tape.sent().into_iter().map(|r| text(r.token)).collect()
}

/// The refused token of each time that one was asked for; empty where none was.
fn asked(tape: &Scripted) -> Vec<String> {
    let all = tape.tape(|tape| tape.asked_for_token.clone());
    let text = |token: &Option<Token>| token.as_ref().map_or("", Token::expose).to_owned();
    all.iter().map(text).collect()
}

#[test]
fn without_a_page_that_gives_one_calls_carry_none() {
    let (client, tape) = client([answer(200, EMPTY), answer(401, "")]);
    run(client.orders(&customer_id())).unwrap();
    let error = run(client.orders(&customer_id())).unwrap_err();
    assert_eq!(error.kind, ErrorKind::SignIn);
    assert_eq!(sent(&tape), ["", ""]);
}

#[test]
fn every_attempt_asks_for_the_token_of_now() {
    let fail = Step::Fail(TransportError::Network);
    let steps = [fail, answer(200, EMPTY), answer(200, "{}")];
    let (client, tape) = signed([token("a"), token("b"), token("c")], steps);
    run(client.orders(&customer_id())).unwrap();
    run(client.act_as(&Role::SalesAgent)).unwrap();
    assert_eq!(sent(&tape), ["a", "b", "c"]);
    assert_eq!(asked(&tape), ["", "", ""]);
}

#[test]
fn a_refused_token_is_replaced_once_for_reads_and_writes() {
    let steps = [answer(401, ""), answer(200, EMPTY)];
    let (client, tape) = signed([token("old"), token("new")], steps);
    run(client.orders(&customer_id())).unwrap();
    assert_eq!(sent(&tape), ["old", "new"]);
    assert_eq!(asked(&tape), ["", "old"]);

    let steps = [answer(401, ""), answer(200, "{}")];
    let (client, tape) = signed([token("old"), token("new")], steps);
    run(client.act_as(&Role::SalesAgent)).unwrap();
    let [first, second] = &tape.sent()[..] else {
        panic!()
    };
    assert_eq!((first.method, second.method), (Method::Put, Method::Put));
    assert_eq!(first.json(), second.json());
    let same = |name: &str| first.header(name) == second.header(name);
    assert!(same("ms-requestid") && !same("ms-correlationid"));
}

#[test]
fn a_second_refusal_is_the_end() {
    let steps = [answer(401, ""), answer(401, r#"{"code":"900420"}"#)];
    let (client, tape) = signed([token("old"), token("new")], steps);
    let error = run(client.orders(&customer_id())).unwrap_err();
    assert_eq!(error.kind, ErrorKind::SignIn);
    assert_eq!(error.code.as_deref(), Some("900420"));
    assert_eq!(error.effect(), Effect::None);
    assert_eq!(tape.sent().len(), 2);
}

#[test]
fn no_other_token_leaves_the_first_refusal() {
    for next in [token("old"), Err(NoToken)] {
        let (client, tape) = signed([token("old"), next], [answer(401, "")]);
        let error = run(client.orders(&customer_id())).unwrap_err();
        assert_eq!((error.kind, error.status), (ErrorKind::SignIn, Some(401)));
        assert!(error.correlation_id.is_some());
        assert_eq!(sent(&tape), ["old"]);
    }
}

#[test]
fn a_page_that_gives_no_token_has_nothing_sent() {
    let (client, tape) = signed([Err(NoToken), Err(NoToken)], []);
    let read = run(client.orders(&customer_id())).unwrap_err();
    let write = run(client.act_as(&Role::SalesAgent)).unwrap_err();
    assert_eq!(
        (read.kind, write.kind),
        (ErrorKind::SignIn, ErrorKind::SignIn)
    );
    assert_eq!(write.effect(), Effect::None);
    assert!(tape.sent().is_empty());
    assert!(tape.tape(|tape| tape.slept.is_empty()));
}

#[test]
fn a_refusal_of_another_kind_asks_for_no_token() {
    let (client, tape) = signed([token("a")], [answer(403, "")]);
    let error = run(client.orders(&customer_id())).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Forbidden);
    assert_eq!(asked(&tape), [""]);
}

#[test]
fn calls_refused_at_the_same_time_ask_once_for_another() {
    // Both were sent with the old one; the second hears of it when it is replaced already.
    let steps = [
        answer(401, ""),
        answer(200, EMPTY),
        answer(401, ""),
        answer(200, EMPTY),
    ];
    let (client, tape) = signed([token("old"), token("new"), token("old")], steps);
    run(client.orders(&customer_id())).unwrap();
    run(client.orders(&customer_id())).unwrap();
    assert_eq!(sent(&tape), ["old", "new", "old", "new"]);
    assert_eq!(asked(&tape), ["", "old", ""]);
}

#[test]
fn what_came_in_its_place_is_forgotten_when_it_is_refused_as_well() {
    let steps = [
        answer(401, ""),
        answer(401, ""),
        answer(401, ""),
        answer(200, EMPTY),
    ];
    let tokens = [token("old"), token("new"), token("old"), token("newest")];
    let (client, tape) = signed(tokens, steps);
    assert!(run(client.orders(&customer_id())).is_err());
    run(client.orders(&customer_id())).unwrap();
    assert_eq!(sent(&tape), ["old", "new", "old", "newest"]);
}

#[test]
fn a_second_factor_that_is_missing_is_said_when_no_token_has_it() {
    let mfa = [("WWW-Authenticate", "Bearer error=\"invalid_token\"")];
    let steps = [answer_with(401, &mfa, ""), answer_with(401, &mfa, "")];
    let (client, _) = signed([token("a"), token("b")], steps);
    let error = run(client.orders(&customer_id())).unwrap_err();
    assert_eq!(error.kind, ErrorKind::SignInMfa);
}

#[test]
fn a_token_is_printable_and_is_never_printed() {
    for text in ["", " a", "a b", "a\r\nX: y", "a\u{0}", "é", "a\t"] {
        assert_eq!(token(text), Err(NoToken), "{text:?}");
    }
    let jwt = token("eyJ0eXAi.eyJhdWQi-_~+/.c2ln==").unwrap();
    assert_eq!(jwt.expose(), "eyJ0eXAi.eyJhdWQi-_~+/.c2ln==");
    assert_eq!(format!("{jwt:?}"), "[redacted]");
}
