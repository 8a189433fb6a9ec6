use latchkey::partner_center::extensions::SandboxControl;
use latchkey::partner_center::json::decode;
use latchkey::sandbox::http::Delivery;

use super::*;

fn put(sandbox: &mut Sandbox, body: &str) -> u16 {
    let mut put = request("PUT", "/extensions/sandbox");
    put.body = body.as_bytes().to_vec();
    answer(sandbox, &put).response.status
}

fn control(sandbox: &mut Sandbox) -> SandboxControl {
    decode(get(sandbox, "/extensions/sandbox").1).unwrap()
}

#[test]
fn only_what_is_named_changes_and_a_reset_undoes_it() {
    let mut sandbox = Sandbox::new(60);
    assert_eq!(
        put(
            &mut sandbox,
            r#"{"latencyMs":250,"clock":{"offsetMs":86400000}}"#
        ),
        200
    );
    assert_eq!(put(&mut sandbox, r#"{"Role":"global_admin"}"#), 200);
    let selling = r#"{"catalogProducts":5000,"pricedShare":25,"provisioningSeconds":900}"#;
    assert_eq!(put(&mut sandbox, selling), 200);
    let changed = control(&mut sandbox);
    assert_eq!(
        (changed.role.as_str(), changed.latency_ms),
        ("global_admin", 250)
    );
    assert_eq!(
        (
            changed.catalog_products,
            changed.priced_share,
            changed.provisioning_seconds
        ),
        (5_000, 25, 900)
    );
    let late = answer(&mut sandbox, &request("GET", "/customers"));
    assert_eq!(late.delay_ms, 250);
    assert_eq!(
        late.response.headers.get("Date"),
        Some("Mon, 02 Mar 2026 12:00:00 GMT")
    );
    answer(&mut sandbox, &request("POST", "/extensions/sandbox/reset"));
    let anew = control(&mut sandbox);
    assert_eq!(anew.role, "admin_agent");
    assert_eq!((anew.priced_share, anew.provisioning_seconds), (60, 3));
    for wrong in [
        "",
        "[]",
        r#"{"catalogProducts":10001}"#,
        r#"{"pricedShare":101}"#,
        r#"{"provisioningSeconds":-1}"#,
        r#"{"role":"king"}"#,
        r#"{"faults":[{"kind":"teapot"}]}"#,
    ] {
        assert_eq!(put(&mut sandbox, wrong), 400, "{wrong}");
    }
}

#[test]
fn a_fixed_clock_and_a_reset_give_the_same_dates_every_time() {
    let mut reset = request("POST", "/extensions/sandbox/reset");
    reset.body = br#"{"clock":{"fixed":"2026-06-15T10:00:00Z"}}"#.to_vec();
    let mut sandbox = Sandbox::new(60);
    let first: SandboxControl =
        decode(serde_json::from_slice(&answer(&mut sandbox, &reset).response.body).unwrap())
            .unwrap();
    assert_eq!(first.first_use.unwrap().to_string(), "2026-06-15T10:00:00Z");
    let later = handle(
        &mut sandbox,
        &request("GET", "/customers"),
        noon().plus_days(3),
    );
    assert_eq!(
        later.response.headers.get("Date"),
        Some("Mon, 15 Jun 2026 10:00:00 GMT")
    );
}

#[test]
fn a_fault_strikes_the_calls_it_names() {
    let mut sandbox = Sandbox::new(60);
    let faults = r#"{"faults":[
        {"method":"GET","path":"/customers","nth":2,"times":2,"kind":"503","retryAfter":7,"code":"42"},
        {"path":"/customers/*","kind":"network"}]}"#;
    assert_eq!(put(&mut sandbox, faults), 200);
    let mut status = || {
        let answer = answer(&mut sandbox, &request("GET", "/customers"));
        (
            answer.response.status,
            answer
                .response
                .headers
                .get("Retry-After")
                .map(str::to_owned),
        )
    };
    let seven = Some("7".to_owned());
    assert_eq!(
        [status(), status(), status(), status()],
        [(200, None), (503, seven.clone()), (503, seven), (200, None)]
    );
    let lost = answer(&mut sandbox, &request("GET", "/customers/x"));
    assert_eq!(lost.delivery, Delivery::Reset);
    assert_eq!(put(&mut sandbox, r#"{"faults":[]}"#), 200);
    assert_eq!(
        answer(&mut sandbox, &request("GET", "/customers/x")).delivery,
        Delivery::Whole
    );
}

#[test]
fn a_refusal_for_too_many_calls_says_when_to_come_back_only_where_it_is_told_to() {
    let mut sandbox = Sandbox::new(60);
    for (fault, header) in [
        (r#"{"kind":"429"}"#, None),
        (r#"{"kind":"429","retryAfter":9}"#, Some("9")),
    ] {
        put(&mut sandbox, &format!(r#"{{"faults":[{fault}]}}"#));
        let refused = answer(&mut sandbox, &request("GET", "/customers")).response;
        assert_eq!(refused.status, 429);
        assert_eq!(refused.headers.get("Retry-After"), header);
    }
}

#[test]
fn an_answer_may_be_a_page_or_come_late() {
    let mut sandbox = Sandbox::new(60);
    put(&mut sandbox, r#"{"faults":[{"kind":"page"}]}"#);
    let page = answer(&mut sandbox, &request("GET", "/customers")).response;
    let kind = page.headers.get("Content-Type").map(str::to_owned);
    assert_eq!(
        (page.status, kind.as_deref()),
        (200, Some("text/html; charset=utf-8"))
    );
    for (fault, millis) in [
        (r#"{"kind":"slow"}"#, 4_000),
        (r#"{"kind":"slow","delayMs":29000}"#, 29_000),
    ] {
        put(&mut sandbox, &format!(r#"{{"faults":[{fault}]}}"#));
        let late = answer(&mut sandbox, &request("GET", "/customers"));
        assert_eq!((late.response.status, late.delay_ms), (200, millis));
    }
}

#[test]
fn a_call_may_take_effect_although_its_answer_is_lost() {
    let mut sandbox = Sandbox::new(60);
    let customer = software::customer(&mut sandbox, "Contoso");
    let link = software::key_links(
        &mut sandbox,
        &customer,
        &latchkey::model::status::ArtifactState::Active,
    )
    .remove(0);
    for (after, effects) in [(false, 0), (true, 1)] {
        let faults = format!(
            r#"{{"faults":[{{"path":"/customers/*/artifacts/**","kind":"network","afterEffect":{after}}}]}}"#
        );
        put(&mut sandbox, &faults);
        assert_eq!(
            answer(&mut sandbox, &request("GET", &link)).delivery,
            Delivery::Reset
        );
        assert_eq!(control(&mut sandbox).effects.by_business_key.len(), effects);
    }
}

#[test]
fn a_token_is_asked_for_when_wanted() {
    let mut sandbox = Sandbox::new(60);
    put(&mut sandbox, r#"{"tokenNeeded":true}"#);
    let mut asked = request("GET", "/customers?size=1");
    let refused = answer(&mut sandbox, &asked).response;
    assert_eq!((refused.status, refused.body.len()), (401, 0));
    assert!(refused.headers.get("WWW-Authenticate").is_some());
    asked.headers.set("Authorization", "Bearer x");
    assert_eq!(answer(&mut sandbox, &asked).response.status, 200);
}
