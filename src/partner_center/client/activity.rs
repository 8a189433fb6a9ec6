//! What was sent lately, for whoever has to find it in a server's logs: one record for each call, with
//! its attempts. In memory only, and no more than [`CALLS`] of them. Bodies are never recorded.

use std::fmt;
use std::mem::take;
use std::sync::{Arc, Mutex, PoisonError};

use super::{Call, PartnerCenter, Shared};
use crate::model::{RequestId, Timestamp};
use crate::partner_center::error::ErrorKind;
use crate::partner_center::transport::Method;

mod mask;

/// Calls remembered; with a newer one the oldest goes.
pub const CALLS: usize = 200;

/// Bytes of a path, which is ASCII, that are remembered. Links from data may be of any length.
const REMEMBERED: usize = 2_000;

/// Told the number of the newest call whenever one is over.
pub type ActivityWatcher = Arc<dyn Fn(u32) + Send + Sync>;

/// A call that is over: answered, failed, or given up by whoever asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Counts the calls of the visit, in the order in which they ended.
    pub number: u32,
    pub method: Method,
    /// Below the base, with its query. What looks like a secret is masked.
    pub path: String,
    /// The intent, the same for every attempt.
    pub request_id: String,
    /// At least one; the last of them says what came of the call.
    pub attempts: Vec<Attempt>,
    /// Milliseconds from the first attempt to the end, with the waiting between attempts.
    pub took: i64,
    /// Whether nobody waited for the outcome any more.
    pub given_up: bool,
}

/// One time that a call was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// By the visitor's clock.
    pub sent: Timestamp,
    /// Milliseconds; `None` where nobody waited for the answer.
    pub took: Option<i64>,
    /// HTTP status; `None` without an answer.
    pub status: Option<u16>,
    /// `None` for a success, and where nobody waited for the answer.
    pub failure: Option<ErrorKind>,
    /// The server's, where it echoed one.
    pub correlation_id: String,
}

impl Recorded {
    /// When it was first sent, by the visitor's clock.
    pub fn sent(&self) -> Timestamp {
        let first = self.attempts.first();
        first.map_or(Timestamp::from_millis(0), |first| first.sent)
    }

    /// HTTP status of the last attempt.
    pub fn status(&self) -> Option<u16> {
        self.attempts.last().and_then(|last| last.status)
    }

    /// Why the last attempt failed.
    pub fn failure(&self) -> Option<ErrorKind> {
        self.attempts.last().and_then(|last| last.failure)
    }

    /// Whether it failed, also where it was given up after that.
    pub fn has_failed(&self) -> bool {
        self.failure().is_some()
    }
}

/// For support, in no language: when, what, what came of it, and the ids of each attempt.
impl fmt::Display for Recorded {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (sent, method) = (self.sent(), self.method.as_str());
        write!(f, "{sent} {method} {}: ", self.path)?;
        match self.given_up {
            true => f.write_str("given up")?,
            false => outcome(f, self.status(), self.failure())?,
        }
        writeln!(f, ", {} ms", self.took)?;
        writeln!(f, "  MS-RequestId: {}", self.request_id)?;
        for attempt in &self.attempts {
            write!(f, "  MS-CorrelationId: {} (", attempt.correlation_id)?;
            match attempt.took {
                None => f.write_str("no answer awaited")?,
                Some(took) => {
                    outcome(f, attempt.status, attempt.failure)?;
                    write!(f, ", {took} ms")?;
                }
            }
            f.write_str(")\n")?;
        }
        Ok(())
    }
}

/// `200`, `503 Server`, `Timeout`
fn outcome(f: &mut fmt::Formatter, status: Option<u16>, failure: Option<ErrorKind>) -> fmt::Result {
    match (status, failure) {
        (Some(status), None) => write!(f, "{status}"),
        (Some(status), Some(kind)) => write!(f, "{status} {kind:?}"),
        (None, Some(kind)) => write!(f, "{kind:?}"),
        (None, None) => f.write_str("no answer"),
    }
}

