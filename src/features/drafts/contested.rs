//! A draft that another tab has changed as well: which of the two is to stay, or why nothing is kept.

use leptos::ev::beforeunload;

use super::Shared;
use crate::browser;
use crate::dom::{Fragment, component, live, view};
use crate::i18n::text;
use crate::reactive::*;
use crate::ui::{Button, Note, Tone};

/// Asks, while there is something to be asked; says so, where nothing can be kept.
#[component]
pub fn Contested(shared: Shared) -> Fragment {
    let asks = Memo::new(move |_| (shared.is_newer(), shared.is_contested()));
    live(move || match asks.get() {
        (true, _) => view! { <div role="alert"><Newer/></div> },
        (false, true) => view! { <div role="alert"><Question shared/></div> },
        (false, false) => Fragment::empty(),
    })
}

#[component]
fn Newer() -> Fragment {
    view! {
        <Note tone=Tone::Warning>
            <p>{text::DRAFTS_NEWER_HERE}</p>
            <Button label=text::PROBLEM_RELOAD on_press=|()| browser::reload()/>
        </Note>
    }
}

#[component]
fn Question(shared: Shared) -> Fragment {
    // Until it is said what is to stay, what stands here is kept nowhere.
    let staying = window_event_listener(beforeunload, |event| event.prevent_default());
    on_cleanup(move || staying.remove());
    view! {
        <Note tone=Tone::Warning>
            <p>{text::DRAFTS_CONTESTED}</p>
            <div class="row">
                <Button label=text::DRAFTS_KEEP_OURS on_press=move |()| shared.keep_ours()/>
                <Button label=text::DRAFTS_TAKE_THEIRS on_press=move |()| shared.take_theirs()/>
            </div>
        </Note>
    }
}
