//! What the list shows, as the address says it.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};

use crate::features::customers::CurrentCustomer;
use crate::model::software::{Filter, ListView, Sort};
use crate::navigation::{History, use_go, use_page_query};
use crate::paths::{self, Query};
use crate::reactive::*;

/// How long typing rests before the address follows.
const REST: Duration = Duration::from_millis(250);

/// Sort and filter of the list. The words typed count at once, the address follows.
#[derive(Clone, Copy)]
pub(super) struct View {
    words: RwSignal<String>,
    shown: Memo<ListView>,
    turn: StoredValue<Box<dyn Fn(ListView)>>,
    pending: StoredValue<Option<TimeoutHandle>>,
}

pub(super) fn use_view(customer: CurrentCustomer) -> View {
    let query = use_page_query();
    let addressed = Memo::new(move |_| {
        query.with(|query| ListView::from_params(&|name| query.get(name).map(str::to_owned)))
    });
    let words = RwSignal::new(addressed.with_untracked(|view| view.filter.words.clone()));
    let pending = StoredValue::new(None::<TimeoutHandle>);
    effect(move || {
        let found = addressed.with(|view| view.filter.words.clone());
        // Someone went back, or followed a link; typing that is on its way wins.
        if pending.with_value(Option::is_none) {
            words.set(found);
        }
    });
    let shown = Memo::new(move |_| {
        let mut view = addressed.get();
        view.filter.words = words.get();
        view
    });
    let go = use_go();
    let turn = StoredValue::new(Box::new(move |view: ListView| {
        let Some(customer) = untrack(|| customer.named()) else {
            return;
        };
        let params = view.to_params();
        let query = params
            .iter()
            .fold(Query::default(), |query, (name, value)| {
                query.with(name, value)
            });
        go(
            paths::software(&customer).with_query(&query),
            History::Replace,
        );
    }) as Box<dyn Fn(ListView)>);
    let view = View {
        words,
        shown,
        turn,
        pending,
    };
    on_cleanup(move || view.put_off());
    view
}

impl View {
    /// What to show now; tracks it.
    pub fn get(self) -> ListView {
        self.shown.get()
    }

    /// Finds rows by words, as they are typed.
    pub fn find(self, words: String) {
        self.words.set(words);
        self.put_off();
        let act = move || {
            let _ = self.pending.try_update_value(Option::take);
            self.go(|_| {});
        };
        let waiting = set_timeout_with_handle(act, REST).ok();
        self.pending.set_value(waiting);
    }

    pub fn filter(self, change: impl FnOnce(&mut Filter)) {
        self.go(|view| change(&mut view.filter));
    }

    pub fn sort(self, sort: Sort) {
        self.go(|view| view.sort = sort);
    }

    /// Gives up search and filters.
    pub fn show_all(self) {
        self.put_off();
        self.words.set(String::new());
        self.go(|view| view.filter = Filter::default());
    }

    fn go(self, change: impl FnOnce(&mut ListView)) {
        let Some(mut view) = self.shown.try_get_untracked() else {
            return;
        };
        change(&mut view);
        self.turn.try_with_value(|turn| turn(view));
    }

    fn put_off(self) {
        if let Some(waiting) = self.pending.try_update_value(Option::take).flatten() {
            waiting.clear();
        }
    }
}
