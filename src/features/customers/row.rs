//! A row of the list of customers.
//!
//! Its elements are made once and then only change their texts: rows are used again for other
//! customers while the list is scrolled, several in every frame.

use super::words;
use crate::dom::{Fragment, view};
use crate::i18n::{lang, text};
use crate::model::CustomerRef;
use crate::model::customer_list::{CustomerRow, ListedRow};
use crate::paths;
use crate::reactive::*;
use crate::ui::{CopyButton, foreign};

/// A row and its place in the list.
#[derive(Clone)]
pub(super) struct Shown {
    pub at: usize,
    pub row: ListedRow,
}

type ShownSignal = RwSignal<Shown>;

/// The row's element, which follows what it is given to show.
pub(super) fn view(shown: ShownSignal) -> Fragment {
    // The head is row 1.
    let place = move || shown.with(|shown| shown.at + 2);
    let readable =
        Memo::new(move |_| shown.with(|shown| matches!(shown.row, ListedRow::Customer(_))));
    let cells = move || match readable.get() {
        true => customer_cells(shown),
        false => unreadable_cells(shown),
    };
    view! { <tr role="row" aria-rowindex=place>{cells}</tr> }
}

fn customer_cells(shown: ShownSignal) -> Fragment {
    let name = of(shown, |customer| foreign::visible(words::name(customer)));
    let domain = of(shown, |customer| foreign::visible(&customer.domain));
    let id = of(shown, |customer| customer.id.to_string());
    let short = of(shown, |customer| words::short(customer.id.as_str()));
    let href = of(shown, |customer| {
        paths::software(&CustomerRef::Id(customer.id.clone())).into()
    });
    let relationship = of(shown, |customer| {
        words::relationship(&customer.relationship)
    });
    let copies = move || text::customers_tenant_of(lang(), &name());
    view! {
        <td role="rowheader" class="main">
            <a href=href title=name>
                <bdi>{name}</bdi>
            </a>
        </td>
        <td role="cell" class="domain" title=domain>
            <bdi>{domain}</bdi>
        </td>
        <td role="cell" class="tenant">
            <span class="mono" title=id>{short}</span>
            <CopyButton value=id what=copies />
        </td>
        <td role="cell" class="relationship">
            <bdi>{relationship}</bdi>
        </td>
    }
}

/// A text that follows the customer of the row.
fn of(
    shown: ShownSignal,
    read: fn(&CustomerRow) -> String,
) -> impl Fn() -> String + Copy + 'static {
    move || {
        shown.with(|shown| match &shown.row {
            ListedRow::Customer(customer) => read(customer),
            ListedRow::Unreadable(_) => String::new(),
        })
    }
}

fn unreadable_cells(shown: ShownSignal) -> Fragment {
    let id = move || {
        shown.with(|shown| match &shown.row {
            ListedRow::Unreadable(Some(id)) => foreign::visible(id),
            _ => String::new(),
        })
    };
    view! {
        <td role="cell" class="main unreadable" colspan="4">
            {text::CUSTOMERS_UNREADABLE} " " <bdi>{id}</bdi>
        </td>
    }
}
