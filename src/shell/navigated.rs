//! What a browser does on a page change and a router does not: the focus goes to the new page's
//! heading, so that a screen reader begins there. The title is set by `PageHead`.

use crate::navigation::use_path;
use crate::reactive::*;
use web_sys::{Element, FocusOptions, HtmlElement, Node};

use crate::browser;

/// Moves the focus when the path changes; not at first load, and not for a filter or a picker,
/// which only change the query.
pub(super) fn follow() {
    let path = use_path();
    effect_after(move |before: Option<String>| {
        let now = path.get();
        if before.is_some_and(|before| before != now) {
            // By the next frame the new page stands.
            request_animation_frame(focus_heading);
        }
        now
    });
}

/// A page is about to come: the focus waits for it at its place.
pub fn page_is_awaited() {
    if let Some(main) = browser::find("main") {
        focus(&main);
    }
}

/// A page has come later than its navigation: the focus, which waits at the page's place, goes on to
/// its heading.
pub fn page_came() {
    request_animation_frame(|| {
        let waits = browser::find("main").filter(|main| focused().as_ref() == Some(main.as_ref()));
        if let Some(heading) = waits.and_then(|_| browser::find("main h1")) {
            focus(&heading);
        }
    });
}

fn focused() -> Option<Element> {
    browser::document()?.active_element()
}

fn focus_heading() {
    let Some(main) = browser::find("main") else {
        return;
    };
    // A page that has put the focus somewhere itself knows better.
    let placed = focused().is_some_and(|focused| {
        let focused: &Node = focused.as_ref();
        let around: &Node = main.as_ref();
        focused != around && around.contains(Some(focused))
    });
    if !placed {
        focus(&browser::find("main h1").unwrap_or(main));
    }
}

/// Focuses without scrolling: where the page stands was decided before.
fn focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // Fails for no element that can take the focus.
    let _ = element.focus_with_options(&options);
}
