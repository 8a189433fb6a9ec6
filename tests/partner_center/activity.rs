//! What the client remembers of its calls, for support.

use std::sync::{Arc, Mutex};

use latchkey::partner_center::client::PartnerCenter;
use latchkey::partner_center::client::activity::{Attempt, CALLS, Recorded};
use latchkey::partner_center::customers::{CustomerQuery, CustomerSearch, SearchField};
use latchkey::partner_center::transport::{LocalFuture, Method, TransportError};
use latchkey::partner_center::{ApiError, ErrorKind};

use crate::scripted::{Step, answer, answer_with, client, customer_id, poll, run};

const EMPTY: &str = r#"{"items":[]}"#;

fn orders(client: &PartnerCenter) -> Result<(), ApiError> {
    run(client.orders(&customer_id())).map(drop)
}

fn only(client: &PartnerCenter) -> Recorded {
    let [call] = <[Recorded; 1]>::try_from(client.activity()).unwrap();
    call
}

#[test]
fn a_call_is_recorded_with_its_ids_and_how_long_it_took() {
    let headers = [("MS-CorrelationId", "c1"), ("MS-RequestId", "r1")];
    let (client, tape) = client([answer_with(200, &headers, EMPTY)]);
    tape.tape(|tape| (tape.now, tape.takes) = (1_000, 120));
    orders(&client).unwrap();
    let call = only(&client);
    assert_eq!(call.method, Method::Get);
    assert_eq!(call.path, format!("/customers/{}/orders", customer_id()));
    assert_eq!((call.sent().millis(), call.took), (1_000, 120));
    assert_eq!((call.status(), call.failure()), (Some(200), None));
    assert_eq!((call.request_id.as_str(), call.given_up), ("r1", false));
    assert_eq!(call.attempts[0].correlation_id, "c1");
}

#[test]
fn every_attempt_has_its_own_correlation_id_and_outcome() {
    let (client, tape) = client([
        Step::Fail(TransportError::Network),
        answer(503, ""),
        answer(200, EMPTY),
    ]);
    tape.tape(|tape| (tape.takes, tape.random) = (10, None));
    orders(&client).unwrap();
    let call = only(&client);
    let told: Vec<_> = call
        .attempts
        .iter()
        .map(|one: &Attempt| (one.status, one.failure, one.took))
        .collect();
    assert_eq!(
        told,
        [
            (None, Some(ErrorKind::Network), Some(10)),
            (Some(503), Some(ErrorKind::Server), Some(10)),
            (Some(200), None, Some(10)),
        ]
    );
    let sent = tape.sent();
    for (attempt, request) in call.attempts.iter().zip(&sent) {
        let header = request.header("MS-CorrelationId");
        assert_eq!(header, Some(attempt.correlation_id.as_str()));
        assert_eq!(
            request.header("MS-RequestId"),
            Some(call.request_id.as_str())
        );
    }
    let waited: u32 = tape.tape(|tape| tape.slept.iter().sum());
    assert_eq!(call.took, 30 + i64::from(waited));
}

