use super::*;
use crate::model::catalog::{Availability, AvailableTerm, Sku};
use crate::model::decimal::Decimal;
use crate::model::order::{Order, OrderLineItem};
use crate::model::quantity::QuantityLimits;
use crate::model::status::OrderStatus;

fn line(item: &str, quantity: u32) -> CartLine {
    let item = item.parse().unwrap();
    CartLine::new(item, quantity, BillingCycle::OneTime, None)
}

fn priced(item: &str, extended: &str, currency: &str) -> CartLine {
    let extended = Decimal::parse(extended);
    CartLine {
        currency: Currency::parse(currency),
        pricing: Some(Pricing {
            price: extended,
            extended,
            ..Pricing::default()
        }),
        ..line(item, 1)
    }
}

fn cart(lines: Vec<CartLine>) -> Cart {
    Cart {
        id: "3e22b548-647d-4223-9675-1fcb6cb57665".parse().unwrap(),
        status: CartStatus::Active,
        expires: None,
        lines,
        etag: None,
    }
}

fn limits(min: u32, max: u32) -> QuantityLimits {
    QuantityLimits { min, max }
}

mod putting {
    use super::*;

    #[test]
    fn something_new_is_a_line_with_an_id_of_its_own() {
        let mut lines = vec![line("P:1:A", 1)];
        lines[0].id = 7;
        let (lines, put) = put(&lines, line("P:2:A", 3), limits(1, 9));
        assert_eq!(put, Put::Added);
        assert_eq!((lines[1].id, lines[1].quantity), (8, 3));
        let (lines, _) = super::put(&[], line("P:2:A", 3), limits(1, 9));
        assert_eq!(lines[0].id, 0);
    }

    #[test]
    fn more_of_the_same_goes_to_its_line_with_the_availability_read_last() {
        let (lines, put) = put(&[line("P:1:A", 2)], line("P:1:B", 3), limits(1, 9));
        assert_eq!(put, Put::Merged { from: 2, to: 5 });
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].catalog_item.to_string(), "P:1:B");
    }

    #[test]
    fn another_term_or_cycle_is_another_line() {
        let first = CartLine {
            billing_cycle: BillingCycle::Annual,
            term: Term::parse("P1Y"),
            ..line("P:1:A", 2)
        };
        for other in [
            CartLine {
                term: Term::parse("P3Y"),
                ..first.clone()
            },
            CartLine {
                billing_cycle: BillingCycle::Triennial,
                ..first.clone()
            },
        ] {
            let (lines, put) = put(std::slice::from_ref(&first), other, limits(1, 9));
            assert_eq!((lines.len(), put), (2, Put::Added));
        }
    }

    #[test]
    fn no_more_than_the_maximum_and_what_is_left_out_is_said() {
        let max = 10;
        for has in 1..14_u32 {
            for more in 1..14_u32 {
                let (lines, put) = put(&[line("P:1:A", has)], line("P:1:A", more), limits(1, max));
                let to = lines[0].quantity;
                assert!(to <= max.max(has), "never above the maximum by adding");
                assert!(to >= has, "never less than before");
                let left_out = match put {
                    Put::Limited { left_out, .. } => left_out,
                    _ => 0,
                };
                assert_eq!(to + left_out, has + more);
            }
        }
        let huge = line("P:1:A", u32::MAX);
        let (_, put) = put(&[line("P:1:A", 5)], huge, limits(1, 10));
        assert!(matches!(
            put,
            Put::Limited {
                from: 5,
                to: 10,
                ..
            }
        ));
    }
}

mod refreshing {
    use super::*;

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
}

fn error() -> LineError {
    LineError {
        code: LineErrorKind::QuotaNotAvailable,
        description: None,
        available: Some(2),
        purchased: Some(38),
    }
}

