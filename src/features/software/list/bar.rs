//! Search, filters, and on a phone the order, above the list.

use super::view::View;
use crate::dom::{Fragment, component, view};
use crate::features::customers::CurrentCustomer;
use crate::features::software::words;
use crate::i18n::text;
use crate::model::software::{ListView, Sort, SortBy, StatusGroup};
use crate::model::window::SoftwareKind;
use crate::paths;
use crate::reactive::*;
use crate::ui::{Choice, Picker, RowsText, SearchBar};

/// The value of a filter that lets everything through.
const ANY: &str = "any";

#[component]
pub(super) fn Bar(
    customer: CurrentCustomer,
    view: View,
    shown: Signal<usize>,
    all: Signal<usize>,
) -> Fragment {
    let several = move || {
        let named = customer.named()?;
        Some(paths::cancel_several(&named).to_string())
    };
    let kinds = [SoftwareKind::Perpetual, SoftwareKind::Subscription];
    let kinds = Signal::derive(move || {
        let any = Choice::new(ANY, text::SOFTWARE_ANY_KIND.now());
        let own = kinds.map(|kind| Choice::new(kind.as_str(), words::kind(kind).now()));
        [any].into_iter().chain(own).collect::<Vec<_>>()
    });
    let groups = Signal::derive(move || {
        let any = Choice::new(ANY, text::SOFTWARE_ANY_STATUS.now());
        let own =
            StatusGroup::ALL.map(|group| Choice::new(group.as_str(), words::group(group).now()));
        [any].into_iter().chain(own).collect::<Vec<_>>()
    });
    let kind = Signal::derive(move || {
        view.get()
            .filter
            .kind
            .map_or(ANY, SoftwareKind::as_str)
            .to_owned()
    });
    let group = Signal::derive(move || {
        view.get()
            .filter
            .status
            .map_or(ANY, StatusGroup::as_str)
            .to_owned()
    });
    let find = Signal::derive(move || view.typed());
    view! {
        <SearchBar
            label=text::SOFTWARE_FIND
            value=find
            on_input=move |words| view.find(words)
            shown
            all
            rows=RowsText { all: text::software_count, some: text::software_count_of }
        >
            <Picker
                label=text::SOFTWARE_KIND
                options=kinds
                chosen=kind
                on_choose=move |value: String| {
                    view.filter(|filter| filter.kind = SoftwareKind::parse(&value));
                }
            />
            <Picker
                label=text::SOFTWARE_STATUS
                options=groups
                chosen=group
                on_choose=move |value: String| {
                    view.filter(|filter| filter.status = StatusGroup::parse(&value));
                }
            />
            <div class="phone-only">
                <SortPicker view/>
            </div>
            {move || (all.get() > 1).then(|| view! {
                <a class="button" href=several>{text::SEVERAL_LINK}</a>
            })}
        </SearchBar>
    }
}

/// On a phone the rows are cards without column heads to press.
#[component]
fn SortPicker(view: View) -> Fragment {
    let options = Signal::derive(move || {
        let both = SortBy::ALL.into_iter().flat_map(|by| {
            [false, true].map(|descending| {
                let way = match descending {
                    false => text::SOFTWARE_ASCENDING,
                    true => text::SOFTWARE_DESCENDING,
                };
                let label = format!("{}, {}", column(by).now(), way.now());
                Choice::new(Sort { by, descending }.to_param(), label)
            })
        });
        both.collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || view.get().sort.to_param());
    let choose = move |value: String| {
        let param = |name: &str| (name == "sort").then(|| value.clone());
        view.sort(ListView::from_params(&param).sort);
    };
    view! { <Picker label=text::SOFTWARE_SORT_LABEL options chosen on_choose=choose/> }
}

/// The name of a column that can be sorted by.
pub(super) fn column(by: SortBy) -> crate::i18n::Text {
    match by {
        SortBy::Name => text::SOFTWARE_PRODUCT,
        SortBy::Quantity => text::SOFTWARE_QUANTITY,
        SortBy::Purchased => text::SOFTWARE_PURCHASED,
        SortBy::Status => text::SOFTWARE_STATUS,
        SortBy::Window => text::SOFTWARE_WINDOW,
    }
}
