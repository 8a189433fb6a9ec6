//! Every call of the client meets every fault: how it ends, what it says, and how often it was sent.
//! `cargo test --test partner_center faults -- --nocapture` prints what came of each.

use std::fmt;

use latchkey::model::operation::Effect;
use latchkey::partner_center::transport::{Request, TransportError};
use latchkey::partner_center::{ApiError, ErrorKind};

use crate::endpoints::{ALL, Does, Endpoint, Given, fits};
use crate::scripted::{Step, answer, answer_with, client, run};

/// What happens to a request, and what has to be said of it.
struct Fault {
    name: &'static str,
    /// Of the answer that the call should have had.
    step: fn(good: &str) -> Step,
    /// Milliseconds until it happens.
    takes: i64,
    /// The kind of the error; `None` where the call succeeds, late.
    kind: Option<ErrorKind>,
    /// Whether the server may have carried out what was asked. Kept apart from what the client knows
    /// of its own errors.
    happened: Happened,
    /// Whether to ask again may help: a read does so by itself.
    passing: bool,
    /// How often a read is sent.
    reads: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Happened {
    Yes,
    Perhaps,
    /// The server looked at it and declined.
    Declined,
    /// It was turned away before.
    No,
}

const fn fault(
    name: &'static str,
    step: fn(&str) -> Step,
    takes: i64,
    kind: Option<ErrorKind>,
    happened: Happened,
    (passing, reads): (bool, usize),
) -> Fault {
    Fault {
        name,
        step,
        takes,
        kind,
        happened,
        passing,
        reads,
    }
}

/// A read is sent so often…
const ONCE: (bool, usize) = (false, 1);
const AND_ONCE_MORE: (bool, usize) = (false, 2);
const THREE_TIMES: (bool, usize) = (true, 3);

#[rustfmt::skip]
const FAULTS: [Fault; 16] = {
    use ErrorKind::*;
    use Happened::*;
    [
        fault("401", |_| answer(401, ""), 0, Some(SignIn), No, ONCE),
        fault("403", |_| answer(403, ""), 0, Some(Forbidden), Declined, ONCE),
        fault("404", |_| answer(404, ""), 0, Some(NotFound), Declined, ONCE),
        fault("409", |_| answer(409, ""), 0, Some(Conflict), Perhaps, ONCE),
        fault("412", |_| answer(412, ""), 0, Some(Conflict), Declined, ONCE),
        fault("429+", |_| answer_with(429, &[("Retry-After", "7")], ""), 0, Some(Throttled), No, THREE_TIMES),
        fault("429", |_| answer(429, ""), 0, Some(Throttled), No, THREE_TIMES),
        fault("500", |_| answer(500, ""), 0, Some(Server), Perhaps, THREE_TIMES),
        fault("503", |_| answer(503, ""), 0, Some(Server), Perhaps, THREE_TIMES),
        fault("time", |_| Step::Fail(TransportError::Timeout), 30_000, Some(Timeout), Perhaps, THREE_TIMES),
        fault("rst", |_| Step::Fail(TransportError::Network), 0, Some(Network), Perhaps, THREE_TIMES),
        fault("body", |_| Step::Fail(TransportError::Network), 2_000, Some(Network), Perhaps, THREE_TIMES),
        fault("cut", |good| answer(200, cut(good)), 0, Some(Unreadable), Perhaps, AND_ONCE_MORE),
        fault("html", |_| answer_with(200, &[("Content-Type", "text/html")], "<html>"), 0, Some(Unreadable), Perhaps, AND_ONCE_MORE),
        fault("void", |_| answer(200, ""), 0, Some(Unreadable), Perhaps, AND_ONCE_MORE),
        fault("slow", |good| answer(200, good), 30_000, None, Yes, ONCE),
    ]
};

const LEGEND: &str = "\
columns: 429+ with Retry-After of 7 s; time: no headers within 30 s; rst: reset before the headers;
         body: reset in the body; cut: JSON cut in the middle; html: HTML with 200; void: 200 without
         a body; slow: whole, after 30 s
cells:   ok, or SI sign in, FO forbidden, NF not found, CO conflict, TH throttled, SE server,
         TI time-out, NE network, UN unreadable; then how often the call was sent; for a write its
         effect: - none, x refused, ? perhaps carried out";

/// Milliseconds that a read may wait between its attempts, without a `Retry-After`.
const BACK_OFF: i64 = 20_000;

/// In the middle of it.
fn cut(good: &str) -> &str {
    let middle = good.trim_end().len() / 2;
    let mut places = (0..=middle).rev();
    let end = places.find(|at| good.is_char_boundary(*at));
    &good[..end.unwrap_or(0)]
}

/// What a call did, or has to do.
#[derive(Clone, Debug, PartialEq)]
struct Cell {
    sent: usize,
    kind: Option<ErrorKind>,
    /// Of a write that failed.
    effect: Option<Effect>,
    may_pass: bool,
    /// Whether the error names the last attempt, and the intent.
    ids: bool,
    ends_in_time: bool,
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Some(kind) = self.kind else {
            return f.pad("ok");
        };
        let kind = match kind {
            ErrorKind::SignIn => "SI",
            ErrorKind::Forbidden => "FO",
            ErrorKind::NotFound => "NF",
            ErrorKind::Conflict => "CO",
            ErrorKind::Throttled => "TH",
            ErrorKind::Server => "SE",
            ErrorKind::Timeout => "TI",
            ErrorKind::Network => "NE",
            ErrorKind::Unreadable => "UN",
            _ => "!!",
        };
        let effect = match self.effect {
            None => "",
            Some(Effect::None) => "-",
            Some(Effect::Refused) => "x",
            Some(Effect::Unknown) => "?",
        };
        f.pad(&format!("{kind}{}{effect}", self.sent))
    }
}

