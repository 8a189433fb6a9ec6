use super::*;
use crate::model::billing::BillingCycle;
use crate::model::decimal::Decimal;
use crate::model::money::{Currency, Pricing};
use crate::model::order::Order;
use crate::model::software::Title;
use crate::model::window::{Closed, Left, Length, Open, Policy, Source};

mod choosing;
mod following;
mod lines;

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

const GIVEN: Given = Given {
    permission: Permission::Allowed,
    server_cancels: true,
};

fn open(refund: Option<Refund>) -> Window {
    Window::Open(Open {
        deadline: at("2026-12-24T23:59:00Z"),
        left: Left::Days(3),
        ends_soon: true,
        share_left: None,
        refund,
        source: Source::Configuration,
    })
}

fn closed() -> Window {
    Window::Closed(Closed {
        deadline: at("2026-11-01T23:59:00Z"),
        days_ago: 3,
        source: Source::Configuration,
    })
}

/// A line of three units: its number, what it cost, and whether it is cancelled.
fn line(number: i64, paid: Option<&str>, cancelled: bool) -> OrderLineItem {
    OrderLineItem {
        line_item_number: Some(number),
        offer_id: format!("P{number}:0001:A"),
        quantity: Some(if cancelled { 0 } else { 3 }),
        pricing: paid.map(|text| Pricing {
            extended: Decimal::parse(text),
            ..Pricing::default()
        }),
        ..OrderLineItem::default()
    }
}

fn order(status: OrderStatus, line_items: Vec<OrderLineItem>) -> Order {
    Order {
        id: "7kQ2_xYz".parse().unwrap(),
        alternate_id: None,
        billing_cycle: BillingCycle::OneTime,
        currency: Currency::parse("EUR"),
        line_items,
        creation_date: Some(at("2026-11-10T08:00:00Z")),
        status,
        total_price: None,
        transaction_type: None,
    }
}

fn one(status: OrderStatus, window: &Window, given: Given) -> MayCancel {
    let order = order(status, vec![line(0, Some("12.50"), false)]);
    let lines = lines(&order, given, &|_| window.clone());
    lines[0].may.clone()
}

