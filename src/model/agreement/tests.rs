use super::*;

fn acceptance(first: &str, last: &str, email: &str, date: &str) -> Acceptance {
    Acceptance {
        contact: Contact {
            first_name: first.to_owned(),
            last_name: last.to_owned(),
            email: email.to_owned(),
            phone: String::new(),
        },
        date: date.to_owned(),
    }
}

fn today() -> Date {
    Timestamp::parse("2026-11-23").unwrap().date()
}

#[test]
fn what_is_needed_is_asked_for_field_by_field() {
    let none = acceptance(" ", "", "", "").problems(today());
    let missing = |field| (field, Problem::Missing);
    assert_eq!(
        none,
        [Field::FirstName, Field::LastName, Field::Email, Field::Date].map(missing)
    );
    let good = acceptance("Zoé", "Ümit", "zoe@example.com", "2026-11-23");
    assert!(good.problems(today()).is_empty());
}

#[test]
fn an_address_has_two_sides() {
    for (email, fits) in [
        ("a@b", true),
        ("zoé@exämple.com", true),
        (" a@b.c ", true),
        ("a@", false),
        ("@b", false),
        ("a@b@c", false),
        ("a b@c", false),
        ("nobody", false),
    ] {
        let problems = acceptance("A", "B", email, "2026-01-01").problems(today());
        assert_eq!(problems.is_empty(), fits, "{email}");
    }
}

#[test]
fn the_date_is_a_date_that_has_come() {
    for (date, problem) in [
        ("2026-11-23", None),
        ("1999-12-31", None),
        ("2026-11-24", Some(Problem::InFuture)),
        ("2027-01-01", Some(Problem::InFuture)),
        ("2026-02-30", Some(Problem::Malformed)),
        ("23/11/2026", Some(Problem::Malformed)),
        ("2026-11-23T10:00:00Z", Some(Problem::Malformed)),
        ("0001-01-01", Some(Problem::Malformed)),
    ] {
        let problems = acceptance("A", "B", "a@b", date).problems(today());
        let found = problems.first().map(|(_, problem)| *problem);
        assert_eq!(found, problem, "{date}");
    }
}

/// East of Greenwich today begins before it does in UTC.
#[test]
fn the_moment_sent_is_never_in_the_servers_future() {
    let now = Timestamp::parse("2026-11-22T23:30:00Z").unwrap();
    let today = acceptance("A", "B", "a@b", "2026-11-23");
    assert_eq!(today.moment(now), Some(now));
    let before = acceptance("A", "B", "a@b", "2026-11-20").moment(now);
    assert_eq!(before, Timestamp::parse("2026-11-20T00:00:00Z"));
    assert_eq!(acceptance("A", "B", "a@b", "soon").moment(now), None);
}

#[test]
fn the_newest_template_of_the_customer_agreement_is_confirmed() {
    let template = |id: &str, kind: &str, rank| Template {
        id: id.to_owned(),
        kind: kind.to_owned(),
        link: None,
        version_rank: rank,
    };
    let newest = current(vec![
        template("cloud", "MicrosoftCloudAgreement", Some(9)),
        template("first", CUSTOMER_AGREEMENT, None),
        template("third", "microsoftcustomeragreement", Some(3)),
        template("second", CUSTOMER_AGREEMENT, Some(2)),
        template("", CUSTOMER_AGREEMENT, Some(8)),
    ]);
    assert_eq!(newest.unwrap().id, "third");
    assert_eq!(current(Vec::new()), None);
}

#[test]
fn only_the_customer_agreement_counts() {
    let of = |kind: &str| Confirmation {
        kind: kind.to_owned(),
        ..Confirmation::default()
    };
    assert!(of("microsoftcustomeragreement").is_of_customer_agreement());
    assert!(!of("MicrosoftCloudAgreement").is_of_customer_agreement());
}
