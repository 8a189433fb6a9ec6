//! Which part of a customer's pages an address shows.

use super::current::use_customer;
use super::profile::Profile;
use crate::dom::{Fragment, component, view};
use crate::features::cancel::{CancelPage, SeveralPage};
use crate::features::orders::{OrderPage, OrdersPage};
use crate::features::purchase::{CartPage, CatalogPage, ConfirmationPage, ProductPage, ReturnPage};
use crate::features::requests::CustomerRequestsPage;
use crate::features::software::{ItemPage, SoftwarePage};
use crate::i18n::text;
use crate::navigation::use_page;
use crate::paths::{self, CustomerPart, Page};
use crate::reactive::*;
use crate::ui::Empty;

#[derive(Clone, Copy, PartialEq)]
enum Section {
    Software,
    Profile,
    Item,
    Return,
    Catalog,
    Product,
    Cart,
    Confirmation,
    Orders,
    Order,
    Requests,
    Cancel,
    CancelSeveral,
    NotFound,
}

/// The part that the address names. Without a name it is the software, which is what people come
/// for; with or without it that stays the same page, so that a filter set on it does not build it
/// anew.
#[component]
pub(super) fn CustomerSection() -> Fragment {
    let page = use_page();
    let section = Memo::new(move |_| {
        page.with(|page| match page {
            Page::Customer { part, .. } => match part {
                CustomerPart::Software => Section::Software,
                CustomerPart::Profile => Section::Profile,
                CustomerPart::Item(_) => Section::Item,
                CustomerPart::Return(_) => Section::Return,
                CustomerPart::Catalog => Section::Catalog,
                CustomerPart::Product(_) => Section::Product,
                CustomerPart::Cart(_) => Section::Cart,
                CustomerPart::Confirmation(_) => Section::Confirmation,
                CustomerPart::Orders => Section::Orders,
                CustomerPart::Order(_) => Section::Order,
                CustomerPart::Requests => Section::Requests,
                CustomerPart::Cancel(_) => Section::Cancel,
                CustomerPart::CancelSeveral => Section::CancelSeveral,
                CustomerPart::NotFound => Section::NotFound,
            },
            _ => Section::NotFound,
        })
    });
    view! {
        {move || match section.get() {
            Section::Software => view! { <SoftwarePage/> },
            Section::Profile => view! { <Profile/> },
            Section::Item => view! { <ItemPage/> },
            Section::Return => view! { <ReturnPage/> },
            Section::Catalog => view! { <CatalogPage/> },
            Section::Product => view! { <ProductPage/> },
            Section::Cart => view! { <CartPage/> },
            Section::Confirmation => view! { <ConfirmationPage/> },
            Section::Orders => view! { <OrdersPage/> },
            Section::Order => view! { <OrderPage/> },
            Section::Requests => view! { <CustomerRequestsPage/> },
            Section::Cancel => view! { <CancelPage/> },
            Section::CancelSeveral => view! { <SeveralPage/> },
            Section::NotFound => view! { <NoSuchSection/> },
        }}
    }
}

/// The address names no part of the customer's pages. Whose they are still holds.
#[component]
fn NoSuchSection() -> Fragment {
    let customer = use_customer();
    customer.show_part(|| text::NOT_FOUND_TITLE.now().to_owned());
    let back = move || {
        customer
            .named()
            .map(|named| paths::software(&named).to_string())
    };
    view! {
        <h2>{text::NOT_FOUND_TITLE}</h2>
        <Empty words=text::NOT_FOUND_TEXT>
            <a class="button" href=back>{text::ITEM_BACK}</a>
        </Empty>
    }
}
