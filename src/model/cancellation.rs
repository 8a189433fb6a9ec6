//! Cancelling a purchase through the API: what of an order can be cancelled, what is sent for it,
//! and what follows.
//!
//! Only whole lines can be cancelled (Microsoft, "Cancel software purchases"); giving back some of a
//! line is [`returns`](super::returns).

use super::money::Money;
use super::order::{Order, OrderLineItem};
use super::permissions::Permission;
use super::software::{ItemStatus, SoftwareItem};
use super::status::OrderStatus;
use super::window::{
    Policies, Purchase, Refund, ServerDates, SoftwareKind, WhyNot, WhyUnknown, Window,
};
use super::{CatalogItemId, SubscriptionId, Timestamp};

mod asked;
mod credit;
mod reason;
mod selection;
mod several;
mod standing;
#[cfg(test)]
mod tests;
mod tracker;
mod undo;

pub use asked::AskedFor;
pub use credit::Expected;
pub use reason::{CancelReason, LONGEST_REASON, Reason, ReasonProblem};
pub use selection::{LineRef, Selection, What, took_effect};
pub use several::{RowResult, Run, by_order, is_name};
pub use standing::{Change, Standing};
pub use tracker::{Proof, Stage, State, Step, Tracker};
pub use undo::Undo;

/// A line of an order, and whether it can be cancelled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub number: u32,
    /// As the order names it, to be sent back: `product:SKU:availability`.
    pub offer: String,
    pub title: Option<String>,
    pub quantity: Option<i64>,
    /// What was paid, where the order says so.
    pub paid: Option<Money>,
    pub subscription: Option<SubscriptionId>,
    pub may: MayCancel,
}

/// Whether something can be cancelled, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MayCancel {
    /// Through the API.
    Now(Credit),
    /// Partner Center can be asked to, in a report.
    ReportOnly(WhyReport),
    No(WhyNo),
}

/// What cancelling now brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    /// The last moment for it.
    pub deadline: Timestamp,
    /// `None` when neither server nor configuration says.
    pub refund: Option<Refund>,
    /// Of a full refund, where the order carries prices. Of a prorated one nobody gives an amount.
    pub amount: Option<Money>,
}

/// Why only a report is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyReport {
    WindowOver {
        deadline: Timestamp,
    },
    WindowUnknown(WhyUnknown),
    /// The configuration says that the server cancels nothing.
    ServerDoesNotCancel,
    /// Microsoft is reviewing the deal, and refuses meanwhile (400/800061).
    InReview,
}

/// Why neither way is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNo {
    /// The role may neither cancel nor report a refund.
    Role,
    AlreadyCancelled,
    /// Still being processed: the server would refuse it (409/800014). Wait, then cancel.
    NotDeliveredYet,
    /// The order was rejected or failed: nothing was delivered or charged.
    NotDelivered,
    /// The line is no software.
    NotSoftware,
}

/// What decides beside the purchase itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given {
    /// The visitor's right to cancel.
    pub permission: Permission,
    /// The capability `cancelOrders`.
    pub server_cancels: bool,
}

/// The lines of an order. `window` tells each line's own, by its number: that of the software item
/// where there is one, else [`window`].
pub fn lines(order: &Order, given: Given, window: &dyn Fn(u32) -> Window) -> Vec<Line> {
    let numbered = order.line_items.iter().enumerate();
    let numbered = numbered.filter_map(|(place, line)| Some((number(place, line)?, line)));
    numbered
        .map(|(number, line)| {
            let paid = order.paid(line);
            let may = match line.catalog_item() {
                None => MayCancel::No(WhyNo::NotSoftware),
                Some(_) if line.is_cancelled() => MayCancel::No(WhyNo::AlreadyCancelled),
                Some(_) => may_cancel(&order.status, &window(number), paid.as_ref(), given),
            };
            Line {
                number,
                offer: line.offer_id.clone(),
                title: line.friendly_name.clone(),
                quantity: line.quantity,
                paid,
                subscription: line
                    .subscription_id
                    .as_deref()
                    .and_then(|id| id.parse().ok()),
                may,
            }
        })
        .collect()
}

/// Whether an item of the software list can be cancelled. `paid` is what it cost, where an order
/// said so.
pub fn of_item(item: &SoftwareItem, paid: Option<&Money>, given: Given) -> MayCancel {
    let order = match &item.status {
        ItemStatus::Pending => OrderStatus::Pending,
        ItemStatus::PendingReview => OrderStatus::PendingReview,
        ItemStatus::PendingPurchaseOrder => OrderStatus::PendingPoUpload,
        ItemStatus::PurchaseOrderInReview => OrderStatus::PoUploadComplete,
        ItemStatus::ReviewRejected => OrderStatus::PoReviewRejected,
        ItemStatus::NotFulfilled | ItemStatus::Failed => OrderStatus::Error,
        ItemStatus::Cancelled => OrderStatus::Cancelled,
        ItemStatus::Active
        | ItemStatus::Suspended
        | ItemStatus::Expired
        | ItemStatus::Unknown(_) => OrderStatus::Completed,
    };
    may_cancel(&order, &item.window, paid, given)
}

