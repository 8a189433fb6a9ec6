//! What is wrong with the facts of a refund.

use super::*;

fn facts(change: Change, known: Known) -> Vec<(Field, Problem)> {
    changed(change).problems_of_facts(known)
}

#[test]
fn each_fact_has_problems_of_its_own() {
    let cases: [(Change, Field, Problem); 12] = [
        (|r| r.facts.tenant.clear(), Field::Tenant, Problem::Missing),
        (
            |r| r.facts.tenant = "contoso".to_owned(),
            Field::Tenant,
            Problem::Malformed,
        ),
        (
            |r| r.facts.purchase = " ".to_owned(),
            Field::Purchase,
            Problem::Missing,
        ),
        (
            |r| r.facts.purchase = "order no. 5".to_owned(),
            Field::Purchase,
            Problem::Malformed,
        ),
        (|r| r.facts.reason.clear(), Field::Reason, Problem::Missing),
        (
            |r| r.facts.reason = "8F9FN-2JWYW-12345-67890-XWRTF".to_owned(),
            Field::Reason,
            Problem::HoldsKey,
        ),
        (|r| r.facts.amount.clear(), Field::Amount, Problem::Missing),
        (
            |r| r.facts.amount = "much".to_owned(),
            Field::Amount,
            Problem::Amount(AmountProblem::NotANumber),
        ),
        (
            |r| r.facts.amount = "0".to_owned(),
            Field::Amount,
            Problem::Amount(AmountProblem::NotPositive),
        ),
        (
            |r| r.facts.amount = "1.5".to_owned() + "05",
            Field::Amount,
            Problem::Amount(AmountProblem::Ambiguous),
        ),
        (
            |r| r.facts.currency.clear(),
            Field::Currency,
            Problem::Missing,
        ),
        (
            |r| r.facts.currency = "€".to_owned(),
            Field::Currency,
            Problem::Malformed,
        ),
    ];
    for (change, field, problem) in cases {
        assert_eq!(facts(change, Known::default()), [(field, problem)]);
    }
    let domain: Change = |r| r.facts.tenant = " Contoso.OnMicrosoft.com ".to_owned();
    assert_eq!(facts(domain, Known::default()), []);
}

#[test]
fn what_was_looked_up_counts() {
    let known = Known {
        tenant: Lookup::NotFound,
        purchase: Lookup::NotFound,
        paid: &[],
    };
    let expected = [
        (Field::Tenant, Problem::UnknownCustomer),
        (Field::Purchase, Problem::NotOfCustomer),
    ];
    assert_eq!(facts(|_| {}, known), expected);
    // What is not even a GUID or a domain is said to be that.
    let malformed = facts(|r| r.facts.tenant = "x".to_owned(), known);
    assert_eq!(malformed[0], (Field::Tenant, Problem::Malformed));
}

#[test]
fn no_more_is_asked_back_than_was_paid() {
    let paid = [money("1234.49", "EUR"), money("5000", "USD")];
    let known = Known {
        paid: &paid,
        ..Known::default()
    };
    let more = Problem::MoreThanPaid(paid[0].clone());
    assert_eq!(facts(|_| {}, known), [(Field::Amount, more)]);
    let exactly: Change = |r| r.facts.amount = "1234.49".to_owned();
    assert_eq!(facts(exactly, known), []);
    assert_eq!(facts(|r| r.facts.currency = "usd".to_owned(), known), []);
    let other: Change = |r| r.facts.currency = "GBP".to_owned();
    assert_eq!(
        facts(other, known),
        [(Field::Currency, Problem::OtherCurrency)]
    );
    // Where no price is known every amount may be asked for.
    assert_eq!(facts(other, Known::default()), []);
}

#[test]
fn only_a_refund_has_facts() {
    let other = Report {
        problem: ProblemType::Topic("1".to_owned()),
        ..refund()
    };
    let nothing = Report {
        facts: Facts::default(),
        ..other
    };
    assert_eq!(nothing.problems_of_facts(Known::default()), []);
    // Such a report is described in words.
    let missing = [(Field::Description, Problem::Missing)];
    assert_eq!(nothing.problems_of_description(""), missing);
}
