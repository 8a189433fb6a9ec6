//! When a call is tried again, and how long it waits.

use std::sync::{Arc, Mutex};

use latchkey::partner_center::client::PartnerCenter;
use latchkey::partner_center::transport::{LocalFuture, TransportError};
use latchkey::partner_center::{ApiError, ErrorKind};

use crate::scripted::{Step, answer, answer_with, client, customer_id, poll, run};

const EMPTY: &str = r#"{"items":[]}"#;

fn orders(client: &PartnerCenter) -> Result<(), ApiError> {
    run(client.orders(&customer_id())).map(drop)
}

#[test]
fn a_read_survives_two_failures_of_each_passing_kind() {
    let failures: [fn() -> Step; 7] = [
        || Step::Fail(TransportError::Network),
        || Step::Fail(TransportError::Timeout),
        || answer(408, ""),
        || answer(429, ""),
        || answer(500, "<html>"),
        || answer(502, ""),
        || answer(504, ""),
    ];
    for failure in failures {
        let (client, tape) = client([failure(), failure(), answer(200, EMPTY)]);
        assert_eq!(orders(&client), Ok(()));
        assert_eq!(tape.sent().len(), 3);
        let (client, tape) = crate::scripted::client([failure(), failure(), failure()]);
        assert!(orders(&client).is_err());
        assert_eq!(tape.sent().len(), 3);
    }
}

#[test]
fn what_asking_again_cannot_help_is_asked_once() {
    let failures: [fn() -> Step; 12] = [
        || answer(400, ""),
        || answer(401, ""),
        || answer(403, ""),
        || answer(404, ""),
        || answer(409, ""),
        || answer(410, ""),
        || answer(417, ""),
        || answer(501, ""),
        || Step::Fail(TransportError::TooLarge),
        || Step::Fail(TransportError::Redirected),
        || Step::Fail(TransportError::Address),
        || Step::Fail(TransportError::Offline),
    ];
    for failure in failures {
        let (client, tape) = client([failure()]);
        assert!(orders(&client).is_err());
        assert_eq!(tape.sent().len(), 1);
    }
}

#[test]
fn whether_the_server_could_be_reached_is_told_of_every_attempt() {
    let steps = [
        (Step::Fail(TransportError::Offline), vec![false], false),
        (Step::Fail(TransportError::Network), vec![false], false),
        (answer(503, ""), vec![true], true),
        (answer(404, ""), vec![true], true),
        (answer(200, EMPTY), vec![true], true),
        // It may have been asked, and it may answer yet; or nothing left the page.
        (Step::Fail(TransportError::Timeout), vec![], false),
        (Step::Fail(TransportError::Address), vec![], true),
    ];
    for (step, told, reached) in steps {
        let (client, tape) = client([step]);
        let heard = Arc::new(Mutex::new(Vec::new()));
        let hears = heard.clone();
        client.observe_reach(Arc::new(move |reached| {
            hears.lock().unwrap().push(reached);
        }));
        assert_eq!(run(client.probe()), reached);
        assert_eq!(*heard.lock().unwrap(), told);
        assert_eq!(tape.sent()[0].path, "/customers?size=1");
    }
}

#[test]
fn having_no_connection_is_no_trouble_of_the_server() {
    let offline = (0..7).map(|_| Step::Fail(TransportError::Offline));
    let later = [answer(503, ""), answer(200, EMPTY)];
    let (client, tape) = client(offline.chain(later));
    for _ in 0..7 {
        assert!(orders(&client).is_err());
    }
    assert_eq!(
        orders(&client),
        Ok(()),
        "the server is asked again as usual"
    );
    assert_eq!(tape.sent().len(), 9);
}

#[test]
fn a_success_that_cannot_be_read_is_asked_for_once_more() {
    for body in ["", "<html>sign in</html>", r#"{"items":[{"id":"#, "\u{0}"] {
        let (client, tape) = client([answer(200, body), answer(200, EMPTY)]);
        assert_eq!(orders(&client), Ok(()));
        assert_eq!(tape.sent().len(), 2);
    }
    let (client, tape) = client([answer(200, ""), answer(204, "")]);
    assert_eq!(orders(&client).unwrap_err().kind, ErrorKind::Unreadable);
    assert_eq!(tape.sent().len(), 2);
}

#[test]
fn a_write_is_never_repeated_by_itself() {
    for failure in [
        Step::Fail(TransportError::Network),
        Step::Fail(TransportError::Timeout),
        answer(503, ""),
        answer_with(429, &[("Retry-After", "1")], ""),
    ] {
        let (client, tape) = client([failure]);
        assert!(run(client.reset_sandbox()).is_err());
        assert_eq!(tape.sent().len(), 1);
    }
}

#[test]
fn back_off_is_jittered_and_grows() {
    for (random, expected) in [(0, [0, 0]), (255, [500, 1_000])] {
        let (client, tape) = client([answer(503, ""), answer(503, ""), answer(200, EMPTY)]);
        tape.tape(|tape| tape.random = Some(random));
        assert_eq!(orders(&client), Ok(()));
        assert_eq!(tape.tape(|tape| tape.slept.clone()), expected);
    }
}

