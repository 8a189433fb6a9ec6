//! What is wrong with each field but the facts of a refund.

use super::*;

#[test]
fn a_report_with_nothing_wrong_in_it_has_no_problem() {
    let paid = [money("1234.50", "EUR")];
    let known = Known {
        tenant: Lookup::Found,
        purchase: Lookup::Found,
        paid: &paid,
    };
    assert_eq!(refund().problems(known, "text"), []);
    assert_eq!(refund().problems(Known::default(), "text"), []);
}

#[test]
fn impact_and_title_are_needed() {
    let of = |change: Change| changed(change).problems_of_details();
    assert_eq!(of(|r| r.impact = None), [(Field::Impact, Problem::Missing)]);
    assert_eq!(
        of(|r| r.title = " ".to_owned()),
        [(Field::Title, Problem::Missing)]
    );
    assert_eq!(of(|r| r.title = "é".repeat(255)), []);
    assert_eq!(
        of(|r| r.title = "é".repeat(256)),
        [(Field::Title, Problem::TooLong(255))]
    );
    assert_eq!(
        of(|r| r.title = "00001234567890123456789012345678".to_owned()),
        [(Field::Title, Problem::HoldsKey)]
    );
}

#[test]
fn the_description_is_judged_as_it_is_sent() {
    let problem = |change: Change, whole: &str| {
        let found = changed(change).problems_of_description(whole);
        found.into_iter().map(|(_, problem)| problem).next()
    };
    assert_eq!(problem(|_| {}, &"x".repeat(10_000)), None);
    assert_eq!(
        problem(|_| {}, &"x".repeat(10_001)),
        Some(Problem::TooLong(10_000))
    );
    let with_key: Change = |r| r.words = "8F9FN-2JWYW-12345-67890-XWRTF".to_owned();
    assert_eq!(problem(with_key, "x"), Some(Problem::HoldsKey));
    let empty: Change = |r| r.own_text = Some(" \n".to_owned());
    assert_eq!(problem(empty, "x"), Some(Problem::Missing));
}

#[test]
fn a_version_of_ones_own_keeps_whose_and_which_purchase_it_is_about() {
    let own = |text: &str| {
        let report = Report {
            own_text: Some(text.to_owned()),
            ..refund()
        };
        report.problems_of_description(text)
    };
    let missing = |field| vec![(Field::Description, Problem::FactMissing(field))];
    assert_eq!(own("Please."), missing(Field::Tenant));
    let tenant = "For B44BB1FB-C595-45B0-9E09-D657365580BF:";
    assert_eq!(own(tenant), missing(Field::Purchase));
    let both = format!("{tenant} 7kQ2_xYz-Ab3dEfGhIjKlMnOpQrStUvW1.");
    assert_eq!(own(&both), []);
}

#[test]
fn the_contact_has_a_name_an_address_and_a_number() {
    let of = |change: Change| changed(change).problems_of_contact();
    assert_eq!(of(|_| {}), []);
    let nothing = of(|r| r.contact = Contact::default());
    let fields = [Field::ContactName, Field::ContactEmail, Field::ContactPhone];
    assert_eq!(nothing, fields.map(|field| (field, Problem::Missing)));
    for email in ["marie", "a@", "@b", "a b@c", "a@b@c"] {
        let mut report = refund();
        report.contact.email = email.to_owned();
        let malformed = [(Field::ContactEmail, Problem::Malformed)];
        assert_eq!(report.problems_of_contact(), malformed, "{email}");
    }
    for (phone, fits) in [
        ("+33 (0)1.23-45/67 89", true),
        ("01 23 45 67 89", true),
        ("12345", true),
        ("1234", false),
        ("call me", false),
        ("1+2345", false),
        ("123456789012345678901", false),
        ("٠١٢٣٤٥", false),
    ] {
        let mut report = refund();
        report.contact.phone = phone.to_owned();
        assert_eq!(report.problems_of_contact().is_empty(), fits, "{phone}");
    }
}

#[test]
fn problems_come_in_the_order_of_the_steps() {
    let nothing = Report::default();
    let fields: Vec<Field> = nothing
        .problems(Known::default(), "")
        .into_iter()
        .map(|(field, _)| field)
        .collect();
    assert_eq!(
        fields,
        [
            Field::Tenant,
            Field::Purchase,
            Field::Reason,
            Field::Amount,
            Field::Currency,
            Field::Impact,
            Field::Title,
            Field::ContactName,
            Field::ContactEmail,
            Field::ContactPhone,
        ]
    );
    let mut names: Vec<&str> = fields.iter().map(|field| field.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), fields.len());
}

#[test]
fn a_type_has_to_be_offered_and_a_refund_allowed() {
    let topic = |id: &str, name: &str| Topic {
        id: id.to_owned(),
        name: name.to_owned(),
        description: None,
    };
    let topics = [
        topic("1", "CSP purchase/refund"),
        topic("2", "Product keys"),
    ];
    let problems = |problem: ProblemType, topics: Option<&[Topic]>, may_refund: bool| {
        let report = changed(|_| ());
        let report = Report { problem, ..report };
        let found = report.problems_of_topic(topics, may_refund).into_iter();
        found.map(|(_, problem)| problem).collect::<Vec<_>>()
    };
    let refund = || ProblemType::Refund;
    let other = |id: &str| ProblemType::Topic(id.to_owned());
    assert_eq!(problems(refund(), Some(&topics), true), []);
    assert_eq!(problems(refund(), None, true), []);
    assert_eq!(
        problems(refund(), Some(&topics), false),
        [Problem::NotAllowed]
    );
    assert_eq!(
        problems(refund(), Some(&topics[1..]), true),
        [Problem::NotOffered]
    );
    assert_eq!(problems(other("2"), Some(&topics), false), []);
    assert_eq!(
        problems(other("3"), Some(&topics), false),
        [Problem::NotOffered]
    );
    assert_eq!(problems(other("3"), None, false), []);
    for known in [None, Some(topics.as_slice())] {
        let open = ProblemType::NOT_CHOSEN;
        assert_eq!(problems(open, known, true), [Problem::Missing]);
    }
}

#[test]
fn another_problem_may_name_a_purchase_but_has_to_name_it_right() {
    let report = |tenant: &str, purchase: &str| {
        let mut report = changed(|report| report.problem = ProblemType::Topic("2".to_owned()));
        report.facts.tenant = tenant.to_owned();
        report.facts.purchase = purchase.to_owned();
        report.facts.reason.clear();
        report.problems_of_facts(Known {
            tenant: Lookup::NotFound,
            ..Known::default()
        })
    };
    assert_eq!(report(" ", ""), []);
    assert_eq!(report("", "9af3c1d20b77"), []);
    assert_eq!(report("", "a b"), [(Field::Purchase, Problem::Malformed)]);
    assert_eq!(report("contoso", ""), [(Field::Tenant, Problem::Malformed)]);
    assert_eq!(
        report("contoso.fr", ""),
        [(Field::Tenant, Problem::UnknownCustomer)]
    );
}
