use super::*;
use OperationState::{Done, Failed, Prepared, Unknown};

fn operation() -> Operation {
    let created = Timestamp::parse("2026-11-23T10:00:00Z").unwrap();
    let target = "customer/cart \"1\"\n".to_owned();
    let id = RequestId::from_random([7; 16]);
    Operation::new(id, OperationKind::Checkout, target, "{}", created)
}

fn sent() -> Operation {
    operation().sent().unwrap()
}

#[test]
fn an_answer_decides_what_became_of_it() {
    for (outcome, state) in [
        (Ok(()), Done),
        (Err(Effect::Refused), Failed),
        (Err(Effect::Unknown), Unknown),
        (Err(Effect::None), Prepared),
    ] {
        assert_eq!(sent().answered(outcome).state, state);
    }
}

#[test]
fn every_attempt_has_the_same_id() {
    let first = sent().answered(Err(Effect::Unknown));
    let second = first.clone().sent().unwrap();
    assert_eq!((&second.id, second.attempts), (&first.id, 2));
    assert_eq!(first.id.as_str(), "07070707-0707-4707-8707-070707070707");
}

/// The first may have taken effect all the same.
#[test]
fn a_refusal_of_a_second_attempt_leaves_the_first_in_doubt() {
    let twice = sent().answered(Err(Effect::Unknown)).sent().unwrap();
    assert_eq!(twice.clone().answered(Err(Effect::Refused)).state, Unknown);
    assert_eq!(twice.clone().answered(Err(Effect::None)).state, Unknown);
    assert_eq!(twice.answered(Ok(())).state, Done);
}

#[test]
fn what_was_turned_away_unread_leaves_no_doubt() {
    let again = sent().answered(Err(Effect::None)).sent().unwrap();
    assert_eq!(again.attempts, 1);
    assert_eq!(again.answered(Err(Effect::Refused)).state, Failed);
}

#[test]
fn it_is_not_sent_twice_at_once_nor_after_its_end() {
    assert!(!sent().may_send());
    assert!(sent().sent().is_none());
    for over in [
        sent().answered(Ok(())),
        sent().answered(Err(Effect::Refused)),
    ] {
        assert!(over.state.is_over());
        assert!(over.clone().sent().is_none());
        for outcome in [Ok(()), Err(Effect::Unknown), Err(Effect::Refused)] {
            assert_eq!(over.clone().answered(outcome), over);
        }
        assert_eq!(over.clone().resolved(!matches!(over.state, Done)), over);
        assert_eq!(over.clone().found_again(), over);
    }
}

/// Walks every way through, with the truth known: what took effect is never shown as failed, and
/// what is done did take effect.
#[test]
fn no_way_leads_to_a_wrong_outcome() {
    const ANSWERS: [(Result<(), Effect>, bool); 5] = [
        (Ok(()), true),
        (Err(Effect::None), false),
        (Err(Effect::Refused), false),
        (Err(Effect::Unknown), true),
        (Err(Effect::Unknown), false),
    ];
    fn walk(operation: &Operation, took_effect: bool, depth: u32) {
        match operation.state {
            Done => assert!(took_effect),
            Failed => assert!(!took_effect),
            _ => {}
        }
        let Some(sent) = operation.clone().sent().filter(|_| depth > 0) else {
            return;
        };
        let found = sent.clone().found_again();
        assert_eq!(found.state, Unknown);
        assert_eq!(found.resolved(true).state, Done);
        for (answer, effect) in ANSWERS {
            let took_effect = took_effect || effect;
            walk(&sent.clone().answered(answer), took_effect, depth - 1);
        }
    }
    walk(&operation(), false, 5);
}

#[test]
fn asking_ends_the_doubt() {
    let doubtful = sent().answered(Err(Effect::Unknown));
    assert_eq!(doubtful.clone().resolved(true).state, Done);
    assert_eq!(doubtful.resolved(false).state, Failed);
    assert_eq!(operation().resolved(true).state, Prepared);
}

#[test]
fn the_same_thing_is_known_by_its_target_and_what_is_sent() {
    let operation = operation();
    let target = operation.target.clone();
    let checkout = OperationKind::Checkout;
    assert!(operation.is_same(&checkout, &target, "{}"));
    assert!(!operation.is_same(&checkout, &target, "{ }"));
    assert!(!operation.is_same(&checkout, "customer/other", "{}"));
    assert!(!operation.is_same(&OperationKind::Cart, &target, "{}"));
    // Published test vectors of FNV-1a.
    assert_eq!(hash(""), 0xcbf2_9ce4_8422_2325);
    assert_eq!(hash("foobar"), 0x8594_4171_f739_67e8);
}

#[test]
fn a_record_reads_back_in_every_state() {
    let states = [
        operation(),
        sent(),
        sent().answered(Err(Effect::Unknown)),
        sent().answered(Ok(())),
        sent().answered(Err(Effect::Refused)),
    ];
    for operation in states {
        let text = write(&operation);
        assert_eq!(read(&text), Record::Operation(operation), "{text}");
    }
    let later = Operation {
        kind: OperationKind::Unknown("refund".to_owned()),
        ..operation()
    };
    assert_eq!(read(&write(&later)), Record::Operation(later));
}

/// As this version writes it: later ones have to read it.
#[test]
fn a_record_has_the_form_of_its_schema() {
    let golden = r#"{"schema":1,"id":"07070707-0707-4707-8707-070707070707","kind":"checkout","target":"customer/cart \"1\"\n","body":"08f44b07b5901a25","created":1795428000000,"state":"prepared","attempts":0}"#;
    assert_eq!(write(&operation()), golden);
    assert_eq!(read(golden), Record::Operation(operation()));
    let about = Operation {
        about: "0,2".to_owned(),
        ..operation()
    };
    assert!(write(&about).contains(r#","about":"0,2","body""#));
    assert_eq!(read(&write(&about)), Record::Operation(about));
}

#[test]
fn a_newer_record_is_left_alone_and_a_broken_one_is_known() {
    assert_eq!(read(r#"{"schema":2,"id":7}"#), Record::Newer(2));
    let good = write(&operation());
    for broken in [
        String::new(),
        "[]".to_owned(),
        "{}".to_owned(),
        r#"{"schema":0}"#.to_owned(),
        r#"{"schema":1}"#.to_owned(),
        good[..good.len() - 1].to_owned(),
        good.replace("prepared", "dreamt of"),
        good.replace("07070707-", "x"),
        good.replace("\"attempts\":0", "\"attempts\":-1"),
        good.replace("\"created\":", "\"created\":\"\",\"was\":"),
    ] {
        assert_eq!(read(&broken), Record::Broken, "{broken}");
    }
}
