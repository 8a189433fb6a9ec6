use super::*;

mod independent;

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

fn policies(length: Length, refund: Refund) -> Policies {
    let rule = |kind| Policy {
        kind,
        segment: None,
        length,
        refund,
    };
    Policies(vec![
        rule(SoftwareKind::Perpetual),
        rule(SoftwareKind::Subscription),
    ])
}

fn brief() -> Policies {
    policies(Length::Days(60), Refund::Full)
}

fn bought(purchased: &str) -> Purchase<'static> {
    Purchase {
        kind: SoftwareKind::Perpetual,
        segment: None,
        purchased: Timestamp::parse(purchased),
        nothing_to_cancel: None,
        server: None,
    }
}

fn open(window: Window) -> Open {
    match window {
        Window::Open(open) => open,
        other => panic!("not open: {other:?}"),
    }
}

#[test]
fn a_policy_in_days_ends_at_23_59_of_its_last_day_like_the_published_sample() {
    for (purchased, days, expected) in [
        ("2021-09-14T16:44:14.1210743Z", 30, "2021-10-14T23:59:00Z"),
        ("2021-09-14T00:00:00Z", 30, "2021-10-14T23:59:00Z"),
        ("2021-09-14T23:59:59.999Z", 30, "2021-10-14T23:59:00Z"),
        // The UTC date counts, whatever zone the server wrote.
        ("2021-09-14T20:00:00-08:00", 30, "2021-10-15T23:59:00Z"),
        ("2024-01-31T12:00:00Z", 29, "2024-02-29T23:59:00Z"),
        ("2023-01-31T12:00:00Z", 29, "2023-03-01T23:59:00Z"),
        ("2024-12-31T23:00:00Z", 60, "2025-03-01T23:59:00Z"),
        ("2023-12-31T23:00:00Z", 60, "2024-02-29T23:59:00Z"),
        ("2100-02-01T00:00:00Z", 28, "2100-03-01T23:59:00Z"),
        ("2000-02-01T00:00:00Z", 28, "2000-02-29T23:59:00Z"),
        ("2024-05-05T05:05:05Z", 0, "2024-05-05T23:59:00Z"),
        ("1969-12-31T10:00:00Z", 1, "1970-01-01T23:59:00Z"),
    ] {
        let deadline = Length::Days(days).deadline(at(purchased));
        assert_eq!(deadline.to_string(), expected, "{purchased} + {days}");
    }
}

#[test]
fn a_policy_in_hours_ends_to_the_millisecond() {
    let deadline = Length::Hours(168).deadline(at("2024-02-25T10:20:30.400Z"));
    assert_eq!(deadline.to_string(), "2024-03-03T10:20:30.400Z");
}

#[test]
fn the_last_moment_is_inside_and_the_next_is_not() {
    let purchase = bought("2024-01-01T08:00:00Z");
    let deadline = at("2024-03-01T23:59:00Z");
    assert!(Window::of(&purchase, &brief(), deadline).is_open());
    let after = Window::of(&purchase, &brief(), deadline.plus_millis(1));
    let closed = Closed {
        deadline,
        days_ago: 0,
        source: Source::Configuration,
    };
    assert_eq!(after, Window::Closed(closed));
}

#[test]
fn says_how_much_is_left_and_warns_in_the_last_five_days() {
    let purchase = bought("2024-01-01T00:00:00Z");
    let deadline = at("2024-03-01T23:59:00Z");
    for (before, left, soon) in [
        (60 * DAY, Left::Days(60), false),
        (5 * DAY + 1, Left::Days(5), false),
        (5 * DAY, Left::Days(5), true),
        (2 * DAY - 1, Left::Days(1), true),
        (DAY, Left::Days(1), true),
        (DAY - 1, Left::Hours(23), true),
        (HOUR, Left::Hours(1), true),
        (HOUR - 1, Left::Minutes(59), true),
        (0, Left::Minutes(0), true),
    ] {
        let open = open(Window::of(
            &purchase,
            &brief(),
            deadline.plus_millis(-before),
        ));
        assert_eq!(
            (open.left, open.ends_soon),
            (left, soon),
            "{before} ms before"
        );
    }
}

