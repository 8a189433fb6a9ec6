//! What an error says about the effect of the write that met it.

use latchkey::model::operation::Effect;
use latchkey::partner_center::transport::TransportError;

use crate::scripted::{Step, answer, answer_with, client, customer_id, run};

fn effect(step: Step) -> Effect {
    let (client, _) = client([step]);
    let request = "11111111-1111-4111-8111-111111111111".parse().unwrap();
    let cart = "c1".parse().unwrap();
    let asked = client.checkout(&request, &customer_id(), &cart);
    run(asked).unwrap_err().effect()
}

#[test]
fn what_was_not_carried_out_may_be_sent_again() {
    for step in [
        answer(401, ""),
        answer(429, ""),
        answer_with(503, &[("Retry-After", "7")], ""),
        Step::Fail(TransportError::Redirected),
        Step::Fail(TransportError::Address),
        Step::Fail(TransportError::Offline),
    ] {
        assert_eq!(effect(step), Effect::None);
    }
}

#[test]
fn a_refusal_is_final() {
    for status in [400, 403, 404, 405, 410, 412, 417, 422] {
        assert_eq!(effect(answer(status, "")), Effect::Refused, "{status}");
    }
    let credit = r#"{"code":"900121","description":"Too much."}"#;
    assert_eq!(effect(answer(403, credit)), Effect::Refused);
}

#[test]
fn everything_else_may_have_taken_effect() {
    for step in [
        Step::Fail(TransportError::Network),
        Step::Fail(TransportError::Timeout),
        Step::Fail(TransportError::TooLarge),
        answer(200, ""),
        answer(201, "<html>"),
        answer(201, r#"{"orders":[]}"#),
        answer(204, ""),
        answer(302, ""),
        answer(408, ""),
        answer(409, ""),
        answer(500, r#"{"code":"800005"}"#),
        answer(502, "<html>"),
        answer(503, ""),
        answer(504, ""),
    ] {
        assert_eq!(effect(step), Effect::Unknown);
    }
}

#[test]
fn an_order_that_is_under_way_or_made_is_no_refusal() {
    for (status, code) in [(409, "800060"), (409, "800064"), (400, "800065")] {
        let body = format!(r#"{{"code":{code},"description":"x"}}"#);
        assert_eq!(effect(answer(status, &body)), Effect::Unknown, "{code}");
    }
}
