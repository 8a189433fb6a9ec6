//! *Discard*: asked about first, for what was typed is gone with it.

use crate::dom::{Fragment, component, view};
use crate::i18n::{lang, text};
use crate::kept::{self, Shelf};
use crate::reactive::*;
use crate::ui::{Button, Dialog, Kind, notices};

/// What is to be discarded.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Discarding {
    pub key: String,
    /// What it is about, in words.
    pub about: String,
    /// Whose it is; empty where nobody knows.
    pub whose: String,
}

/// The dialog, open while there is something to be discarded.
#[component]
pub(super) fn Discard(wanted: RwSignal<Option<Discarding>>) -> Fragment {
    let open = RwSignal::new(false);
    effect(move || {
        let some = wanted.with(Option::is_some);
        if some != open.get_untracked() {
            open.set(some);
        }
    });
    // Closed in another way: by Escape, or beside it.
    effect(move || {
        if !open.get() && wanted.with_untracked(Option::is_some) {
            wanted.set(None);
        }
    });
    let about = move || wanted.get().map(|wanted| wanted.whose).unwrap_or_default();
    let question = move || {
        let about = wanted.get().map(|wanted| wanted.about);
        text::drafts_discard_text(lang(), &about.unwrap_or_default())
    };
    let discard = move |()| {
        let Some(Discarding { key, .. }) = wanted.get_untracked() else {
            return;
        };
        wanted.set(None);
        spawn_local(async move {
            kept::remove(Shelf::Drafts, key).await;
            notices::say(text::DRAFTS_DISCARDED);
        });
    };
    view! {
        <Dialog open title=text::DRAFTS_DISCARD_QUESTION about>
            <p>{question}</p>
            <footer>
                <Button label=text::DRAFTS_DISCARD on_press=discard kind=Kind::Danger/>
                <Button label=text::DRAFTS_KEEP on_press=move |()| wanted.set(None)/>
            </footer>
        </Dialog>
    }
}