#[test]
fn a_refusal_and_an_answer_of_another_shape_are_failures() {
    let (client, _) = client([answer(403, ""), answer(200, r#"{"id":"not a guid"}"#)]);
    assert!(orders(&client).is_err());
    assert!(run(client.customer(&customer_id())).is_err());
    let told: Vec<_> = client
        .activity()
        .iter()
        .map(|call| (call.number, call.status(), call.failure()))
        .collect();
    assert_eq!(
        told,
        [
            (2, Some(200), Some(ErrorKind::Unreadable)),
            (1, Some(403), Some(ErrorKind::Forbidden)),
        ],
        "newest first"
    );
}

#[test]
fn a_call_that_is_given_up_is_recorded_as_such() {
    let (client, tape) = client([Step::Hang]);
    let asked = client.clone();
    let mut call: LocalFuture<()> = Box::pin(async move {
        let _ = asked.orders(&customer_id()).await;
    });
    assert!(poll(&mut call).is_none());
    assert_eq!(client.activity(), [], "not before it is over");
    tape.tape(|tape| tape.now += 700);
    drop(call);
    let call = only(&client);
    assert!(call.given_up);
    assert_eq!((call.status(), call.failure()), (None, None));
    assert_eq!((call.attempts.len(), call.took), (1, 700));
}

#[test]
fn what_was_never_sent_is_not_recorded() {
    let (client, _) = client([]);
    drop(client.orders(&customer_id()));
    assert!(run(client.agreement_document("..", "fr-FR", "FR")).is_err());
    assert_eq!(client.activity(), []);
}

#[test]
fn no_more_than_the_newest_are_kept_and_all_can_be_cleared() {
    let (client, _) = client((0..CALLS + 3).map(|_| answer(200, EMPTY)));
    for _ in 0..CALLS + 2 {
        orders(&client).unwrap();
    }
    let numbers: Vec<u32> = client.activity().iter().map(|call| call.number).collect();
    assert_eq!(numbers.len(), CALLS);
    assert_eq!((numbers[0], numbers[CALLS - 1]), (202, 3));
    client.clear_activity();
    assert_eq!(client.activity(), []);
    orders(&client).unwrap();
    assert_eq!(only(&client).number, 203, "they are counted on");
}

#[test]
fn the_watcher_hears_of_each_call_until_it_is_taken_away() {
    let (client, _) = client((0..3).map(|_| answer(200, EMPTY)));
    let heard = Arc::new(Mutex::new(Vec::new()));
    let (log, looks) = (Arc::clone(&heard), client.clone());
    client.watch_activity(Some(Arc::new(move |newest| {
        // It may look: what it hears of is kept already.
        assert_eq!(looks.activity()[0].number, newest);
        log.lock().unwrap().push(newest);
    })));
    orders(&client).unwrap();
    orders(&client).unwrap();
    client.watch_activity(None);
    orders(&client).unwrap();
    assert_eq!(*heard.lock().unwrap(), [1, 2]);
}

#[test]
fn a_key_that_was_searched_for_is_masked() {
    let (client, tape) = client([answer(200, EMPTY)]);
    let key = "VK7JG-NPHTM-C97JM-9MPGT-3V66T";
    let asked = CustomerQuery {
        size: 40,
        search: Some(CustomerSearch {
            field: SearchField::CompanyName,
            text: key.to_owned(),
        }),
    };
    run(client.customers(&asked, None)).unwrap();
    assert!(tape.sent()[0].path.contains(key));
    assert_eq!(only(&client).path, "/customers?size=40&filter=•••");
}

#[test]
fn a_record_as_text_says_what_support_asks_for() {
    let (client, tape) = client([
        answer(500, r#"{"code":"1","description":"secret words"}"#),
        answer_with(200, &[("MS-CorrelationId", "c2")], EMPTY),
    ]);
    tape.tape(|tape| (tape.now, tape.takes, tape.random) = (1_500, 20, Some(0)));
    orders(&client).unwrap();
    let call = only(&client);
    let id = &call.request_id;
    let first = &call.attempts[0].correlation_id;
    let expected = format!(
        "1970-01-01T00:00:01.500Z GET /customers/{}/orders: 200, 40 ms\n  \
         MS-RequestId: {id}\n  \
         MS-CorrelationId: {first} (500 Server, 20 ms)\n  \
         MS-CorrelationId: c2 (200, 20 ms)\n",
        customer_id()
    );
    assert_eq!(call.to_string(), expected);
}

#[test]
fn a_write_is_recorded_without_its_body() {
    let (client, _) = client([answer(201, "<html>"), answer(500, "")]);
    let request = "11111111-1111-4111-8111-111111111111".parse().unwrap();
    let cart = "c1".parse().unwrap();
    assert!(run(client.checkout(&request, &customer_id(), &cart)).is_err());
    assert!(note(&client).is_err());
    let [noted, checkout] = <[Recorded; 2]>::try_from(client.activity()).unwrap();
    assert_eq!(checkout.request_id, request.to_string());
    assert_eq!(
        (checkout.status(), checkout.failure()),
        (Some(201), Some(ErrorKind::Unreadable))
    );
    assert!(!format!("{noted:?}").contains("never to be seen"));
}

/// A note that fails.
fn note(client: &PartnerCenter) -> Result<(), ApiError> {
    use latchkey::partner_center::service_requests::RequestChange;
    let request = "21111111-1111-4111-8111-111111111111".parse().unwrap();
    let (id, note) = ("616122292874576".parse().unwrap(), "never to be seen");
    let change = RequestChange::Note(note.to_owned());
    run(client.change_service_request(&request, &id, &change)).map(drop)
}
