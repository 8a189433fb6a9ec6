//! What a list shows, kept in the address. The words typed stand in their field at once; the list
//! follows after that was painted, so that nobody's typing waits for it; the address when it rests.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};

use crate::navigation::{History, use_go, use_page_query};
use crate::paths::{Href, Query};
use crate::reactive::*;

/// How long typing rests before the address follows.
const REST: Duration = Duration::from_millis(250);

/// The name of the words in the address.
const WORDS: &str = "find";

/// The query of a page's address; cheap to copy.
#[derive(Clone, Copy)]
pub struct Addressed {
    typed: RwSignal<String>,
    /// The words that the list has followed.
    words: RwSignal<String>,
    shown: Memo<Query>,
    turn: StoredValue<Box<dyn Fn(Query)>>,
    pending: StoredValue<Option<TimeoutHandle>>,
}

/// Follows the address. `page` is what a change of the query stays on; nothing happens while there is
/// none.
pub fn use_addressed(page: impl Fn() -> Option<Href> + 'static) -> Addressed {
    let query = use_page_query();
    let in_address = move |query: &Query| query.get(WORDS).unwrap_or_default().to_owned();
    let found = query.with_untracked(in_address);
    let typed = RwSignal::new(found.clone());
    let words = RwSignal::new(found);
    let pending = StoredValue::new(None::<TimeoutHandle>);
    effect(move || {
        let found = query.with(in_address);
        // Someone went back, or followed a link; typing that is on its way wins.
        if pending.with_value(Option::is_none) {
            typed.set(found.clone());
            words.set(found);
        }
    });
    let shown = Memo::new(move |_| query.get().with(WORDS, &words.get()));
    let go = use_go();
    let turn: Box<dyn Fn(Query)> = Box::new(move |query| {
        if let Some(page) = untrack(&page) {
            go(page.with_query(&query), History::Replace);
        }
    });
    let addressed = Addressed {
        typed,
        words,
        shown,
        turn: StoredValue::new(turn),
        pending,
    };
    on_cleanup(move || addressed.put_off());
    addressed
}

impl Addressed {
    /// The query as it is shown now; tracks it.
    pub fn query(self) -> Query {
        self.shown.get()
    }

    /// The words as they stand in the field; tracks them.
    pub fn typed(self) -> String {
        self.typed.get()
    }

    /// The words that the list shows; tracks them.
    pub fn words(self) -> String {
        self.words.get()
    }

    /// Finds by words, as they are typed.
    pub fn find(self, words: String) {
        self.typed.set(words);
        // A frame is painted between these two.
        request_animation_frame(move || set_timeout(move || self.follow(), Duration::ZERO));
        self.put_off();
        let act = move || {
            let _ = self.pending.try_update_value(Option::take);
            self.follow();
            self.change(|query| query);
        };
        let waiting = set_timeout_with_handle(act, REST).ok();
        self.pending.set_value(waiting);
    }

    /// Shows something else.
    pub fn change(self, change: impl FnOnce(Query) -> Query) {
        if let Some(query) = self.shown.try_get_untracked() {
            self.turn.try_with_value(|turn| turn(change(query)));
        }
    }

    /// Gives up the words, and changes the rest.
    pub fn forget_words(self, change: impl FnOnce(Query) -> Query) {
        self.put_off();
        self.typed.set(String::new());
        self.follow();
        self.change(change);
    }

    /// The list shows what is typed by now.
    fn follow(self) {
        let (typed, words) = (
            self.typed.try_get_untracked(),
            self.words.try_get_untracked(),
        );
        if let Some(typed) = typed
            && words.is_some_and(|words| words != typed)
        {
            self.words.set(typed);
        }
    }

    fn put_off(self) {
        if let Some(waiting) = self.pending.try_update_value(Option::take).flatten() {
            waiting.clear();
        }
    }
}
