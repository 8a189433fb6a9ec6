//! `document.execCommand("copy")`: old, and the only way on plain http.

use js_sys::{Function, JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, HtmlTextAreaElement};

use crate::browser;

/// Copies through a field that exists for that moment only; `false` when the browser refused.
pub(super) fn copy(text: &JsString) -> bool {
    try_copy(text).unwrap_or(false)
}

fn try_copy(text: &JsString) -> Option<bool> {
    let document = browser::document()?;
    let focused = document.active_element();
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_class_name("sr-only secret");
    field.set_read_only(true);
    field.set_tab_index(-1);
    // Bound to the JavaScript string, so that no further copy of it is made in memory of ours.
    Reflect::set(&field, &"value".into(), text).ok()?;
    // Inside an open dialog everything outside it is inert and cannot be selected.
    let place = browser::find("dialog:modal").map_or_else(|| document.body(), Some)?;
    place.append_child(&field).ok()?;
    field.select();
    let command: Option<Function> = Reflect::get(&document, &"execCommand".into())
        .ok()
        .and_then(|command| command.dyn_into().ok());
    let done = command
        .and_then(|command| command.call1(&document, &JsValue::from_str("copy")).ok())
        .is_some_and(|answer| answer.is_truthy());
    field.remove();
    if let Some(focused) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.focus();
    }
    Some(done)
}
