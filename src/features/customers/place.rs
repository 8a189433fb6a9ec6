//! The place in the list, kept with the entry of the browser's history that shows it.
//!
//! A place in history survives whatever is visited in between, and two entries that show the same
//! search have a place each. It is written after scrolling and before leaving, because a browser
//! refuses to write it often.

use js_sys::{Object, Reflect};
use web_sys::wasm_bindgen::{JsCast, JsValue};

use crate::browser;

const ROWS: &str = "listRows";
const FOCUS: &str = "listFocus";

/// Where somebody was in a list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    /// How many rows were above the upper edge of the view; negative while the head of the page
    /// was in view.
    pub rows: f64,
    /// The row that had the focus.
    pub focused: Option<usize>,
}

/// The place kept with the present entry; `None` when it was not here before.
pub(super) fn kept() -> Option<Place> {
    let state = browser::window()?.history().ok()?.state().ok()?;
    if !state.is_object() {
        return None;
    }
    let number = |name: &str| Reflect::get(&state, &name.into()).ok()?.as_f64();
    Some(Place {
        rows: number(ROWS)?,
        // Casting saturates, and an index beyond the list is ignored.
        focused: number(FOCUS).map(|row| row as usize),
    })
}

/// Keeps a place with the present entry, beside what others keep there.
pub(super) fn keep(place: Place) {
    let Some(history) = browser::window().and_then(|window| window.history().ok()) else {
        return;
    };
    let state = Object::new();
    if let Ok(before) = history.state()
        && before.is_object()
    {
        Object::assign(&state, before.unchecked_ref());
    }
    let focused = place
        .focused
        .map_or(JsValue::NULL, |row| (row as f64).into());
    // Setting a member of a plain object does not fail; a browser that refuses to keep the place
    // (too many changes in a short time) loses no more than that.
    let _ = Reflect::set(&state, &ROWS.into(), &place.rows.into());
    let _ = Reflect::set(&state, &FOCUS.into(), &focused);
    let _ = history.replace_state(&state, "");
}
