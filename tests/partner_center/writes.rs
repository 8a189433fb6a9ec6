//! How writes are sent: once, in turn, and every attempt of one intent under one id.

use std::task::{Context, Poll, Waker};

use latchkey::model::cart::{Cart, Checkout};
use latchkey::model::{CartId, CustomerId, RequestId};
use latchkey::partner_center::client::{Asked, PartnerCenter};
use latchkey::partner_center::json::Read;
use latchkey::partner_center::transport::{LocalFuture, Method, TransportError};

use crate::scripted::{Step, answer, answer_with, client, customer_id, poll, run};

fn request(text: &str) -> RequestId {
    format!("{text:0>8}-0000-4000-8000-000000000000")
        .parse()
        .unwrap()
}

fn cart_id() -> CartId {
    "6b1c2f0a-71f4-4b0f-9a53-0d8f5f1f7a10".parse().unwrap()
}

fn checkout(client: &PartnerCenter, id: &str) -> Asked<Checkout> {
    client.checkout(&request(id), &customer_id(), &cart_id())
}

#[test]
fn each_attempt_of_an_operation_names_it_and_has_a_correlation_id_of_its_own() {
    let (client, tape) = client([
        Step::Fail(TransportError::Timeout),
        answer(201, fixture!("checkout")),
    ]);
    assert!(run(checkout(&client, "1")).is_err());
    assert!(run(checkout(&client, "1")).is_ok());
    let sent = tape.sent();
    let [first, second] = &sent[..] else { panic!() };
    for sent in [first, second] {
        assert_eq!(sent.header("ms-requestid"), Some(request("1").as_str()));
        assert_eq!(sent.method, Method::Post);
        assert_eq!(sent.body, None);
        assert_eq!(sent.header("content-type"), None);
        let path = format!("/customers/{}/carts/{}/checkout", customer_id(), cart_id());
        assert_eq!(sent.path, path);
    }
    let correlation = "ms-correlationid";
    assert_ne!(first.header(correlation), second.header(correlation));
}

#[test]
fn a_write_with_an_answer_is_never_repeated_by_itself() {
    let failures: [fn() -> Step; 8] = [
        || Step::Fail(TransportError::Network),
        || Step::Fail(TransportError::Timeout),
        || answer_with(429, &[("Retry-After", "1")], ""),
        || answer_with(503, &[("Retry-After", "1")], ""),
        || answer(500, ""),
        || answer(201, "<html>"),
        || answer(201, ""),
        || answer(201, "{\"orders\":["),
    ];
    for failure in failures {
        let (client, tape) = client([failure()]);
        assert!(run(checkout(&client, "1")).is_err());
        assert_eq!(tape.sent().len(), 1);
        assert!(tape.tape(|tape| tape.slept.is_empty()));
    }
}

