//! A heading inside a page that takes the focus where otherwise the page's own would have it.

use web_sys::{FocusOptions, HtmlElement};

use crate::browser;
use crate::dom::NodeRef;
use crate::reactive::*;

/// Focuses the heading once it stands, unless somebody is at something else by then.
pub fn take_focus(heading: NodeRef<HtmlElement>) {
    effect(move || {
        if let Some(heading) = heading.get() {
            request_animation_frame(move || focus(&heading));
        }
    });
}

fn focus(heading: &HtmlElement) {
    let focused = browser::document().and_then(|document| document.active_element());
    let elsewhere =
        focused.is_some_and(|focused| !matches!(focused.tag_name().as_str(), "BODY" | "H1"));
    if !elsewhere {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // A heading with a tabindex always takes the focus.
        let _ = heading.focus_with_options(&options);
    }
}