/// The calls that are over, oldest first.
#[derive(Default)]
pub(super) struct Activity(Mutex<Inside>);

#[derive(Default)]
struct Inside {
    calls: Vec<Recorded>,
    newest: u32,
    watcher: Option<ActivityWatcher>,
}

impl Activity {
    fn with<T>(&self, act: impl FnOnce(&mut Inside) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn keep(&self, mut call: Recorded) {
        let (newest, watcher) = self.with(|inside| {
            if inside.calls.len() >= CALLS {
                inside.calls.remove(0);
            }
            inside.newest += 1;
            call.number = inside.newest;
            inside.calls.push(call);
            (inside.newest, inside.watcher.clone())
        });
        // Outside the lock: it may look at what was just kept.
        if let Some(watcher) = watcher {
            watcher(newest);
        }
    }
}

impl PartnerCenter {
    /// The calls that are over, newest first; at most [`CALLS`].
    pub fn activity(&self) -> Vec<Recorded> {
        let calls = self.shared.activity.with(|inside| inside.calls.clone());
        let shown = |call: Recorded| Recorded {
            path: mask::masked(&call.path),
            ..call
        };
        calls.into_iter().rev().map(shown).collect()
    }

    /// Forgets them.
    pub fn clear_activity(&self) {
        self.shared.activity.with(|inside| inside.calls.clear());
    }

    /// Tells `watcher`, and no other any more, of each call that is over.
    pub fn watch_activity(&self, watcher: Option<ActivityWatcher>) {
        self.shared.activity.with(|inside| inside.watcher = watcher);
    }
}

/// A call under way. It is recorded when this is dropped, so also when it is given up.
pub(super) struct Entry {
    shared: Arc<Shared>,
    call: Recorded,
}

impl Entry {
    pub fn new(shared: &Arc<Shared>, call: &Call, request_id: &RequestId) -> Self {
        Entry {
            shared: Arc::clone(shared),
            call: Recorded {
                number: 0,
                method: call.method,
                path: call.path.get(..REMEMBERED).unwrap_or(&call.path).to_owned(),
                request_id: request_id.to_string(),
                attempts: Vec::new(),
                took: 0,
                given_up: true,
            },
        }
    }

    /// An attempt begins.
    pub fn sent(&mut self, at: Timestamp, correlation_id: &str) {
        self.call.attempts.push(Attempt {
            sent: at,
            took: None,
            status: None,
            failure: None,
            correlation_id: correlation_id.to_owned(),
        });
    }

    /// The attempt that was begun last is over. The ids are the server's, where it echoed them.
    pub fn ended(
        &mut self,
        at: Timestamp,
        status: Option<u16>,
        failure: Option<ErrorKind>,
        ids: (&str, &str),
    ) {
        self.call.took = at.since(self.call.sent());
        ids.1.clone_into(&mut self.call.request_id);
        if let Some(last) = self.call.attempts.last_mut() {
            last.took = Some(at.since(last.sent));
            last.status = status;
            last.failure = failure;
            ids.0.clone_into(&mut last.correlation_id);
        }
    }

    /// Whoever asked has the outcome.
    pub fn over(&mut self) {
        self.call.given_up = false;
    }

    /// The answer is not what was asked for.
    pub fn unfit(&mut self) {
        if let Some(last) = self.call.attempts.last_mut() {
            last.failure = Some(ErrorKind::Unreadable);
        }
    }
}

impl Drop for Entry {
    fn drop(&mut self) {
        let call = &mut self.call;
        // Given up before its turn: nothing was sent.
        if call.attempts.is_empty() {
            return;
        }
        if call.given_up {
            call.took = self.shared.transport.now().since(call.sent());
        }
        self.shared.activity.keep(Recorded {
            path: take(&mut call.path),
            request_id: take(&mut call.request_id),
            attempts: take(&mut call.attempts),
            ..*call
        });
    }
}
