//! What the list shows, as the address says it.

use crate::features::addressed::{Addressed, use_addressed};
use crate::features::customers::CurrentCustomer;
use crate::model::software::{Filter, ListView, Sort};
use crate::paths::{self, Query};
use crate::reactive::*;

/// Sort and filter of the list.
#[derive(Clone, Copy)]
pub(super) struct View {
    address: Addressed,
    shown: Memo<ListView>,
}

pub(super) fn use_view(customer: CurrentCustomer) -> View {
    let address = use_addressed(move || {
        let named = customer.named()?;
        Some(paths::software(&named))
    });
    let shown = Memo::new(move |_| read(&address.query()));
    View { address, shown }
}

fn read(query: &Query) -> ListView {
    ListView::from_params(&|name| query.get(name).map(str::to_owned))
}

fn write(view: &ListView) -> Query {
    let params = view.to_params();
    params
        .iter()
        .fold(Query::default(), |query, (name, value)| {
            query.with(name, value)
        })
}

impl View {
    /// What to show now; tracks it.
    pub fn get(self) -> ListView {
        self.shown.get()
    }

    /// The words in the field; tracks them.
    pub fn typed(self) -> String {
        self.address.typed()
    }

    /// Finds rows by words, as they are typed.
    pub fn find(self, words: String) {
        self.address.find(words);
    }

    pub fn filter(self, change: impl FnOnce(&mut Filter)) {
        self.go(|view| change(&mut view.filter));
    }

    pub fn sort(self, sort: Sort) {
        self.go(|view| view.sort = sort);
    }

    /// Gives up search and filters.
    pub fn show_all(self) {
        self.address.forget_words(|query| {
            let mut view = read(&query);
            view.filter = Filter::default();
            write(&view)
        });
    }

    fn go(self, change: impl FnOnce(&mut ListView)) {
        self.address.change(|query| {
            let mut view = read(&query);
            change(&mut view);
            write(&view)
        });
    }
}
