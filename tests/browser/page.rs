//! The browser that the tests run in.

use wasm_bindgen_test::wasm_bindgen_test;

/// A real window, not a worker: the page's code may rely on a document.
#[wasm_bindgen_test]
fn there_is_a_document() {
    let document = web_sys::window().and_then(|window| window.document());
    assert!(document.is_some_and(|document| document.body().is_some()));
}
