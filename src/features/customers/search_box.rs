//! The search of customers: what is typed, and the address that says it.

use std::time::Duration;

use leptos::ev;

use crate::dom::{Fragment, component, view};
use crate::i18n::text;
use crate::navigation::{History, use_go, use_page_query};
use crate::paths;
use crate::reactive::*;
use crate::ui::{Handler, SearchField};

/// How long somebody may pause before what they typed is looked for.
const PAUSE: Duration = Duration::from_millis(250);

/// What is typed, and what is asked for. The address is where it is kept: it follows the typing
/// after a pause, in the same entry of the history.
#[derive(Clone, Copy)]
pub(super) struct SearchText {
    /// As it stands in the field.
    pub typed: RwSignal<String>,
    /// As it stands in the address.
    pub asked: Memo<String>,
    written: StoredValue<String>,
    pause: Later,
    write: Handler<String>,
}

impl SearchText {
    pub fn new() -> Self {
        let query = use_page_query();
        let asked =
            Memo::new(move |_| query.with(|query| query.get("q").unwrap_or_default().to_owned()));
        let go = StoredValue::new(use_go());
        let write = Handler::from(move |text: String| {
            go.with_value(|go| go(paths::customers(&text), History::Replace));
        });
        let first = asked.get_untracked();
        let text = Self {
            typed: RwSignal::new(first.clone()),
            asked,
            written: StoredValue::new(first),
            pause: Later::begin(),
            write,
        };
        // Only an address that was not written here (Back, a link) changes what is typed.
        effect(move || {
            let asked = asked.get();
            if text.written.with_value(|written| *written != asked) {
                text.pause.cancel();
                text.written.set_value(asked.clone());
                text.typed.set(asked);
            }
        });
        text
    }

    /// Takes what is in the field; it is looked for after a pause.
    pub fn type_in(self, typed: String) {
        self.typed.set(typed);
        self.pause.put_off(PAUSE, move || self.ask());
    }

    /// Looks for what is typed now.
    pub fn ask(self) {
        self.pause.cancel();
        let typed = self.typed.get_untracked();
        if typed != self.asked.get_untracked() {
            self.written.set_value(typed.clone());
            self.write.call(typed);
        }
    }

    /// Whether what is typed has not been asked for yet.
    pub fn is_ahead(self) -> bool {
        self.typed
            .with(|typed| self.asked.with(|asked| typed != asked))
    }
}

/// The field of the search.
#[component]
pub(super) fn SearchBox(
    text: SearchText,
    /// Enter was pressed.
    on_enter: Handler<()>,
) -> Fragment {
    let entered = move |event: ev::SubmitEvent| {
        event.prevent_default();
        text.ask();
        on_enter.call(());
    };
    view! {
        <form role="search" class="bar customers-search" on:submit=entered>
            <SearchField
                label=text::CUSTOMERS_SEARCH
                value=text.typed
                on_input=move |typed: String| text.type_in(typed)
                large=true
                placeholder=text::CUSTOMERS_SEARCH_HINT
            />
        </form>
    }
}
