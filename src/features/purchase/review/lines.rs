//! The lines of the cart as a table.

use super::row::Row;
use super::unsettled::Quantities;
use crate::dom::{Fragment, component, each, view};
use crate::features::customers::CurrentCustomer;
use crate::features::purchase::cart::CartDesk;
use crate::features::purchase::facts::SkuFacts;
use crate::i18n::{lang, text};
use crate::model::cart::CartLine;
use crate::query::Query;

/// What tells a line from the others, whatever its number and its availability.
pub(super) fn key(line: &CartLine) -> String {
    let item = &line.catalog_item;
    let term = line.term.as_ref().map_or("", |term| term.as_str());
    format!(
        "{}:{}:{}:{term}",
        item.product,
        item.sku,
        line.billing_cycle.as_str()
    )
}

#[component]
pub(super) fn Lines(
    customer: CurrentCustomer,
    desk: CartDesk,
    facts: Query<SkuFacts>,
    quantities: Quantities,
) -> Fragment {
    let lines = move || {
        let cart = desk.open_cart();
        cart.map(|cart| cart.lines.clone()).unwrap_or_default()
    };
    let caption = move || text::buy_open_cart(lang(), &customer.full_name());
    view! {
        <table class="table review" role="table" aria-busy=move || desk.saving.get().then_some("true")>
            <caption class="sr-only">{caption}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col" class="main">{text::REVIEW_PRODUCT}</th>
                    <th role="columnheader" scope="col">{text::PRODUCT_QUANTITY}</th>
                    <th role="columnheader" scope="col" class="end">{text::REVIEW_UNIT}</th>
                    <th role="columnheader" scope="col" class="end">{text::REVIEW_TOTAL}</th>
                    <th role="columnheader" scope="col" class="commands">
                        <span class="sr-only">{text::SOFTWARE_COMMANDS}</span>
                    </th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                {each(lines, key, move |line| view! { <Row line desk facts quantities/> })}
            </tbody>
        </table>
    }
}