/// A line's number: its place where the order does not say.
pub fn number(place: usize, line: &OrderLineItem) -> Option<u32> {
    match line.line_item_number {
        Some(number) => u32::try_from(number).ok(),
        None => u32::try_from(place).ok(),
    }
}

/// The line of that number.
pub fn line_of(order: &Order, wanted: u32) -> Option<&OrderLineItem> {
    let mut numbered = order.line_items.iter().enumerate();
    let found = numbered.find(|(place, line)| number(*place, line) == Some(wanted));
    found.map(|(_, line)| line)
}

/// Whether a purchase can be cancelled: by the state of its order, its window and what it cost.
pub fn may_cancel(
    order: &OrderStatus,
    window: &Window,
    paid: Option<&Money>,
    given: Given,
) -> MayCancel {
    let over = match order {
        OrderStatus::Cancelled => Some(WhyNo::AlreadyCancelled),
        OrderStatus::PoReviewRejected | OrderStatus::Error => Some(WhyNo::NotDelivered),
        _ => None,
    };
    let over = over.or(match window {
        Window::NotCancellable(WhyNot::Cancelled) => Some(WhyNo::AlreadyCancelled),
        Window::NotCancellable(WhyNot::NotDelivered) => Some(WhyNo::NotDelivered),
        _ => None,
    });
    let denied = (given.permission == Permission::Denied).then_some(WhyNo::Role);
    if let Some(why) = over.or(denied) {
        return MayCancel::No(why);
    }
    match order {
        OrderStatus::Pending => return MayCancel::No(WhyNo::NotDeliveredYet),
        OrderStatus::PendingReview
        | OrderStatus::PendingPoUpload
        | OrderStatus::PoUploadComplete => return MayCancel::ReportOnly(WhyReport::InReview),
        _ if !given.server_cancels => return MayCancel::ReportOnly(WhyReport::ServerDoesNotCancel),
        _ => {}
    }
    match window {
        Window::Open(open) => MayCancel::Now(Credit {
            deadline: open.deadline,
            refund: open.refund,
            amount: paid.filter(|_| open.refund == Some(Refund::Full)).cloned(),
        }),
        Window::Closed(closed) => MayCancel::ReportOnly(WhyReport::WindowOver {
            deadline: closed.deadline,
        }),
        Window::Unknown(why) => MayCancel::ReportOnly(WhyReport::WindowUnknown(*why)),
        // Said above; the order's own state comes first.
        Window::NotCancellable(_) => MayCancel::No(WhyNo::NotDelivered),
    }
}

/// The window of an order's line, where no software item tells it. `server` is what the line's
/// subscription says about its own cancellation.
pub fn window(
    order: &Order,
    line: &OrderLineItem,
    server: Option<&ServerDates>,
    policies: &Policies,
    now: Timestamp,
) -> Window {
    let subscribed = line.term().is_some() || line.subscription_id.is_some() || server.is_some();
    let nothing = match order.status {
        OrderStatus::PoReviewRejected | OrderStatus::Error => Some(WhyNot::NotDelivered),
        OrderStatus::Cancelled => Some(WhyNot::Cancelled),
        _ => line.is_cancelled().then_some(WhyNot::Cancelled),
    };
    let purchase = Purchase {
        kind: match subscribed {
            true => SoftwareKind::Subscription,
            false => SoftwareKind::Perpetual,
        },
        segment: None,
        purchased: order.creation_date,
        nothing_to_cancel: nothing,
        server,
    };
    Window::of(&purchase, policies, now)
}

/// What the line of that number cost, where the order says so.
pub fn cost(order: &Order, line: u32) -> Option<Money> {
    order.paid(line_of(order, line)?)
}

impl Line {
    /// What was bought, if it is software.
    pub fn catalog_item(&self) -> Option<CatalogItemId> {
        self.offer.parse().ok()
    }

    /// Whether it can be cancelled through the API now.
    pub fn is_cancellable(&self) -> bool {
        matches!(self.may, MayCancel::Now(_))
    }

    /// Whether nothing is left of it.
    pub fn is_cancelled(&self) -> bool {
        self.may == MayCancel::No(WhyNo::AlreadyCancelled)
    }
}
