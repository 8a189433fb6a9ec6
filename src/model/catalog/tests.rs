use super::*;
use crate::model::billing::{BillingCycle, Term};
use crate::model::quantity::QuantityLimits;
use crate::model::window::Refund;
use SoftwareKind::{Perpetual, Subscription};

fn product(id: &str, title: &str, description: &str) -> CatalogProduct {
    CatalogProduct::new(
        id.parse().unwrap(),
        title.to_owned(),
        description.to_owned(),
    )
}

fn catalog() -> Catalog {
    Catalog::of(vec![
        (
            Perpetual,
            vec![
                product("P3", "Windows Server 2022 Standard", "Licensed per core."),
                product("P1", "Exchange Server 2019", "E-mail on your own premises."),
                product("P2", "Édition Élégante", "Un logiciel à la française."),
            ],
        ),
        (
            Subscription,
            vec![
                product("P3", "Windows Server 2022 Standard", "Licensed per core."),
                product("P4", "SQL Server Enterprise", ""),
            ],
        ),
    ])
}

fn found(words: &str, kind: Option<SoftwareKind>) -> Vec<String> {
    let catalog = catalog();
    let places = catalog.filter(&ProductFilter::new(words, kind));
    let id = |place: usize| catalog.products()[place].id.to_string();
    places.into_iter().map(id).collect()
}

#[test]
fn products_of_both_lists_are_one_and_in_the_order_of_their_titles() {
    assert_eq!(found("", None), ["P2", "P1", "P4", "P3"]);
    let catalog = catalog();
    let both = Kinds {
        perpetual: true,
        subscription: true,
    };
    assert_eq!(catalog.products()[3].kinds, both);
    assert_eq!(found("", Some(Perpetual)), ["P2", "P1", "P3"]);
    assert_eq!(found("", Some(Subscription)), ["P4", "P3"]);
}

#[test]
fn every_word_has_to_occur_anywhere() {
    assert_eq!(found("server", None), ["P1", "P4", "P3"]);
    assert_eq!(found("SERVER  core", None), ["P3"]);
    assert_eq!(found("2022 win", None), ["P3"]);
    assert_eq!(found("elegante ÉDITION", None), ["P2"]);
    assert_eq!(found("française", Some(Perpetual)), ["P2"]);
    assert_eq!(found("p4", None), ["P4"]);
    assert!(found("server linux", None).is_empty());
    assert!(found("exchange", Some(Subscription)).is_empty());
}

/// What is found never grows by typing more, and is what looking at each product finds.
#[test]
fn typing_on_narrows_what_is_found() {
    let text = "windows server 2022 standard";
    let mut before = catalog().products().len();
    for end in 0..=text.len() {
        let now = found(&text[..end], None);
        assert!(now.len() <= before, "{}", &text[..end]);
        before = now.len();
    }
    assert_eq!(before, 1);
}

#[test]
fn a_large_catalogue_is_searched_at_once() {
    let many = (0..5_000).map(|number| {
        let id = format!("DG7GMGF{number:05}");
        let title = format!("Product {} of family {}", number, number % 40);
        product(
            &id,
            &title,
            "A description of a hundred letters, more or less. ",
        )
    });
    let catalog = Catalog::of(vec![(Perpetual, many.collect())]);
    let found = catalog.filter(&ProductFilter::new("FAMILY 17 descrip", None));
    let expected = (0..5_000).filter(|number: &usize| {
        let text = format!(
            "Product {} of family {} DG7GMGF{number:05}",
            number,
            number % 40
        );
        text.contains("17")
    });
    assert_eq!(found.len(), expected.count());
    let titles: Vec<&str> = catalog.products().iter().map(|one| &*one.title).collect();
    assert!(titles.is_sorted_by_key(|title| fold(title)));
}

fn sku(cycles: &[BillingCycle]) -> Sku {
    Sku {
        id: "0001".parse().unwrap(),
        title: String::new(),
        description: String::new(),
        limits: QuantityLimits::default(),
        billing_cycles: cycles.to_vec(),
        prerequisites: Vec::new(),
        attestation: None,
        refundable: true,
        trial: false,
    }
}

fn availability(terms: &[(&str, Option<BillingCycle>)]) -> Availability {
    let term = |(duration, billing_cycle): &(&str, Option<BillingCycle>)| AvailableTerm {
        duration: Term::parse(duration),
        billing_cycle: billing_cycle.clone(),
        description: None,
        refunds: vec![RefundStep {
            refund: Some(Refund::Full),
            expires_after: Some(format!("P1D of {duration}")),
        }],
    };
    Availability {
        item: "P:0001:A".parse().unwrap(),
        segment: None,
        currency: None,
        country: None,
        purchasable: true,
        terms: terms.iter().map(term).collect(),
    }
}

fn choices(cycles: &[BillingCycle], terms: &[(&str, Option<BillingCycle>)]) -> Vec<String> {
    let plans = plans(&sku(cycles), &availability(terms));
    let words = |plan: &Plan| {
        let term = plan.term.as_ref().map_or("-", Term::as_str);
        format!("{} {term}", plan.billing_cycle.as_str())
    };
    plans.iter().map(words).collect()
}

#[test]
fn plans_are_terms_with_billing_cycles_that_the_sku_supports() {
    use BillingCycle::{Annual, Monthly, OneTime, Triennial};
    assert_eq!(choices(&[OneTime], &[]), ["one_time -"]);
    assert_eq!(choices(&[], &[]), ["one_time -"]);
    assert_eq!(choices(&[Annual], &[("P1Y", None)]), ["annual P1Y"]);
    assert_eq!(
        choices(&[Annual, Triennial], &[("P3Y", None)]),
        ["annual P3Y", "triennial P3Y"]
    );
    let terms = [
        ("P1Y", Some(Annual)),
        ("P3Y", Some(Annual)),
        ("P3Y", Some(Triennial)),
        ("P3Y", Some(Annual)),
        ("P1M", Some(Monthly)),
    ];
    assert_eq!(
        choices(&[Annual, Triennial], &terms),
        ["annual P1Y", "annual P3Y", "triennial P3Y"]
    );
    assert_eq!(choices(&[OneTime], &[("P3Y", None)]), ["one_time P3Y"]);
}

#[test]
fn a_plan_has_the_refunds_of_its_term() {
    let of = availability(&[("P1Y", None), ("P3Y", Some(BillingCycle::Triennial))]);
    let refunds = |cycle: BillingCycle, term: &str| {
        let plan = Plan {
            billing_cycle: cycle,
            term: Term::parse(term),
        };
        let steps = of.refunds(&plan).first();
        steps.and_then(|step| step.expires_after.clone())
    };
    let year = refunds(BillingCycle::Annual, "P1Y");
    assert_eq!(year.as_deref(), Some("P1D of P1Y"));
    assert_eq!(refunds(BillingCycle::Annual, "P3Y"), None);
    assert_eq!(refunds(BillingCycle::OneTime, ""), None);
}

#[test]
fn what_runs_out_is_a_subscription() {
    let is = |cycle: BillingCycle, term: &str| {
        let term = Term::parse(term);
        let plan = Plan {
            billing_cycle: cycle,
            term,
        };
        plan.is_subscription()
    };
    assert!(!is(BillingCycle::OneTime, ""));
    assert!(is(BillingCycle::OneTime, "P3Y"));
    assert!(is(BillingCycle::Annual, ""));
}