#[test]
fn an_open_window_of_a_delivered_order_can_be_cancelled() {
    let amount = |refund| match one(OrderStatus::Completed, &open(refund), GIVEN) {
        MayCancel::Now(credit) => {
            assert_eq!(credit.deadline, at("2026-12-24T23:59:00Z"));
            assert_eq!(credit.refund, refund);
            credit.amount.map(|amount| amount.to_string())
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(amount(Some(Refund::Full)).as_deref(), Some("12.50 EUR"));
    // Nobody gives the amount of these.
    assert_eq!(amount(Some(Refund::Prorated)), None);
    assert_eq!(amount(None), None);
}

#[test]
fn what_keeps_a_purchase_from_being_cancelled_is_said() {
    use MayCancel::{No, ReportOnly};
    let unknown = Window::Unknown(WhyUnknown::NoPurchaseDate);
    let deadline = at("2026-11-01T23:59:00Z");
    let full = open(Some(Refund::Full));
    for (status, window, expected) in [
        (
            OrderStatus::Completed,
            closed(),
            ReportOnly(WhyReport::WindowOver { deadline }),
        ),
        (
            OrderStatus::Completed,
            unknown,
            ReportOnly(WhyReport::WindowUnknown(WhyUnknown::NoPurchaseDate)),
        ),
        (
            OrderStatus::PendingReview,
            full.clone(),
            ReportOnly(WhyReport::InReview),
        ),
        (
            OrderStatus::Pending,
            full.clone(),
            No(WhyNo::NotDeliveredYet),
        ),
        (OrderStatus::Error, full.clone(), No(WhyNo::NotDelivered)),
        (
            OrderStatus::PoReviewRejected,
            closed(),
            No(WhyNo::NotDelivered),
        ),
        (
            OrderStatus::Completed,
            Window::NotCancellable(WhyNot::Cancelled),
            No(WhyNo::AlreadyCancelled),
        ),
        (
            OrderStatus::PartialSuccess,
            Window::NotCancellable(WhyNot::NotDelivered),
            No(WhyNo::NotDelivered),
        ),
        (OrderStatus::Cancelled, full, No(WhyNo::AlreadyCancelled)),
    ] {
        assert_eq!(one(status.clone(), &window, GIVEN), expected, "{status:?}");
    }
}

#[test]
fn an_item_is_judged_as_its_order_is() {
    let item = |status| SoftwareItem {
        paid: None,
        id: crate::model::SoftwareItemId {
            order: "a".parse().unwrap(),
            line: 0,
            product: "P1".parse().unwrap(),
            sku: "0001".parse().unwrap(),
        },
        title: Title {
            name: String::new(),
            detail: None,
            known: false,
        },
        quantity: Some(1),
        kind: SoftwareKind::Perpetual,
        order_number: String::new(),
        included_in: None,
        purchased: None,
        status,
        term: None,
        window: open(Some(Refund::Full)),
        key_artifacts: Vec::new(),
    };
    let odd = ItemStatus::Unknown("odd".to_owned());
    for (status, expected) in [
        (ItemStatus::Active, None),
        (ItemStatus::Suspended, None),
        (ItemStatus::Expired, None),
        (odd, None),
        (
            ItemStatus::Pending,
            Some(MayCancel::No(WhyNo::NotDeliveredYet)),
        ),
        (
            ItemStatus::PendingPurchaseOrder,
            Some(MayCancel::ReportOnly(WhyReport::InReview)),
        ),
        (
            ItemStatus::PurchaseOrderInReview,
            Some(MayCancel::ReportOnly(WhyReport::InReview)),
        ),
        (
            ItemStatus::PendingReview,
            Some(MayCancel::ReportOnly(WhyReport::InReview)),
        ),
        (
            ItemStatus::ReviewRejected,
            Some(MayCancel::No(WhyNo::NotDelivered)),
        ),
        (
            ItemStatus::NotFulfilled,
            Some(MayCancel::No(WhyNo::NotDelivered)),
        ),
        (ItemStatus::Failed, Some(MayCancel::No(WhyNo::NotDelivered))),
        (
            ItemStatus::Cancelled,
            Some(MayCancel::No(WhyNo::AlreadyCancelled)),
        ),
    ] {
        let may = of_item(&item(status.clone()), None, GIVEN);
        match expected {
            Some(expected) => assert_eq!(may, expected, "{status:?}"),
            None => assert!(matches!(may, MayCancel::Now(_)), "{status:?}"),
        }
    }
}

#[test]
fn who_may_not_cancel_may_not_report_a_refund_either() {
    let may = |permission, window: &Window| {
        let given = Given {
            permission,
            ..GIVEN
        };
        one(OrderStatus::Completed, window, given)
    };
    let full = open(Some(Refund::Full));
    for window in [&full, &closed()] {
        let denied = may(Permission::Denied, window);
        assert_eq!(denied, MayCancel::No(WhyNo::Role));
    }
    // A role that is not known is for the server to judge.
    assert!(matches!(may(Permission::Ask, &full), MayCancel::Now(_)));
    let gone = Window::NotCancellable(WhyNot::Cancelled);
    let cancelled = may(Permission::Denied, &gone);
    assert_eq!(cancelled, MayCancel::No(WhyNo::AlreadyCancelled));
}

#[test]
fn a_server_that_cancels_nothing_leaves_the_report() {
    let given = Given {
        server_cancels: false,
        ..GIVEN
    };
    for window in [open(Some(Refund::Full)), closed()] {
        let may = one(OrderStatus::Completed, &window, given);
        assert_eq!(may, MayCancel::ReportOnly(WhyReport::ServerDoesNotCancel));
    }
    let pending = one(OrderStatus::Pending, &closed(), given);
    assert_eq!(pending, MayCancel::No(WhyNo::NotDeliveredYet));
}
