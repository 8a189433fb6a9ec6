//! One write that a person asked for: kept from before it is first sent until its outcome is known,
//! so that it takes effect once, however often it is sent.

use super::status::wire_enum;
use super::{RequestId, Timestamp};

mod record;
#[cfg(test)]
mod tests;

pub use record::{Record, SCHEMA, read, write};

wire_enum!(
    /// What is done.
    OperationKind {
        /// Creating or changing a cart.
        Cart = "cart",
        Checkout = "checkout",
        Agreement = "agreement",
        /// Cancelling an order, lines of it, or a subscription.
        Cancel = "cancel",
        /// Handing in a request to support.
        ServiceRequest = "service_request",
        /// Adding a note to one, closing it or opening it again.
        RequestChange = "request_change",
        /// Announcing a file.
        Attachment = "attachment",
    }
);

/// How far an operation has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OperationState {
    /// Written down, nothing sent.
    Prepared,
    /// On its way.
    Sent,
    /// Sent, and nobody knows whether it took effect: to be found out by asking, never shown as
    /// failed.
    Unknown,
    /// It took effect.
    Done,
    /// It was refused and took none.
    Failed,
}

impl OperationState {
    /// Whether nothing more will happen.
    pub fn is_over(self) -> bool {
        matches!(self, OperationState::Done | OperationState::Failed)
    }
}

/// What an error of a write says about its effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Not carried out: it may be sent again as it is, with the same id.
    None,
    /// Refused for good: after a change it is another operation.
    Refused,
    /// Perhaps carried out.
    Unknown,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    /// The `MS-RequestId` of every attempt.
    pub id: RequestId,
    pub kind: OperationKind,
    /// What it is done to: `<customer>/<cart>`. Two operations of a kind with the same target are
    /// the same thing done twice.
    pub target: String,
    /// What of the target it is about, where that does not say it: in the kind's own words.
    pub about: String,
    /// Of what is sent, so that something else is not taken for the same.
    pub body_hash: u64,
    pub created: Timestamp,
    pub state: OperationState,
    /// How often it was sent and not turned away unread: each of these may have taken effect.
    pub attempts: u32,
}

impl Operation {
    /// A new operation, for what was confirmed just now.
    pub fn new(
        id: RequestId,
        kind: OperationKind,
        target: String,
        body: &str,
        created: Timestamp,
    ) -> Self {
        Operation {
            id,
            kind,
            target,
            about: String::new(),
            body_hash: hash(body),
            created,
            state: OperationState::Prepared,
            attempts: 0,
        }
    }

    /// Whether it does the same as another would.
    pub fn is_same(&self, kind: &OperationKind, target: &str, body: &str) -> bool {
        self.kind == *kind && self.target == target && self.body_hash == hash(body)
    }

    /// Whether it may be sent: never again once its outcome is known, nor while it is under way.
    pub fn may_send(&self) -> bool {
        matches!(
            self.state,
            OperationState::Prepared | OperationState::Unknown
        )
    }

    /// Before each attempt. `None` when it may not be sent.
    #[must_use]
    pub fn sent(self) -> Option<Self> {
        self.may_send().then(|| Operation {
            state: OperationState::Sent,
            attempts: self.attempts + 1,
            ..self
        })
    }

    /// After an answer to what was sent. An outcome that is known stays.
    #[must_use]
    pub fn answered(self, outcome: Result<(), Effect>) -> Self {
        use OperationState::{Done, Failed, Prepared, Sent, Unknown};
        if self.state != Sent {
            return self;
        }
        let attempts = match outcome {
            Err(Effect::None) => self.attempts.saturating_sub(1),
            _ => self.attempts,
        };
        let state = match outcome {
            Ok(()) => Done,
            Err(Effect::None) if attempts == 0 => Prepared,
            Err(Effect::Refused) if attempts <= 1 => Failed,
            // A refusal of a later attempt does not tell what became of the one before it.
            Err(_) => Unknown,
        };
        Operation {
            state,
            attempts,
            ..self
        }
    }

    /// When asking has shown what became of it.
    #[must_use]
    pub fn resolved(self, took_effect: bool) -> Self {
        let state = match (self.state, took_effect) {
            (OperationState::Sent | OperationState::Unknown, true) => OperationState::Done,
            (OperationState::Sent | OperationState::Unknown, false) => OperationState::Failed,
            (state, _) => state,
        };
        Operation { state, ..self }
    }

    /// As it stands after the page was closed: what was on its way then may have arrived.
    #[must_use]
    pub fn found_again(self) -> Self {
        match self.state {
            OperationState::Sent => Operation {
                state: OperationState::Unknown,
                ..self
            },
            _ => self,
        }
    }
}

/// FNV-1a, 64 bits: tells two bodies of the same person apart, and guards against nobody.
pub fn hash(body: &str) -> u64 {
    body.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
