//! A transport that plays a script: answers in turn, a clock that moves only by sleeping, and a
//! record of what was sent.

use std::collections::VecDeque;
use std::future::{pending, ready};
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

use latchkey::model::{CustomerId, Timestamp};
use latchkey::partner_center::PartnerCenter;
use latchkey::partner_center::collection::Collection;
use latchkey::partner_center::token::{NoToken, Token};
use latchkey::partner_center::transport::{
    LocalFuture, Request, Response, Transport, TransportError,
};

pub enum Step {
    Answer(Response),
    Fail(TransportError),
    /// Never answers.
    Hang,
}

#[derive(Default)]
pub struct Tape {
    pub steps: VecDeque<Step>,
    pub sent: Vec<Request>,
    /// What is given, in turn, when a token is asked for.
    pub tokens: VecDeque<Result<Token, NoToken>>,
    /// The refused token of each time that one was asked for.
    pub asked_for_token: Vec<Option<Token>>,
    /// Whether calls carry a token.
    pub signs: bool,
    pub slept: Vec<u32>,
    pub now: i64,
    /// Milliseconds that every exchange takes.
    pub takes: i64,
    /// Every byte of what `random` gives; counts on by itself where `None`.
    pub random: Option<u8>,
    drawn: u8,
}

/// Clones share the tape.
#[derive(Clone, Default)]
pub struct Scripted(pub Arc<Mutex<Tape>>);

impl Scripted {
    pub fn new(steps: impl IntoIterator<Item = Step>) -> Self {
        let scripted = Scripted::default();
        scripted.tape(|tape| tape.steps.extend(steps));
        scripted
    }

    pub fn tape<T>(&self, act: impl FnOnce(&mut Tape) -> T) -> T {
        act(&mut self.0.lock().unwrap())
    }

    pub fn sent(&self) -> Vec<Request> {
        self.tape(|tape| tape.sent.clone())
    }
}

impl Transport for Scripted {
    fn send(&self, request: Request) -> LocalFuture<Result<Response, TransportError>> {
        let step = self.tape(|tape| {
            tape.sent.push(request);
            tape.now += tape.takes;
            tape.steps.pop_front()
        });
        match step.expect("no step left for this request") {
            Step::Answer(response) => Box::pin(ready(Ok(response))),
            Step::Fail(error) => Box::pin(ready(Err(error))),
            Step::Hang => Box::pin(pending()),
        }
    }

    fn token(&self, refused: Option<&Token>) -> LocalFuture<Result<Option<Token>, NoToken>> {
        let token = self.tape(|tape| {
            if !tape.signs {
                return Ok(None);
            }
            tape.asked_for_token.push(refused.cloned());
            let token = tape.tokens.pop_front();
            token.expect("no token left for this call").map(Some)
        });
        Box::pin(ready(token))
    }

    fn sleep(&self, millis: u32) -> LocalFuture<()> {
        self.tape(|tape| {
            tape.slept.push(millis);
            tape.now += i64::from(millis);
        });
        Box::pin(ready(()))
    }

    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.tape(|tape| tape.now))
    }

    fn random(&self) -> [u8; 16] {
        self.tape(|tape| {
            tape.drawn = tape.drawn.wrapping_add(1);
            [tape.random.unwrap_or(tape.drawn); 16]
        })
    }
}

pub fn answer(status: u16, body: &str) -> Step {
    answer_with(status, &[], body)
}

pub fn answer_with(status: u16, headers: &[(&str, &str)], body: &str) -> Step {
    let owned = headers
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_string()));
    Step::Answer(Response {
        status,
        status_text: String::new(),
        headers: owned.collect(),
        body: body.as_bytes().to_vec(),
    })
}

/// Polls once: with a script everything is ready, unless it hangs.
pub fn poll<T>(future: &mut LocalFuture<T>) -> Option<T> {
    let mut context = Context::from_waker(Waker::noop());
    match future.as_mut().poll(&mut context) {
        Poll::Ready(outcome) => Some(outcome),
        Poll::Pending => None,
    }
}

pub fn run<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    match future.as_mut().poll(&mut context) {
        Poll::Ready(outcome) => outcome,
        Poll::Pending => panic!("the script left the call hanging"),
    }
}

/// A client over these steps, and the tape to look at afterwards.
pub fn client(steps: impl IntoIterator<Item = Step>) -> (PartnerCenter, Scripted) {
    let scripted = Scripted::new(steps);
    (PartnerCenter::new(scripted.clone(), "/api/v1/"), scripted)
}

/// A client that is answered once.
pub fn one(body: &str) -> (PartnerCenter, Scripted) {
    client([answer(200, body)])
}

/// The rows that could be read.
pub fn good<T>(list: Collection<T>) -> Vec<T> {
    list.items.into_iter().flatten().collect()
}

pub fn customer_id() -> CustomerId {
    "5d1c3a40-9d0f-4c1b-8a55-2f7f0c9e1b11".parse().unwrap()
}