/// What has to come of a fault.
fn expected(endpoint: &Endpoint, at: usize, fault: &Fault) -> Cell {
    let before = at;
    let kind = match (endpoint.name, fault.name) {
        // A server without this call has no roles to tell, which is an answer.
        ("role", "404") => None,
        _ => fault.kind,
    };
    let sent = match (endpoint.does, fault.kind) {
        // The call goes on where it was answered after all.
        (_, None) => endpoint.answers.len(),
        (Does::Read, Some(_)) => before + fault.reads,
        (Does::Ask | Does::Write, Some(_)) => before + 1,
    };
    let effect = match fault.happened {
        Happened::No => Effect::None,
        Happened::Declined => Effect::Refused,
        Happened::Perhaps | Happened::Yes => Effect::Unknown,
    };
    let failed_write = endpoint.does == Does::Write && kind.is_some();
    Cell {
        sent,
        kind,
        effect: failed_write.then_some(effect),
        may_pass: kind.is_some() && fault.passing,
        ids: true,
        ends_in_time: true,
    }
}

/// Lets the fault happen to the call at a place among those that the endpoint makes.
fn meet(endpoint: &Endpoint, at: usize, fault: &Fault) -> Cell {
    let good = |at: usize| answer(200, endpoint.answers[at]);
    let before = (0..at).map(good);
    // More of it than is ever sent, so that one attempt too many shows.
    let times = if fault.kind.is_some() { 5 } else { 1 };
    let faults = (0..times).map(|_| (fault.step)(endpoint.answers[at]));
    let after = (at + 1..endpoint.answers.len()).map(good);
    let (client, tape) = client(before.chain(faults).chain(after));
    tape.tape(|tape| tape.takes = fault.takes);
    let given = Given::new();
    let outcome = run((endpoint.ask)(&client, &given));
    let sent = tape.sent();
    let took = tape.tape(|tape| tape.now);
    let asked_for = if fault.name == "429+" { 2 * 7_000 } else { 0 };
    let longest = sent.len() as i64 * fault.takes + BACK_OFF + asked_for;
    let error = outcome.err();
    Cell {
        sent: sent.len(),
        kind: error.as_ref().map(|error| error.kind),
        effect: error
            .as_ref()
            .filter(|_| endpoint.does == Does::Write)
            .map(ApiError::effect),
        may_pass: error.as_ref().is_some_and(ApiError::may_pass),
        ids: error
            .as_ref()
            .is_none_or(|error| names(error, sent.last(), endpoint, &given)),
        ends_in_time: took <= longest,
    }
}

/// Whether an error names the attempt that met it, and the intent.
fn names(error: &ApiError, last: Option<&Request>, endpoint: &Endpoint, given: &Given) -> bool {
    let sent = |name: &str| last.and_then(|last| last.header(name));
    let own = error.request_id.as_deref() == Some(given.request.as_str());
    // What changes only the sandbox has no operation.
    let has_operation = !["act_as", "reset_sandbox"].contains(&endpoint.name);
    error.correlation_id.is_some()
        && error.correlation_id.as_deref() == sent("MS-CorrelationId")
        && error.request_id.as_deref() == sent("MS-RequestId")
        && (own || endpoint.does != Does::Write || !has_operation)
}

#[test]
fn every_call_meets_every_fault_as_it_has_to() {
    let heads: String = FAULTS.map(|fault| format!("{:>5}", fault.name)).concat();
    println!("{LEGEND}\n\n{:28}{heads}", "");
    let mut cells = Vec::new();
    for endpoint in ALL {
        for at in 0..endpoint.answers.len() {
            let nth = match endpoint.answers.len() {
                1 => endpoint.name.to_owned(),
                _ => format!("{}, call {}", endpoint.name, at + 1),
            };
            let row: String = FAULTS
                .iter()
                .map(|fault| {
                    let cell = meet(endpoint, at, fault);
                    let shown = format!("{cell:>5}");
                    let title = format!("{nth} × {}", fault.name);
                    cells.push((title, cell, expected(endpoint, at, fault)));
                    shown
                })
                .collect();
            println!("{nth:28}{row}");
        }
    }
    assert!(cells.len() >= ALL.len() * FAULTS.len());
    for (title, came, expected) in cells {
        assert_eq!(came, expected, "{title}");
    }
}

#[test]
fn every_call_succeeds_where_nothing_fails_and_goes_where_it_has_to() {
    for endpoint in ALL {
        let (client, tape) = client(endpoint.answers.iter().map(|good| answer(200, good)));
        let outcome = run((endpoint.ask)(&client, &Given::new()));
        assert_eq!(outcome, Ok(()), "{}", endpoint.name);
        let sent = tape.sent();
        assert_eq!(sent.len(), endpoint.paths.len(), "{}", endpoint.name);
        for (template, request) in endpoint.paths.iter().zip(&sent) {
            assert!(fits(template, &request.path), "{}", request.path);
        }
    }
}

#[test]
fn every_call_that_fails_stands_in_the_activity() {
    for endpoint in ALL {
        for fault in &FAULTS {
            let steps = (0..5).map(|_| (fault.step)(endpoint.answers[0]));
            let (client, tape) = client(steps);
            let _ = run((endpoint.ask)(&client, &Given::new()));
            let recorded = client.activity().into_iter();
            let attempts: usize = recorded.map(|call| call.attempts.len()).sum();
            let title = format!("{} × {}", endpoint.name, fault.name);
            assert_eq!(attempts, tape.sent().len(), "{title}");
        }
    }
}