#[test]
fn differences_are_prices_refusals_and_orders() {
    let mut old = priced("P:1:A", "10", "EUR");
    old.order_group = Some("0".to_owned());
    let mut same = priced("Q:1:A", "3", "EUR");
    same.order_group = Some("0".to_owned());
    let before = cart(vec![old.clone(), same.clone()]);
    assert!(differences(&before, &before).is_empty());

    let mut dearer = priced("P:1:B", "12.5", "EUR");
    dearer.order_group = Some("0".to_owned());
    let refused = CartLine {
        error: Some(error()),
        order_group: Some("1".to_owned()),
        ..same
    };
    let new = line("R:1:A", 1);
    let found = differences(&before, &cart(vec![dearer.clone(), refused, new]));
    let expected = [
        Difference::Price {
            item: dearer.catalog_item.clone(),
            from: old.unit_price(),
            to: dearer.unit_price(),
        },
        Difference::Refused {
            item: "Q:1:A".parse().unwrap(),
            error: error(),
        },
        Difference::Orders { from: 1, to: 2 },
    ];
    assert_eq!(found, expected);
}

#[test]
fn totals_are_by_currency_and_say_how_many_lines_have_no_price() {
    let totals = cart(vec![
        priced("P:1:A", "0.1", "EUR"),
        priced("P:2:A", "0.2", "EUR"),
        priced("P:3:A", "1000", "JPY"),
        line("P:4:A", 1),
        // A price without a currency is none.
        CartLine {
            currency: None,
            ..priced("P:5:A", "1", "EUR")
        },
    ])
    .totals();
    let sums: Vec<String> = totals.sums.iter().map(Money::to_string).collect();
    assert_eq!(sums, ["0.30 EUR", "1000 JPY"]);
    assert_eq!((totals.priced, totals.unpriced), (3, 2));
}

#[test]
fn a_cart_lasts_until_the_servers_moment() {
    let at = Timestamp::from_millis(1_000);
    let cart = Cart {
        expires: Some(at),
        ..cart(Vec::new())
    };
    assert_eq!(cart.expiry(at), Expiry::Until(at));
    assert_eq!(cart.expiry(at.plus_millis(1)), Expiry::Expired(at));
    let never = Cart {
        expires: None,
        ..cart
    };
    assert_eq!(never.expiry(at), Expiry::NotSaid);
}

fn order(id: &str, made: Option<i64>, lines: &[(&str, i64)]) -> Order {
    let line = |(item, quantity): &(&str, i64)| OrderLineItem {
        offer_id: (*item).to_owned(),
        quantity: Some(*quantity),
        ..OrderLineItem::default()
    };
    Order {
        id: id.parse().unwrap(),
        alternate_id: None,
        billing_cycle: BillingCycle::OneTime,
        currency: None,
        line_items: lines.iter().map(line).collect(),
        creation_date: made.map(Timestamp::from_millis),
        status: OrderStatus::Pending,
        total_price: None,
        transaction_type: None,
    }
}

#[test]
fn the_orders_of_a_cart_are_found_by_what_they_hold_and_when_they_were_made() {
    let cart = cart(vec![line("P:1:A", 2), line("Q:1:A", 1), line("R:1:A", 5)]);
    let sent = Timestamp::from_millis(1_000_000);
    let orders = [
        order("o1", Some(1_000_500), &[("P:1:A", 2), ("Q:1:A", 1)]),
        order("o2", Some(1_000_600), &[("R:1:A", 5)]),
        order("again", Some(1_000_700), &[("R:1:A", 5)]),
        order("before", Some(0), &[("R:1:A", 5)]),
        order("undated", None, &[("R:1:A", 5)]),
        order("more", Some(1_000_800), &[("P:1:A", 2), ("Z:1:A", 1)]),
        order("fewer", Some(1_000_800), &[("P:1:A", 1)]),
        order("empty", Some(1_000_800), &[]),
        order("other", Some(1_000_800), &[("MS-AZR-0145P", 1)]),
    ];
    let found = orders_of(&cart, &orders, sent);
    let ids: Vec<&str> = found.iter().map(|order| order.id.as_str()).collect();
    assert_eq!(ids, ["o1", "o2"]);
}

#[test]
fn a_checkout_is_whole_partial_or_nothing() {
    let order = order("f76c6b7f449d", None, &[]);
    let outcome = |orders: &[Order], errors: usize| {
        let checkout = Checkout {
            orders: orders.to_vec(),
            errors: vec![OrderError::default(); errors],
        };
        checkout.outcome()
    };
    let order = [order];
    assert_eq!(outcome(&order, 0), Outcome::All);
    assert_eq!(outcome(&order, 2), Outcome::Some);
    assert_eq!(outcome(&[], 1), Outcome::Nothing);
}
