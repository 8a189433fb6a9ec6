//! The transport over the browser's own `fetch`, which a stub in the page answers.

// Helpers of tests may panic as tests do.
#![allow(clippy::unwrap_used)]

use std::task::{Context, Poll, Waker};

use js_sys::{Function, Reflect};
use latchkey::partner_center::fetch::FetchTransport;
use latchkey::partner_center::token::{NoToken, Token};
use latchkey::partner_center::transport::{
    Body, LARGEST_BODY, Method, Request, Response, Transport, TransportError,
};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

const FETCH: FetchTransport = FetchTransport {
    needs_connection: false,
    page_gives_token: false,
    role_header: None,
};

/// Answers every `fetch` from now on with what `answer`, a JavaScript expression, gives; the request
/// stays in `globalThis.asked`.
fn stub(answer: &str) {
    let body = format!(
        "globalThis.fetch = (request) => {{ globalThis.asked = request; return {answer}; }};"
    );
    Function::new_no_args(&body).call0(&JsValue::NULL).unwrap();
}

/// The value of a JavaScript expression about the request.
fn look(expression: &str) -> JsValue {
    let body = format!("return {expression};");
    Function::new_no_args(&body).call0(&JsValue::NULL).unwrap()
}

fn request(path: &str) -> Request {
    Request {
        method: Method::Get,
        base: "/api/v1".to_owned(),
        path: path.to_owned(),
        headers: vec![("X-Locale".to_owned(), "fr-FR".to_owned())],
        token: None,
        body: None,
    }
}

async fn send(answer: &str) -> Result<Response, TransportError> {
    stub(answer);
    FETCH
        .send(request("/customers?size=2&filter=%7B%22a%22%7D"))
        .await
}

#[wasm_bindgen_test]
async fn an_address_is_sent_as_it_was_built() {
    let answer =
        "Promise.resolve(new Response('{}', { headers: { Date: 'x', 'MS-RequestId': 'r' } }))";
    let response = send(answer).await.unwrap();
    assert_eq!(
        (response.status, response.body.as_slice()),
        (200, b"{}".as_slice())
    );
    assert_eq!(response.header("ms-requestid"), Some("r"));
    let url = look("asked.url").as_string().unwrap();
    assert!(
        url.ends_with("/api/v1/customers?size=2&filter=%7B%22a%22%7D"),
        "{url}"
    );
    assert_eq!(look("asked.cache"), "no-store");
    assert_eq!(look("asked.redirect"), "manual");
    assert_eq!(look("asked.headers.get('x-locale')"), "fr-FR");
}

#[wasm_bindgen_test]
async fn the_header_that_names_the_role_is_kept() {
    let answer =
        "Promise.resolve(new Response('{}', { headers: { 'X-Role': 'sales', 'X-Other': 'x' } }))";
    let transport = FetchTransport {
        role_header: Some("x-role".to_owned()),
        ..FETCH
    };
    stub(answer);
    let response = transport.send(request("/customers")).await.unwrap();
    assert_eq!(response.header("X-Role"), Some("sales"));
    assert_eq!(response.header("x-other"), None);
}

#[wasm_bindgen_test]
async fn a_token_is_what_the_page_gives_for_the_one_that_was_refused() {
    let transport = FetchTransport {
        page_gives_token: true,
        ..FETCH
    };
    let token = |text: &str| Token::new(text.to_owned());
    let given = async |function: &str, refused: Option<Token>| {
        look(&format!("(globalThis.latchkeyToken = {function})"));
        transport.token(refused.as_ref()).await
    };
    assert_eq!(FETCH.token(None).await, Ok(None));
    assert_eq!(transport.token(None).await, Err(NoToken), "no function");
    let echo = "(refused) => 'after-' + refused";
    assert_eq!(given(echo, None).await, token("after-null").map(Some));
    let later = "(refused) => Promise.resolve('after-' + refused)";
    let after = given(later, token("old").ok()).await;
    assert_eq!(after, token("after-old").map(Some));
    for none in [
        "() => Promise.reject(new Error('signed out'))",
        "() => { throw new Error('signed out'); }",
        "() => 7",
        "() => undefined",
        "() => ''",
        "() => 'a\\r\\nX-Role: b'",
        "'text'",
    ] {
        assert_eq!(given(none, None).await, Err(NoToken), "{none}");
    }
    look("delete globalThis.latchkeyToken");
    stub("Promise.resolve(new Response('{}'))");
    let signed = Request {
        token: token("abc.def").ok(),
        ..request("/customers")
    };
    transport.send(signed).await.unwrap();
    assert_eq!(look("asked.headers.get('authorization')"), "Bearer abc.def");
}

