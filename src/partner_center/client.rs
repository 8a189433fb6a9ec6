//! The client: headers, retries, waiting, and the server's clock, over a transport it is given.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use serde_json::Value;

use super::collection::Collection;
use super::error::ApiError;
use super::json::{Read, Unfit};
use super::paging::NextPage;
use super::transport::{Body, LocalFuture, Method, Transport};
use crate::model::{CustomerId, RequestId, Timestamp};
use activity::{Activity, Entry};
use attempt::Answer;

pub mod activity;
mod attempt;
mod clock;
mod gate;
mod retry;
pub mod role;
mod signed;
mod turns;

/// Calls at a time: Partner Center counts every one against the partner's limit.
const AT_A_TIME: usize = 6;

/// Told when a call waits because the server asked for it (`Some`: until when, by the visitor's
/// clock), and when that waiting is over (`None`), also when the call was given up meanwhile.
pub type WaitObserver = Arc<dyn Fn(Option<Timestamp>) + Send + Sync>;

/// Told after each attempt whether the server answered, whatever it answered. An answer that did not
/// come in time says neither.
pub type ReachObserver = Arc<dyn Fn(bool) + Send + Sync>;

/// The Partner Center API. Clones share everything.
#[derive(Clone)]
pub struct PartnerCenter {
    shared: Arc<Shared>,
    observer: Option<WaitObserver>,
}

struct Shared {
    transport: Box<dyn Transport>,
    base: String,
    gate: Arc<gate::Gate>,
    /// Lets one call at a time ask for another token.
    renewal: Arc<gate::Gate>,
    turns: Arc<turns::Turns>,
    activity: Activity,
    state: Mutex<State>,
}

struct State {
    locale: &'static str,
    clock_offset: Option<i64>,
    failures_in_a_row: u32,
    no_retries_before: Timestamp,
    reach: Option<ReachObserver>,
    replaced: Option<signed::Replaced>,
    role_watch: Option<role::Watch>,
}

/// One intent: what is sent, apart from the headers of each attempt.
pub(super) struct Call {
    pub method: Method,
    /// Path below the base, with its query.
    pub path: String,
    pub headers: Vec<(String, String)>,
    pub body: Option<Body>,
    /// The intent that every attempt names; made up where `None`.
    pub request_id: Option<RequestId>,
    /// Whose writes wait for one another.
    pub in_turn: Option<CustomerId>,
}

/// A write: what is sent, and for which operation.
pub(super) struct Write<'a> {
    /// The operation's id, the same on every attempt.
    pub request: &'a RequestId,
    /// Whose writes wait for one another; nobody's where `None`.
    pub customer: Option<&'a CustomerId>,
    pub method: Method,
    pub path: Result<String, ApiError>,
    pub body: Option<Body>,
    /// Of what is replaced, where the server gave one.
    pub etag: Option<&'a str>,
}

impl Call {
    pub fn get(path: String) -> Self {
        Call {
            method: Method::Get,
            path,
            headers: Vec::new(),
            body: None,
            request_id: None,
            in_turn: None,
        }
    }
}

impl PartnerCenter {
    /// A client of the API at `base` (with its version: `/api/v1`).
    pub fn new(transport: impl Transport + 'static, base: &str) -> Self {
        PartnerCenter {
            shared: Arc::new(Shared {
                transport: Box::new(transport),
                base: base.trim_end_matches('/').to_owned(),
                gate: gate::Gate::of(AT_A_TIME),
                renewal: gate::Gate::of(1),
                turns: Arc::default(),
                activity: Activity::default(),
                state: Mutex::new(State {
                    locale: "en-US",
                    clock_offset: None,
                    failures_in_a_row: 0,
                    no_retries_before: Timestamp::from_millis(0),
                    reach: None,
                    replaced: None,
                    role_watch: None,
                }),
            }),
            observer: None,
        }
    }

    /// The language of titles and descriptions from now on, as `X-Locale` names it: `fr-FR`.
    pub fn set_locale(&self, locale: &'static str) {
        self.with_state(|state| state.locale = locale);
    }

    /// The same client, whose calls tell `observer` when they wait.
    pub fn observed(&self, observer: WaitObserver) -> Self {
        PartnerCenter {
            observer: Some(observer),
            ..self.clone()
        }
    }

    /// Tells `observer` of every attempt of every clone whether the server could be reached.
    pub fn observe_reach(&self, observer: ReachObserver) {
        self.with_state(|state| state.reach = Some(observer));
    }

    /// Whether the server can be reached, found out with one small read. Any answer will do, a refusal
    /// too.
    pub async fn probe(&self) -> bool {
        let call = Call::get("/customers?size=1".to_owned());
        let request_id = self.new_request();
        let mut entry = Entry::new(&self.shared, &call, &request_id);
        let answer = self.attempt(&call, request_id.as_str(), &mut entry).await;
        entry.over();
        !answer.is_err_and(|error| error.kind.is_out_of_reach())
    }

    /// The id of a new intent to write.
    pub fn new_request(&self) -> RequestId {
        RequestId::from_random(self.shared.transport.random())
    }

    /// The server's clock as far as its answers tell, else the visitor's.
    pub fn server_now(&self) -> Timestamp {
        let offset = self.clock_offset().unwrap_or(0);
        self.shared.transport.now().plus_millis(offset)
    }

