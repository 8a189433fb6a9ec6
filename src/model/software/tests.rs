use super::*;
use crate::model::SoftwareItemId;
use crate::model::status::{ArtifactState, OrderStatus, SubscriptionStatus};
use crate::model::window::{
    Length, Policies, Policy, Refund, ServerDates, Source, WhyNot, WhyUnknown,
};
use crate::model::{OrderId, ProductId, SkuId};

mod list;
mod states;

fn now() -> Timestamp {
    Timestamp::parse("2024-02-01T12:00:00Z").unwrap()
}

fn policies() -> Policies {
    let rule = |kind| Policy {
        kind,
        segment: None,
        length: Length::Days(60),
        refund: Refund::Full,
    };
    Policies(vec![
        rule(SoftwareKind::Perpetual),
        rule(SoftwareKind::Subscription),
    ])
}

fn order_id(text: &str) -> OrderId {
    text.parse().unwrap()
}

fn product(text: &str) -> ProductId {
    text.parse().unwrap()
}

fn sku(text: &str) -> SkuId {
    text.parse().unwrap()
}

fn key(uri: &str, state: ArtifactState) -> KeyArtifact {
    KeyArtifact {
        uri: uri.to_owned(),
        state,
        reason: None,
    }
}

fn entitled(order: &str, line: u32, of: &str) -> Entitled {
    Entitled {
        order: Some(order_id(order)),
        line: Some(line),
        product: product(of),
        sku: sku("0001"),
        quantity: Some(1),
        expires: None,
        keys: vec![key(
            &format!("/keys/{order}/{line}/{of}"),
            ArtifactState::Active,
        )],
        included: Vec::new(),
    }
}

fn line(number: u32, of: &str, title: &str) -> OrderedLine {
    OrderedLine {
        paid: None,
        number,
        product: product(of),
        sku: sku("0001"),
        title: Some(title.to_owned()),
        quantity: Some(1),
        term: None,
        subscription: None,
    }
}

fn order(id: &str, status: OrderStatus, lines: Vec<OrderedLine>) -> Ordered {
    Ordered {
        id: order_id(id),
        number: None,
        purchased: Timestamp::parse("2024-01-10T09:00:00Z"),
        status,
        lines,
    }
}

fn subscription(id: &str, order: &str, of: &str) -> Subscribed {
    Subscribed {
        id: id.parse().unwrap(),
        order: Some(order_id(order)),
        product: Some((product(of), sku("0001"))),
        is_software: Some(true),
        title: Some("RDS CAL – 3 year".to_owned()),
        quantity: Some(1),
        created: Timestamp::parse("2024-01-10T09:00:05Z"),
        status: SubscriptionStatus::Active,
        term: Some("P3Y".to_owned()),
        ends: Timestamp::parse("2027-01-09T00:00:00Z"),
        auto_renew: Some(true),
        dates: ServerDates::default(),
    }
}

fn join_all(sources: &Sources) -> SoftwareList {
    join(sources, &Titles::default(), &policies(), now())
}

fn only(list: SoftwareList) -> SoftwareItem {
    assert_eq!(list.items.len(), 1, "{:#?}", list.items);
    list.items.into_iter().next().unwrap()
}

#[test]
fn an_entitlement_and_its_line_are_one_item() {
    let mut bought = order(
        "KaJ8_-x",
        OrderStatus::Completed,
        vec![line(0, "P1", "SQL Server 2022")],
    );
    bought.number = Some("c403d91b21d2".to_owned());
    let list = join_all(&Sources {
        entitlements: vec![entitled("KaJ8_-x", 0, "P1")],
        orders: vec![bought],
        ..Sources::default()
    });
    assert_eq!(list.missing, Missing::default(), "the order named it");
    let item = only(list);
    assert_eq!(item.title.whole(), "SQL Server 2022");
    assert_eq!(item.order_number, "c403d91b21d2");
    assert_eq!(
        (item.kind, item.status.clone()),
        (SoftwareKind::Perpetual, ItemStatus::Active)
    );
    assert!(matches!(item.keys(), Keys::One(key) if key.uri == "/keys/KaJ8_-x/0/P1"));
    let deadline = item.window.deadline().unwrap();
    assert_eq!(deadline.to_string(), "2024-03-10T23:59:00Z");
}

