//! A row of the list of customers.

use leptos::prelude::*;

use super::words;
use crate::i18n::{lang, t, text};
use crate::model::CustomerRef;
use crate::model::customer_list::{CustomerRow, ListedRow};
use crate::paths;
use crate::ui::{CopyButton, Foreign, foreign};

/// A row and its place in the list.
#[derive(Clone)]
pub(super) struct Shown {
    pub at: usize,
    pub row: ListedRow,
}

/// The row's element, which follows what it is given to show.
pub(super) fn view(shown: RwSignal<Shown, LocalStorage>) -> impl IntoView {
    // The head is row 1.
    let place = move || shown.with(|shown| shown.at + 2);
    let cells = move || match shown.get().row {
        ListedRow::Customer(customer) => customer_cells(customer).into_any(),
        ListedRow::Unreadable(id) => unreadable_cells(id).into_any(),
    };
    view! { <tr role="row" aria-rowindex=place>{cells}</tr> }
}

fn customer_cells(customer: CustomerRow) -> impl IntoView {
    let name = words::name(&customer).to_owned();
    let id = customer.id.to_string();
    let copies = {
        let name = foreign::visible(&name);
        move || text::customers_tenant_of(lang(), &name)
    };
    let name_title = foreign::visible(&name);
    let domain_title = foreign::visible(&customer.domain);
    let href = paths::software(&CustomerRef::Id(customer.id));
    view! {
        <td role="rowheader" class="main">
            <a href=href.as_str().to_owned() title=name_title>
                <Foreign text=name />
            </a>
        </td>
        <td role="cell" class="domain" title=domain_title>
            <Foreign text=customer.domain />
        </td>
        <td role="cell" class="tenant" data-label=t(text::CUSTOMERS_TENANT)>
            <span class="mono" title=id.clone()>{words::short(&id)}</span>
            <CopyButton value=id what=copies />
        </td>
        <td role="cell" class="relationship" data-label=t(text::CUSTOMERS_RELATIONSHIP)>
            {words::relationship(customer.relationship)}
        </td>
    }
}

fn unreadable_cells(id: Option<String>) -> impl IntoView {
    view! {
        <td role="cell" class="main unreadable" colspan="4">
            {t(text::CUSTOMERS_UNREADABLE)} " "
            {id.map(|id| view! { <Foreign text=id /> })}
        </td>
    }
}
