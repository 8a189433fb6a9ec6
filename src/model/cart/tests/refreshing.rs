use super::*;
use crate::model::catalog::{Availability, AvailableTerm, Sku};

fn current(item: &str, limits: QuantityLimits, offers: &[(&str, &str)]) -> Current {
    let item: CatalogItemId = item.parse().unwrap();
    let offer = |(item, term): &(&str, &str)| Availability {
        item: item.parse().unwrap(),
        segment: None,
        currency: None,
        country: None,
        purchasable: true,
        terms: match term.is_empty() {
            true => Vec::new(),
            false => vec![AvailableTerm {
                duration: Term::parse(term),
                ..AvailableTerm::default()
            }],
        },
    };
    Current {
        sku: Some(Sku {
            id: item.sku.clone(),
            title: String::new(),
            description: String::new(),
            limits,
            billing_cycles: vec![BillingCycle::OneTime],
            prerequisites: Vec::new(),
            attestation: None,
            refundable: false,
            trial: false,
        }),
        availabilities: offers.iter().map(offer).collect(),
        item,
    }
}

fn changes(refreshed: &Refreshed) -> Vec<(String, Change)> {
    let told = refreshed.changes.iter();
    told.map(|(item, change)| (item.to_string(), *change))
        .collect()
}

fn items(refreshed: &Refreshed) -> Vec<(String, u32)> {
    let lines = refreshed.lines.iter();
    lines
        .map(|line| (line.catalog_item.to_string(), line.quantity))
        .collect()
}

#[test]
fn a_stale_line_gets_what_is_offered_now() {
    let lines = [line("P:1:old", 4), line("Q:1:old", 1)];
    let now = [current("P:1:old", limits(1, 9), &[("P:1:new", "")])];
    let refreshed = refresh(&lines, &now);
    assert_eq!(
        items(&refreshed),
        [("P:1:new".to_owned(), 4), ("Q:1:old".to_owned(), 1)],
        "what was not read again stays"
    );
    assert_eq!(
        changes(&refreshed),
        [("P:1:old".to_owned(), Change::Renewed)]
    );
}

#[test]
fn a_line_that_is_still_good_does_not_change() {
    let now = [current(
        "P:1:A",
        limits(1, 9),
        &[("P:1:B", ""), ("P:1:A", "")],
    )];
    let refreshed = refresh(&[line("P:1:A", 4)], &now);
    assert_eq!(items(&refreshed), [("P:1:A".to_owned(), 4)]);
    assert!(refreshed.changes.is_empty());
}

#[test]
fn what_is_no_longer_sold_is_taken_out_and_said() {
    let mut gone = current("P:1:A", limits(1, 9), &[("P:1:A", "")]);
    gone.sku = None;
    let none = current("P:1:A", limits(1, 9), &[]);
    let mut closed = current("P:1:A", limits(1, 9), &[("P:1:A", "")]);
    closed.availabilities[0].purchasable = false;
    for now in [gone, none, closed] {
        let refreshed = refresh(&[line("P:1:A", 4)], &[now]);
        assert!(refreshed.lines.is_empty());
        assert_eq!(changes(&refreshed), [("P:1:A".to_owned(), Change::NotSold)]);
    }
    let other_term = current("P:1:A", limits(1, 9), &[("P:1:B", "P3Y")]);
    let refreshed = refresh(&[line("P:1:A", 4)], &[other_term]);
    assert!(refreshed.lines.is_empty());
    let expected = ("P:1:A".to_owned(), Change::PlanNotOffered);
    assert_eq!(changes(&refreshed), [expected]);
}

#[test]
fn the_quantity_follows_the_limits_of_now() {
    for (has, to) in [(1, 5), (12, 8)] {
        let now = current("P:1:A", limits(5, 8), &[("P:1:A", "")]);
        let refreshed = refresh(&[line("P:1:A", has)], &[now]);
        assert_eq!(items(&refreshed), [("P:1:A".to_owned(), to)]);
        let change = Change::Quantity { from: has, to };
        assert_eq!(changes(&refreshed), [("P:1:A".to_owned(), change)]);
    }
}

#[test]
fn lines_that_become_the_same_are_joined_within_the_maximum_else_stay_apart() {
    let lines = [line("P:1:A", 4), line("P:1:B", 3)];
    let now = |max| current("P:1:A", limits(1, max), &[("P:1:B", "")]);
    let joined = refresh(&lines, &[now(7)]);
    assert_eq!(items(&joined), [("P:1:B".to_owned(), 7)]);
    assert_eq!(
        changes(&joined),
        [
            ("P:1:A".to_owned(), Change::Renewed),
            ("P:1:B".to_owned(), Change::Joined)
        ]
    );
    let apart = refresh(&lines, &[now(6)]);
    assert_eq!(
        items(&apart),
        [("P:1:B".to_owned(), 4), ("P:1:B".to_owned(), 3)]
    );
}

#[test]
fn refreshing_twice_changes_nothing_more() {
    let lines = [line("P:1:A", 4), line("P:1:B", 3), line("P:2:A", 50)];
    let now = [
        current("P:1:A", limits(1, 40), &[("P:1:C", "")]),
        current("P:2:A", limits(1, 40), &[("P:2:A", "")]),
    ];
    let once = refresh(&lines, &now);
    let twice = refresh(&once.lines, &now);
    assert_eq!(once.lines, twice.lines);
    assert!(twice.changes.is_empty());
}

#[test]
fn an_error_of_the_old_line_is_forgotten() {
    let refused = CartLine {
        error: Some(error()),
        ..line("P:1:A", 4)
    };
    let now = current("P:1:A", limits(1, 9), &[("P:1:A", "")]);
    assert_eq!(refresh(&[refused], &[now]).lines[0].error, None);
}
