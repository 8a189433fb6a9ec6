//! What happens after a cancellation was accepted: the key and the links are revoked, then the
//! credit shows on the next monthly invoice (Microsoft, "Manage software subscriptions").

use crate::model::Timestamp;

/// What is known of a cancellation so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tracker {
    /// When the server said yes.
    pub accepted: Timestamp,
    pub key: Proof,
    pub link: Proof,
    /// When the credit was booked, once the server says so: nothing names the date in advance.
    pub credited: Option<Timestamp>,
}

/// Whether something was seen to be revoked: its own call answered so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The item never had one.
    NothingThere,
    /// It still answers, or was not asked yet.
    Waiting,
    Revoked(Timestamp),
}

impl Proof {
    /// What holds of several together: as long as one still answers, they are waited for.
    pub fn and(self, other: Proof) -> Proof {
        match (self, other) {
            (Proof::Waiting, _) | (_, Proof::Waiting) => Proof::Waiting,
            (Proof::Revoked(one), Proof::Revoked(other)) => Proof::Revoked(one.max(other)),
            (Proof::NothingThere, other) => other,
            (one, Proof::NothingThere) => one,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Accepted,
    /// Key and links.
    Revoked,
    /// On the next monthly invoice.
    Credit,
}

/// How far a stage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Since then.
    Done(Timestamp),
    /// Waited for now.
    Now,
    Later,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub stage: Stage,
    pub state: State,
}

impl Tracker {
    /// Just accepted, of an item that has a key and links or has not.
    pub fn new(accepted: Timestamp, has_key: bool, has_link: bool) -> Self {
        let proof = |there| match there {
            true => Proof::Waiting,
            false => Proof::NothingThere,
        };
        Tracker {
            accepted,
            key: proof(has_key),
            link: proof(has_link),
            credited: None,
        }
    }

    /// When nothing of it could be used any more; `None` while that is not seen.
    pub fn revoked(&self) -> Option<Timestamp> {
        let each = [self.key, self.link].map(|proof| match proof {
            Proof::NothingThere => Some(self.accepted),
            Proof::Waiting => None,
            Proof::Revoked(at) => Some(at.max(self.accepted)),
        });
        Some(each[0]?.max(each[1]?))
    }

    /// All stages in their order.
    pub fn steps(&self) -> [Step; 3] {
        let revoked = self.revoked();
        let waits = State::Now;
        [
            Step {
                stage: Stage::Accepted,
                state: State::Done(self.accepted),
            },
            Step {
                stage: Stage::Revoked,
                state: revoked.map_or(waits, State::Done),
            },
            Step {
                stage: Stage::Credit,
                state: match (self.credited, revoked) {
                    (Some(at), _) => State::Done(at),
                    (None, Some(_)) => waits,
                    (None, None) => State::Later,
                },
            },
        ]
    }
}