#[test]
fn a_server_is_waited_for_as_long_as_it_asks() {
    let asks: [(&[(&str, &str)], u32); 4] = [
        (&[("Retry-After", "7")], 7_000),
        (&[("retry-after", " 0 ")], 0),
        (
            &[
                ("Date", "Sun, 06 Nov 1994 08:49:37 GMT"),
                ("Retry-After", "Sun, 06 Nov 1994 08:49:40 GMT"),
            ],
            3_000,
        ),
        (&[("Retry-After", "Thu, 01 Jan 1970 00:00:09 GMT")], 9_000),
    ];
    for (headers, waited) in asks {
        for status in [429, 503] {
            let (client, tape) = client([answer_with(status, headers, ""), answer(200, EMPTY)]);
            tape.tape(|tape| tape.random = Some(0));
            assert_eq!(orders(&client), Ok(()));
            assert_eq!(tape.tape(|tape| tape.slept.clone()), [waited]);
        }
    }
}

#[test]
fn a_wait_longer_than_a_minute_is_left_to_the_visitor() {
    let (client, tape) = client([answer_with(429, &[("Retry-After", "61")], "")]);
    let error = orders(&client).unwrap_err();
    assert_eq!(
        (error.kind, error.retry_after),
        (ErrorKind::Throttled, Some(61))
    );
    assert_eq!(tape.sent().len(), 1);
}

type Seen = Arc<Mutex<Vec<Option<i64>>>>;

fn observed(client: &PartnerCenter) -> (PartnerCenter, Seen) {
    let seen = Seen::default();
    let log = Arc::clone(&seen);
    let observer = move |until: Option<latchkey::model::Timestamp>| {
        log.lock().unwrap().push(until.map(|until| until.millis()));
    };
    (client.observed(Arc::new(observer)), seen)
}

#[test]
fn a_wait_worth_counting_down_is_told_and_its_end_too() {
    let (client, _) = client([
        answer_with(429, &[("Retry-After", "57")], ""),
        answer_with(429, &[("Retry-After", "2")], ""),
        answer(200, EMPTY),
    ]);
    let (client, seen) = observed(&client);
    assert_eq!(orders(&client), Ok(()));
    assert_eq!(*seen.lock().unwrap(), [Some(57_000), None]);
}

#[test]
fn five_failures_in_a_row_stop_retries_for_half_a_minute() {
    let failures = (0..7).map(|_| Step::Fail(TransportError::Network));
    let (client, tape) = client(failures);
    tape.tape(|tape| tape.random = Some(0));
    assert!(orders(&client).is_err());
    assert!(orders(&client).is_err());
    assert_eq!(
        tape.sent().len(),
        5,
        "the second call gives up at the fifth failure"
    );
    assert!(orders(&client).is_err());
    assert_eq!(tape.sent().len(), 6, "nothing is retried meanwhile");
    tape.tape(|tape| {
        tape.now += 30_001;
        tape.steps.clear();
        tape.steps.extend([answer(503, ""), answer(200, EMPTY)]);
    });
    // The failure after the pause begins a new one; a success ends it.
    assert!(orders(&client).is_err());
    assert_eq!(orders(&client), Ok(()));
    tape.tape(|tape| tape.steps.extend([answer(503, ""), answer(200, EMPTY)]));
    assert_eq!(orders(&client), Ok(()));
}

#[test]
fn a_server_that_says_when_to_come_back_is_in_no_trouble() {
    let later = || answer_with(429, &[("Retry-After", "2")], "");
    let (client, tape) = client((0..9).map(|_| later()));
    for _ in 0..2 {
        assert!(orders(&client).is_err());
    }
    tape.tape(|tape| {
        tape.steps.clear();
        tape.steps.extend([later(), later(), answer(200, EMPTY)]);
    });
    assert_eq!(
        orders(&client),
        Ok(()),
        "six failures in a row, and it still waits"
    );
}

#[test]
fn six_reads_at_a_time_and_the_next_one_when_one_is_given_up() {
    let (client, tape) = client((0..8).map(|_| Step::Hang));
    let call = || -> LocalFuture<()> {
        let client = client.clone();
        Box::pin(async move { drop(client.orders(&customer_id()).await) })
    };
    let mut calls: Vec<_> = (0..8).map(|_| call()).collect();
    let poll_all = |calls: &mut Vec<LocalFuture<()>>| {
        assert!(calls.iter_mut().all(|call| poll(call).is_none()));
    };
    poll_all(&mut calls);
    assert_eq!(tape.sent().len(), 6);
    drop(calls.remove(0));
    poll_all(&mut calls);
    assert_eq!(tape.sent().len(), 7);
    drop(calls.pop());
    drop(calls.drain(1..4));
    poll_all(&mut calls);
    assert_eq!(tape.sent().len(), 7, "one of two that waited was given up");
}
