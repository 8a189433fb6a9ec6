//! Changing a request: a note is added once, whatever happens on the way.
//!
//! Where the answer is lost the request is asked, which says what stands in it. A note is not sent
//! again by itself; when a person does, it is with the same id. To close a request twice is to close
//! it, so that is simply done anew.

use crate::model::ServiceRequestId;
use crate::model::operation::{Effect, OperationKind, OperationState};
use crate::model::service_request::NoteDraft;
use crate::operations::{Operations, Running};
use crate::partner_center::service_requests::RequestChange;
use crate::partner_center::{ApiError, ErrorKind, PartnerCenter};
use crate::reactive::spawn_local;

/// How it went.
pub(super) enum Sent {
    Done,
    /// The server has looked at it and says no.
    Refused(ApiError),
    /// It was turned away before it was looked at: nothing happened.
    NotCarriedOut(ApiError),
    /// Nobody knows; to be asked again.
    Unknown(ApiError),
    /// This page is at it already.
    Busy,
}

/// What is asked of the server.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Ask {
    /// To change it; what was tried before is found out about first.
    Change,
    /// To take once more what is in doubt, by the same request.
    Again,
    /// What became of it.
    Settle,
}

/// What changes.
#[derive(Clone)]
pub(super) enum Change {
    Note(NoteDraft),
    Close,
    Reopen,
}

/// A change of a request, on its way.
#[derive(Clone)]
pub(super) struct ChangeOf {
    pub api: PartnerCenter,
    pub operations: Operations,
    pub request: ServiceRequestId,
    pub change: Change,
}

impl ChangeOf {
    /// Does it, and calls `done` with what came of it. The guard against a second press is set before
    /// this returns.
    pub fn run(self, ask: Ask, done: impl Fn(Sent) + 'static) {
        let begun = self.operations.begin(KIND, self.target());
        let Some(begun) = begun else {
            return done(Sent::Busy);
        };
        spawn_local(async move {
            let running = begun.open(&self.wire().body()).await;
            done(self.go_on(running, ask).await);
        });
    }

    /// How far it has come, if it was begun on this device.
    pub async fn state(&self) -> Option<OperationState> {
        let found = self.operations.find(&KIND, &self.target()).await?;
        Some(found.found_again().state)
    }

    /// Each note is an intent of its own; of closing and opening again there is one.
    fn target(&self) -> String {
        match &self.change {
            Change::Note(note) => format!("{}/note/{}", self.request, note.id),
            Change::Close | Change::Reopen => format!("{}/status", self.request),
        }
    }

    fn wire(&self) -> RequestChange {
        match &self.change {
            Change::Note(note) => RequestChange::Note(note.text.clone()),
            Change::Close => RequestChange::Close,
            Change::Reopen => RequestChange::Reopen,
        }
    }

    async fn go_on(&self, mut running: Running, ask: Ask) -> Sent {
        let is_note = matches!(self.change, Change::Note(_));
        match (running.state(), ask) {
            (OperationState::Done, _) if is_note => return Sent::Done,
            (OperationState::Unknown, _) => match (self.took_effect().await, ask) {
                (Ok(true), _) => {
                    running.resolve(true).await;
                    return Sent::Done;
                }
                (Ok(false), Ask::Again) if is_note => {}
                (Ok(false), Ask::Change | Ask::Again) if !is_note => {
                    running.resolve(false).await;
                    running.begin_anew(&self.wire().body());
                }
                (Ok(false), _) => return Sent::Unknown(ApiError::of(ErrorKind::Conflict)),
                (Err(error), _) => return Sent::Unknown(error),
            },
            // Nothing of it was ever sent, so there is nothing to find out.
            (OperationState::Prepared, Ask::Settle) => {
                return Sent::NotCarriedOut(ApiError::of(ErrorKind::Conflict));
            }
            (OperationState::Done, _) => running.begin_anew(&self.wire().body()),
            _ => {}
        }
        self.send(&mut running).await
    }

    async fn send(&self, running: &mut Running) -> Sent {
        let wire = self.wire();
        let answer = running
            .attempt(|api, id| api.change_service_request(id, &self.request, &wire))
            .await;
        let (effect, error) = match answer {
            Ok(_) => return Sent::Done,
            Err(failed) => failed,
        };
        match (effect, running.state()) {
            (Effect::None, OperationState::Prepared) => Sent::NotCarriedOut(error),
            (_, OperationState::Failed) => Sent::Refused(error),
            _ => {
                let says_so = async || (self.took_effect().await == Ok(true)).then_some(());
                match running.find_out(says_so).await {
                    Some(()) => Sent::Done,
                    None => Sent::Unknown(error),
                }
            }
        }
    }

    /// Whether the request says so by now.
    async fn took_effect(&self) -> Result<bool, ApiError> {
        let now = self.api.service_request(&self.request).await?;
        Ok(match &self.change {
            Change::Note(note) => note.is_among(&now.notes),
            Change::Close => now.status.is_closed(),
            Change::Reopen => !now.status.is_closed(),
        })
    }
}

const KIND: OperationKind = OperationKind::RequestChange;
