//! Writes that must take effect once, however often they are asked for: pressed twice, in two tabs,
//! reloaded, retried, or with their answer lost.
//!
//! One intent is one record ([`Operation`]), which is on the disk before anything is sent; every
//! attempt carries its id as `MS-RequestId`. Who may send it is settled three times: by
//! [`Operations::begin`] within the page (at once, in the event handler, since an attribute such as
//! `disabled` follows only after the event), by a lock between the tabs, and by the record between
//! visits.

use futures::future::LocalBoxFuture;
use leptos::ev::{beforeunload, focus};

use crate::browser::lock::{self, Held};
use crate::kept::{self, Shelf};
use crate::model::operation::{
    Effect, Operation, OperationKind, OperationState, Record, read, write,
};
use crate::model::{RequestId, Timestamp};
use crate::partner_center::client::Asked;
use crate::partner_center::{ApiError, PartnerCenter};
use crate::reactive::*;
use crate::session::use_session;

/// Waits before it is asked what became of something whose answer was lost, in milliseconds.
const WAITS: [u32; 3] = [500, 1_500, 4_000];

/// How long the record of what is over is kept, in milliseconds: 30 days.
const REMEMBERED: i64 = 30 * 86_400_000;

/// The writes of this page. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Operations {
    api: StoredValue<PartnerCenter>,
    running: StoredValue<Vec<String>>,
    open: RwSignal<Vec<Operation>>,
}

/// Gives the page its operations, and looks for those that an earlier visit left open.
pub fn provide_operations() {
    let operations = Operations {
        api: StoredValue::new(use_session().api()),
        running: StoredValue::new(Vec::new()),
        open: RwSignal::new(Vec::new()),
    };
    provide_context(operations);
    operations.look_for_open();
    // Another tab may have found out meanwhile.
    let returning = window_event_listener(focus, move |_| operations.look_for_open());
    on_cleanup(move || returning.remove());
}

/// The page's operations.
pub fn use_operations() -> Operations {
    expect_context()
}

impl Operations {
    /// Those whose outcome is not known; tracks them.
    pub fn open(self) -> Vec<Operation> {
        self.open.get()
    }

    /// Takes it on. `None` while this page is already at it.
    pub fn begin(self, kind: OperationKind, target: String) -> Option<Begun> {
        let key = self.key(&kind, &target);
        let taken = self.running.with_value(|running| running.contains(&key));
        if taken {
            return None;
        }
        self.running
            .update_value(|running| running.push(key.clone()));
        let turn = Turn {
            running: self.running,
            key,
        };
        Some(Begun {
            operations: self,
            kind,
            target,
            turn,
        })
    }

    /// Whether this page is at it just now.
    pub fn is_at(self, kind: &OperationKind, target: &str) -> bool {
        let key = self.key(kind, target);
        self.running.with_value(|running| running.contains(&key))
    }

    /// The record of an operation, if there is one.
    pub fn find(
        self,
        kind: &OperationKind,
        target: &str,
    ) -> LocalBoxFuture<'static, Option<Operation>> {
        let key = self.key(kind, target);
        Box::pin(async move { stored(key).await })
    }

    /// What is kept for one server is nothing to another.
    fn key(self, kind: &OperationKind, target: &str) -> String {
        let server = self.api.with_value(|api| api.address().to_owned());
        format!("{server} {} {target}", kind.as_str())
    }

    fn look_for_open(self) {
        let api = self.api.with_value(Clone::clone);
        spawn_local(async move {
            let server = format!("{} ", api.address());
            let oldest = api.server_now().plus_millis(-REMEMBERED);
            for (key, text) in kept::all(Shelf::Operations).await {
                let Record::Operation(operation) = read(&text) else {
                    continue;
                };
                let taken = self.running.with_value(|running| running.contains(&key));
                if operation.state.is_over() && operation.created < oldest {
                    kept::remove(Shelf::Operations, key).await;
                } else if key.starts_with(&server) && !taken {
                    self.note(&operation.found_again());
                }
            }
        });
    }

    /// Notes how an operation stands, for [`Operations::open`].
    fn note(self, operation: &Operation) {
        let open = operation.state == OperationState::Unknown;
        let listed = self
            .open
            .with_untracked(|all| all.iter().any(|other| other.id == operation.id));
        if open != listed {
            self.open.update(|all| match open {
                true => all.push(operation.clone()),
                false => all.retain(|other| other.id != operation.id),
            });
        }
    }
}

