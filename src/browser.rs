//! What the page asks of the window it lives in, answered with nothing where there is none (host
//! tests) or where the browser refuses (storage).

use crate::model::Timestamp;
use futures::future::LocalBoxFuture;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, HtmlElement, Storage, VisibilityState, Window};

pub mod indexed_db;
pub mod lock;
pub mod object_url;

/// The window; `None` outside a browser.
#[must_use]
pub fn window() -> Option<Window> {
    if cfg!(target_arch = "wasm32") {
        web_sys::window()
    } else {
        None
    }
}

/// The document; `None` outside a browser.
#[must_use]
pub fn document() -> Option<Document> {
    window().and_then(|window| window.document())
}

/// The first element that matches a selector of ours.
#[must_use]
pub fn find(selector: &str) -> Option<HtmlElement> {
    document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// Sets or removes an attribute of `<html>`.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    // Neither call fails for the constant, valid names that we pass.
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// The visitor's languages, the preferred one first.
#[must_use]
pub fn languages() -> Vec<String> {
    let Some(window) = window() else {
        return Vec::new();
    };
    window
        .navigator()
        .languages()
        .iter()
        .filter_map(|tag| tag.as_string())
        .collect()
}

/// Whether the page is looked at, and not behind another tab.
#[must_use]
pub fn is_visible() -> bool {
    document().is_none_or(|document| document.visibility_state() == VisibilityState::Visible)
}

/// Whether the browser has a network at all. Where it says no, that is so; where it says yes, the server
/// may still be out of reach.
#[must_use]
pub fn is_online() -> bool {
    window().is_none_or(|window| window.navigator().on_line())
}

/// The visitor's own clock.
pub fn visitors_now() -> Timestamp {
    Timestamp::from_millis(js_sys::Date::now() as i64)
}

/// Loads the page again.
pub fn reload() {
    if let Some(window) = window() {
        // Refused only to documents that are not shown.
        let _ = window.location().reload();
    }
}

/// A preference kept on this device. It may be lost at any time: nothing that matters goes here.
#[must_use]
pub fn kept(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Keeps a preference on this device, where the browser allows it.
pub fn keep(name: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(name, value);
    }
}

/// Forgets a preference.
pub fn forget(name: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(name);
    }
}

/// Calls a function that the boot module has put beside the page, and waits for what it promises.
///
/// # Errors
/// What the promise was broken with; or that there is no such function.
pub fn ask_boot_module(
    function: &'static str,
    argument: &'static str,
) -> LocalBoxFuture<'static, Result<JsValue, JsValue>> {
    Box::pin(async move {
        let function: Function = Reflect::get(&js_sys::global(), &function.into())?.dyn_into()?;
        let promise: Promise = function
            .call1(&JsValue::NULL, &argument.into())?
            .dyn_into()?;
        JsFuture::from(promise).await
    })
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}
