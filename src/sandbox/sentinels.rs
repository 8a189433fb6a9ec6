//! Customers whose name picks a failure, so that every error state can be seen by hand and tested
//! without touching the network. They stand last in the list; their own profile never fails.

use super::failure::{Failure, fail, role_too_low};
use super::http::Request;
use super::trouble::{Trouble, fits};

/// What is wrong with a sentinel customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    AccountNotApproved,
    AccountStatusMissing,
    AccountStatusUnknown,
    AccountUnderReview,
    AgreementMissing,
    AlwaysThrottled,
    AuditRefused,
    AvailabilityOutdated,
    CancelAnswerLost,
    CancelBySubscription,
    CancelForbidden,
    CancelHoursPassed,
    CancelNotPossible,
    CancelOutsideSoftware,
    CancelPending,
    CancelWindowPassed,
    CartBusy,
    CartLinesRefused,
    CheckoutAnswerLost,
    CheckoutFails,
    CreditExhausted,
    CustomerUnreadable,
    CutAnswer,
    DownloadsFail,
    DownloadWithoutKey,
    EducationInReview,
    EmptyAnswer,
    EntitlementUnreadable,
    FailsOnce,
    Forbidden,
    HostileText,
    HtmlError,
    KeyFails,
    KeyForbidden,
    KeyRevoked,
    KeyWithoutDownload,
    LinkFails,
    ManyKeys,
    NetworkFailure,
    NoTitles,
    NotEligible,
    OddDates,
    OrdersFail,
    OrdersPartlyFail,
    OrderUnreadable,
    OwnershipLimit,
    PendingOrder,
    ProvisioningLong,
    RefundDeclined,
    RequestAnswerLost,
    RequestsRefused,
    ServerError,
    ServiceUnavailable,
    SignedOut,
    Slow,
    SubscriptionChanged,
    SupportNeedsMore,
    ThreeDecimals,
    ThrottledTwice,
    TimeOut,
    TruncatedJson,
    UnknownValues,
    WindowClosed,
    WindowClosing,
    WithoutPrices,
}

pub struct Sentinel {
    pub kind: Kind,
    /// Says in plain words what happens.
    pub name: &'static str,
}

const fn sentinel(kind: Kind, name: &'static str) -> Sentinel {
    Sentinel { kind, name }
}

