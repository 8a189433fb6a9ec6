//! What stands above a list: the field to search it with, its filters, how many of its rows are shown.

use super::{Handler, SearchField};
use crate::dom::{Children, Fragment, Words, component, view};
use crate::i18n::{Lang, counted, format, lang};
use crate::reactive::*;

/// How a number of rows is told.
#[derive(Clone, Copy)]
pub struct RowsText {
    /// All of them are shown.
    pub all: fn(Lang, u32) -> String,
    /// So many are shown of so many.
    pub some: fn(Lang, u32, &str) -> String,
}

/// The search of a list; the children are its filters. The number of rows is told to screen readers.
#[component]
pub fn SearchBar(
    #[prop(into)] label: Words,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Handler<String>,
    #[prop(into)] shown: Signal<usize>,
    #[prop(into)] all: Signal<usize>,
    rows: RowsText,
    #[prop(optional)] children: Option<Children>,
) -> Fragment {
    let told = move || match (shown.get(), all.get()) {
        (shown, all) if shown == all => (rows.all)(lang(), counted(all)),
        (shown, all) => {
            let all = format::number(lang(), all as f64);
            (rows.some)(lang(), counted(shown), &all)
        }
    };
    view! {
        <div class="bar" role="search">
            <div class="grow"><SearchField label value on_input/></div>
            {children.map(|children| children())}
            <p class="counted quiet small number" role="status">{told}</p>
        </div>
    }
}
