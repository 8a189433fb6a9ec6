//! The page of a product.

use std::rc::Rc;

use super::data::{ProductRead, use_product};
use super::sku::SkuRow;
use crate::dom::{CollectFragment, Fragment, component, view};
use crate::features::customers::{CurrentCustomer, use_customer};
use crate::features::failure::{Failure, details};
use crate::features::purchase::cart::{CartDesk, CartPanel, use_cart};
use crate::features::purchase::catalog::address_segment;
use crate::i18n::text;
use crate::model::segment::Segment;
use crate::navigation::{use_page_query, use_part};
use crate::partner_center::{ApiError, ErrorKind};
use crate::paths::{self, CustomerPart};
use crate::query::Loaded;
use crate::reactive::*;
use crate::ui::{Empty, Foreign, SkeletonLines, foreign};

/// More SKUs than this do not ask for their terms by themselves: each takes a call.
const AT_ONCE: usize = 6;

/// A product with what can be bought of it, and the cart beside.
#[component]
pub fn ProductPage() -> Fragment {
    let customer = use_customer();
    let cart = use_cart();
    let query = use_page_query();
    let product = use_part(|part| match part {
        CustomerPart::Product(product) => Some(product),
        _ => None,
    });
    let segment = Memo::new(move |_| query.with(address_segment));
    let read = use_product(customer, product, segment);
    customer.show_part(move || match read.ready() {
        Some(read) => foreign::visible(&read.product.title),
        None => text::CATALOG_TITLE.now().to_owned(),
    });
    let back = move || {
        let named = customer.named()?;
        Some(paths::catalog(&named).with_query(&query.get()).to_string())
    };
    let body = move || match (product.get(), read.get()) {
        (None, _) => view! { <Missing error=None/> },
        (_, Loaded::Waiting) => view! { <SkeletonLines what=text::PRODUCT_LOADING/> },
        (_, Loaded::Failed(error)) if error.kind == ErrorKind::NotFound => {
            view! { <Missing error=Some(error)/> }
        }
        (_, Loaded::Failed(error)) => view! {
            <Failure what=text::PRODUCT_FAILED error on_retry=move |()| read.again()/>
        },
        (_, Loaded::Ready(read)) => shown(&read, segment.get(), customer, cart),
    };
    view! {
        <div class="with-cart">
            <div class="beside">
                <a class="back" href=back>{text::PRODUCT_BACK}</a>
                {body}
            </div>
            <CartPanel customer desk=cart/>
        </div>
    }
}

fn shown(
    read: &ProductRead,
    segment: Segment,
    customer: CurrentCustomer,
    cart: CartDesk,
) -> Fragment {
    let product = &read.product;
    let title = match product.title.trim() {
        "" => product.id.to_string(),
        _ => product.title.clone(),
    };
    let at_once = read.skus.len() <= AT_ONCE;
    let of = product.id.clone();
    let name = title.clone();
    let skus = read.skus.clone().into_iter().map(move |sku| {
        view! {
            <SkuRow
                sku
                product=of.clone()
                product_title=name.clone()
                segment=segment.clone()
                at_once
                customer
                cart
            />
        }
    });
    let list = match read.skus.is_empty() {
        true => view! { <Empty words=text::PRODUCT_NO_SKUS/> },
        false => view! { <ul class="skus">{skus.collect_view()}</ul> },
    };
    view! {
        <div class="item-head">
            <h2><Foreign text=title/></h2>
            <p class="quiet"><Foreign text=product.description.clone()/></p>
        </div>
        {list}
    }
}

#[component]
fn Missing(#[prop(optional_no_strip)] error: Option<Rc<ApiError>>) -> Fragment {
    view! {
        <Empty words=text::PRODUCT_MISSING>
            <p class="quiet">{text::PRODUCT_MISSING_TEXT}</p>
            {error.map(|error| details(&error))}
        </Empty>
    }
}