/// In the order of the list.
pub const SENTINELS: &[Sentinel] = &[
    sentinel(Kind::AccountNotApproved, "Zz Account not approved"),
    sentinel(Kind::AccountStatusMissing, "Zz Account status missing"),
    sentinel(Kind::AccountStatusUnknown, "Zz Account status unknown"),
    sentinel(Kind::AccountUnderReview, "Zz Account under review"),
    sentinel(Kind::AgreementMissing, "Zz Agreement missing"),
    sentinel(Kind::AlwaysThrottled, "Zz Always throttled"),
    sentinel(Kind::AuditRefused, "Zz Audit records refused"),
    sentinel(Kind::AvailabilityOutdated, "Zz Availability outdated"),
    sentinel(Kind::CancelAnswerLost, "Zz Cancel answer lost"),
    sentinel(Kind::CancelBySubscription, "Zz Cancel by subscription"),
    sentinel(Kind::CancelNotPossible, "Zz Cancel not possible"),
    sentinel(Kind::CancelOutsideSoftware, "Zz Cancel outside software"),
    sentinel(Kind::CancelPending, "Zz Cancel pending"),
    sentinel(Kind::CancelForbidden, "Zz Cancel refused for the role"),
    sentinel(Kind::CancelWindowPassed, "Zz Cancel refused for the window"),
    sentinel(Kind::CancelHoursPassed, "Zz Cancel refused in hours"),
    sentinel(Kind::CartBusy, "Zz Cart busy"),
    sentinel(Kind::CartLinesRefused, "Zz Cart lines refused"),
    sentinel(Kind::CheckoutAnswerLost, "Zz Checkout answer lost"),
    sentinel(Kind::CheckoutFails, "Zz Checkout fails"),
    sentinel(Kind::CutAnswer, "Zz Connection cut in the answer"),
    sentinel(Kind::CreditExhausted, "Zz Credit line exhausted"),
    sentinel(Kind::CustomerUnreadable, "Zz Customer row unreadable"),
    sentinel(Kind::LinkFails, "Zz Download link fails"),
    sentinel(Kind::DownloadsFail, "Zz Download options fail"),
    sentinel(Kind::DownloadWithoutKey, "Zz Download without key"),
    sentinel(Kind::EducationInReview, "Zz Education in review"),
    sentinel(Kind::EmptyAnswer, "Zz Empty answer"),
    sentinel(Kind::EntitlementUnreadable, "Zz Entitlement row unreadable"),
    sentinel(Kind::FailsOnce, "Zz Fails once"),
    sentinel(Kind::Forbidden, "Zz Forbidden"),
    sentinel(Kind::HostileText, "Zz Hostile text"),
    sentinel(Kind::HtmlError, "Zz HTML error page"),
    sentinel(Kind::TruncatedJson, "Zz JSON breaks off"),
    sentinel(Kind::KeyFails, "Zz Key read fails"),
    sentinel(Kind::KeyForbidden, "Zz Key refused for the role"),
    sentinel(Kind::KeyRevoked, "Zz Key revoked meanwhile"),
    sentinel(Kind::KeyWithoutDownload, "Zz Key without download"),
    sentinel(Kind::ManyKeys, "Zz Many keys"),
    sentinel(Kind::NetworkFailure, "Zz Network failure"),
    sentinel(Kind::NoTitles, "Zz No titles"),
    sentinel(Kind::NotEligible, "Zz Not eligible"),
    sentinel(Kind::OddDates, "Zz Odd dates"),
    sentinel(Kind::OrderUnreadable, "Zz Order row unreadable"),
    sentinel(Kind::OrdersFail, "Zz Orders fail"),
    sentinel(Kind::OrdersPartlyFail, "Zz Orders partly fail"),
    sentinel(Kind::OwnershipLimit, "Zz Ownership limit"),
    sentinel(Kind::PendingOrder, "Zz Pending order"),
    sentinel(Kind::ProvisioningLong, "Zz Provisioning takes long"),
    sentinel(Kind::RefundDeclined, "Zz Refund declined"),
    sentinel(Kind::RequestAnswerLost, "Zz Request answer lost"),
    sentinel(Kind::RequestsRefused, "Zz Requests refused"),
    sentinel(Kind::ServerError, "Zz Server error"),
    sentinel(Kind::ServiceUnavailable, "Zz Service unavailable"),
    sentinel(Kind::SignedOut, "Zz Sign-in expired"),
    sentinel(Kind::Slow, "Zz Slow"),
    sentinel(
        Kind::SubscriptionChanged,
        "Zz Subscription changed meanwhile",
    ),
    sentinel(Kind::SupportNeedsMore, "Zz Support needs more"),
    sentinel(Kind::ThreeDecimals, "Zz Three decimals"),
    sentinel(Kind::ThrottledTwice, "Zz Throttled twice"),
    sentinel(Kind::TimeOut, "Zz Time-out"),
    sentinel(Kind::UnknownValues, "Zz Unknown values"),
    sentinel(Kind::WindowClosed, "Zz Window just closed"),
    sentinel(Kind::WindowClosing, "Zz Window just closing"),
    sentinel(Kind::WithoutPrices, "Zz Without prices"),
];

impl Sentinel {
    pub fn domain(&self) -> String {
        let host = self.name.to_lowercase().replace(' ', "-");
        format!("{host}.{}", super::seed::names::TOP)
    }
}

const CHECKOUT: &str = "/customers/*/carts/*/checkout";
const EVERYTHING: &str = "/customers/*/*/**";
const KEYS: &str = "/customers/*/artifacts/productkey/**";
const OPTIONS: &str = "/customers/*/products/*/skus/*/downloadoptions";
const LINKS: &str = "/customers/*/products/*/skus/*/downloadoptions/*/downloadlink";
const ORDERS: &str = "/customers/*/orders/**";
const ORDER: &str = "/customers/*/orders/*";
const NEW_REQUEST: &str = "/servicerequests/*";
const SUBSCRIPTION: &str = "/customers/*/subscriptions/*";
const TITLES: [&str; 4] = [
    "/customers/*/products",
    "/customers/*/products/*",
    "/customers/*/products/*/skus",
    "/customers/*/products/*/skus/*",
];

