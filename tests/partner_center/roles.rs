//! What answers say about the visitor's role.

use std::sync::{Arc, Mutex};

use latchkey::partner_center::PartnerCenter;
use latchkey::partner_center::client::role::RoleSign;

use crate::scripted::{Step, answer, answer_with, client, customer_id, run};

const EMPTY: &str = r#"{"totalCount":0,"items":[]}"#;

/// What the observer heard after these answers.
fn heard(header: Option<&str>, steps: impl IntoIterator<Item = Step>) -> Vec<RoleSign> {
    let (client, tape) = client(steps);
    let heard: Arc<Mutex<Vec<RoleSign>>> = Arc::default();
    let observer = heard.clone();
    client.watch_role(
        header,
        Arc::new(move |sign| observer.lock().unwrap().push(sign)),
    );
    while tape.tape(|tape| !tape.steps.is_empty()) {
        let _ = run(client.orders(&customer_id()));
    }
    let heard = heard.lock().unwrap();
    heard.clone()
}

fn named(text: &str) -> RoleSign {
    RoleSign::Named(text.to_owned())
}

#[test]
fn any_answer_may_name_the_role() {
    let with = |status, role| answer_with(status, &[("X-Role", role)], EMPTY);
    let steps = || {
        [
            with(200, "sales,staff"),
            answer(200, EMPTY),
            with(404, "helpdesk"),
            with(403, ""),
        ]
    };
    let all = [
        named("sales,staff"),
        named("helpdesk"),
        named(""),
        RoleSign::Refused,
    ];
    assert_eq!(heard(Some("x-role"), steps()), all);
    assert_eq!(heard(None, steps()), [RoleSign::Refused]);
}

#[test]
fn only_a_refusal_that_may_be_for_the_role_is_told() {
    let code = |code: &str| answer(403, &format!(r#"{{"code":"{code}","description":"x"}}"#));
    for told in ["2032", "900150", "900308"] {
        assert_eq!(heard(None, [code(told)]), [RoleSign::Refused], "{told}");
    }
    assert_eq!(heard(None, [answer(403, "<html>")]), [RoleSign::Refused]);
    // No relationship, no agreement: the role is as it was.
    for other in ["20002", "13605", "800039"] {
        assert_eq!(heard(None, [code(other)]), [], "{other}");
    }
    assert_eq!(heard(None, [answer(401, ""), answer(404, "")]), []);
}

#[test]
fn whoever_is_told_may_ask_for_the_role() {
    let (client, _) = client([answer(403, ""), answer(200, r#"{"role":"sales_agent"}"#)]);
    let learnt: Arc<Mutex<Option<String>>> = Arc::default();
    let (api, told): (PartnerCenter, _) = (client.clone(), learnt.clone());
    let observer = move |_| {
        *told.lock().unwrap() = run(api.role("/extensions/role")).unwrap();
    };
    client.watch_role(None, Arc::new(observer));
    assert!(run(client.orders(&customer_id())).is_err());
    assert_eq!(learnt.lock().unwrap().as_deref(), Some("sales_agent"));
}
