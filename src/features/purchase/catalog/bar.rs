//! Search and filters above the catalogue.

use super::data::address_segment;
use super::segments::choices;
use crate::dom::{Fragment, component, view};
use crate::features::addressed::Addressed;
use crate::features::software::words;
use crate::i18n::{lang, text};
use crate::model::qualification::Qualification;
use crate::model::window::SoftwareKind;
use crate::query::Query;
use crate::reactive::*;
use crate::ui::{Choice, Picker, RowsText, SearchBar};

/// The value of a filter that lets everything through.
const ANY: &str = "any";

/// The kind that an address asks for.
pub(super) fn kind(address: Addressed) -> Option<SoftwareKind> {
    address.query().get("kind").and_then(SoftwareKind::parse)
}

#[component]
pub(super) fn Bar(
    address: Addressed,
    qualifications: Query<Vec<Qualification>>,
    shown: Signal<usize>,
    all: Signal<usize>,
) -> Fragment {
    let kinds = [SoftwareKind::Perpetual, SoftwareKind::Subscription];
    let kinds = Signal::derive(move || {
        let any = Choice::new(ANY, text::SOFTWARE_ANY_KIND.now());
        let own = kinds.map(|kind| Choice::new(kind.as_str(), words::kind(kind).now()));
        [any].into_iter().chain(own).collect::<Vec<_>>()
    });
    let chosen_kind =
        Signal::derive(move || kind(address).map_or(ANY, SoftwareKind::as_str).to_owned());
    let choose_kind = move |value: String| {
        let value = if value == ANY { String::new() } else { value };
        address.change(|query| query.with("kind", &value));
    };
    let segment = Memo::new(move |_| address_segment(&address.query()));
    let segments =
        Signal::derive(move || segment.with(|segment| choices(lang(), &qualifications, segment)));
    let chosen_segment = Signal::derive(move || segment.with(|one| one.as_str().to_owned()));
    let choose_segment = move |value: String| {
        let value = if value == "commercial" {
            String::new()
        } else {
            value
        };
        address.change(|query| query.with("segment", &value));
    };
    view! {
        <SearchBar
            label=text::CATALOG_FIND
            value=Signal::derive(move || address.typed())
            on_input=move |words| address.find(words)
            shown
            all
            rows=RowsText { all: text::catalog_count, some: text::catalog_count_of }
        >
            <Picker
                label=text::SOFTWARE_KIND
                options=kinds
                chosen=chosen_kind
                on_choose=choose_kind
            />
            <Picker
                label=text::CATALOG_SEGMENT
                options=segments
                chosen=chosen_segment
                on_choose=choose_segment
            />
        </SearchBar>
    }
}
