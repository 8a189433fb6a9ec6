//! Sorting and filtering.

use super::*;

fn several() -> Vec<SoftwareItem> {
    let mut late = order(
        "o3",
        OrderStatus::Completed,
        vec![line(0, "P3", "Édition Visio 2019")],
    );
    late.purchased = Timestamp::parse("2023-12-10T00:00:00Z");
    let mut dateless = order(
        "o4",
        OrderStatus::Completed,
        vec![line(0, "P4", "windows server 9")],
    );
    dateless.purchased = None;
    let mut old = order(
        "o2",
        OrderStatus::Completed,
        vec![line(0, "P2", "Windows Server 2022")],
    );
    old.purchased = Timestamp::parse("2020-01-01T00:00:00Z");
    let cancelled = order(
        "o5",
        OrderStatus::Cancelled,
        vec![line(0, "P5", "Access 2016")],
    );
    let mut term = line(0, "P1", "SQL Server 2019");
    (term.term, term.quantity) = (Some("P1Y".to_owned()), Some(25));
    let orders = vec![
        order("o1", OrderStatus::Completed, vec![term]),
        old,
        late,
        dateless,
        cancelled,
    ];
    join_all(&Sources {
        orders,
        ..Sources::default()
    })
    .items
}

fn names(view: &ListView, items: &[SoftwareItem]) -> Vec<String> {
    view.apply(items)
        .into_iter()
        .map(|item| item.id.order.to_string())
        .collect()
}

fn sorted(text: &str) -> Vec<String> {
    let view = ListView::from_params(&|name| (name == "sort").then(|| text.to_owned()));
    names(&view, &several())
}

#[test]
fn sorts_by_every_column_and_keeps_unknown_values_last() {
    assert_eq!(sorted("name"), ["o5", "o3", "o1", "o4", "o2"]);
    assert_eq!(sorted("-name"), ["o2", "o4", "o1", "o3", "o5"]);
    assert_eq!(sorted("purchased"), ["o2", "o3", "o5", "o1", "o4"]);
    assert_eq!(sorted("-purchased"), ["o5", "o1", "o3", "o2", "o4"]);
    assert_eq!(sorted("-quantity")[0], "o1");
    assert_eq!(sorted("status"), ["o3", "o1", "o4", "o2", "o5"]);
    // Open ones first, the soonest end at the top; then unknown, closed, nothing to cancel.
    assert_eq!(sorted("window"), ["o3", "o1", "o4", "o2", "o5"]);
    assert_eq!(sorted("-window"), ["o1", "o3", "o4", "o2", "o5"]);
}

#[test]
fn filters_without_regard_to_case_and_accents() {
    let find = |words: &str| {
        let filter = Filter {
            words: words.to_owned(),
            ..Filter::default()
        };
        names(
            &ListView {
                filter,
                ..ListView::default()
            },
            &several(),
        )
    };
    assert_eq!(find("EDITION vis"), ["o3"]);
    assert_eq!(find("server windows"), ["o4", "o2"]);
    assert_eq!(find("p5"), ["o5"], "ids count as well");
    assert!(find("nothing like it").is_empty());
    assert_eq!(find("  ").len(), 5);

    let only = |filter: Filter| {
        names(
            &ListView {
                filter,
                ..ListView::default()
            },
            &several(),
        )
    };
    let subscriptions = Filter {
        kind: Some(SoftwareKind::Subscription),
        ..Filter::default()
    };
    assert_eq!(only(subscriptions), ["o1"]);
    let cancelled = Filter {
        status: Some(StatusGroup::Cancelled),
        ..Filter::default()
    };
    assert_eq!(only(cancelled), ["o5"]);
}

#[test]
fn the_view_goes_to_the_url_and_back() {
    let view = ListView {
        sort: Sort {
            by: SortBy::Window,
            descending: true,
        },
        filter: Filter {
            words: "é & = % +".to_owned(),
            kind: Some(SoftwareKind::Perpetual),
            status: Some(StatusGroup::Ended),
        },
    };
    for view in [view, ListView::default()] {
        let params = view.to_params();
        let back = ListView::from_params(&|name| {
            let found = params.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| value.clone())
        });
        assert_eq!(back, view);
    }
    assert!(ListView::default().to_params().is_empty());
    let odd = ListView::from_params(&|_| Some("<script>".to_owned()));
    assert_eq!((odd.sort, odd.filter.kind), (Sort::default(), None));
}

#[test]
fn a_second_click_on_a_column_turns_it_round() {
    let sort = Sort::default().clicked(SortBy::Purchased);
    assert_eq!(
        sort,
        Sort {
            by: SortBy::Purchased,
            descending: false
        }
    );
    assert!(sort.clicked(SortBy::Purchased).descending);
    assert_eq!(sort.clicked(SortBy::Name), Sort::default());
}