#[wasm_bindgen_test]
async fn every_method_and_body_is_sent_as_it_is() {
    let bytes = vec![0, 255, 13, 10, 128];
    for (method, body, arrives) in [
        (
            Method::Patch,
            Body::Json("{\"é\":1}".to_owned()),
            "{\"é\":1}".as_bytes(),
        ),
        (Method::Put, Body::Bytes(bytes.clone()), &bytes),
    ] {
        stub("request.arrayBuffer().then((sent) => new Response(sent))");
        let asked = Request {
            method,
            body: Some(body),
            ..request("/extensions")
        };
        let echoed = FETCH.send(asked).await.unwrap();
        assert_eq!(echoed.body, arrives);
        assert_eq!(look("asked.method"), method.as_str());
    }
    stub("Promise.resolve(new Response(null, { status: 204 }))");
    let asked = Request {
        method: Method::Delete,
        ..request("/extensions")
    };
    let answer = FETCH.send(asked).await.unwrap();
    assert_eq!((answer.status, answer.body.len()), (204, 0));
    assert_eq!(look("asked.method"), "DELETE");
}

#[wasm_bindgen_test]
async fn an_address_that_would_become_another_is_not_sent() {
    for path in [
        "/customers/../orders",
        "/customers/%2e%2e/orders",
        "/a\\b",
        "/a\nb",
    ] {
        stub("Promise.resolve(new Response('{}'))");
        Reflect::set(&js_sys::global(), &"asked".into(), &JsValue::NULL).unwrap();
        let refused = FETCH.send(request(path)).await;
        assert_eq!(refused, Err(TransportError::Address), "{path:?}");
        assert!(look("asked").is_null());
    }
}

#[wasm_bindgen_test]
async fn a_refused_connection_and_a_broken_body_are_both_the_network() {
    let refused = send("Promise.reject(new TypeError('Failed to fetch'))").await;
    assert_eq!(refused, Err(TransportError::Network));
    let broken = "Promise.resolve(new Response(new ReadableStream({
        start(control) { control.enqueue(new Uint8Array([123])); },
        pull(control) { control.error(new TypeError('reset')); } })))";
    assert_eq!(send(broken).await, Err(TransportError::Network));
}

#[wasm_bindgen_test]
async fn an_answer_without_a_body_is_empty() {
    let response = send("Promise.resolve(new Response(null, { status: 204 }))")
        .await
        .unwrap();
    assert_eq!((response.status, response.body.len()), (204, 0));
}

#[wasm_bindgen_test]
async fn a_body_is_read_up_to_a_limit() {
    let of = |bytes: usize| format!("Promise.resolve(new Response(new Uint8Array({bytes})))");
    let whole = send(&of(LARGEST_BODY)).await.unwrap();
    assert_eq!(whole.body.len(), LARGEST_BODY);
    assert_eq!(
        send(&of(LARGEST_BODY + 1)).await,
        Err(TransportError::TooLarge)
    );
}

#[wasm_bindgen_test]
async fn nobody_waiting_any_more_aborts_the_call() {
    stub("new Promise(() => {})");
    let mut call = FETCH.send(request("/customers"));
    let mut context = Context::from_waker(Waker::noop());
    assert_eq!(call.as_mut().poll(&mut context), Poll::Pending);
    assert_eq!(look("asked.signal.aborted"), false);
    drop(call);
    assert_eq!(look("asked.signal.aborted"), true);
}

#[wasm_bindgen_test]
async fn a_server_that_does_not_answer_is_given_up() {
    // Time runs a thousand times faster for the page's timers.
    look(
        "(globalThis.realTimeout = globalThis.setTimeout,
        globalThis.setTimeout = (act, millis) => realTimeout(act, millis / 1000))",
    );
    let silent = send("new Promise(() => {})").await;
    let stalled = send("Promise.resolve(new Response(new ReadableStream({})))").await;
    look("(globalThis.setTimeout = globalThis.realTimeout)");
    assert_eq!(silent, Err(TransportError::Timeout));
    assert_eq!(stalled, Err(TransportError::Timeout));
    assert_eq!(look("asked.signal.aborted"), true);
}