#[test]
fn says_since_when_it_is_closed() {
    let purchase = bought("2024-01-01T00:00:00Z");
    for (after, days) in [(1, 0), (DAY - 1, 0), (DAY, 1), (3 * DAY + HOUR, 3)] {
        let now = at("2024-03-01T23:59:00Z").plus_millis(after);
        match Window::of(&purchase, &brief(), now) {
            Window::Closed(closed) => assert_eq!(closed.days_ago, days, "{after} ms after"),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn the_share_left_runs_from_all_to_nothing() {
    let purchase = bought("2024-01-01T23:59:00Z");
    let share = |now: &str| open(Window::of(&purchase, &brief(), at(now))).share_left;
    assert_eq!(share("2024-01-01T23:59:00Z"), Some(1_000));
    assert_eq!(share("2024-01-31T23:59:00Z"), Some(500));
    assert_eq!(share("2024-03-01T23:59:00Z"), Some(0));
    // A clock that is behind the purchase does not overflow the bar.
    assert_eq!(share("2023-12-01T00:00:00Z"), Some(1_000));
}

#[test]
fn an_unknown_purchase_date_is_never_open() {
    for text in ["", "0001-01-01T00:00:00", "soon"] {
        let window = Window::of(&bought(text), &brief(), at("2024-01-01"));
        assert_eq!(
            window,
            Window::Unknown(WhyUnknown::NoPurchaseDate),
            "{text}"
        );
    }
}

#[test]
fn without_a_policy_nothing_is_promised() {
    let window = Window::of(
        &bought("2024-01-01"),
        &Policies::default(),
        at("2024-01-02"),
    );
    assert_eq!(window, Window::Unknown(WhyUnknown::NoPolicy));
}

#[test]
fn what_is_cancelled_or_was_never_delivered_has_no_window() {
    for why in [WhyNot::Cancelled, WhyNot::NotDelivered] {
        let purchase = Purchase {
            nothing_to_cancel: Some(why),
            ..bought("2024-01-01")
        };
        let window = Window::of(&purchase, &brief(), at("2024-01-02"));
        assert_eq!(window, Window::NotCancellable(why));
    }
}

#[test]
fn the_servers_date_wins_even_without_a_purchase_date_or_policy() {
    let server = ServerDates {
        allowed_until: Some(at("2021-10-14T23:59:00Z")),
        refund_options: Vec::new(),
    };
    let purchase = Purchase {
        server: Some(&server),
        ..bought("2021-09-14T16:44:14Z")
    };
    let window = open(Window::of(&purchase, &brief(), at("2021-10-01")));
    assert_eq!(window.deadline, at("2021-10-14T23:59:00Z"));
    assert_eq!(
        (window.source, window.refund),
        (Source::Server, Some(Refund::Full))
    );
    assert!(!Window::of(&purchase, &brief(), at("2021-10-15")).is_open());

    let bare = Purchase {
        purchased: None,
        ..purchase
    };
    let window = open(Window::of(&bare, &Policies::default(), at("2021-10-01")));
    assert_eq!((window.share_left, window.refund), (None, None));
}

#[test]
fn refund_options_say_what_is_refunded_when() {
    let server = ServerDates {
        allowed_until: None,
        refund_options: vec![
            (Refund::Prorated, at("2024-01-08T00:00:00Z")),
            (Refund::Full, at("2024-01-02T00:00:00Z")),
        ],
    };
    let purchase = Purchase {
        server: Some(&server),
        ..bought("2024-01-01")
    };
    let refund = |now: &str| open(Window::of(&purchase, &brief(), at(now))).refund;
    assert_eq!(refund("2024-01-01T12:00:00Z"), Some(Refund::Full));
    assert_eq!(refund("2024-01-02T00:00:00Z"), Some(Refund::Full));
    assert_eq!(refund("2024-01-02T00:00:01Z"), Some(Refund::Prorated));
    let over = Window::of(&purchase, &brief(), at("2024-01-08T00:00:01Z"));
    assert_eq!(over.deadline(), Some(at("2024-01-08T00:00:00Z")));
    assert!(!over.is_open());
}

#[test]
fn a_rule_for_the_segment_comes_before_the_rule_for_all() {
    let rule = |segment: Option<&str>, days| Policy {
        kind: SoftwareKind::Perpetual,
        segment: segment.map(str::to_owned),
        length: Length::Days(days),
        refund: Refund::Full,
    };
    let days = |policies: &Policies, segment| {
        let found = policies.find(SoftwareKind::Perpetual, segment);
        found.map(|policy| policy.length)
    };
    let both = Policies(vec![rule(None, 60), rule(Some("Education"), 30)]);
    assert_eq!(days(&both, Some("education")), Some(Length::Days(30)));
    assert_eq!(days(&both, Some("commercial")), Some(Length::Days(60)));
    assert_eq!(days(&both, None), Some(Length::Days(60)));
    assert_eq!(both.find(SoftwareKind::Subscription, None), None);

    let apart = Policies(vec![
        rule(Some("education"), 30),
        rule(Some("commercial"), 60),
    ]);
    assert_eq!(days(&apart, None), None, "they disagree: nobody can tell");
    let alike = Policies(vec![
        rule(Some("education"), 30),
        rule(Some("commercial"), 30),
    ]);
    assert_eq!(days(&alike, None), Some(Length::Days(30)));
    assert_eq!(days(&alike, Some("government")), None);
}
