//! The lines of an order: what each cost, and its window.

use super::*;

#[test]
fn what_a_line_cost_is_found_by_its_number() {
    let paid = |items: Vec<OrderLineItem>, number: u32| {
        let order = order(OrderStatus::Completed, items);
        cost(&order, number).map(|amount| amount.to_string())
    };
    let words = |text: &str| Some(text.to_owned());
    let both = || vec![line(4, Some("12.50"), false), line(2, Some("7"), false)];
    assert_eq!(paid(both(), 2), words("7.00 EUR"));
    assert_eq!(paid(both(), 4), words("12.50 EUR"));
    assert_eq!(paid(both(), 0), None);
    let unpriced = vec![line(0, None, false), line(1, Some("7"), false)];
    assert_eq!(paid(unpriced, 0), None);
}

#[test]
fn the_only_line_of_an_order_cost_what_the_order_cost() {
    let amounts = |items: Vec<OrderLineItem>| {
        let mut order = order(OrderStatus::Completed, items);
        order.total_price = Decimal::parse("99.9");
        let lines = lines(&order, GIVEN, &|_| open(Some(Refund::Full)));
        let paid = lines.iter().map(|line| line.paid.as_ref());
        paid.map(|paid| paid.map(Money::to_string))
            .collect::<Vec<_>>()
    };
    let words = |text: &str| Some(text.to_owned());
    assert_eq!(amounts(vec![line(0, None, false)]), [words("99.90 EUR")]);
    assert_eq!(
        amounts(vec![line(0, Some("5"), false)]),
        [words("5.00 EUR")]
    );
    let two = vec![line(0, None, false), line(1, None, false)];
    assert_eq!(amounts(two), [None, None]);
}

#[test]
fn a_line_is_judged_by_its_own_window() {
    let mut items = vec![
        line(0, None, false),
        line(1, None, true),
        line(2, None, false),
    ];
    items.push(OrderLineItem {
        offer_id: "MS-AZR-0145P".to_owned(),
        ..line(3, None, false)
    });
    // A line without a number has that of its place.
    items[2].line_item_number = None;
    let order = order(OrderStatus::Completed, items);
    let lines = lines(&order, GIVEN, &|number| match number {
        0 => open(Some(Refund::Full)),
        _ => closed(),
    });
    let numbers: Vec<u32> = lines.iter().map(|line| line.number).collect();
    assert_eq!(numbers, [0, 1, 2, 3]);
    assert!(lines[0].is_cancellable());
    assert!(lines[1].is_cancelled());
    assert!(matches!(
        lines[2].may,
        MayCancel::ReportOnly(WhyReport::WindowOver { .. })
    ));
    assert_eq!(lines[3].may, MayCancel::No(WhyNo::NotSoftware));
}

#[test]
fn a_lines_window_follows_from_its_order_where_nothing_else_tells_it() {
    let rule = |kind, days| Policy {
        kind,
        segment: None,
        length: Length::Days(days),
        refund: Refund::Full,
    };
    let policies = Policies(vec![
        rule(SoftwareKind::Perpetual, 60),
        rule(SoftwareKind::Subscription, 7),
    ]);
    let now = at("2026-11-12T00:00:00Z");
    let deadline = |item: &OrderLineItem, status: OrderStatus, server: Option<&ServerDates>| {
        let order = order(status, vec![item.clone()]);
        let window = window(&order, item, server, &policies, now);
        window.deadline().map(|deadline| deadline.to_string())
    };
    let for_good = line(0, None, false);
    let mut for_a_term = for_good.clone();
    for_a_term.term_duration = Some("P3Y".to_owned());
    let words = |text: &str| Some(text.to_owned());
    let done = || OrderStatus::Completed;
    assert_eq!(
        deadline(&for_good, done(), None),
        words("2027-01-09T23:59:00Z")
    );
    assert_eq!(
        deadline(&for_a_term, done(), None),
        words("2026-11-17T23:59:00Z")
    );
    let server = ServerDates {
        allowed_until: Some(at("2026-12-01T00:00:00Z")),
        refund_options: Vec::new(),
    };
    assert_eq!(
        deadline(&for_a_term, done(), Some(&server)),
        words("2026-12-01T00:00:00Z")
    );
    assert_eq!(deadline(&for_good, OrderStatus::Error, None), None);
    assert_eq!(deadline(&line(0, None, true), done(), None), None);
}
