use super::*;
use crate::model::decimal::Decimal;
use crate::model::money::Currency;
use crate::model::software::{ItemStatus, Title};
use crate::model::window::{Closed, Open, SoftwareKind};

mod calendar;

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

const NOW: &str = "2026-11-23T10:00:00Z";

fn id(order: &str) -> SoftwareItemId {
    SoftwareItemId {
        order: order.parse().unwrap(),
        line: 0,
        product: "P1".parse().unwrap(),
        sku: "0001".parse().unwrap(),
    }
}

fn item(order: &str, window: Window) -> SoftwareItem {
    SoftwareItem {
        paid: None,
        id: id(order),
        title: Title {
            name: "SQL Server".to_owned(),
            detail: Some("2 Core".to_owned()),
            known: true,
        },
        quantity: Some(1),
        kind: SoftwareKind::Perpetual,
        order_number: order.to_owned(),
        included_in: None,
        purchased: None,
        status: ItemStatus::Active,
        term: None,
        window,
        key_artifacts: Vec::new(),
    }
}

fn open(deadline: &str, refund: Option<Refund>) -> Window {
    Window::Open(Open {
        deadline: at(deadline),
        left: Left::Days(9),
        ends_soon: false,
        share_left: None,
        refund,
        source: Source::Configuration,
    })
}

fn customer(digit: char) -> CustomerId {
    let id = "00000000-0000-4000-8000-00000000000";
    format!("{id}{digit}").parse().unwrap()
}

#[test]
fn windows_that_close_soon_are_found_soonest_first() {
    let (one, two) = (customer('1'), customer('2'));
    let full = Some(Refund::Full);
    let closed = Window::Closed(Closed {
        deadline: at("2026-11-22T23:59:00Z"),
        days_ago: 0,
        source: Source::Server,
    });
    let of_one = [
        item("late", open("2026-12-23T10:00:00Z", full)),
        item("third", open("2026-11-30T10:00:00Z", None)),
        item("first", open("2026-11-23T10:00:00Z", full)),
        item("closed", closed),
        // Made before it closed.
        item("stale", open("2026-11-23T09:59:59Z", full)),
    ];
    let mut part = item("part", open("2026-11-24T10:00:00Z", full));
    part.included_in = Some(id("bundle"));
    let of_two = [
        part,
        item(
            "second",
            open("2026-11-24T10:00:00Z", Some(Refund::Prorated)),
        ),
    ];
    let owners = [
        Owner {
            id: &one,
            name: "Ä",
            items: &of_one,
        },
        Owner {
            id: &two,
            name: "B",
            items: &of_two,
        },
    ];
    let paid = |_: &CustomerId, _: &SoftwareItemId| {
        let amount = Decimal::parse("12.50")?;
        Some(Money::new(amount, Currency::parse("EUR")?))
    };
    let found = closing(&owners, 7, at(NOW), &paid);
    let told: Vec<_> = found
        .iter()
        .map(|one| (one.item.order.as_str(), one.left, one.amount.is_some()))
        .collect();
    assert_eq!(
        told,
        [
            ("first", Left::Minutes(0), true),
            ("second", Left::Days(1), false),
            ("third", Left::Days(7), false),
        ]
    );
    let soon: Vec<bool> = found.iter().map(|one| one.ends_soon).collect();
    assert_eq!(soon, [true, true, false]);
    assert_eq!(found[0].title, "SQL Server – 2 Core");
    let uid = "00000000-0000-4000-8000-000000000001-first-0-P1-0001@latchkey";
    assert_eq!(found[0].uid(), uid);
    assert_eq!((&found[1].customer, &*found[1].customer_name), (&two, "B"));
    let earlier = at(NOW).plus_millis(-1);
    assert_eq!(
        closing(&owners, 7, earlier, &paid).len(),
        2,
        "to the millisecond"
    );
}

#[test]
fn what_closes_together_keeps_one_order() {
    let one = customer('1');
    let same = |order: &str| item(order, open("2026-11-24T10:00:00Z", None));
    let none = |_: &CustomerId, _: &SoftwareItemId| None;
    let order = |items: &[SoftwareItem]| {
        let owner = Owner {
            id: &one,
            name: "A",
            items,
        };
        let found = closing(&[owner], 7, at(NOW), &none);
        found
            .iter()
            .map(|one| one.item.order.to_string())
            .collect::<Vec<_>>()
    };
    let there = order(&[same("a"), same("b"), same("c")]);
    assert_eq!(there, order(&[same("c"), same("b"), same("a")]));
}
