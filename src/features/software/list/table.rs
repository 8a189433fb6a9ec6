//! The table itself.

use std::sync::Arc;

use super::bar::column;
use super::row::{Row, UnreadableRow};
use super::view::View;
use crate::dom::{CollectFragment, Fragment, component, each, view};
use crate::features::software::key::KeyDesk;
use crate::i18n::{Text, lang, text};
use crate::model::software::{SoftwareItem, SoftwareList, SortBy};
use crate::paths;
use crate::reactive::*;
use crate::ui::{Icon, SkeletonRows, icon};

/// Columns of the table, for rows that span it or stand for one.
pub(super) const COLUMNS: usize = 6;

/// The rows that fit the view, or bones of rows while the list is being read.
#[component]
pub(super) fn Table(
    list: Signal<Option<Arc<SoftwareList>>>,
    view: View,
    rows: Memo<Vec<SoftwareItem>>,
    desk: KeyDesk,
) -> Fragment {
    let caption = move || text::software_caption(lang(), &desk.customer.full_name());
    let key = move |item: &SoftwareItem| {
        // All that a row shows and that may change while it stands.
        let named = untrack(|| desk.customer.named());
        let path = named.map(|named| paths::software_item(&named, &item.id).to_string());
        let status = item.status.group().as_str();
        format!(
            "{}|{}|{status}",
            path.unwrap_or_default(),
            item.title.whole()
        )
    };
    let unreadable = move || {
        list.get()
            .map(|list| list.unreadable.clone())
            .unwrap_or_default()
    };
    view! {
        <table
            class="table software"
            role="table"
            aria-busy=move || list.with(Option::is_none).then_some("true")
        >
            <caption class="sr-only">{caption}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <Head view by=SortBy::Name class="main"/>
                    <Head view by=SortBy::Quantity class="end"/>
                    <Head view by=SortBy::Purchased beside=text::SOFTWARE_ORDER/>
                    <Head view by=SortBy::Status/>
                    <Head view by=SortBy::Window/>
                    <th role="columnheader" scope="col" class="commands">
                        <span class="sr-only">{text::SOFTWARE_COMMANDS}</span>
                    </th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                {move || list.with(Option::is_none).then(|| view! { <SkeletonRows rows=6 columns=COLUMNS/> })}
                {each(move || rows.get(), key, move |item| view! { <Row item desk/> })}
                {move || unreadable().into_iter().map(|row| view! { <UnreadableRow row/> }).collect_view()}
            </tbody>
        </table>
    }
}

/// The head of a column that can be sorted by.
#[component]
fn Head(
    view: View,
    by: SortBy,
    #[prop(optional)] class: &'static str,
    /// What else stands in the column.
    #[prop(optional)]
    beside: Option<Text>,
) -> Fragment {
    let sorted = move || {
        let sort = view.get().sort;
        (sort.by == by).then_some(sort.descending)
    };
    let aria = move || {
        sorted().map(|descending| {
            if descending {
                "descending"
            } else {
                "ascending"
            }
        })
    };
    let press = move |_| view.sort(untrack(|| view.get()).sort.clicked(by));
    view! {
        <th role="columnheader" scope="col" class=class aria-sort=aria>
            <button type="button" class="sort" on:click=press>
                {column(by)}
                {move || sorted().map(|descending| {
                    view! { <Icon of=if descending { icon::DOWN } else { icon::UP }/> }
                })}
            </button>
            {beside.map(|beside| view! { " · " {beside} })}
        </th>
    }
}
