use super::*;
use crate::model::decimal::Decimal;
use crate::model::order::{Order, OrderLineItem};
use crate::model::quantity::QuantityLimits;
use crate::model::status::OrderStatus;

mod putting;
mod refreshing;

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

fn error() -> LineError {
    LineError {
        code: LineErrorKind::QuotaNotAvailable,
        description: None,
        available: Some(2),
        purchased: Some(38),
    }
}

#[test]
fn lines_that_moved_are_those_with_another_quantity() {
    let before = [line("P:1:A", 2), line("Q:1:A", 3), line("R:1:A", 4)];
    let after = [line("R:1:B", 4), line("P:1:B", 5), line("S:1:A", 1)];
    let found = moved(&before, &after);
    let found: Vec<_> = found
        .iter()
        .map(|moved| (moved.line.catalog_item.to_string(), moved.from, moved.to))
        .collect();
    let expected = [("P:1:B", 2, 5), ("S:1:A", 0, 1), ("Q:1:A", 3, 0)];
    assert_eq!(
        found,
        expected.map(|(item, from, to)| (item.to_owned(), from, to))
    );
    assert_eq!(moved(&before, &before), []);
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

#[test]
fn a_cart_in_a_state_that_nobody_knows_may_have_been_ordered() {
    let was_ordered = |state: &str| CartStatus::from(state.to_owned()).was_ordered();
    assert_eq!(was_ordered("Ordered"), Some(true));
    assert_eq!(was_ordered("active"), Some(false));
    assert_eq!(was_ordered(""), Some(false));
    assert_eq!(was_ordered("checkout_in_progress"), None);
}