#[test]
fn an_entitlement_may_name_its_order_by_the_friendly_number() {
    let mut bought = order(
        "LongOrderId",
        OrderStatus::Completed,
        vec![line(0, "P1", "Visio")],
    );
    bought.number = Some("c403d91b21d2".to_owned());
    let item = only(join_all(&Sources {
        entitlements: vec![entitled("c403d91b21d2", 0, "P1")],
        orders: vec![bought],
        ..Sources::default()
    }));
    assert_eq!(item.id.order.as_str(), "LongOrderId");
}

#[test]
fn what_a_bundle_brings_along_has_the_bundles_order_and_its_own_title() {
    let mut inner = entitled("o1", 0, "P2");
    inner.included = vec![Entitled {
        order: None,
        line: None,
        ..entitled("o1", 0, "P3")
    }];
    let mut bundle = entitled("o1", 0, "P1");
    bundle.included = vec![inner];
    let sources = Sources {
        entitlements: vec![bundle],
        orders: vec![order(
            "o1",
            OrderStatus::Completed,
            vec![line(0, "P1", "The suite")],
        )],
        ..Sources::default()
    };
    let list = join_all(&sources);
    assert_eq!(list.items.len(), 3);
    let of = |list: &SoftwareList, name: &str| {
        let wanted = product(name);
        list.items
            .iter()
            .find(|item| item.id.product == wanted)
            .unwrap()
            .clone()
    };
    let (suite, inner, deep) = (of(&list, "P1"), of(&list, "P2"), of(&list, "P3"));
    assert_eq!(suite.included_in, None);
    assert_eq!(inner.included_in, Some(suite.id.clone()));
    assert_eq!(deep.included_in, Some(inner.id.clone()));
    assert_eq!(deep.id.order, suite.id.order);
    assert_eq!(deep.purchased, suite.purchased);
    assert!(suite.title.known && !inner.title.known);
    let missing: Vec<&str> = list
        .missing
        .products
        .iter()
        .map(ProductId::as_str)
        .collect();
    assert_eq!(missing, ["P2", "P3"]);
    assert_eq!(list.missing.skus.len(), 2);

    let mut titles = Titles::default();
    let facts = ProductFacts {
        title: "SharePoint Server".to_owned(),
        is_software: Some(true),
    };
    titles.products.insert(product("P2"), facts);
    titles
        .skus
        .insert((product("P2"), sku("0001")), "Standard".to_owned());
    // Asked for and not found: not asked for again.
    titles
        .products
        .insert(product("P3"), ProductFacts::default());
    titles
        .skus
        .insert((product("P3"), sku("0001")), String::new());
    let list = join(&sources, &titles, &policies(), now());
    assert_eq!(
        of(&list, "P2").title.whole(),
        "SharePoint Server – Standard"
    );
    assert_eq!(of(&list, "P3").title.whole(), "P3:0001");
    assert_eq!(list.missing, Missing::default());
}

#[test]
fn a_subscription_gives_term_renewal_and_the_end_of_the_window() {
    let mut found = subscription("s1", "o1", "P1");
    found.dates.allowed_until = Timestamp::parse("2024-01-17T23:59:00Z");
    let mut bought = line(0, "P1", "");
    bought.term = Some(String::new());
    let mut second = bought.clone();
    second.number = 1;
    second.subscription = Some("s2".parse().unwrap());
    let by_id = Subscribed {
        order: None,
        product: None,
        auto_renew: Some(false),
        status: SubscriptionStatus::Suspended,
        ..subscription("s2", "o1", "P1")
    };
    let list = join_all(&Sources {
        orders: vec![order("o1", OrderStatus::Completed, vec![bought, second])],
        subscriptions: vec![found, by_id],
        ..Sources::default()
    });
    let [first, second] = list.items.as_slice() else {
        panic!("{list:#?}")
    };
    assert_eq!(first.kind, SoftwareKind::Subscription);
    assert_eq!(first.title.name, "RDS CAL – 3 year");
    let term = first.term.as_ref().unwrap();
    assert_eq!((term.years(), term.auto_renew), (Some(3), Some(true)));
    assert!(matches!(&first.window, Window::Closed(closed) if closed.source == Source::Server));
    assert_eq!(second.status, ItemStatus::Suspended);
    assert_eq!(second.term.as_ref().unwrap().auto_renew, Some(false));
}

