//! Ids for elements that name one another (`aria-describedby`, `popovertarget`).

use std::cell::Cell;

thread_local! {
    static LAST: Cell<u32> = const { Cell::new(0) };
}

/// An id that no other element of this page has.
pub(super) fn unique() -> String {
    let number = LAST.get().wrapping_add(1);
    LAST.set(number);
    format!("u{number}")
}
