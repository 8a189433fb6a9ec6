//! What is sent.

use super::*;

fn say(phrase: Phrase) -> String {
    match phrase {
        Phrase::Intro => "We ask for a refund.".to_owned(),
        Phrase::Customer(name) => format!("Customer: {name}"),
        Phrase::Tenant(tenant) => format!("Tenant: {tenant}"),
        Phrase::Order(id) => format!("Order ID: {id}"),
        Phrase::Subscription(id) => format!("Subscription ID: {id}"),
        Phrase::Product(title) => format!("Product: {title}"),
        Phrase::Line(number, title) => format!("Line {number}: {title}"),
        Phrase::Reason(reason) => format!("Reason: {reason}"),
        Phrase::Amount(amount) => format!("Amount requested: {amount}"),
        Phrase::Reference(reference) => format!("Our reference: {reference}"),
    }
}

fn text(report: &Report) -> String {
    let about = About {
        customer: Some("Contoso"),
        product: Some("SQL Server"),
        ..About::default()
    };
    outgoing(report, about, "LK-1", &say)
}

#[test]
fn a_refund_is_described_by_its_four_facts() {
    let mut report = refund();
    report.words = " Please hurry. ".to_owned();
    assert_eq!(
        text(&report),
        "We ask for a refund.\n\
         \n\
         Customer: Contoso\n\
         Tenant: b44bb1fb-c595-45b0-9e09-d657365580bf\n\
         Order ID: 7kQ2_xYz-Ab3dEfGhIjKlMnOpQrStUvW1\n\
         Product: SQL Server\n\
         Reason: Bought by mistake\n\
         Amount requested: 1234.50 EUR\n\
         \n\
         Please hurry.\n\
         \n\
         Our reference: LK-1"
    );
}

#[test]
fn lines_that_alone_are_meant_are_named_one_by_one() {
    let lines = [(0, "SQL Server × 2".to_owned()), (2, "Visio".to_owned())];
    let about = About {
        lines: &lines,
        ..About::default()
    };
    let text = outgoing(&refund(), about, "LK-1", &say);
    assert!(
        text.contains("StUvW1\nLine 1: SQL Server × 2\nLine 3: Visio\nReason:"),
        "{text}"
    );
}

#[test]
fn what_is_not_known_leaves_no_empty_line() {
    let report = outgoing(&refund(), About::default(), "LK-1", &say);
    assert!(!report.contains("Customer") && !report.contains("\n\n\n"));
    assert!(report.ends_with("EUR\n\nOur reference: LK-1"));
}

#[test]
fn a_guid_is_called_a_subscription_and_an_odd_amount_stays_as_typed() {
    let mut report = refund();
    report.facts.purchase = "3f2504e0-4f89-11d3-9a0c-0305e82c3301".to_owned();
    report.facts.amount = " half ".to_owned();
    let text = text(&report);
    assert!(text.contains("Subscription ID: 3f2504e0-4f89-11d3-9a0c-0305e82c3301\n"));
    assert!(text.contains("Amount requested: half eur\n"));
}

#[test]
fn a_version_of_ones_own_and_another_problem_are_sent_as_written() {
    let mut report = refund();
    report.own_text = Some("Own words.\n".to_owned());
    assert_eq!(text(&report), "Own words.\n\nOur reference: LK-1");
    report.own_text = None;
    report.problem = ProblemType::Topic("1".to_owned());
    report.words = "It does not load.".to_owned();
    report.facts = Facts {
        tenant: report.facts.tenant,
        purchase: " ".to_owned(),
        ..Facts::default()
    };
    assert_eq!(
        text(&report),
        "It does not load.\n\
         \n\
         Customer: Contoso\n\
         Tenant: b44bb1fb-c595-45b0-9e09-d657365580bf\n\
         Product: SQL Server\n\
         \n\
         Our reference: LK-1"
    );
    report.facts = Facts::default();
    let bare = outgoing(&report, About::default(), "LK-1", &say);
    assert_eq!(bare, "It does not load.\n\nOur reference: LK-1");
}

#[test]
fn a_proposed_title_fits_a_title() {
    assert_eq!(proposed_title(" Refund "), "Refund");
    let cut = proposed_title(&"é".repeat(300));
    assert_eq!(cut.chars().count(), 255);
    assert!(cut.ends_with("é…"));
    let whole = "é".repeat(255);
    assert_eq!(proposed_title(&whole), whole);
}

#[test]
fn a_reference_is_short_and_that_of_its_draft() {
    let draft = |byte| crate::model::RequestId::from_random([byte; 16]);
    assert_eq!(reference(&draft(7)), "LK-07070707");
    assert_eq!(reference(&draft(0xab)), "LK-ABABABAB");
}
