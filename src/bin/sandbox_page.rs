//! The sandbox inside the page: imported by the boot module when the configuration asks for it.

#[cfg(target_arch = "wasm32")]
mod page {
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Begins to answer `fetch` for what lies below `{base}sandbox/v1`; `base` is the path that the
    /// page is served from, with a slash at both ends.
    ///
    /// # Errors
    /// When there is no window.
    #[wasm_bindgen]
    pub async fn install(base: String) -> Result<(), JsValue> {
        latchkey::sandbox::page::install(&base).await
    }
}

fn main() {}
