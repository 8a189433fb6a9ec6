//! The state of an item, out of the states of its order, line and subscription.

use super::{Ordered, OrderedLine, Subscribed};
use crate::model::Timestamp;
use crate::model::status::{OrderStatus, SubscriptionStatus};
use crate::model::window::WhyNot;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemStatus {
    Active,
    /// Being processed.
    Pending,
    /// A secondary review of the deal.
    PendingReview,
    /// The partner must upload the customer's purchase order.
    PendingPurchaseOrder,
    /// Microsoft reviews the uploaded purchase order.
    PurchaseOrderInReview,
    ReviewRejected,
    Suspended,
    Expired,
    Cancelled,
    /// The order went through without this line: buy it again.
    NotFulfilled,
    /// The order failed: buy it again.
    Failed,
    /// A text that this version does not know, as the server wrote it.
    Unknown(String),
}

/// States put together for filtering.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StatusGroup {
    Active,
    Pending,
    Problem,
    /// Suspended or expired.
    Ended,
    Cancelled,
}

impl StatusGroup {
    pub const ALL: [StatusGroup; 5] = [
        StatusGroup::Active,
        StatusGroup::Pending,
        StatusGroup::Problem,
        StatusGroup::Ended,
        StatusGroup::Cancelled,
    ];

    /// The word in URLs.
    pub fn as_str(self) -> &'static str {
        match self {
            StatusGroup::Active => "active",
            StatusGroup::Pending => "pending",
            StatusGroup::Problem => "problem",
            StatusGroup::Ended => "ended",
            StatusGroup::Cancelled => "cancelled",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.as_str() == text)
    }
}

impl ItemStatus {
    pub fn group(&self) -> StatusGroup {
        match self {
            ItemStatus::Active => StatusGroup::Active,
            ItemStatus::Pending
            | ItemStatus::PendingReview
            | ItemStatus::PendingPurchaseOrder
            | ItemStatus::PurchaseOrderInReview => StatusGroup::Pending,
            ItemStatus::Suspended | ItemStatus::Expired => StatusGroup::Ended,
            ItemStatus::Cancelled => StatusGroup::Cancelled,
            ItemStatus::ReviewRejected
            | ItemStatus::NotFulfilled
            | ItemStatus::Failed
            | ItemStatus::Unknown(_) => StatusGroup::Problem,
        }
    }

    /// Why there is nothing to cancel, if so. An expired or suspended purchase is left to its
    /// dates.
    pub(super) fn nothing_to_cancel(&self) -> Option<WhyNot> {
        match self {
            ItemStatus::Cancelled => Some(WhyNot::Cancelled),
            ItemStatus::ReviewRejected | ItemStatus::NotFulfilled | ItemStatus::Failed => {
                Some(WhyNot::NotDelivered)
            }
            _ => None,
        }
    }
}

/// What is known about an item when its state is asked for.
pub(super) struct Facts<'a> {
    pub order: Option<&'a Ordered>,
    pub line: Option<&'a OrderedLine>,
    pub subscription: Option<&'a Subscribed>,
    /// Units of the entitlement by which the customer owns it.
    pub entitled_units: Option<Option<i64>>,
    pub expires: Option<Timestamp>,
}

/// The state by rank: cancelled before ended before the order's own. A cancelled line has the
/// quantity 0 while its order stays `completed` (Microsoft, "Cancel software purchases").
pub(super) fn status(facts: &Facts, now: Timestamp) -> ItemStatus {
    let order = facts.order.map(|order| &order.status);
    let subscription = facts.subscription.map(|subscription| &subscription.status);
    let is = |state| subscription == Some(&state);

    let units = match facts.line {
        Some(line) => line.quantity,
        None => facts.entitled_units.flatten(),
    };
    let no_units = units == Some(0);
    if no_units || order == Some(&OrderStatus::Cancelled) || is(SubscriptionStatus::Deleted) {
        return ItemStatus::Cancelled;
    }
    let over = facts.expires.is_some_and(|end| end < now);
    if over || is(SubscriptionStatus::Expired) || is(SubscriptionStatus::Disabled) {
        return ItemStatus::Expired;
    }
    if is(SubscriptionStatus::Suspended) {
        return ItemStatus::Suspended;
    }
    match order {
        Some(order) => of_order(
            order,
            facts.entitled_units.is_some(),
            is(SubscriptionStatus::Pending),
        ),
        None if is(SubscriptionStatus::Pending) => ItemStatus::Pending,
        None => ItemStatus::Active,
    }
}

fn of_order(order: &OrderStatus, entitled: bool, subscription_pending: bool) -> ItemStatus {
    match order {
        OrderStatus::Completed if subscription_pending => ItemStatus::Pending,
        OrderStatus::Completed => ItemStatus::Active,
        OrderStatus::Pending => ItemStatus::Pending,
        OrderStatus::Cancelled => ItemStatus::Cancelled,
        OrderStatus::Suspended => ItemStatus::Suspended,
        OrderStatus::PendingReview => ItemStatus::PendingReview,
        OrderStatus::PendingPoUpload => ItemStatus::PendingPurchaseOrder,
        OrderStatus::PoUploadComplete => ItemStatus::PurchaseOrderInReview,
        OrderStatus::PoReviewRejected => ItemStatus::ReviewRejected,
        OrderStatus::PartialSuccess if entitled => ItemStatus::Active,
        OrderStatus::PartialSuccess => ItemStatus::NotFulfilled,
        OrderStatus::Error => ItemStatus::Failed,
        OrderStatus::Unknown(text) => ItemStatus::Unknown(text.clone()),
    }
}
