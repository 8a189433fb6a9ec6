//! One call: its attempts, and the waiting between them.

use std::sync::Arc;

use serde_json::Value;
use zeroize::Zeroize;

use super::activity::Entry;
use super::{Call, PartnerCenter, WaitObserver, clock, retry};
use crate::model::guid;
use crate::partner_center::error::{ApiError, ErrorKind};
use crate::partner_center::json::Unfit;
use crate::partner_center::token::Token;
use crate::partner_center::transport::{LocalFuture, Method, Request, Response};

/// A wait as long as this, in seconds, is worth telling.
const WORTH_TELLING: u32 = 5;

const APPLICATION: &str = "Latchkey";

/// The body of a success, and its ids for correlation and of the request.
pub(super) type Success = (Value, String, String);

/// A success, parsed, with the ids that find it in the server's logs.
pub(super) struct Answer {
    body: Value,
    correlation_id: String,
    request_id: String,
    entry: Entry,
}

impl Answer {
    /// What the body says; an error with the ids when it does not fit.
    pub fn read<T>(mut self, read: fn(Value) -> Result<T, Unfit>) -> Result<T, ApiError> {
        read(self.body).map_err(|_| {
            self.entry.unfit();
            unreadable(self.correlation_id, self.request_id)
        })
    }
}

impl PartnerCenter {
    /// A success. A read is tried again where that may help; a write is not.
    pub(super) fn send(
        self,
        call: Result<Call, ApiError>,
    ) -> LocalFuture<Result<Answer, ApiError>> {
        Box::pin(async move { self.attempts(call?).await })
    }

    async fn attempts(&self, call: Call) -> Result<Answer, ApiError> {
        let _turn = match &call.in_turn {
            None => None,
            Some(customer) => Some(Arc::clone(&self.shared.turns).enter(customer).await),
        };
        let request_id = match &call.request_id {
            None => self.new_request(),
            Some(id) => id.clone(),
        };
        let mut entry = Entry::new(&self.shared, &call, &request_id);
        let mut budget = retry::BUDGET;
        for attempt in 1.. {
            let sent = self.attempt(&call, request_id.as_str(), &mut entry).await;
            let error = match sent {
                Ok((body, correlation_id, request_id)) => {
                    entry.over();
                    return Ok(Answer {
                        body,
                        correlation_id,
                        request_id,
                        entry,
                    });
                }
                Err(error) => error,
            };
            let wait = self.before_next(&call, &error, attempt, budget);
            let Some(wait) = wait else {
                entry.over();
                return Err(error);
            };
            match error.retry_after {
                Some(_) => self.wait_visibly(wait).await,
                None => {
                    budget -= wait;
                    self.shared.transport.sleep(wait).await;
                }
            }
        }
        Err(ApiError::of(ErrorKind::Network))
    }

    /// Milliseconds to wait before the next attempt; `None` when there is none.
    fn before_next(&self, call: &Call, error: &ApiError, attempt: u32, budget: u32) -> Option<u32> {
        let attempts = match error.kind {
            // Cut by a proxy, perhaps: once more tells.
            ErrorKind::Unreadable => 2,
            _ if error.may_pass() => retry::ATTEMPTS,
            _ => 1,
        };
        if call.method != Method::Get || attempt >= attempts || self.is_pausing() {
            return None;
        }
        let back_off = retry::back_off(attempt, self.shared.transport.random());
        match error.retry_after {
            Some(seconds) if seconds > retry::LONGEST_WAIT => None,
            Some(seconds) => Some((seconds * 1_000).max(back_off)),
            None => (back_off <= budget).then_some(back_off),
        }
    }

    /// One sending and its answer.
    pub(super) async fn exchange(
        &self,
        call: &Call,
        request_id: &str,
        token: Option<&Token>,
        entry: &mut Entry,
    ) -> Result<Success, ApiError> {
        let permit = Arc::clone(&self.shared.gate).enter().await;
        let correlation_id = guid::from_random(self.shared.transport.random());
        let request = self.request(call, request_id, &correlation_id, token);
        let sent = self.shared.transport.now();
        entry.sent(sent, &correlation_id);
        let answer = self.shared.transport.send(request).await;
        drop(permit);
        let received = self.shared.transport.now();
        let mut echoed = (None, None);
        let mut status = None;
        let result = match answer {
            Err(error) => Err(ApiError::from_transport(error)),
            Ok(mut response) => {
                if let Some(offset) = clock::offset(&response, sent, received) {
                    self.with_state(|state| state.clock_offset = Some(offset));
                }
                status = Some(response.status);
                echoed.0 = echo(&response, "ms-correlationid");
                echoed.1 = echo(&response, "ms-requestid");
                let result = read(&response, call.method).map_err(|error| ApiError {
                    retry_after: clock::retry_after(&response, received),
                    ..error
                });
                self.look_for_role(&response, result.as_ref().err());
                response.body.zeroize();
                result
            }
        };
        self.count(result.as_ref().err());
        self.tell_reach(result.as_ref().err());
        let correlation_id = echoed.0.unwrap_or(correlation_id);
        let request_id = echoed.1.unwrap_or_else(|| request_id.to_owned());
        let failure = result.as_ref().err().map(|error| error.kind);
        entry.ended(received, status, failure, (&correlation_id, &request_id));
        match result {
            Ok(body) => Ok((body, correlation_id, request_id)),
            Err(error) => Err(ApiError {
                correlation_id: Some(correlation_id),
                request_id: Some(request_id),
                ..error
            }),
        }
    }

