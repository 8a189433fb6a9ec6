//! The page of one item: what it is, its keys and downloads, who read them.

use web_sys::HtmlElement;

use super::customer_way::CustomerWay;
use super::facts::ItemFacts;
use super::section::KeysAndDownloads;
use crate::dom::{Fragment, NodeRef, component, live, view};
use crate::features::cancel::{CancelLink, ItemTracker, use_cancel_reason};
use crate::features::customers::{CurrentCustomer, use_customer};
use crate::features::failure::Failure;
use crate::features::report::ReportLink;
use crate::features::software::data::{CustomerSoftware, Part, use_software};
use crate::features::software::words;
use crate::i18n::text;
use crate::model::software::SoftwareItem;
use crate::model::{OrderId, SoftwareItemId};
use crate::navigation::use_part;
use crate::paths::{self, CustomerPart};
use crate::reactive::*;
use crate::ui::{Button, Empty, Foreign, SkeletonLines, heading, icon};

/// What is known of the item that the address names.
#[derive(Clone, PartialEq)]
enum Found {
    Waiting,
    /// No such item, or an address that names none.
    Missing,
    There(Box<SoftwareItem>),
}

/// The item of an id among the customer's software: nothing while it is being read, then whether there
/// is such a one.
pub fn use_item(
    customer: CurrentCustomer,
    id: Memo<Option<SoftwareItemId>>,
) -> Memo<Option<Option<SoftwareItem>>> {
    let software = use_software(customer);
    Memo::new(move |_| {
        let list = software.list()?;
        Some(id.get().and_then(|id| list.find(&id).cloned()))
    })
}

/// The items of an order among the customer's software: nothing while it is being read.
pub fn use_items_of(
    customer: CurrentCustomer,
    order: Memo<Option<OrderId>>,
) -> Memo<Option<Vec<SoftwareItem>>> {
    let software = use_software(customer);
    Memo::new(move |_| {
        let (list, order) = (software.list()?, order.get()?);
        let own = list.items.iter().filter(|item| item.id.order == order);
        Some(own.cloned().collect())
    })
}

/// One piece of software of the customer.
#[component]
pub fn ItemPage() -> Fragment {
    let customer = use_customer();
    let software = use_software(customer);
    let id = use_part(|part| match part {
        CustomerPart::Item(item) => Some(item),
        _ => None,
    });
    let found = Memo::new(move |_| {
        let Some(id) = id.get() else {
            return Found::Missing;
        };
        let Some(list) = software.list() else {
            return Found::Waiting;
        };
        let item = list.find(&id).cloned();
        item.map_or(Found::Missing, |item| Found::There(Box::new(item)))
    });
    customer.show_part(move || match found.get() {
        Found::There(item) => words::name(&item),
        Found::Waiting | Found::Missing => text::SOFTWARE_TITLE.now().to_owned(),
    });
    let back = move || {
        customer
            .named()
            .map(|named| paths::software(&named).to_string())
    };
    view! {
        <a class="back" href=back>{text::ITEM_BACK}</a>
        {move || match found.get() {
            Found::Waiting => view! { <SkeletonLines what=text::ITEM_LOADING/> },
            Found::Missing => view! { <Missing software/> },
            Found::There(item) => view! { <Item item=*item customer software/> },
        }}
    }
}

/// The item is not among the customer's software, or what would tell could not be read.
#[component]
fn Missing(software: CustomerSoftware) -> Fragment {
    let again = move |()| {
        for part in Part::ALL {
            software.again(part);
        }
    };
    let failed = move || {
        Part::ALL
            .into_iter()
            .find_map(|part| software.failure(part).map(|error| (part, error)))
    };
    live(move || match failed() {
        Some((part, error)) => view! {
            <Failure what=text::SOFTWARE_FAILED error on_retry=move |()| software.again(part)/>
        },
        None => view! {
            <Empty words=text::ITEM_MISSING>
                <p class="quiet">{text::ITEM_MISSING_TEXT}</p>
                <Button label=text::SOFTWARE_READ_AGAIN icon=icon::RETRY on_press=again/>
            </Empty>
        },
    })
}

#[component]
fn Item(item: SoftwareItem, customer: CurrentCustomer, software: CustomerSoftware) -> Fragment {
    let heading = NodeRef::<HtmlElement>::new();
    heading::take_focus(heading);
    let title = item.title.clone();
    view! {
        <div class="item-head">
            <h2 tabindex="-1" node_ref=heading><Foreign text=title.name/></h2>
            {title.detail.map(|detail| view! { <p class="quiet"><Foreign text=detail/></p> })}
        </div>
        <div class="item-facts"><ItemFacts item=item.clone() customer software/></div>
        <ItemTracker item=item.clone() customer/>
        <KeysAndDownloads item=item.clone() customer/>
        <CancelItem item customer/>
        <CustomerWay/>
    }
}

/// The ways to give the purchase back, and to report a problem with it.
#[component]
fn CancelItem(item: SoftwareItem, customer: CurrentCustomer) -> Fragment {
    let (order, line) = (item.id.order.clone(), Some(item.id.line));
    let of = Some(order.clone());
    let reason = use_cancel_reason(item.window);
    view! {
        <div class="row">
            <CancelLink customer order line reason/>
            <ReportLink customer order=of line/>
        </div>
    }
}