/// What calls are counted by where it matters how often there was such a call.
pub fn counted_by(kind: Kind, request: &Request) -> Option<String> {
    let route = request.route();
    match kind {
        Kind::ThrottledTwice | Kind::FailsOnce | Kind::CheckoutAnswerLost => Some(route),
        // What is read meanwhile is not counted.
        Kind::CancelAnswerLost => (request.method == "PATCH").then_some(route),
        // All requests are sent to one address.
        Kind::RequestAnswerLost if request.method == "POST" => {
            let id = request.headers.get("MS-RequestId").unwrap_or_default();
            Some(format!("{route}/{id}"))
        }
        _ => None,
    }
}

/// What a call about a sentinel meets; `calls` is how often there was such a call so far, this one
/// included.
pub fn trouble(kind: Kind, request: &Request, calls: u64) -> Option<Trouble> {
    let path = &request.path;
    if request.method == "POST" && fits(NEW_REQUEST, path) {
        return match kind {
            Kind::RequestAnswerLost if calls == 1 => Some(Trouble::Reset),
            Kind::RequestsRefused => Some(refused(unexpected())),
            _ => None,
        };
    }
    // The profile itself is well; so is everything that is not the customer's.
    if !fits(EVERYTHING, path) {
        return None;
    }
    let when = |pattern: &str, trouble: Trouble| fits(pattern, path).then_some(trouble);
    match kind {
        Kind::AlwaysThrottled => Some(Trouble::Throttled(Some(8))),
        Kind::ThrottledTwice => (!calls.is_multiple_of(3)).then_some(Trouble::Throttled(Some(2))),
        Kind::FailsOnce => (!calls.is_multiple_of(2)).then(|| refused(unexpected())),
        Kind::CutAnswer => Some(Trouble::Cut),
        Kind::TruncatedJson => Some(Trouble::Truncated),
        Kind::EmptyAnswer => Some(Trouble::Empty),
        Kind::Forbidden => Some(refused(insufficient())),
        Kind::HtmlError => Some(Trouble::Html(502)),
        Kind::NetworkFailure => Some(Trouble::Reset),
        Kind::ServerError => Some(refused(unexpected())),
        Kind::ServiceUnavailable => Some(Trouble::Refused(try_later(), Some(2))),
        Kind::SignedOut => Some(Trouble::SignedOut),
        Kind::Slow => Some(Trouble::Slow(4_000)),
        Kind::TimeOut => Some(Trouble::Never),
        // Once for each cart, as each has a path of its own.
        Kind::CheckoutAnswerLost if calls == 1 => when(CHECKOUT, Trouble::Reset),
        Kind::CancelAnswerLost if calls == 1 && request.method == "PATCH" => {
            when(ORDER, Trouble::Reset).or_else(|| when(SUBSCRIPTION, Trouble::Reset))
        }
        Kind::DownloadsFail => when(OPTIONS, refused(unexpected())),
        Kind::LinkFails => when(LINKS, refused(unexpected())),
        Kind::KeyFails => when(KEYS, refused(unexpected())),
        Kind::KeyForbidden => when(KEYS, refused(role_too_low())),
        Kind::OrdersFail => when(ORDERS, refused(unexpected())),
        Kind::NoTitles => {
            let no_product = fail(404, "400013", "The product was not found.");
            let mut patterns = TITLES.iter();
            patterns.find_map(|pattern| when(pattern, refused(no_product.clone())))
        }
        _ => None,
    }
}

/// Whether what a call asks for happens although its answer never comes.
pub fn takes_effect(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::CheckoutAnswerLost | Kind::CancelAnswerLost | Kind::RequestAnswerLost
    )
}

fn refused(failure: Failure) -> Trouble {
    Trouble::Refused(failure, None)
}

fn unexpected() -> Failure {
    fail(500, "800003", "An unexpected service error occurred.")
}

fn insufficient() -> Failure {
    fail(
        403,
        "900308",
        "The signed-in user has insufficient privileges.",
    )
}

fn try_later() -> Failure {
    fail(503, "900192", "Something went wrong, try again later.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sentinel_fails_its_own_profile() {
        let profile = Request::new("GET", "", "/customers/id");
        for sentinel in SENTINELS {
            assert_eq!(
                trouble(sentinel.kind, &profile, 1),
                None,
                "{}",
                sentinel.name
            );
        }
    }

    #[test]
    fn what_clears_up_clears_up() {
        let orders = Request::new("GET", "", "/customers/id/orders");
        let calls = |kind| {
            let orders = orders.clone();
            (1..=6).map(move |calls| trouble(kind, &orders, calls).is_some())
        };
        assert!(calls(Kind::ThrottledTwice).eq([true, true, false, true, true, false]));
    }
}
