//! The state of an item, and why it has no key.

use super::*;

#[test]
fn a_cancelled_line_stays_without_a_key() {
    let mut cancelled = line(0, "P1", "SQL Server");
    cancelled.quantity = Some(0);
    let mut owned = entitled("o1", 0, "P1");
    owned.quantity = Some(0);
    owned.keys = vec![key("/keys/1", ArtifactState::Revoked)];
    for entitlements in [vec![], vec![owned]] {
        let list = join_all(&Sources {
            entitlements,
            orders: vec![order(
                "o1",
                OrderStatus::Completed,
                vec![cancelled.clone(), line(1, "P2", "Windows Server CAL")],
            )],
            ..Sources::default()
        });
        assert_eq!(list.items.len(), 2);
        let item = &list.items[0];
        assert_eq!(
            (&item.status, item.quantity),
            (&ItemStatus::Cancelled, Some(0))
        );
        assert_eq!(item.keys(), Keys::None(NoKey::Cancelled));
        assert_eq!(item.window, Window::NotCancellable(WhyNot::Cancelled));
        assert_eq!(list.items[1].status, ItemStatus::Active);
    }
}

#[test]
fn a_cancelled_order_counts_even_when_its_line_keeps_its_quantity() {
    let item = only(join_all(&Sources {
        orders: vec![order(
            "o1",
            OrderStatus::Cancelled,
            vec![line(0, "P1", "Visio")],
        )],
        ..Sources::default()
    }));
    assert_eq!(item.status, ItemStatus::Cancelled);
    assert_eq!(item.quantity, Some(1));
}

#[test]
fn every_state_of_an_order_has_its_item_state() {
    for (state, entitled_too, expected) in [
        (OrderStatus::Completed, true, ItemStatus::Active),
        (OrderStatus::Pending, false, ItemStatus::Pending),
        (OrderStatus::PendingReview, false, ItemStatus::PendingReview),
        (
            OrderStatus::PendingPoUpload,
            false,
            ItemStatus::PendingPurchaseOrder,
        ),
        (
            OrderStatus::PoUploadComplete,
            false,
            ItemStatus::PurchaseOrderInReview,
        ),
        (
            OrderStatus::PoReviewRejected,
            false,
            ItemStatus::ReviewRejected,
        ),
        (OrderStatus::PartialSuccess, true, ItemStatus::Active),
        (OrderStatus::PartialSuccess, false, ItemStatus::NotFulfilled),
        (OrderStatus::Error, false, ItemStatus::Failed),
        (OrderStatus::Suspended, true, ItemStatus::Suspended),
        (OrderStatus::Cancelled, true, ItemStatus::Cancelled),
        (
            OrderStatus::Unknown("odd".to_owned()),
            true,
            ItemStatus::Unknown("odd".to_owned()),
        ),
    ] {
        let item = only(join_all(&Sources {
            entitlements: if entitled_too {
                vec![entitled("o1", 0, "P1")]
            } else {
                vec![]
            },
            orders: vec![order("o1", state.clone(), vec![line(0, "P1", "Visio")])],
            ..Sources::default()
        }));
        assert_eq!(item.status, expected, "{state:?}");
        let keys = item.keys();
        match item.status.group() {
            StatusGroup::Pending => assert_eq!(keys, Keys::None(NoKey::Pending)),
            StatusGroup::Cancelled => assert_eq!(keys, Keys::None(NoKey::Cancelled)),
            StatusGroup::Problem if !entitled_too => {
                assert_eq!(keys, Keys::None(NoKey::NotDelivered));
            }
            _ => assert!(matches!(keys, Keys::One(_)), "{state:?}"),
        }
    }
}

#[test]
fn an_expired_entitlement_says_so() {
    let mut owned = entitled("o1", 0, "P1");
    owned.expires = Timestamp::parse("2024-01-31T00:00:00Z");
    let item = only(join_all(&Sources {
        entitlements: vec![owned],
        ..Sources::default()
    }));
    assert_eq!(
        (item.status, item.kind),
        (ItemStatus::Expired, SoftwareKind::Subscription)
    );
}

#[test]
fn why_there_is_no_key_is_told_apart() {
    let with = |keys: Vec<KeyArtifact>| {
        let mut owned = entitled("o1", 0, "P1");
        owned.keys = keys;
        only(join_all(&Sources {
            entitlements: vec![owned],
            ..Sources::default()
        }))
    };
    assert_eq!(with(vec![]).keys(), Keys::None(NoKey::NotForThisProduct));
    assert_eq!(
        with(vec![key("/k", ArtifactState::Pending)]).keys(),
        Keys::None(NoKey::Pending)
    );
    let mut revoked = key("/k", ArtifactState::Revoked);
    revoked.reason = Some("leaked".to_owned());
    assert_eq!(
        with(vec![revoked.clone()]).keys(),
        Keys::None(NoKey::Revoked(Some("leaked".to_owned())))
    );
    let left = with(vec![revoked, key("/k2", ArtifactState::Active)]);
    assert!(matches!(left.keys(), Keys::One(key) if key.uri == "/k2"));
}
