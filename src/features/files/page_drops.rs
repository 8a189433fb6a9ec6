//! A file that is dropped beside the place for it would replace the page, and what was typed with it.

use leptos::ev;
use web_sys::DragEvent;

use crate::reactive::*;

/// Lets no dropped file take the page away, as long as the current owner stands. What a place of
/// the page has taken, or will, is left to it.
pub(super) fn keep_the_page() {
    let over = window_event_listener(ev::dragover, |event| {
        if refuse(&event)
            && let Some(data) = event.data_transfer()
        {
            data.set_drop_effect("none");
        }
    });
    let dropped = window_event_listener(ev::drop, |event| {
        refuse(&event);
    });
    on_cleanup(move || {
        over.remove();
        dropped.remove();
    });
}

/// Whether files are dragged, and not a text or a link.
pub(super) fn has_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    types.is_some_and(|types| types.iter().any(|kind| kind == "Files"))
}

fn refuse(event: &DragEvent) -> bool {
    let ours = has_files(event) && !event.default_prevented();
    if ours {
        event.prevent_default();
    }
    ours
}
