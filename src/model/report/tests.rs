use super::*;
use crate::model::Money;
use crate::model::decimal::Decimal;
use crate::model::money::Currency;

mod amounts;
mod facts;
mod fields;
mod purchases;
mod texts;

fn money(amount: &str, currency: &str) -> Money {
    Money::new(
        Decimal::parse(amount).unwrap(),
        Currency::parse(currency).unwrap(),
    )
}

/// A refund with nothing wrong in it.
fn refund() -> Report {
    let text = str::to_owned;
    Report {
        problem: ProblemType::Refund,
        impact: Some(Impact::Moderate),
        facts: Facts {
            tenant: text("b44bb1fb-c595-45b0-9e09-d657365580bf"),
            purchase: text("7kQ2_xYz-Ab3dEfGhIjKlMnOpQrStUvW1"),
            reason: text("Bought by mistake"),
            amount: text("1 234,50"),
            currency: text("eur"),
        },
        title: text("Refund of order 9af3c1d20b77"),
        words: String::new(),
        own_text: None,
        contact: Contact {
            name: text("Marie van der Berg"),
            email: text("marie@example.com"),
            phone: text("+33 1 23 45 67 89"),
        },
    }
}

type Change = fn(&mut Report);

fn changed(change: Change) -> Report {
    let mut report = refund();
    change(&mut report);
    report
}

#[test]
fn a_name_is_split_for_the_wire() {
    for (name, first, last) in [
        ("Marie van der Berg", "Marie", "van der Berg"),
        (" Berg,  Marie ", "Marie", "Berg"),
        ("Plato", "", "Plato"),
        ("Plato,", "", "Plato"),
        ("Jean\u{a0}Valjean", "Jean", "Valjean"),
        ("", "", ""),
    ] {
        let contact = Contact {
            name: name.to_owned(),
            email: " a@b ".to_owned(),
            phone: " 1 ".to_owned(),
        };
        let split = contact.split();
        assert_eq!((&*split.first_name, &*split.last_name), (first, last));
        assert_eq!((&*split.email, &*split.phone), ("a@b", "1"));
    }
}

#[test]
fn a_purchase_is_an_orders_id_or_a_subscriptions() {
    let purchased = |text: &str| {
        let facts = Facts {
            purchase: text.to_owned(),
            ..Facts::default()
        };
        facts.purchased()
    };
    let guid = "3f2504e0-4f89-11d3-9a0c-0305e82c3301";
    assert!(matches!(purchased(guid), Some(Purchased::Either(..))));
    for order in ["9af3c1d20b77", " 2y6dF_rVgDAXMxypQPPnTquuXhKVK_3N1 "] {
        assert!(matches!(purchased(order), Some(Purchased::Order(_))));
    }
    for wrong in ["", "a b", "../x", "é"] {
        assert_eq!(purchased(wrong), None, "{wrong}");
    }
}

#[test]
fn words_of_drafts_are_read_back() {
    for impact in Impact::ALL {
        assert_eq!(Impact::parse(impact.as_str()), Some(impact));
    }
    assert_eq!(Impact::parse("grave"), None);
}
