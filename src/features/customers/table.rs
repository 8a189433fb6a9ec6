//! The table of customers. Only the rows that can be seen, and some around them, are in the
//! document; the document itself is what scrolls.

use std::rc::Rc;
use std::time::Duration;

use leptos::ev;
use web_sys::wasm_bindgen::JsCast;

use super::listing::{Listing, Stage};
use super::place::Place;
use super::scene::Scene;
use crate::dom::{Fragment, component, view};
use crate::i18n::text;
use crate::reactive::*;
use crate::ui::SkeletonRows;

/// How long after the last scrolling the place is kept.
const SETTLED: Duration = Duration::from_millis(150);

/// The rows of a list.
#[component]
pub(super) fn CustomerTable(
    /// The list to show.
    #[prop(into)]
    listing: Signal<Rc<Listing>>,
    /// Whether another list is about to take its place.
    #[prop(into)]
    stale: Signal<bool>,
    /// Where somebody who returns was; taken once it has been gone to.
    returns: StoredValue<Option<Place>>,
) -> Fragment {
    let scene = Scene::new(listing, returns);
    let settled = Later::begin();
    let scrolled = window_event_listener(ev::scroll, move |_| {
        scene.look();
        settled.put_off(SETTLED, move || scene.keep_place());
    });
    let resized = window_event_listener(ev::resize, move |_| scene.look());
    on_cleanup(move || {
        scrolled.remove();
        resized.remove();
    });
    // Before the link is followed: this handler is nearer to it than the router's.
    let leave = move |_| {
        settled.cancel();
        scene.look();
        scene.keep_place();
    };
    let focus_came = move |event: ev::FocusEvent| {
        scene.focus_came(event.target().and_then(|target| target.dyn_into().ok()));
    };
    let rows = move || match listing.get().stage() {
        Stage::Whole => (listing.get().len() + 1).to_string(),
        // The API never says how many there are.
        _ => "-1".to_owned(),
    };
    let [before, between, after] = scene.gaps;
    view! {
        <table class="table customers-table" class:stale=stale role="table" aria-rowcount=rows>
            {head()}
            <tbody role="rowgroup" node_ref=scene.body on:click=leave on:focusin=focus_came>
                <tr class="gap" aria-hidden="true" node_ref=before><td colspan="4"></td></tr>
                <tr class="gap" aria-hidden="true" node_ref=between><td colspan="4"></td></tr>
                <tr class="gap" aria-hidden="true" node_ref=after><td colspan="4"></td></tr>
            </tbody>
        </table>
    }
}

/// The table while nothing has come yet.
#[component]
pub(super) fn WaitingTable() -> Fragment {
    view! {
        <table class="table customers-table" aria-busy="true">
            {head()}
            <tbody><SkeletonRows rows=12 columns=4 /></tbody>
        </table>
    }
}

fn head() -> Fragment {
    let columns = [
        text::CUSTOMERS_COMPANY,
        text::CUSTOMERS_DOMAIN,
        text::CUSTOMERS_TENANT,
        text::CUSTOMERS_RELATIONSHIP,
    ];
    let columns = columns.map(|column| view! { <th role="columnheader" scope="col">{column}</th> });
    view! {
        <caption class="sr-only">{text::CUSTOMERS_TITLE}</caption>
        <thead role="rowgroup"><tr role="row" aria-rowindex="1">{columns}</tr></thead>
    }
}
