//! The sandbox inside the page: imported by the boot module when the
//! configuration asks for it.

use wasm_bindgen::prelude::wasm_bindgen;

/// What the page's own sandbox calls itself.
#[wasm_bindgen]
#[must_use]
pub fn name() -> String {
    "latchkey-sandbox".into()
}

/// Begins to answer `fetch` for what lies below `{base}sandbox/v1/`.
#[wasm_bindgen]
pub fn install(_base: &str) {}

fn main() {}
