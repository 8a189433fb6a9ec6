//! Which product keys an item has, or why it has none.

use super::{ItemStatus, SoftwareItem, StatusGroup};
use crate::model::status::ArtifactState;

/// Where a product key is to be had. The key itself is fetched only when someone asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyArtifact {
    /// Relative to the API's base.
    pub uri: String,
    pub state: ArtifactState,
    /// Why the state is not active, in the server's words.
    pub reason: Option<String>,
}

/// The keys of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keys<'a> {
    One(&'a KeyArtifact),
    Several(Vec<&'a KeyArtifact>),
    None(NoKey),
}

/// Why an item has no key to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoKey {
    /// A cancelled purchase: Microsoft revoked its keys and links.
    Cancelled,
    /// The order is not through yet.
    Pending,
    /// The order was rejected or failed.
    NotDelivered,
    /// Revoked although the purchase stands; with the server's reason.
    Revoked(Option<String>),
    /// The product needs none: a client access licence, for one.
    NotForThisProduct,
}

impl SoftwareItem {
    /// The keys that can be asked for. A state that nobody knows is asked for as well: the server
    /// decides.
    pub fn keys(&self) -> Keys<'_> {
        if let Some(why) = self.nothing_delivered() {
            return Keys::None(why);
        }
        let usable = |key: &&KeyArtifact| {
            !matches!(key.state, ArtifactState::Revoked | ArtifactState::Pending)
        };
        let mut keys: Vec<&KeyArtifact> = self.key_artifacts.iter().filter(usable).collect();
        match keys.pop() {
            Some(only) if keys.is_empty() => Keys::One(only),
            Some(last) => {
                keys.push(last);
                Keys::Several(keys)
            }
            None => Keys::None(self.why_unusable()),
        }
    }

    /// Why neither keys nor downloads are to be had, by the state of the purchase.
    pub fn nothing_delivered(&self) -> Option<NoKey> {
        match self.status.group() {
            StatusGroup::Cancelled => Some(NoKey::Cancelled),
            StatusGroup::Pending => Some(NoKey::Pending),
            StatusGroup::Problem if matches!(self.status, ItemStatus::Unknown(_)) => None,
            StatusGroup::Problem => Some(NoKey::NotDelivered),
            StatusGroup::Active | StatusGroup::Ended => None,
        }
    }

    fn why_unusable(&self) -> NoKey {
        let revoked = |key: &&KeyArtifact| key.state == ArtifactState::Revoked;
        match self.key_artifacts.iter().find(revoked) {
            Some(key) => NoKey::Revoked(key.reason.clone().filter(|reason| !reason.is_empty())),
            None if self.key_artifacts.is_empty() => NoKey::NotForThisProduct,
            None => NoKey::Pending,
        }
    }
}
