//! What a fault of our own leaves on the screen: the panel that `index.html` holds ready outside
//! the mounted page, because after a panic nothing of the page can be trusted to work.

use wasm_bindgen::JsCast;
use web_sys::HtmlAnchorElement;

use crate::browser;

/// Shows the panel when anything panics. The panic's own words are shown to nobody: they may quote
/// data. While developing they go to the console.
pub fn watch() {
    std::panic::set_hook(Box::new(|panic| {
        #[cfg(debug_assertions)]
        leptos::logging::error!("{panic}");
        #[cfg(not(debug_assertions))]
        let _ = panic;
        show();
    }));
}

fn show() {
    if let Some(start) = browser::find("#start") {
        start.set_hidden(true);
    }
    if let Some(page) = browser::find("#app") {
        // Fails for no element; unread and unreachable is what a broken page should be.
        let _ = page.set_attribute("inert", "");
    }
    let Some(panel) = browser::find("#crash") else {
        return;
    };
    panel.set_hidden(false);
    let reload =
        browser::find("#crash-reload").and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    let address = browser::window().and_then(|window| {
        let location = window.location();
        Some(format!(
            "{}{}",
            location.pathname().ok()?,
            location.search().ok()?
        ))
    });
    if let (Some(reload), Some(address)) = (reload, address) {
        reload.set_href(&address);
        let _ = reload.focus();
    }
}