    /// Milliseconds by which the server's clock is ahead of the visitor's; `None` while unknown (no
    /// answer yet, or none whose `Date` may be read).
    pub fn clock_offset(&self) -> Option<i64> {
        self.with_state(|state| state.clock_offset)
    }

    fn with_state<T>(&self, act: impl FnOnce(&mut State) -> T) -> T {
        let state = self.shared.state.lock();
        act(&mut state.unwrap_or_else(PoisonError::into_inner))
    }

    /// The server's address as configured, with its version.
    pub fn address(&self) -> &str {
        self.base()
    }

    /// Lets some time pass, in milliseconds.
    pub fn wait(&self, millis: u32) -> LocalFuture<()> {
        self.shared.transport.sleep(millis)
    }

    /// The base that links may stand on.
    pub(super) fn base(&self) -> &str {
        &self.shared.base
    }

    /// What lies at a path, or the error that kept the path from being built.
    pub(super) fn read<T: Read>(&self, path: Result<String, ApiError>) -> Asked<T> {
        self.ask(path.map(Call::get), T::read)
    }

    pub(super) fn list<T: Read>(&self, path: Result<String, ApiError>) -> Asked<Collection<T>> {
        self.ask(path.map(Call::get), Collection::decode)
    }

    /// A page of a list that begins at `first`, a path with its query.
    pub(super) fn page<T: Read + 'static>(
        &self,
        first: String,
        next: Option<&NextPage>,
    ) -> LocalFuture<Result<Collection<T>, ApiError>> {
        let call = match next {
            None => Call::get(first),
            Some(next) => next.call(first, &self.shared.base),
        };
        let page = self.ask(Ok(call), Collection::decode);
        let this = next.cloned();
        Box::pin(async move {
            let mut page = page.await?;
            // A page that leads to itself would be read for ever.
            page.next = page.next.filter(|after| Some(after) != this.as_ref());
            Ok(page)
        })
    }

    /// Sends a body of JSON once: writes are never repeated by themselves.
    pub(super) fn write(&self, method: Method, path: String, body: String) -> Asked<()> {
        let call = Call {
            method,
            body: Some(Body::Json(body)),
            ..Call::get(path)
        };
        self.ask(Ok(call), |_| Ok(()))
    }

    /// Sends a write once, after those of the same customer before it, and reads what it answers.
    pub(super) fn carry_out<T: Read>(&self, write: Write) -> Asked<T> {
        let call = write.path.map(|path| Call {
            method: write.method,
            headers: if_match(write.etag),
            body: write.body,
            request_id: Some(write.request.clone()),
            in_turn: write.customer.cloned(),
            ..Call::get(path)
        });
        self.ask(call, T::read)
    }

    /// Asks with a body, which changes nothing.
    pub(super) fn ask_with<T: Read>(&self, path: String, body: String) -> Asked<Collection<T>> {
        let call = Call {
            method: Method::Post,
            body: Some(Body::Json(body)),
            ..Call::get(path)
        };
        self.ask(Ok(call), Collection::decode)
    }

    fn ask<T>(
        &self,
        call: Result<Call, ApiError>,
        read: fn(Value) -> Result<T, Unfit>,
    ) -> Asked<T> {
        Asked {
            answer: self.clone().send(call),
            read,
        }
    }
}

/// The header has quotes, the property as a rule has none (Microsoft, "Partner Center REST headers").
fn if_match(etag: Option<&str>) -> Vec<(String, String)> {
    let quoted = |etag: &str| match etag.contains('"') {
        true => etag.to_owned(),
        false => ["\"", etag, "\""].concat(),
    };
    let etag = etag.filter(|etag| !etag.is_empty());
    let header = etag.map(|etag| ("If-Match".to_owned(), quoted(etag)));
    header.into_iter().collect()
}

/// A call: nothing is sent before it is awaited, and dropping it gives it up.
///
/// Not an `async fn`, which would be compiled anew inside each of its callers.
#[must_use = "nothing is sent before it is awaited"]
pub struct Asked<T> {
    answer: LocalFuture<Result<Answer, ApiError>>,
    read: fn(Value) -> Result<T, Unfit>,
}

impl<T> Future for Asked<T> {
    type Output = Result<T, ApiError>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context) -> Poll<Self::Output> {
        let answer = self.answer.as_mut().poll(context);
        answer.map(|answer| answer?.read(self.read))
    }
}

/// Makes calls at the same time; the answers stand in the order of the calls.
///
/// `futures`' `join_all` has a second way for long lists, which weighs 3 kB for each type of answer.
pub async fn all<T>(mut calls: Vec<Asked<T>>) -> Vec<Result<T, ApiError>> {
    let mut answers: Vec<_> = calls.iter().map(|_| Poll::Pending).collect();
    poll_fn(|context| {
        for (call, answer) in calls.iter_mut().zip(&mut answers) {
            if answer.is_pending() {
                *answer = Pin::new(call).poll(context);
            }
        }
        match answers.iter().any(Poll::is_pending) {
            true => Poll::Pending,
            false => Poll::Ready(()),
        }
    })
    .await;
    let ready = |answer| match answer {
        Poll::Ready(answer) => Some(answer),
        Poll::Pending => None,
    };
    answers.into_iter().filter_map(ready).collect()
}