#[test]
fn an_old_subscription_is_known_by_the_term_of_its_line() {
    let mut bought = line(0, "P1", "SQL Server Enterprise - 3 year");
    bought.term = Some("P3Y".to_owned());
    let item = only(join_all(&Sources {
        orders: vec![order("o1", OrderStatus::Completed, vec![bought])],
        ..Sources::default()
    }));
    assert_eq!(item.kind, SoftwareKind::Subscription);
    assert_eq!(item.term.unwrap().years(), Some(3));
}

#[test]
fn an_entitlement_whose_order_is_missing_has_no_purchase_date() {
    let list = join_all(&Sources {
        entitlements: vec![entitled("gone", 0, "P1")],
        ..Sources::default()
    });
    assert_eq!(list.missing.products.len(), 1);
    let item = only(list);
    assert_eq!(item.window, Window::Unknown(WhyUnknown::NoPurchaseDate));
    assert_eq!(item.order_number, "gone");
    assert_eq!(item.status, ItemStatus::Active);
}

#[test]
fn a_line_that_is_no_software_is_left_out_once_that_is_known() {
    let sources = Sources {
        orders: vec![order(
            "o1",
            OrderStatus::Completed,
            vec![line(0, "VM", "Reserved VM")],
        )],
        ..Sources::default()
    };
    let list = join_all(&sources);
    assert_eq!(list.items.len(), 1, "unknown is shown");
    assert!(list.missing.products.contains(&product("VM")));
    let mut titles = Titles::default();
    let facts = ProductFacts {
        title: "Reserved VM".to_owned(),
        is_software: Some(false),
    };
    titles.products.insert(product("VM"), facts);
    assert!(join(&sources, &titles, &policies(), now()).items.is_empty());
}

#[test]
fn the_same_product_twice_under_a_line_is_one_row() {
    let mut second = entitled("o1", 0, "P1");
    second.keys = vec![
        key("/keys/o1/0/P1", ArtifactState::Active),
        key("/keys/other", ArtifactState::Unknown("Fresh".to_owned())),
    ];
    let item = only(join_all(&Sources {
        entitlements: vec![entitled("o1", 0, "P1"), second],
        ..Sources::default()
    }));
    assert_eq!(item.quantity, Some(2));
    assert!(matches!(item.keys(), Keys::Several(keys) if keys.len() == 2));
}

#[test]
fn an_entitlement_without_an_order_is_shown_as_unreadable() {
    let mut owned = entitled("o1", 0, "P1");
    owned.order = None;
    let broken = Unreadable {
        id: None,
        problem: "not a list".to_owned(),
    };
    let list = join_all(&Sources {
        entitlements: vec![owned],
        unreadable: vec![broken.clone()],
        ..Sources::default()
    });
    assert!(list.items.is_empty());
    assert_eq!(list.unreadable.len(), 2);
    assert_eq!(list.unreadable[0], broken);
    assert_eq!(list.unreadable[1].id.as_deref(), Some("P1:0001"));
}

#[test]
fn several_hundred_rows_are_quick() {
    let orders: Vec<Ordered> = (0..200)
        .map(|number| {
            let lines = (0..5).map(|at| line(at, "P1", &format!("SQL Server {number} {at}")));
            order(
                &format!("o{number}"),
                OrderStatus::Completed,
                lines.collect(),
            )
        })
        .collect();
    let owned =
        (0..200).flat_map(|number| (0..5).map(move |at| entitled(&format!("o{number}"), at, "P1")));
    let sources = Sources {
        entitlements: owned.collect(),
        orders,
        ..Sources::default()
    };
    let started = std::time::Instant::now();
    let list = join_all(&sources);
    assert_eq!(list.items.len(), 1_000);
    let filter = Filter {
        words: "sql 19".to_owned(),
        ..Filter::default()
    };
    let view = ListView {
        sort: Sort::default(),
        filter,
    };
    assert!(view.apply(&list.items).len() > 50);
    let took = started.elapsed();
    assert!(took.as_millis() < 1_000, "{took:?} in a debug build");
}

#[test]
fn an_item_is_found_by_its_id() {
    let list = join_all(&Sources {
        entitlements: vec![entitled("o1", 3, "P1")],
        ..Sources::default()
    });
    let id = SoftwareItemId {
        order: order_id("o1"),
        line: 3,
        product: product("P1"),
        sku: sku("0001"),
    };
    assert!(list.find(&id).is_some());
    assert!(list.find(&SoftwareItemId { line: 4, ..id }).is_none());
}