    fn request(
        &self,
        call: &Call,
        request_id: &str,
        correlation_id: &str,
        token: Option<&Token>,
    ) -> Request {
        let locale = self.with_state(|state| state.locale);
        let mut headers: Vec<(String, String)> = [
            ("Accept", "application/json"),
            ("X-Locale", locale),
            ("MS-RequestId", request_id),
            ("MS-CorrelationId", correlation_id),
            ("MS-PartnerCenter-Application", APPLICATION),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into();
        if let Some(body) = &call.body {
            headers.push(("Content-Type".to_owned(), body.content_type().to_owned()));
        }
        headers.extend_from_slice(&call.headers);
        Request {
            method: call.method,
            base: self.shared.base.clone(),
            path: call.path.clone(),
            headers,
            token: token.cloned(),
            body: call.body.clone(),
        }
    }

    /// Keeps count of failures in a row; a server in trouble is left alone for a while. One that says
    /// when to come back is in none.
    fn count(&self, error: Option<&ApiError>) {
        let now = self.shared.transport.now();
        self.with_state(|state| match error {
            Some(error) if error.retry_after.is_some() || error.kind == ErrorKind::Offline => {}
            Some(error) if error.may_pass() => {
                state.failures_in_a_row += 1;
                if state.failures_in_a_row >= retry::FAILURES_BEFORE_PAUSE {
                    state.no_retries_before = now.plus_millis(retry::PAUSE);
                }
            }
            _ => state.failures_in_a_row = 0,
        });
    }

    fn tell_reach(&self, error: Option<&ApiError>) {
        let reached = match error.map(|error| error.kind) {
            Some(ErrorKind::Offline | ErrorKind::Network) => false,
            Some(ErrorKind::Timeout | ErrorKind::Address) => return,
            _ => true,
        };
        if let Some(observer) = self.with_state(|state| state.reach.clone()) {
            observer(reached);
        }
    }

    fn is_pausing(&self) -> bool {
        let now = self.shared.transport.now();
        self.with_state(|state| {
            state.failures_in_a_row >= retry::FAILURES_BEFORE_PAUSE && now < state.no_retries_before
        })
    }

    async fn wait_visibly(&self, millis: u32) {
        let until = self.shared.transport.now().plus_millis(i64::from(millis));
        let observer = self.observer.clone();
        let _told = observer
            .filter(|_| millis >= WORTH_TELLING * 1_000)
            .map(|observer| {
                observer(Some(until));
                Told(observer)
            });
        self.shared.transport.sleep(millis).await;
    }
}

/// Says that the waiting is over, also when the call is dropped meanwhile.
struct Told(WaitObserver);

impl Drop for Told {
    fn drop(&mut self) {
        (self.0)(None);
    }
}

fn unreadable(correlation_id: String, request_id: String) -> ApiError {
    ApiError {
        correlation_id: Some(correlation_id),
        request_id: Some(request_id),
        ..ApiError::unreadable(200)
    }
}

fn read(response: &Response, method: Method) -> Result<Value, ApiError> {
    let status = response.status;
    if !(200..=299).contains(&status) {
        return Err(ApiError::from_response(response));
    }
    // A write may be accepted, or be done, without a word (Microsoft, "Update a subscription by ID").
    if method != Method::Get && response.body.is_empty() && matches!(status, 202 | 204) {
        return Ok(Value::Null);
    }
    let body = serde_json::from_slice(&response.body).map_err(|_| ApiError::unreadable(status))?;
    match ApiError::from_success(status, &body) {
        Some(refusal) => Err(refusal),
        None => Ok(body),
    }
}

/// An id that the server echoes; published samples hold some twice, joined by a comma.
fn echo(response: &Response, name: &str) -> Option<String> {
    let first = response.header(name)?.split(',').next()?.trim();
    (!first.is_empty()).then(|| first.chars().take(64).collect())
}
