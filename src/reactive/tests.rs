//! What follows what, and what is left when an owner has gone. Effects need a browser's event loop:
//! `tests/browser/markup.rs` sees them at work.

use std::cell::Cell;
use std::rc::Rc;

use super::*;

fn owned<T>(act: impl FnOnce() -> T) -> (Owner, T) {
    let owner = Owner::new();
    let made = owner.with(act);
    (owner, made)
}

#[test]
fn a_memo_is_computed_when_it_is_asked_for_and_something_has_changed() {
    let runs = Rc::new(Cell::new(0));
    let counted = Rc::clone(&runs);
    let (_owner, (number, double)) = owned(|| {
        let number = RwSignal::new(2);
        let double = Memo::new(move |_| {
            counted.set(counted.get() + 1);
            number.get() * 2
        });
        (number, double)
    });
    assert_eq!(runs.get(), 0);
    assert_eq!((double.get(), double.get()), (4, 4));
    assert_eq!(runs.get(), 1);
    number.set(3);
    assert_eq!(runs.get(), 1);
    assert_eq!(double.get_untracked(), 6);
}

#[test]
fn what_follows_a_memo_rests_while_it_comes_out_the_same() {
    let runs = Rc::new(Cell::new(0));
    let counted = Rc::clone(&runs);
    let (_owner, (number, words)) = owned(|| {
        let number = RwSignal::new(1);
        let even = Memo::new(move |_| number.get() % 2 == 0);
        let words = Memo::new(move |_| {
            counted.set(counted.get() + 1);
            if even.get() { "even" } else { "odd" }
        });
        (number, words)
    });
    assert_eq!(words.get(), "odd");
    number.set(3);
    assert_eq!((words.get(), runs.get()), ("odd", 1));
    number.set(4);
    assert_eq!((words.get(), runs.get()), ("even", 2));
}

#[test]
fn a_memo_is_told_its_last_value() {
    let (_owner, (number, most)) = owned(|| {
        let number = RwSignal::new(5);
        let most = Memo::new(move |before: Option<&i32>| {
            number.get().max(before.copied().unwrap_or_default())
        });
        (number, most)
    });
    assert_eq!(most.get(), 5);
    number.set(3);
    assert_eq!(most.get(), 5);
    number.set(9);
    assert_eq!(most.get(), 9);
}

#[test]
fn values_are_of_any_type_and_changed_in_place() {
    let (_owner, (names, kept)) = owned(|| {
        (
            RwSignal::new(vec!["a".to_owned()]),
            StoredValue::new(Some(1)),
        )
    });
    assert_eq!(names.update(|names| names.push("b".to_owned())), Some(()));
    assert_eq!(names.with(Vec::len), 2);
    assert_eq!(kept.try_update_value(Option::take), Some(Some(1)));
    assert_eq!(kept.try_get_value(), Some(None));
}

#[test]
fn a_handle_that_outlives_its_owner_says_so_and_does_nothing() {
    let (owner, (signal, stored)) = owned(|| (RwSignal::new(1), StoredValue::new(2)));
    owner.cleanup();
    signal.set(3);
    assert_eq!(signal.update(|value| *value), None);
    assert_eq!(signal.try_get_untracked(), None);
    assert_eq!(stored.try_get_value(), None);
}

#[test]
fn a_derived_signal_is_read_anew_each_time() {
    let (_owner, (number, text)) = owned(|| {
        let number = RwSignal::new(1);
        (number, Signal::derive(move || number.get().to_string()))
    });
    assert_eq!(text.get(), "1");
    number.set(2);
    assert_eq!(text.get(), "2");
}
