//! Putting text on the clipboard, and saying truthfully whether that worked.
//!
//! The Clipboard API is absent on plain http and may be refused; then `execCommand` is tried; then
//! the person has to press the keys. The clipboard is never read, and never cleared behind the
//! person's back: no engine does that reliably.

mod command;

use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;

use futures::future::LocalBoxFuture;
use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Blob, BlobPropertyBag, Clipboard, ClipboardItem};

use crate::browser;

/// What came of copying a text at hand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Copied {
    /// The text is on the clipboard.
    Done,
    /// The browser refused: select the text and name the keys ([`super::SelectText`]).
    SelectThis,
}

/// What came of copying a text that had to be fetched first.
#[derive(Clone, PartialEq, Debug)]
pub enum Late {
    /// The text is on the clipboard.
    Done,
    /// The text is there, but the browser refused: offer it to be copied by hand.
    SelectThis(JsString),
    /// There was no text.
    Nothing,
}

/// Copies a text. Call it inside the handler of the click: engines want the gesture.
pub fn copy_text(text: &str) -> impl Future<Output = Copied> + use<> {
    let text = JsString::from(text);
    let started =
        clipboard().map(|clipboard| JsFuture::from(clipboard.write_text(&String::from(&text))));
    async move {
        let done = match started {
            Some(started) => started.await.is_ok(),
            None => false,
        };
        if done || command::copy(&text) {
            Copied::Done
        } else {
            Copied::SelectThis
        }
    }
}

/// Copies a text that is still to come, without losing the gesture: the browser is handed the
/// promise of it. Call it inside the handler of the click; `None` means that there is no text.
pub fn copy_when_ready(
    text: LocalBoxFuture<'static, Option<JsString>>,
) -> impl Future<Output = Late> {
    let arrived: Rc<RefCell<Option<JsString>>> = Rc::default();
    let keep = arrived.clone();
    let promise = future_to_promise(async move {
        let text = text.await.ok_or(JsValue::NULL)?;
        keep.replace(Some(text.clone()));
        let options = BlobPropertyBag::new();
        options.set_type("text/plain");
        Blob::new_with_str_sequence_and_options(&Array::of1(&text), &options).map(JsValue::from)
    });
    let started = clipboard().and_then(|clipboard| {
        let item = Object::new();
        Reflect::set(&item, &"text/plain".into(), &promise).ok()?;
        let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&item).ok()?;
        Some(JsFuture::from(clipboard.write(&Array::of1(&item))))
    });
    async move {
        let done = match started {
            Some(started) => started.await.is_ok(),
            None => false,
        };
        // The promise is awaited in every case: it brings the text, or the news that there is none.
        let _ = JsFuture::from(promise).await;
        match arrived.take() {
            None => Late::Nothing,
            Some(_) if done => Late::Done,
            Some(text) if command::copy(&text) => Late::Done,
            Some(text) => Late::SelectThis(text),
        }
    }
}

/// The keys that copy on this machine.
#[must_use]
pub fn keys() -> &'static str {
    let apple = browser::window()
        .and_then(|window| window.navigator().platform().ok())
        .is_some_and(|platform| platform.starts_with("Mac") || platform.starts_with("iP"));
    if apple { "⌘ C" } else { "Ctrl C" }
}

/// `navigator.clipboard`; `None` where it is missing (plain http), whatever the bindings promise.
fn clipboard() -> Option<Clipboard> {
    let navigator = browser::window()?.navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok()?;
    (!clipboard.is_undefined()).then(|| clipboard.unchecked_into())
}
