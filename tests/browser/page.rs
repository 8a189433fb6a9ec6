//! The browser that the tests run in.

use latchkey::i18n::{Lang, text};
use wasm_bindgen_test::wasm_bindgen_test;

/// A real window, not a worker: the page's code may rely on a document.
#[wasm_bindgen_test]
fn there_is_a_document() {
    let document = web_sys::window().and_then(|window| window.document());
    assert!(document.is_some_and(|document| document.body().is_some()));
}

/// Here, as on Trunk's page, no files of texts lie beside the program.
#[wasm_bindgen_test]
fn both_languages_are_built_in() {
    assert_eq!(text::NAV_CUSTOMERS.get(Lang::En), "Customers");
    assert_eq!(text::NAV_CUSTOMERS.get(Lang::Fr), "Clients");
}
