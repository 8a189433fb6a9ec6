use super::*;
use crate::model::cancellation::{CancelReason, Proof};
use crate::model::product_key::MASK;
use crate::model::report::{Contact, Facts, Impact, ProblemType};

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

fn draft(wizard: Wizard) -> Draft {
    Draft {
        id: RequestId::from_random([7; 16]),
        customer: Some(Whose {
            id: "b44bb1fb-c595-45b0-9e09-d657365580bf".parse().unwrap(),
            name: "Fjordkraft\u{202e} \"gpj.exe\"\n".to_owned(),
            domain: "fjordkraft.example".to_owned(),
        }),
        created: at("2026-11-23T10:00:00.001Z"),
        changed: at("2026-11-23T10:05:00Z"),
        operation: Some(RequestId::from_random([9; 16])),
        wizard,
    }
}

fn cancel() -> CancelDraft {
    CancelDraft {
        step: CancelStep::Consequences,
        order: "7kQ2_xYz-Ab3dEfGhIjKlMnOpQrStUvW1".parse().unwrap(),
        lines: vec![0, 2],
        reason: Reason {
            chosen: Some(CancelReason::Other),
            words: " not trimmed ".to_owned(),
        },
        acknowledged: true,
        tracker: None,
    }
}

fn report() -> ReportDraft {
    let text = str::to_owned;
    ReportDraft {
        step: ReportStep::Contact,
        order: Some("9af3c1d20b77".parse().unwrap()),
        line: Some(3),
        lines: vec![3, 5],
        own_title: true,
        own_amount: true,
        report: Report {
            problem: ProblemType::Topic(text("32444671")),
            impact: Some(Impact::Critical),
            // Nothing of it is right, all of it is kept.
            facts: Facts {
                tenant: text("conto"),
                purchase: text("order no. "),
                reason: text("\u{0}\u{2028}é"),
                amount: text("1,2,"),
                currency: text("€"),
            },
            title: text("T"),
            words: text("w\nx"),
            own_text: Some(String::new()),
            contact: Contact {
                name: text("M"),
                email: text("m@"),
                phone: text("+"),
            },
        },
        language: text("fr"),
        files: vec![
            DraftFile {
                name: text("é.pdf"),
                size: u64::MAX,
                content_type: text("application/pdf"),
                attachment: Some("a-1".parse().unwrap()),
                received: 5,
            },
            DraftFile {
                name: text("b.txt"),
                size: 3,
                content_type: String::new(),
                attachment: None,
                received: 0,
            },
        ],
        request: Some(text("616122292874576")),
    }
}

