//! What needs a real browser, and only that: everything else is tested on the
//! host. One module for each concern.

#![cfg(target_arch = "wasm32")]

use latchkey::dom;
use wasm_bindgen_test::wasm_bindgen_test_configure;

mod browser {
    mod fetch;
    mod kept;
    mod markup;
    mod money;
    mod page;
}

wasm_bindgen_test_configure!(run_in_browser);
