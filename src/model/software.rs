//! The software bought for a customer, joined from what the API says in four places: entitlements
//! (what the customer owns), orders (what was bought, when and whether it was cancelled),
//! subscriptions (term and renewal) and the catalogue (titles).

use super::window::{SoftwareKind, Window};
use super::{Money, SoftwareItemId, SubscriptionId, Timestamp};

mod join;
mod keys;
mod list_view;
mod sources;
mod status;
#[cfg(test)]
mod tests;

pub use join::{Missing, SoftwareList, join};
pub use keys::{KeyArtifact, Keys, NoKey};
pub use list_view::{Filter, ListView, Sort, SortBy};
pub use sources::{
    Entitled, Ordered, OrderedLine, ProductFacts, Sources, Subscribed, Titles, Unreadable,
};
pub use status::{ItemStatus, StatusGroup};

/// One piece of software that was bought for a customer.
#[derive(Clone, Debug, PartialEq)]
pub struct SoftwareItem {
    pub id: SoftwareItemId,
    pub title: Title,
    /// Units; 0 on a cancelled line; `None` when the server did not say.
    pub quantity: Option<i64>,
    pub kind: SoftwareKind,
    /// What it cost, where an order says so; never of what a bundle brought along.
    pub paid: Option<Money>,
    /// The order number to show to people: the friendly one where the order has it.
    pub order_number: String,
    /// The bundle that brought this item along.
    pub included_in: Option<SoftwareItemId>,
    pub purchased: Option<Timestamp>,
    pub status: ItemStatus,
    /// Of subscriptions.
    pub term: Option<Term>,
    pub window: Window,
    pub key_artifacts: Vec<KeyArtifact>,
}

/// What an item is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// Product title, or product and SKU together as an order writes them.
    pub name: String,
    /// The SKU's part, where it is known apart.
    pub detail: Option<String>,
    /// False while only the identifiers are known.
    pub known: bool,
}

impl Title {
    /// Both parts in one line.
    pub fn whole(&self) -> String {
        match &self.detail {
            Some(detail) => format!("{} – {detail}", self.name),
            None => self.name.clone(),
        }
    }
}

/// The term of a subscription.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    pub subscription: Option<SubscriptionId>,
    /// ISO 8601: `P1Y`, `P3Y`.
    pub duration: Option<String>,
    pub ends: Option<Timestamp>,
    pub auto_renew: Option<bool>,
}

impl Term {
    /// Whole years of the duration; `None` for months and for what is not understood.
    pub fn years(&self) -> Option<u32> {
        let number = self
            .duration
            .as_deref()?
            .strip_prefix('P')?
            .strip_suffix('Y')?;
        number.parse().ok()
    }
}
