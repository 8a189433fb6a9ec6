//! What comes before and after: the reason, the time to undo, the tracker, several at once.

use super::*;
use crate::model::SoftwareItemId;

#[test]
fn a_reason_is_chosen_and_another_one_said() {
    let reason = |chosen, words: &str| Reason {
        chosen,
        words: words.to_owned(),
    };
    let other = Some(CancelReason::Other);
    let long = "é".repeat(LONGEST_REASON + 1);
    for (reason, problem) in [
        (reason(None, "x"), Some(ReasonProblem::NothingChosen)),
        (reason(other, " \n"), Some(ReasonProblem::WordsMissing)),
        (reason(other, &long), Some(ReasonProblem::TooLong)),
        (reason(other, &long[2..]), None),
        (reason(Some(CancelReason::DuplicateOrder), ""), None),
    ] {
        assert_eq!(reason.problem(), problem, "{:?}", reason.chosen);
    }
    for reason in CancelReason::ALL {
        assert_eq!(CancelReason::parse(reason.as_str()), Some(reason));
    }
    assert_eq!(CancelReason::parse("because"), None);
}

#[test]
fn ten_seconds_to_undo_are_ten_seconds_of_the_wall_clock() {
    let begun = at("2026-11-23T10:00:00Z");
    let undo = Undo::begun(begun);
    let seconds = |millis| undo.seconds(begun.plus_millis(millis));
    assert_eq!(seconds(0), Some(10));
    assert_eq!(seconds(1), Some(10));
    assert_eq!(seconds(9_000), Some(1));
    assert_eq!(seconds(9_999), Some(1));
    assert_eq!(seconds(10_000), None);
    // A laptop that slept.
    assert_eq!(seconds(86_400_000), None);
    // A clock that was set back shows no more than there was.
    assert_eq!(seconds(-86_400_000), Some(10));
    assert_eq!(undo.left(begun.plus_millis(9_999)), Some(1));
}

#[test]
fn stages_follow_one_another_and_promise_no_date() {
    let accepted = at("2026-11-23T10:00:00Z");
    let states = |tracker: &Tracker| tracker.steps().map(|step| step.state);
    let mut tracker = Tracker::new(accepted, true, true);
    assert_eq!(
        states(&tracker),
        [State::Done(accepted), State::Now, State::Later]
    );
    let (first, second) = (accepted.plus_millis(5), accepted.plus_millis(9));
    tracker.link = Proof::Revoked(first);
    assert_eq!(states(&tracker)[1], State::Now, "the key still answers");
    tracker.key = Proof::Revoked(second);
    assert_eq!(
        states(&tracker),
        [State::Done(accepted), State::Done(second), State::Now]
    );
    let booked = at("2026-12-08T00:00:00Z");
    tracker.credited = Some(booked);
    assert_eq!(states(&tracker)[2], State::Done(booked));
}

#[test]
fn what_has_neither_key_nor_link_is_revoked_when_it_is_accepted() {
    let accepted = at("2026-11-23T10:00:00Z");
    let tracker = Tracker::new(accepted, false, false);
    assert_eq!(tracker.revoked(), Some(accepted));
    assert_eq!(Tracker::new(accepted, false, true).revoked(), None);
    // A clock between the two answers that ran backwards.
    let odd = Tracker {
        key: Proof::Revoked(accepted.plus_millis(-1)),
        ..tracker
    };
    assert_eq!(odd.revoked(), Some(accepted));
}

#[test]
fn several_keys_are_revoked_when_the_last_one_is() {
    let (first, second) = (at("2026-11-23T10:00:00Z"), at("2026-11-23T10:00:05Z"));
    let together = |proofs: &[Proof]| {
        let none = Proof::NothingThere;
        proofs.iter().fold(none, |all, one| all.and(*one))
    };
    let gone = Proof::Revoked;
    assert_eq!(together(&[]), Proof::NothingThere);
    assert_eq!(together(&[Proof::NothingThere, gone(first)]), gone(first));
    assert_eq!(together(&[gone(second), gone(first)]), gone(second));
    assert_eq!(together(&[gone(first), Proof::Waiting]), Proof::Waiting);
    assert_eq!(
        together(&[Proof::Waiting, Proof::NothingThere]),
        Proof::Waiting
    );
}

#[test]
fn several_go_one_after_the_other_until_they_are_stopped() {
    let mut run: Run<&str, &str> = Run::new(vec!["a", "b", "c", "d"]);
    assert_eq!(run.begin_next(), Some(0));
    assert_eq!(run.begin_next(), None, "one at a time");
    run.note(0, RowResult::Cancelled);
    assert_eq!(run.begin_next(), Some(1));
    run.note(1, RowResult::Unknown("lost"));
    assert_eq!(run.begin_next(), Some(2));
    run.stop();
    assert!(!run.is_over(), "what was sent is still awaited");
    run.note(2, RowResult::Refused("window"));
    assert!(run.is_over());
    assert_eq!(run.begin_next(), None);
    run.note(1, RowResult::Cancelled);
    // What is decided stays.
    run.note(0, RowResult::Refused("late"));
    run.note(9, RowResult::Cancelled);
    let results: Vec<_> = run
        .rows()
        .iter()
        .map(|(_, result)| result.clone())
        .collect();
    let expected = [
        RowResult::Cancelled,
        RowResult::Cancelled,
        RowResult::Refused("window"),
        RowResult::NotSent,
    ];
    assert_eq!(results, expected);
}

#[test]
fn items_are_cancelled_order_by_order() {
    let item = |order: &str, line, product: &str| SoftwareItemId {
        order: order.parse().unwrap(),
        line,
        product: product.parse().unwrap(),
        sku: "0001".parse().unwrap(),
    };
    let items = [
        item("b", 2, "P1"),
        item("a", 0, "P1"),
        item("b", 0, "P2"),
        // Came along with what is on the same line.
        item("b", 2, "P3"),
    ];
    let grouped = by_order(&items);
    let told: Vec<_> = grouped
        .iter()
        .map(|(order, lines)| (order.as_str(), lines.as_slice()))
        .collect();
    assert_eq!(told, [("b", &[0, 2][..]), ("a", &[0])]);
}

#[test]
fn a_name_is_typed_as_people_type() {
    for (typed, name) in [
        ("Contoso", "Contoso"),
        (" contoso ", "Contoso"),
        ("boulangerie lumiere & fils", "Boulangerie Lumière & Fils"),
        ("Fjordkraft gpj.exe", "Fjordkraft\u{202e} gpj.exe"),
        ("a b", " A\u{a0}  B\n"),
        ("日本", "日本"),
    ] {
        assert!(is_name(typed, name), "{typed:?}");
    }
    for (typed, name) in [
        ("", ""),
        (" ", "\u{200b}"),
        ("Contos", "Contoso"),
        ("Contoso Ltd", "Contoso"),
        ("Contoso", "Contoso Ltd"),
        ("", "Contoso"),
    ] {
        assert!(!is_name(typed, name), "{typed:?}");
    }
}