fn back(draft: &Draft) -> Draft {
    match read(&write(draft)) {
        Record::Draft(draft) => *draft,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_kept_is_found_again_as_it_was_typed() {
    let mut trackers = vec![None];
    let at = at("2026-11-23T10:06:00Z");
    let proofs = [Proof::NothingThere, Proof::Waiting, Proof::Revoked(at)];
    for key in proofs {
        for link in proofs {
            let mut tracker = Tracker::new(at, true, true);
            (tracker.key, tracker.link) = (key, link);
            trackers.push(Some(tracker));
            tracker.credited = Some(at);
            trackers.push(Some(tracker));
        }
    }
    for tracker in trackers {
        let kept = draft(Wizard::Cancel(CancelDraft {
            tracker,
            ..cancel()
        }));
        assert_eq!(back(&kept), kept);
    }
    let mut kept = draft(Wizard::Report(report().into()));
    assert_eq!(back(&kept), kept);
    // One that began without a customer.
    kept.customer = None;
    assert_eq!(back(&kept), kept);
}

#[test]
fn every_step_and_choice_is_found_again() {
    for step in CancelStep::ALL {
        let kept = draft(Wizard::Cancel(CancelDraft { step, ..cancel() }));
        assert_eq!(back(&kept), kept);
    }
    for step in ReportStep::ALL {
        let kept = draft(Wizard::Report(ReportDraft { step, ..report() }.into()));
        assert_eq!(back(&kept), kept);
    }
    for chosen in CancelReason::ALL.map(Some).into_iter().chain([None]) {
        let mut one = cancel();
        one.reason.chosen = chosen;
        let kept = draft(Wizard::Cancel(one));
        assert_eq!(back(&kept), kept);
    }
}

#[test]
fn a_key_that_was_pasted_is_never_stored() {
    let key = "8F9FN-2JWYW-12345-67890-XWRTF";
    let digits = "0000 1234 5678 9012 3456 7890 1234 5678";
    let words = format!("The key {key} does not work, {digits} neither.");
    let mut report = report();
    report.report.facts.reason = words.clone();
    report.report.facts.purchase = words.clone();
    report.report.title = words.clone();
    report.report.words = words.clone();
    report.report.own_text = Some(words.clone());
    report.report.contact.name = words.clone();
    let mut cancel = cancel();
    cancel.reason.words = words;
    for wizard in [Wizard::Report(report.into()), Wizard::Cancel(cancel)] {
        let stored = write(&draft(wizard));
        assert!(!stored.contains("2JWYW") && !stored.contains("9012"));
        let said = format!("The key {MASK} does not work, {MASK} neither.");
        assert!(stored.contains(&said), "{stored}");
    }
}

/// Written by this version once; a later one has to read it.
#[test]
fn the_first_schema_stays_readable() {
    let stored = r#"{"cancel":{"acknowledged":true,"lines":[0,2],"order":"7kQ2_xYz-Ab3dEfGhIjKlMnOpQrStUvW1","reason":"other","step":"consequences","words":" not trimmed "},"changed":1795428300000,"created":1795428000001,"customer":{"domain":"fjordkraft.example","id":"b44bb1fb-c595-45b0-9e09-d657365580bf","name":"Fjordkraft<RLO> \"gpj.exe\"\n"},"id":"07070707-0707-4707-8707-070707070707","operation":"09090909-0909-4909-8909-090909090909","schema":1}"#
        .replace("<RLO>", "\u{202e}");
    let expected = draft(Wizard::Cancel(cancel()));
    assert_eq!(write(&expected), stored);
    assert_eq!(read(&stored), Record::Draft(expected.into()));
}

#[test]
fn what_is_missing_counts_as_not_filled_in() {
    let whose = r#""customer":{"id":"b44bb1fb-c595-45b0-9e09-d657365580bf"}"#;
    let head =
        format!(r#""schema":1,"id":"07070707-0707-4707-8707-070707070707","created":5,{whose}"#);
    let Record::Draft(bare) = read(&format!(r#"{{{head},"report":{{"step":"odd"}}}}"#)) else {
        panic!()
    };
    assert_eq!(bare.changed, bare.created);
    let Wizard::Report(report) = bare.wizard else {
        panic!()
    };
    assert_eq!(report.report, Report::default());
    assert_eq!(report.step, ReportStep::Facts);
    let cancel = format!(r#"{{{head},"cancel":{{"order":"x","lines":[1,"2",-3,4],"more":{{}}}}}}"#);
    let Record::Draft(bare) = read(&cancel) else {
        panic!()
    };
    let Wizard::Cancel(cancel) = bare.wizard else {
        panic!()
    };
    assert_eq!((cancel.lines, cancel.acknowledged), (vec![1, 4], false));
}

#[test]
fn what_no_version_wrote_is_broken_and_what_a_later_one_wrote_is_left_alone() {
    let good = write(&draft(Wizard::Cancel(cancel())));
    for broken in [
        "",
        "{}",
        "[]",
        "null",
        r#"{"schema":0}"#,
        r#"{"schema":1}"#,
        &good[..good.len() - 1],
        &good.replace("\"cancel\"", "\"cancelled\""),
        &good.replace("b44bb1fb", "b44"),
        &good.replace("\"customer\"", "\"whose\""),
        &good.replace("\"created\"", "\"made\""),
    ] {
        assert_eq!(read(broken), Record::Broken, "{broken}");
    }
    let newer = good.replace("\"schema\":1", "\"schema\":2");
    assert_eq!(read(&newer), Record::Newer(2));
}

#[test]
fn a_file_is_whole_when_all_of_it_was_acknowledged() {
    let [first, second] = &report().files[..] else {
        panic!()
    };
    assert!(!first.is_sent() && !second.is_sent());
    let whole = DraftFile {
        size: 5,
        ..first.clone()
    };
    assert!(whole.is_sent());
    assert!(whole.is_same("é.pdf", 5) && !whole.is_same("é.pdf", 6));
}
