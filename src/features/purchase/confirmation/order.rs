//! One order that was placed: its number, its lines, how far its delivery is, and until when it can
//! be cancelled.

use std::rc::Rc;

use super::delivery::{Delivered, use_delivery};
use crate::dom::{CollectFragment, Fragment, component, view};
use crate::features::customers::CurrentCustomer;
use crate::features::failure::Failure;
use crate::features::orders::{BuyAgain, use_order};
use crate::features::purchase::cart::Prices;
use crate::features::software::words as software_words;
use crate::i18n::{format, lang, text};
use crate::model::cancellation::number;
use crate::model::order::{Delivery, Order, OrderLineItem};
use crate::model::window::{Purchase, SoftwareKind, Window};
use crate::model::{Money, OrderId, SoftwareItemId};
use crate::paths;
use crate::query::Loaded;
use crate::session::use_session;
use crate::ui::{CopyButton, Foreign, SkeletonLines, Status, Tone};

#[component]
pub(super) fn PlacedOrder(
    order: OrderId,
    customer: CurrentCustomer,
    /// The only one of its cart.
    alone: bool,
) -> Fragment {
    let id = order.clone();
    let read = use_order(customer, move || Some(id.clone()));
    let delivery = use_delivery(customer, order.clone(), read);
    let page = {
        let order = order.clone();
        move || {
            let named = customer.named()?;
            Some(paths::order(&named, &order).to_string())
        }
    };
    let number = {
        let id = order.clone();
        move || {
            read.ready()
                .map_or(id.to_string(), |order| order.number().to_owned())
        }
    };
    let shown = number.clone();
    let body = move || match read.get() {
        Loaded::Waiting => view! { <SkeletonLines what=text::CONFIRMATION_READING/> },
        Loaded::Failed(error) => view! {
            <Failure what=text::CONFIRMATION_ORDERS_FAILED error on_retry=move |()| read.again()/>
        },
        Loaded::Ready(order) => view! { <Content order customer delivery/> },
    };
    view! {
        <section class="placed" class:alone=alone>
            <h3>
                <span class="quiet">{text::CONFIRMATION_ORDER_NUMBER}</span>
                <a class="mono" href=page>{shown}</a>
                <CopyButton value=number what=text::CONFIRMATION_ORDER_NUMBER/>
            </h3>
            {body}
        </section>
    }
}

#[component]
fn Content(order: Rc<Order>, customer: CurrentCustomer, delivery: Delivered) -> Fragment {
    let total = order.total();
    let priced = total.is_some();
    let currency = order.currency.clone();
    let id = order.id.clone();
    let lines = order.line_items.clone();
    let rows = lines.into_iter().enumerate().map(move |(place, line)| {
        let price = line.pricing.as_ref().and_then(|pricing| pricing.extended);
        let price = price.zip(currency.clone());
        let price = price.map(|(amount, currency)| Money::new(amount, currency));
        let item = number(place, &line).and_then(|number| line.software(&id, number));
        row(line, price, item, customer, delivery)
    });
    let until = cancellable_until(&order);
    view! {
        <ul class="ordered-lines">{rows.collect_view()}</ul>
        {priced.then(|| view! {
            <div class="totals">
                <span class="quiet small">{text::ORDER_TOTAL}</span>
                <p class="sum"><Prices price=total/></p>
            </div>
        })}
        <div class="next-steps">
            <h4>{text::CONFIRMATION_NEXT}</h4>
            {move || delivery_words(delivery)}
            {until.map(|until| view! {
                <p>{move || text::confirmation_cancel_until(lang(), &until())}</p>
            })}
        </div>
        <BuyAgain order customer/>
    }
}

fn row(
    line: OrderLineItem,
    price: Option<Money>,
    item: Option<SoftwareItemId>,
    customer: CurrentCustomer,
    delivery: Delivered,
) -> Fragment {
    let name = line
        .friendly_name
        .clone()
        .unwrap_or_else(|| line.offer_id.clone());
    let quantity = line.quantity.unwrap_or_default() as f64;
    let link = move || {
        let (item, named) = (item.clone()?, customer.named()?);
        let ready = delivery.state.get() == Delivery::Done;
        ready.then(|| {
            let href = paths::software_item(&named, &item).to_string();
            view! { <a href=href>{text::CONFIRMATION_KEYS}</a> }
        })
    };
    view! {
        <li>
            <span>
                <Foreign text=name/>
                <span class="quiet number">" × " {move || format::number(lang(), quantity)}</span>
                <span class="sub">{link}</span>
            </span>
            <span class="number">{price.map(|price| view! { <Prices price=Some(price)/> })}</span>
        </li>
    }
}

fn delivery_words(delivery: Delivered) -> Fragment {
    let (tone, label, words) = match delivery.state.get() {
        Delivery::Done => (
            Tone::Good,
            text::CONFIRMATION_DELIVERED,
            text::CONFIRMATION_READY,
        ),
        Delivery::Stopped => (
            Tone::Bad,
            text::CONFIRMATION_UNFULFILLED,
            text::CONFIRMATION_STOPPED,
        ),
        Delivery::Underway if delivery.late.get() => (
            Tone::Warning,
            text::CONFIRMATION_GETTING_READY,
            text::CONFIRMATION_LATE,
        ),
        Delivery::Underway => (
            Tone::Info,
            text::CONFIRMATION_GETTING_READY,
            text::CONFIRMATION_PROVISIONING,
        ),
    };
    view! {
        <div role="status" class="next-steps">
            <Status tone label/>
            <p>{words}</p>
        </div>
    }
}

/// The end of the cancellation window: `until 4 Feb 2027, 23:59 CET`.
fn cancellable_until(order: &Order) -> Option<impl Fn() -> String + use<>> {
    let session = use_session();
    let subscription = order.line_items.iter().any(|line| line.term().is_some());
    let purchase = Purchase {
        kind: match subscription {
            true => SoftwareKind::Subscription,
            false => SoftwareKind::Perpetual,
        },
        segment: None,
        purchased: order.creation_date,
        nothing_to_cancel: None,
        server: None,
    };
    let policies = &session.config().cancellation_policies;
    let window = Window::of(&purchase, policies, session.api().server_now());
    software_words::window_until(lang(), &window)?;
    Some(move || software_words::window_until(lang(), &window).unwrap_or_default())
}