#[test]
fn a_cart_is_created_read_and_replaced() {
    let body = || answer(201, fixture!("cart"));
    let (client, tape) = client([body(), answer(200, fixture!("cart")), body()]);
    let customer = customer_id();
    let created = run(client.create_cart(&request("1"), &customer, &[])).unwrap();
    let mut cart = run(client.cart(&customer, &created.id)).unwrap();
    cart.lines.truncate(1);
    run(client.update_cart(&request("2"), &customer, &cart)).unwrap();
    let sent = tape.sent();
    let told: Vec<_> = sent
        .iter()
        .map(|sent| (sent.method, sent.path.rsplit('/').next().unwrap()))
        .collect();
    let id = cart_id();
    assert_eq!(
        told,
        [
            (Method::Post, "carts"),
            (Method::Get, id.as_str()),
            (Method::Put, id.as_str())
        ]
    );
    assert_eq!(sent[0].json(), Some(r#"{"lineItems":[]}"#));
    assert_eq!(sent[0].header("if-match"), None);
    assert_eq!(sent[2].header("if-match"), Some("\"eyJpZCI6IjYifQ==\""));
    assert_eq!(sent[2].header("content-type"), Some("application/json"));
}

#[test]
fn an_etag_is_quoted_once() {
    for (etag, header) in [
        ("abc", Some("\"abc\"")),
        ("\"abc\"", Some("\"abc\"")),
        ("W/\"abc\"", Some("W/\"abc\"")),
        ("-8114256489123", Some("\"-8114256489123\"")),
        ("", None),
    ] {
        let (client, tape) = client([answer(200, fixture!("cart"))]);
        let mut cart = Cart::read(serde_json::from_str(fixture!("cart")).unwrap()).unwrap();
        cart.etag = Some(etag.to_owned());
        run(client.update_cart(&request("1"), &customer_id(), &cart)).unwrap();
        assert_eq!(tape.sent()[0].header("If-Match"), header);
    }
}

fn boxed<T: 'static>(asked: Asked<T>) -> LocalFuture<bool> {
    Box::pin(async move { asked.await.is_ok() })
}

#[test]
fn a_customers_writes_wait_for_one_another_and_not_for_those_of_others() {
    let (client, tape) = client([Step::Hang, Step::Hang, answer(201, fixture!("checkout"))]);
    let other: CustomerId = "00000000-0000-4000-8000-000000000001".parse().unwrap();
    let mut first = boxed(checkout(&client, "1"));
    let mut second = boxed(checkout(&client, "2"));
    let mut others = boxed(client.checkout(&request("3"), &other, &cart_id()));
    assert_eq!(poll(&mut first), None);
    assert_eq!(poll(&mut second), None);
    assert_eq!(tape.sent().len(), 1, "the second waits");
    assert_eq!(poll(&mut others), None);
    assert_eq!(tape.sent().len(), 2);
    assert_eq!(poll(&mut second), None);
    drop(first);
    assert_eq!(poll(&mut second), Some(true));
    let last = &tape.sent()[2];
    assert_eq!(last.header("ms-requestid"), Some(request("2").as_str()));
}

/// Reads do not wait for a write, and a write that nobody waits for any more lets the next one go.
#[test]
fn a_turn_ends_when_it_is_given_up_while_waiting_too() {
    let (client, tape) = client([
        Step::Hang,
        answer(200, fixture!("cart")),
        answer(201, fixture!("checkout")),
    ]);
    let mut first = boxed(checkout(&client, "1"));
    let mut given_up = boxed(checkout(&client, "2"));
    let mut third = boxed(checkout(&client, "3"));
    for write in [&mut first, &mut given_up, &mut third] {
        assert_eq!(poll(write), None);
    }
    assert!(run(client.cart(&customer_id(), &cart_id())).is_ok());
    drop(given_up);
    drop(first);
    assert_eq!(poll(&mut third), Some(true));
    assert_eq!(tape.sent().len(), 3);
}

/// The one that waits is woken, not only let through when it happens to be looked at.
#[test]
fn whoever_waits_is_woken_when_its_turn_has_come() {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::task::Wake;

    #[derive(Default)]
    struct Woken(AtomicU32);

    impl Wake for Woken {
        fn wake(self: Arc<Self>) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    let (client, _) = client([Step::Hang, answer(201, fixture!("checkout"))]);
    let mut first = boxed(checkout(&client, "1"));
    let mut second = boxed(checkout(&client, "2"));
    assert_eq!(poll(&mut first), None);
    let woken = Arc::new(Woken::default());
    let waker: Waker = Arc::clone(&woken).into();
    let mut context = Context::from_waker(&waker);
    assert!(second.as_mut().poll(&mut context).is_pending());
    assert_eq!(woken.0.load(Ordering::Relaxed), 0);
    drop(first);
    assert_eq!(woken.0.load(Ordering::Relaxed), 1);
    assert_eq!(second.as_mut().poll(&mut context), Poll::Ready(true));
}

#[test]
fn an_agreement_is_confirmed_under_the_operations_id() {
    let confirmed = r#"{"templateId":"t1","type":"MicrosoftCustomerAgreement"}"#;
    let (client, tape) = client([answer(201, confirmed)]);
    let contact = latchkey::model::agreement::Contact::default();
    let agreed = latchkey::model::Timestamp::from_millis(0);
    let asked = client.confirm_agreement(&request("1"), &customer_id(), "t1", &contact, agreed);
    assert_eq!(run(asked).unwrap().template, "t1");
    let sent = &tape.sent()[0];
    assert_eq!(sent.header("ms-requestid"), Some(request("1").as_str()));
    assert!(sent.path.ends_with("/agreements"));
}
