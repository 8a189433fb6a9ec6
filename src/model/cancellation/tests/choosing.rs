//! Which lines are sent, and what they bring.

use super::*;

fn all_open(order: &Order) -> Vec<Line> {
    lines(order, GIVEN, &|_| open(Some(Refund::Full)))
}

fn refs(what: Option<What>) -> Vec<u32> {
    match what {
        Some(What::Lines(lines)) => lines.iter().map(|line| line.number).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn some_lines_are_sent_as_the_order_names_them() {
    let items = vec![line(0, None, false), line(1, None, false)];
    let order = order(OrderStatus::Completed, items);
    let what = What::of(&order, &[1]);
    let expected = LineRef {
        number: 1,
        offer: "P1:0001:A".to_owned(),
    };
    assert_eq!(what, Some(What::Lines(vec![expected])));
    assert_eq!(What::of(&order, &[]), None);
    assert_eq!(What::of(&order, &[7]), None);
}

#[test]
fn the_whole_order_is_sent_when_nothing_of_it_would_be_left() {
    let items = vec![
        line(0, None, false),
        line(1, None, true),
        line(2, None, false),
    ];
    let order = order(OrderStatus::Completed, items);
    let what = |numbers: &[u32]| What::of(&order, numbers);
    assert_eq!(what(&[2, 0, 0]), Some(What::WholeOrder));
    // Of a line that is cancelled already nothing more can be asked.
    assert_eq!(what(&[0, 1, 2]), Some(What::WholeOrder));
    assert_eq!(refs(what(&[1, 2])), [2]);
}

/// A line that cannot be cancelled must not be carried along by the whole order.
#[test]
fn the_whole_order_is_never_sent_over_a_line_that_was_not_chosen() {
    for seed in 0..4_u32.pow(4) {
        let kind = |number: u32| seed / 4_u32.pow(number) % 4;
        let items: Vec<OrderLineItem> = (0..4)
            .map(|number| line(i64::from(number), None, kind(number) == 0))
            .collect();
        let order = order(OrderStatus::Completed, items);
        let lines = lines(&order, GIVEN, &|number| match kind(number) {
            1 => closed(),
            _ => open(Some(Refund::Full)),
        });
        let numbers: Vec<u32> = (0..4).filter(|number| kind(*number) != 2).collect();
        let selection = Selection::of(&lines, &numbers);
        let chosen: Vec<u32> = (0..4).filter(|number| kind(*number) == 3).collect();
        assert_eq!(selection.numbers(), chosen);
        let left = (0..4).any(|number| matches!(kind(number), 1 | 2));
        match What::of(&order, selection.numbers()) {
            None => assert!(chosen.is_empty()),
            Some(What::WholeOrder) => assert!(!left && !chosen.is_empty()),
            some => {
                assert!(left);
                assert_eq!(refs(some), chosen);
            }
        }
    }
}

#[test]
fn amounts_are_added_for_each_currency_and_never_made_up() {
    let priced = |amount: &str, currency: &str| {
        MayCancel::Now(Credit {
            deadline: at("2026-12-24T23:59:00Z"),
            refund: Some(Refund::Full),
            amount: Decimal::parse(amount)
                .map(|amount| Money::new(amount, Currency::parse(currency).unwrap())),
        })
    };
    let of = |refund| {
        MayCancel::Now(Credit {
            deadline: at("2026-12-24T23:59:00Z"),
            refund,
            amount: None,
        })
    };
    let mut all = vec![
        priced("0.10", "EUR"),
        priced("7", "JPY"),
        priced("0.20", "EUR"),
    ];
    let sums = |expected: &Expected| {
        let sums: Vec<String> = expected.sums.iter().map(Money::to_string).collect();
        sums.join(", ")
    };
    let complete = Expected::of(all.iter());
    assert_eq!(sums(&complete), "0.30 EUR, 7 JPY");
    assert!(complete.is_complete());
    all.push(of(Some(Refund::Full)));
    all.push(of(Some(Refund::Prorated)));
    all.push(of(Some(Refund::Prorated)));
    all.push(of(None));
    all.push(MayCancel::No(WhyNo::Role));
    all.push(MayCancel::ReportOnly(WhyReport::InReview));
    let expected = Expected::of(all.iter());
    let Expected {
        priced,
        unpriced,
        prorated,
        unknown,
        ..
    } = expected;
    assert_eq!((priced, unpriced, prorated, unknown), (3, 1, 2, 1));
    assert_eq!(sums(&expected), "0.30 EUR, 7 JPY");
    assert!(!expected.is_complete() && !Expected::default().is_complete());
}

#[test]
fn a_selection_expects_what_its_lines_bring() {
    let items = vec![line(0, Some("10"), false), line(1, Some("5.5"), false)];
    let lines = all_open(&order(OrderStatus::Completed, items));
    let expected = |selection: Selection| selection.expected(&lines).sums[0].to_string();
    assert_eq!(expected(Selection::of(&lines, &[1])), "5.50 EUR");
    assert_eq!(expected(Selection::all(&lines)), "15.50 EUR");
}

#[test]
fn an_order_tells_what_became_of_a_cancellation_in_doubt() {
    let half = order(
        OrderStatus::Completed,
        vec![line(0, None, true), line(1, None, false)],
    );
    assert!(took_effect(&half, &[0]));
    assert!(!took_effect(&half, &[1]));
    assert!(!took_effect(&half, &[7]), "a line that is gone is no proof");
    assert!(!took_effect(&half, &[0, 1]));
    let both = order(
        OrderStatus::Completed,
        vec![line(0, None, true), line(1, None, true)],
    );
    assert!(took_effect(&both, &[0, 1]));
    // As Microsoft's integration sandbox says it: the quantity stays.
    let in_state = order(OrderStatus::Cancelled, vec![line(0, None, false)]);
    assert!(took_effect(&in_state, &[0, 1]) && took_effect(&in_state, &[0]));
    let nothing = order(OrderStatus::Completed, Vec::new());
    assert!(!took_effect(&nothing, &[0, 1]));
}
