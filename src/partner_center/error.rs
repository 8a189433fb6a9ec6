//! What went wrong with a call, sorted by what can be done about it.

use serde_json::Value;

use super::transport::{Response, TransportError};
use crate::model::operation::Effect;

mod body;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiError {
    pub kind: ErrorKind,
    /// HTTP status; `None` when there was no answer.
    pub status: Option<u16>,
    /// The server's own code (`900150`), where it gave one.
    pub code: Option<String>,
    /// The server's own words: foreign text, at most [`ApiError::LONGEST_DESCRIPTION`] characters.
    pub description: Option<String>,
    /// For support: finds the call in the server's logs.
    pub correlation_id: Option<String>,
    /// For support: the intent, the same for every attempt.
    pub request_id: Option<String>,
    /// Seconds that the server asked to wait.
    pub retry_after: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// The browser has no connection: nothing was sent.
    Offline,
    /// No connection, or it broke.
    Network,
    /// No answer in time.
    Timeout,
    /// An answer that is not what the contract promises: cut, empty, not JSON, of another shape.
    Unreadable,
    /// A larger answer than is ever read.
    TooLarge,
    /// A link or an identifier that does not lie where it has to.
    Address,
    /// The session is over.
    SignIn,
    /// The account has to prove itself with a second factor.
    SignInMfa,
    /// The role, the partner or the relationship does not allow it.
    Forbidden,
    NotFound,
    /// Too many calls.
    Throttled,
    /// Something else happened first, or is still happening.
    Conflict,
    /// It existed and was taken back: a key or a link after a cancellation.
    Revoked,
    /// The request itself was refused.
    Refused,
    /// The server failed.
    Server,
}

impl ErrorKind {
    /// Whether no answer came at all.
    pub fn is_out_of_reach(self) -> bool {
        matches!(
            self,
            ErrorKind::Offline | ErrorKind::Network | ErrorKind::Timeout
        )
    }
}

impl ApiError {
    /// Characters kept of a server's description. Partner Center documents 1,024 at most.
    pub const LONGEST_DESCRIPTION: usize = 2_000;

    pub(crate) fn of(kind: ErrorKind) -> Self {
        ApiError {
            kind,
            status: None,
            code: None,
            description: None,
            correlation_id: None,
            request_id: None,
            retry_after: None,
        }
    }

    pub(crate) fn address() -> Self {
        ApiError::of(ErrorKind::Address)
    }

    pub(crate) fn from_transport(error: TransportError) -> Self {
        ApiError::of(match error {
            TransportError::Offline => ErrorKind::Offline,
            TransportError::Network => ErrorKind::Network,
            TransportError::Timeout => ErrorKind::Timeout,
            TransportError::TooLarge => ErrorKind::TooLarge,
            TransportError::Redirected => ErrorKind::SignIn,
            TransportError::Address => ErrorKind::Address,
        })
    }

    /// Reads a refusal, in whichever of the published shapes it comes.
    pub(crate) fn from_response(response: &Response) -> Self {
        let read = body::read(&response.body);
        let kind = match response.status {
            401 if body::asks_for_mfa(response) => ErrorKind::SignInMfa,
            401 => ErrorKind::SignIn,
            403 => ErrorKind::Forbidden,
            404 => ErrorKind::NotFound,
            408 => ErrorKind::Timeout,
            409 | 412 => ErrorKind::Conflict,
            410 => ErrorKind::Revoked,
            429 => ErrorKind::Throttled,
            400..=499 => ErrorKind::Refused,
            500..=599 => ErrorKind::Server,
            _ => ErrorKind::Unreadable,
        };
        ApiError {
            status: Some(response.status),
            code: read.code,
            description: read
                .description
                .or_else(|| body::clean(&response.status_text)),
            ..ApiError::of(kind)
        }
    }

    /// Reads a refusal that pretends to be a success.
    pub(crate) fn from_success(status: u16, body: &Value) -> Option<Self> {
        let read = body::read_success(body)?;
        Some(ApiError {
            status: Some(status),
            code: read.code,
            description: read.description,
            ..ApiError::of(ErrorKind::Refused)
        })
    }

    /// A 2xx answer that is not what the contract promises.
    pub(crate) fn unreadable(status: u16) -> Self {
        ApiError {
            status: Some(status),
            ..ApiError::of(ErrorKind::Unreadable)
        }
    }

    /// What the error says about the effect of a write.
    pub fn effect(&self) -> Effect {
        // The cart was handed in by another attempt, or is just being handed in: which is no refusal.
        if self.has_code(&["800060", "800064", "800065"]) {
            return Effect::Unknown;
        }
        // Cancelled already, or just being cancelled: perhaps by this very request, which browsers send
        // a second time by themselves when a connection dies.
        if self.has_code(&["800061", "2011"]) {
            return Effect::Unknown;
        }
        match self.kind {
            // Nothing was sent, or what was sent was turned away before it was looked at.
            ErrorKind::Offline
            | ErrorKind::Address
            | ErrorKind::SignIn
            | ErrorKind::SignInMfa
            | ErrorKind::Throttled => Effect::None,
            ErrorKind::Server if self.status == Some(503) && self.retry_after.is_some() => {
                Effect::None
            }
            ErrorKind::Conflict if self.status == Some(412) => Effect::Refused,
            ErrorKind::Forbidden
            | ErrorKind::NotFound
            | ErrorKind::Revoked
            | ErrorKind::Refused => Effect::Refused,
            ErrorKind::Network
            | ErrorKind::Timeout
            | ErrorKind::Unreadable
            | ErrorKind::TooLarge
            | ErrorKind::Conflict
            | ErrorKind::Server => Effect::Unknown,
        }
    }

    /// Whether the purchase can be cancelled through its subscription, and only so.
    pub fn asks_for_subscription(&self) -> bool {
        self.has_code(&["800063", "800077"])
    }

    /// Whether it came after the cancellation window: a report is left.
    pub fn window_is_over(&self) -> bool {
        self.has_code(&["900117", "900213"])
    }

    /// Whether what was to be changed is no longer as it was read (400/2055 and 412: its ETag).
    #[must_use]
    pub fn is_stale(&self) -> bool {
        self.status == Some(412) || self.has_code(&["2055"])
    }

    /// Whether the role may be why it was refused: by the codes of roles (Microsoft, "Partner Center
    /// REST error codes"), or by a proxy, which gives none.
    pub fn may_be_for_role(&self) -> bool {
        let of_roles = ["2032", "900150", "900308"];
        self.kind == ErrorKind::Forbidden && (self.code.is_none() || self.has_code(&of_roles))
    }

    fn has_code(&self, codes: &[&str]) -> bool {
        self.code
            .as_deref()
            .is_some_and(|code| codes.contains(&code))
    }

    /// Whether asking again, later and unchanged, may succeed.
    pub fn may_pass(&self) -> bool {
        match self.kind {
            ErrorKind::Network | ErrorKind::Timeout | ErrorKind::Throttled => true,
            ErrorKind::Server => self.status != Some(501),
            _ => false,
        }
    }
}
