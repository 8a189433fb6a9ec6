//! The rules of cancelling that an order and a subscription share, and what follows from it.

use super::audit;
use super::call::Call;
use super::credits;
use super::failure::{Failure, fail, role_too_low};
use super::history;
use super::hostile::is;
use super::seed::company::Company;
use super::seed::purchases::{Line, Purchase, WINDOW_DAYS};
use super::sentinels::Kind;
use crate::model::Timestamp;
use crate::model::window::{self, Length, Policies, Policy, Refund, ServerDates, SoftwareKind};

/// The sandbox's policy, which is the brief's.
const WINDOW: Length = Length::Days(WINDOW_DAYS);
/// The window of those whom an hour count refuses: that of new-commerce subscriptions.
const WEEK: Length = Length::Hours(168);

/// What a cancellation of this line is counted by.
pub fn business_key(company: &Company, order: &Purchase, line: &Line) -> String {
    format!("cancel:{}:{}:{}", company.tenant, order.id, line.number)
}

/// What a sentinel's name says of cancelling, whatever is cancelled.
///
/// # Errors
/// 403/900150, 403/800019, 400/800061, 409/800014, 400/900117, 400/900213.
pub fn refused_by_name(company: &Company) -> Result<(), Failure> {
    let kind = company.who.sentinel().map(|sentinel| sentinel.kind);
    Err(match kind {
        Some(Kind::CancelForbidden) => role_too_low(),
        Some(Kind::CancelOutsideSoftware) => {
            let text = "Only software can be cancelled outside the sandbox.";
            fail(403, "800019", text)
        }
        Some(Kind::CancelNotPossible) => not_cancellable(),
        Some(Kind::CancelPending) => adjustment_pending(),
        Some(Kind::CancelWindowPassed) => passed(WINDOW),
        Some(Kind::CancelHoursPassed) => passed(WEEK),
        _ => return Ok(()),
    })
}

pub fn not_cancellable() -> Failure {
    fail(400, "800061", "The order cannot be cancelled.")
}

pub fn adjustment_pending() -> Failure {
    fail(
        409,
        "800014",
        "There is a pending adjustment on this order.",
    )
}

/// # Errors
/// 400/900117 once the last moment of the line's window is over.
pub fn in_window(order: &Purchase, line: &Line, now: Timestamp) -> Result<(), Failure> {
    let server = line.subscription.as_ref().map(|subscription| ServerDates {
        allowed_until: Some(subscription.cancellable_until),
        refund_options: Vec::new(),
    });
    let kind = match server {
        Some(_) => SoftwareKind::Subscription,
        None => SoftwareKind::Perpetual,
    };
    let purchase = window::Purchase {
        kind,
        segment: Some(line.item.segment.as_str()),
        purchased: Some(order.created),
        nothing_to_cancel: None,
        server: server.as_ref(),
    };
    let policy = Policy {
        kind,
        segment: None,
        length: WINDOW,
        refund: Refund::Full,
    };
    let window = window::Window::of(&purchase, &Policies(vec![policy]), now);
    window.is_open().then_some(()).ok_or_else(|| passed(WINDOW))
}

/// The codes of the two kinds of policy.
fn passed(length: Length) -> Failure {
    let (code, name) = match length {
        Length::Days(days) => ("900117", format!("{days}-day")),
        Length::Hours(hours) => ("900213", format!("{hours}-hour")),
    };
    let text = format!("The order has passed the {name} cancellation window.");
    fail(400, code, text)
}

/// Cancels lines of an order at the call's time. The caller has checked that they may be.
pub fn carry_out(call: &mut Call, company: &Company, order: &Purchase, lines: &[&Line]) {
    for line in lines {
        call.takes_effect(&business_key(company, order, line));
    }
    let numbers: Vec<u32> = lines.iter().map(|line| line.number).collect();
    history::cancel(call.documents, company, &order.id, &numbers, call.now);
    let listed: Vec<String> = numbers.iter().map(u32::to_string).collect();
    let details = [
        ("OrderId", order.id.clone()),
        ("LineItemNumbers", listed.join(",")),
        ("Status", "cancelled".to_owned()),
    ];
    audit::record(call, company, audit::UPDATED_ORDER, &details);
    credits::book(call, company, order, lines, call.now);
}

/// Whether this sentinel's subscriptions are not cancelled through their order.
pub fn by_subscription_only(company: &Company, line: &Line) -> bool {
    let so = is(company, Kind::CancelBySubscription) || is(company, Kind::SubscriptionChanged);
    so && line.subscription.is_some()
}