async fn stored(key: String) -> Option<Operation> {
    let text = kept::get(Shelf::Operations, key).await?;
    match read(&text) {
        Record::Operation(operation) => Some(operation),
        Record::Newer(_) | Record::Broken => None,
    }
}

/// The right of the page to do it, given back when it is dropped.
struct Turn {
    running: StoredValue<Vec<String>>,
    key: String,
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.running
            .try_update_value(|running| running.retain(|key| *key != self.key));
    }
}

/// An operation that this page has taken on.
pub struct Begun {
    operations: Operations,
    kind: OperationKind,
    target: String,
    turn: Turn,
}

impl Begun {
    /// Waits for other tabs that are at it, and goes on where they or an earlier visit stopped. Of
    /// what is over and failed, or was something else, a new operation is made.
    pub async fn open(self, body: &str) -> Running {
        let Begun {
            operations,
            kind,
            target,
            turn,
        } = self;
        let lock = lock::hold(&format!("latchkey {}", turn.key)).await;
        let found = stored(turn.key.clone()).await.map(Operation::found_again);
        let goes_on = |found: &Operation| match found.state {
            OperationState::Failed => false,
            OperationState::Unknown => true,
            _ => found.is_same(&kind, &target, body),
        };
        let operation = match found.filter(goes_on) {
            Some(found) => found,
            None => {
                let api = operations.api.with_value(Clone::clone);
                let id = api.new_request();
                Operation::new(id, kind, target, body, api.server_now())
            }
        };
        Running {
            operations,
            operation,
            turn,
            _lock: lock,
        }
    }
}

/// An operation that nobody else is at.
pub struct Running {
    operations: Operations,
    operation: Operation,
    turn: Turn,
    _lock: Held,
}

impl Running {
    pub fn state(&self) -> OperationState {
        self.operation.state
    }

    /// When it was first asked for.
    pub fn created(&self) -> Timestamp {
        self.operation.created
    }

    /// Sends it, after that is on the disk, and keeps what came of it. While it is on its way the
    /// browser asks before the page is closed.
    ///
    /// # Errors
    /// Why there is no answer, and what that says about the effect.
    pub async fn attempt<T>(
        &mut self,
        send: impl FnOnce(PartnerCenter, &RequestId) -> Asked<T>,
    ) -> Result<T, (Effect, ApiError)> {
        if let Some(sent) = self.operation.clone().sent() {
            self.keep(sent).await;
        }
        let staying = window_event_listener(beforeunload, |event| event.prevent_default());
        let api = self.operations.api.with_value(Clone::clone);
        let answer = send(api, &self.operation.id).await;
        staying.remove();
        let answer = answer.map_err(|error| (error.effect(), error));
        let outcome = match &answer {
            Ok(_) => Ok(()),
            Err((effect, _)) => Err(*effect),
        };
        self.keep(self.operation.clone().answered(outcome)).await;
        answer
    }

    /// How often it was sent and not turned away unread.
    pub fn attempts(&self) -> u32 {
        self.operation.attempts
    }

    /// What of the target it is about.
    pub fn about(&self) -> &str {
        &self.operation.about
    }

    /// Says what of the target it is about; kept with the next attempt.
    pub fn set_about(&mut self, about: String) {
        self.operation.about = about;
    }

    /// Makes it another operation, with an id of its own: what was asked for before is over, or was
    /// something else.
    pub fn begin_anew(&mut self, body: &str) {
        let api = self.operations.api.with_value(Clone::clone);
        let Operation {
            kind,
            target,
            about,
            ..
        } = self.operation.clone();
        let (id, now) = (api.new_request(), api.server_now());
        self.operation = Operation {
            about,
            ..Operation::new(id, kind, target, body, now)
        };
    }

    /// Keeps what asking has shown.
    pub async fn resolve(&mut self, took_effect: bool) {
        self.keep(self.operation.clone().resolved(took_effect))
            .await;
    }

    /// Asks for a while what became of it, each time after a longer wait; `ask` finds what tells that it
    /// took effect, which is kept then. `None` where nothing did.
    pub async fn find_out<T>(&mut self, ask: impl AsyncFn() -> Option<T>) -> Option<T> {
        let api = self.operations.api.with_value(Clone::clone);
        for wait in WAITS {
            api.wait(wait).await;
            if let Some(found) = ask().await {
                self.resolve(true).await;
                return Some(found);
            }
        }
        None
    }

    async fn keep(&mut self, operation: Operation) {
        self.operations.note(&operation);
        let key = self.turn.key.clone();
        kept::put(Shelf::Operations, key, write(&operation)).await;
        self.operation = operation;
    }
}
