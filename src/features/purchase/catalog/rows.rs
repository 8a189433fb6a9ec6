//! The products that fit. A few at first, more as they are scrolled to: what is not seen costs
//! nothing while somebody types.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};

use super::data::CatalogRead;
use crate::dom::{Fragment, NodeRef, component, each, view};
use crate::features::customers::CurrentCustomer;
use crate::features::purchase::words;
use crate::i18n::{lang, text};
use crate::model::catalog::CatalogProduct;
use crate::paths::{self, Query};
use crate::reactive::*;
use crate::ui::{Button, Foreign, SkeletonRows};

/// A screen: each row costs time with every letter typed, and more come before they are scrolled to.
const STEP: usize = 20;

const COLUMNS: usize = 2;

#[component]
pub(super) fn Rows(
    customer: CurrentCustomer,
    read: Signal<Option<Rc<CatalogRead>>>,
    found: Memo<Vec<usize>>,
    /// What the address says, for the products' own.
    query: Signal<Query>,
) -> Fragment {
    let limit = RwSignal::new(STEP);
    effect_after(move |before: Option<Vec<usize>>| {
        let now = found.get();
        if before.is_some_and(|before| before != now) {
            limit.set(STEP);
        }
        now
    });
    let rows = move || {
        let Some(read) = read.get() else {
            return Vec::new();
        };
        let products = read.catalog.products();
        let found = found.get();
        let shown = found.iter().take(limit.get());
        shown.filter_map(|at| products.get(*at).cloned()).collect()
    };
    let more = Memo::new(move |_| found.with(Vec::len) > limit.get());
    let show_more = move || {
        limit.update(|limit| *limit += STEP);
    };
    let key = move |product: &CatalogProduct| format!("{}{}", product.id, product.title);
    let row = move |product: CatalogProduct| {
        view! { <Row product customer query/> }
    };
    let caption = move || text::catalog_caption(lang(), &customer.full_name());
    let waiting = move || read.get().is_none();
    view! {
        <table class="table catalog" role="table" aria-busy=move || waiting().then_some("true")>
            <caption class="sr-only">{caption}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col" class="main">{text::CATALOG_PRODUCT}</th>
                    <th role="columnheader" scope="col">{text::SOFTWARE_KIND}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                {move || waiting().then(|| view! { <SkeletonRows rows=8 columns=COLUMNS/> })}
                {each(rows, key, row)}
            </tbody>
        </table>
        {move || more.get().then(|| view! { <More show_more=crate::ui::Handler::from(move |()| show_more())/> })}
    }
}

#[component]
fn Row(product: CatalogProduct, customer: CurrentCustomer, query: Signal<Query>) -> Fragment {
    let id = product.id.clone();
    let href = move || {
        let named = customer.named()?;
        Some(
            paths::product(&named, &id)
                .with_query(&query.get())
                .to_string(),
        )
    };
    let kinds = product.kinds;
    let title = match product.title.trim() {
        "" => product.id.to_string(),
        _ => product.title,
    };
    view! {
        <tr role="row">
            <td role="rowheader" class="main">
                <a href=href><Foreign text=title/></a>
                <span class="sub"><Foreign text=product.description/></span>
            </td>
            <td role="cell" data-label=text::SOFTWARE_KIND>{words::kinds(kinds)}</td>
        </tr>
    }
}

/// The end of what is shown: more comes when it is seen, or pressed.
#[component]
fn More(show_more: crate::ui::Handler<()>) -> Fragment {
    let end = NodeRef::<Element>::new();
    let watching = StoredValue::new(None::<Watch>);
    effect(move || {
        if let Some(end) = end.get() {
            watching.set_value(Watch::begin(&end, move || show_more.call(())));
        }
    });
    view! {
        <div class="more" node_ref=end>
            <Button label=text::CATALOG_MORE on_press=move |()| show_more.call(())/>
        </div>
    }
}

/// Watches whether an element comes near the view; stops when it is dropped.
struct Watch {
    observer: IntersectionObserver,
    _seen: Closure<dyn FnMut(js_sys::Array)>,
}

impl Watch {
    fn begin(element: &Element, seen: impl Fn() + 'static) -> Option<Self> {
        let seen = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let visible = entries.iter().any(|entry| {
                entry
                    .dyn_into::<IntersectionObserverEntry>()
                    .is_ok_and(|entry| entry.is_intersecting())
            });
            if visible {
                seen();
            }
        });
        let observer = IntersectionObserver::new(seen.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Watch {
            observer,
            _seen: seen,
        })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
