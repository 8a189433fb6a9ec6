//! What was bought and paid.

use super::*;
use crate::model::billing::BillingCycle;
use crate::model::money::Pricing;
use crate::model::order::{Order, OrderLineItem};
use crate::model::status::OrderStatus;

const SUBSCRIPTION: &str = "3f2504e0-4f89-11d3-9a0c-0305e82c3301";

fn order(total: Option<&str>, prices: &[Option<&str>]) -> Order {
    let line = |price: &Option<&str>| OrderLineItem {
        pricing: price.map(|price| Pricing {
            extended: Decimal::parse(price),
            ..Pricing::default()
        }),
        ..OrderLineItem::default()
    };
    Order {
        id: "7kQ2_xYz-Ab3dEfGhIjKlMnOpQrStUvW1".parse().unwrap(),
        alternate_id: Some("9af3c1d20b77".to_owned()),
        billing_cycle: BillingCycle::OneTime,
        currency: Currency::parse("EUR"),
        line_items: prices.iter().map(line).collect(),
        creation_date: None,
        status: OrderStatus::Completed,
        total_price: total.and_then(Decimal::parse),
        transaction_type: None,
    }
}

fn paid(order: Order, lines: &[u32]) -> Vec<String> {
    let purchase = Purchase::Order(Box::new(order), Vec::new());
    let paid = purchase.paid(lines).into_iter();
    paid.map(|money| money.to_string()).collect()
}

#[test]
fn an_order_is_found_by_its_number_and_its_lines_by_their_subscription() {
    let mut one = order(None, &[Some("1"), Some("2")]);
    one.line_items[1].subscription_id = Some(SUBSCRIPTION.to_owned());
    let other = Order {
        alternate_id: None,
        ..order(None, &[None])
    };
    let orders = [&other, &one];
    let found = |id: &str| Purchase::among(&orders, id);
    let whole = Purchase::Order(Box::new(one.clone()), Vec::new());
    assert_eq!(found(" 9AF3C1D20B77 "), Some(whole));
    let line = Purchase::Order(Box::new(one.clone()), vec![1]);
    assert_eq!(found(&SUBSCRIPTION.to_uppercase()), Some(line.clone()));
    assert_eq!(found("9af3c1d20b7"), None);
    assert_eq!(line.paid(&[0]), [money("2", "EUR")]);
}

#[test]
fn what_was_paid_is_that_of_the_lines_that_are_meant() {
    let prices = [Some("10"), Some("2.5"), Some("4")];
    assert_eq!(paid(order(None, &prices), &[]), ["16.50 EUR"]);
    assert_eq!(paid(order(None, &prices), &[1, 2]), ["6.50 EUR"]);
    assert_eq!(paid(order(Some("15"), &prices), &[]), ["15.00 EUR"]);
    assert_eq!(paid(order(Some("15"), &prices), &[0]), ["10.00 EUR"]);
    // Lines that it does not have are another order's.
    assert_eq!(paid(order(None, &prices), &[7]), ["16.50 EUR"]);
}

#[test]
fn without_all_prices_nobody_says_what_was_paid() {
    assert!(paid(order(None, &[Some("10"), None]), &[]).is_empty());
    assert_eq!(paid(order(None, &[Some("10"), None]), &[0]), ["10.00 EUR"]);
    assert_eq!(paid(order(Some("9"), &[None]), &[]), ["9.00 EUR"]);
    assert!(Purchase::Subscription.paid(&[]).is_empty());
    assert!(Purchase::Subscription.lines(&[0]).is_empty());
}

#[test]
fn what_is_cancelled_is_credited_already_and_not_asked_for_again() {
    let prices = [Some("10"), Some("2.5"), Some("4")];
    let cancelled = |total, lines: &[usize]| {
        let mut order = order(total, &prices);
        for line in lines {
            order.line_items[*line].quantity = Some(0);
        }
        order
    };
    let left = |order: Order, lines: &[u32]| {
        let purchase = Purchase::Order(Box::new(order), Vec::new());
        let lines = purchase.lines(lines).into_iter();
        lines.map(|(number, _)| number).collect::<Vec<_>>()
    };
    assert_eq!(paid(cancelled(None, &[0]), &[]), ["6.50 EUR"]);
    // The server's total may be that of the day it was bought.
    assert_eq!(paid(cancelled(Some("16.5"), &[0]), &[]), ["6.50 EUR"]);
    // Both were chosen to be cancelled, and one was.
    assert_eq!(paid(cancelled(Some("16.5"), &[0]), &[0, 2]), ["4.00 EUR"]);
    assert_eq!(left(cancelled(None, &[0]), &[0, 2]), [2]);
    // Of what is gone nothing is asked for, nor of what was not meant; it still has its name.
    assert!(paid(cancelled(None, &[0]), &[0]).is_empty());
    assert_eq!(left(cancelled(None, &[0]), &[0]), [0]);
    assert!(paid(cancelled(Some("16.5"), &[0, 1, 2]), &[]).is_empty());
    assert_eq!(left(cancelled(None, &[0, 1, 2]), &[]), [0, 1, 2]);
}

#[test]
fn a_part_is_less_than_what_is_left() {
    let is_part = |cancelled: &[usize], lines: &[u32]| {
        let mut order = order(None, &[Some("10"), Some("2.5"), Some("4")]);
        for line in cancelled {
            order.line_items[*line].quantity = Some(0);
        }
        Purchase::Order(Box::new(order), Vec::new()).is_part(lines)
    };
    assert!(!is_part(&[], &[]) && !is_part(&[], &[0, 1, 2]) && !is_part(&[], &[7]));
    assert!(is_part(&[], &[0]) && is_part(&[], &[0, 2]));
    assert!(!is_part(&[0], &[]) && !is_part(&[0], &[0, 1, 2]) && is_part(&[0], &[0, 2]));
    // What was meant is gone, and the rest was not meant.
    assert!(is_part(&[0], &[0]) && !is_part(&[0, 1, 2], &[0]));
    assert!(!Purchase::Subscription.is_part(&[0]));
}
