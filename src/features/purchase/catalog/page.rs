//! The page of the catalogue.

use super::bar::{Bar, kind};
use super::data::{address_segment, use_catalog};
use super::rows::Rows;
use super::segments::use_qualifications;
use crate::dom::{Fragment, component, view};
use crate::features::addressed::use_addressed;
use crate::features::customers::use_customer;
use crate::features::failure::Failure;
use crate::features::purchase::cart::{CartPanel, use_cart};
use crate::features::waiting::Waiting;
use crate::i18n::{counted, lang, text};
use crate::model::catalog::ProductFilter;
use crate::paths;
use crate::query::Loaded;
use crate::reactive::*;
use crate::ui::{Button, Empty, Note, Tone};

/// What stands below the filters.
#[derive(Clone, Copy, PartialEq)]
enum Face {
    Rows,
    Failed,
    /// The catalogue of this segment is empty.
    Nothing,
    NoMatch,
}

/// The products that may be bought for the customer, with the cart beside them.
#[component]
pub fn CatalogPage() -> Fragment {
    let customer = use_customer();
    let cart = use_cart();
    customer.show_part(|| text::CATALOG_TITLE.now().to_owned());
    let address = use_addressed(move || {
        let named = customer.named()?;
        Some(paths::catalog(&named))
    });
    let segment = Memo::new(move |_| address_segment(&address.query()));
    let catalog = use_catalog(customer, segment);
    let qualifications = use_qualifications(customer);
    let read = Signal::derive(move || catalog.ready());
    let found = Memo::new(move |_| {
        let filter = ProductFilter::new(&address.words(), kind(address));
        read.get()
            .map(|read| read.catalog.filter(&filter))
            .unwrap_or_default()
    });
    let all = Signal::derive(move || {
        read.with(|read| {
            read.as_ref()
                .map_or(0, |read| read.catalog.products().len())
        })
    });
    let shown = Signal::derive(move || found.with(Vec::len));
    let face = Memo::new(move |_| match catalog.get() {
        Loaded::Failed(_) => Face::Failed,
        Loaded::Waiting => Face::Rows,
        Loaded::Ready(_) if all.get() == 0 => Face::Nothing,
        Loaded::Ready(_) if shown.get() == 0 => Face::NoMatch,
        Loaded::Ready(_) => Face::Rows,
    });
    let failure = move || {
        catalog.error().map(|error| {
            let again = move |()| catalog.again();
            view! { <Failure what=text::CATALOG_FAILED error on_retry=again/> }
        })
    };
    let unqualified = move || {
        let error = qualifications.error()?;
        let again = move |()| qualifications.again();
        Some(view! {
            <Failure what=text::CATALOG_QUALIFICATIONS_FAILED error on_retry=again/>
        })
    };
    let unreadable = move || {
        let count = read.get().map_or(0, |read| read.unreadable);
        let count = counted(count);
        (count > 0).then(|| {
            view! {
                <Note tone=Tone::Warning><p>{move || text::catalog_unreadable(lang(), count)}</p></Note>
            }
        })
    };
    let query = Signal::derive(move || address.query());
    let show_all = move |()| address.forget_words(|query| query.with("kind", ""));
    view! {
        <div class="with-cart">
            <div class="beside">
                <h2>{text::CATALOG_TITLE}</h2>
                <Waiting until=Signal::derive(move || catalog.waits_until())/>
                <Bar address qualifications shown all/>
                <p class="quiet small">{text::CATALOG_NO_PRICES} " " {text::CATALOG_SEGMENT_HINT}</p>
                {unqualified}
                {failure}
                {unreadable}
                {move || match face.get() {
                    Face::Rows => view! { <Rows customer read found query/> },
                    Face::Failed => Fragment::empty(),
                    Face::Nothing => view! {
                        <Empty words=text::CATALOG_NONE>
                            <p class="quiet">{text::CATALOG_NONE_NEXT}</p>
                        </Empty>
                    },
                    Face::NoMatch => view! {
                        <Empty words=text::CATALOG_NO_MATCH>
                            <Button label=text::SOFTWARE_SHOW_ALL on_press=show_all/>
                        </Empty>
                    },
                }}
            </div>
            <CartPanel customer desk=cart/>
        </div>
    }
}
