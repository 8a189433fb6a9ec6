//! The page of one order.

use std::rc::Rc;

use super::again::BuyAgain;
use super::data::use_order;
use crate::dom::{CollectFragment, Fragment, component, view};
use crate::features::cancel::CancelLink;
use crate::features::customers::{CurrentCustomer, use_customer};
use crate::features::failure::{Failure, details};
use crate::features::purchase::cart::Prices;
use crate::features::purchase::words;
use crate::features::report::ReportLink;
use crate::i18n::{format, lang, text};
use crate::model::Money;
use crate::model::cancellation::number;
use crate::model::order::{Order, OrderLineItem};
use crate::model::permissions::{Action, Permission};
use crate::model::status::OrderStatus;
use crate::navigation::use_part;
use crate::partner_center::ErrorKind;
use crate::paths::{self, CustomerPart};
use crate::query::Loaded;
use crate::reactive::*;
use crate::session::use_session;
use crate::ui::{CopyButton, Empty, Fact, Facts, Foreign, SkeletonLines, Status, foreign};

/// What was ordered, when, and how it stands.
#[component]
pub fn OrderPage() -> Fragment {
    let customer = use_customer();
    let id = use_part(|part| match part {
        CustomerPart::Order(order) => Some(order),
        _ => None,
    });
    let order = use_order(customer, move || id.get());
    let title = move || {
        let number = order.ready().map(|order| order.number().to_owned());
        let number = number.or_else(|| id.get().map(|id| id.to_string()));
        text::order_title(lang(), &foreign::visible(&number.unwrap_or_default()))
    };
    customer.show_part(title);
    let back = move || {
        let named = customer.named()?;
        Some(paths::orders(&named).to_string())
    };
    let body = move || match (id.get(), order.get()) {
        (None, _) => view! { <Empty words=text::ERRORS_ORDER/> },
        (_, Loaded::Waiting) => view! { <SkeletonLines what=text::ORDER_LOADING/> },
        (_, Loaded::Failed(error)) if error.kind == ErrorKind::NotFound => {
            view! { <Empty words=text::ERRORS_ORDER>{details(&error)}</Empty> }
        }
        (_, Loaded::Failed(error)) => view! {
            <Failure what=text::ORDER_FAILED error on_retry=move |()| order.again()/>
        },
        (_, Loaded::Ready(order)) => view! { <Content order customer/> },
    };
    view! {
        <a class="back" href=back>{text::ORDER_BACK}</a>
        <div class="item-head"><h2>{title}</h2></div>
        {body}
    }
}

#[component]
fn Content(order: Rc<Order>, customer: CurrentCustomer) -> Fragment {
    let created = order.creation_date.map(|date| date.millis());
    let (status, tone) = (order.status.clone(), words::order_tone(&order.status));
    let cycle = order.billing_cycle.clone();
    let number = order.number().to_owned();
    let id = (order.id.as_str() != number).then(|| order.id.to_string());
    let total = order.total();
    let lines = rows(&order, customer);
    let caption = {
        let number = number.clone();
        move || text::order_lines_caption(lang(), &foreign::visible(&number))
    };
    view! {
        <div class="item-facts">
            <Facts>
                <Fact label=text::ORDERS_STATUS>
                    <Status tone label=move || words::order_status(lang(), &status)/>
                </Fact>
                <Fact label=text::SOFTWARE_ORDER_NUMBER>
                    <span class="mono">{number.clone()}</span>
                    <CopyButton value=number what=text::SOFTWARE_ORDER_NUMBER/>
                </Fact>
                {id.map(|id| view! {
                    <Fact label=text::ORDER_ID>
                        <span class="mono">{id.clone()}</span>
                        <CopyButton value=id what=text::ORDER_ID/>
                    </Fact>
                })}
                <Fact label=text::ORDER_CREATED>
                    {move || match created {
                        Some(date) => format::date_time(lang(), date),
                        None => text::SOFTWARE_DATE_UNKNOWN.now().to_owned(),
                    }}
                </Fact>
                <Fact label=text::ORDER_BILLING>{move || words::billing(lang(), &cycle)}</Fact>
            </Facts>
        </div>
        <table class="table order" role="table">
            <caption class="sr-only">{caption}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col" class="main">{text::REVIEW_PRODUCT}</th>
                    <th role="columnheader" scope="col" class="end">{text::PRODUCT_QUANTITY}</th>
                    <th role="columnheader" scope="col" class="end">{text::REVIEW_UNIT}</th>
                    <th role="columnheader" scope="col" class="end">{text::REVIEW_TOTAL}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{lines}</tbody>
        </table>
        <div class="totals">
            {match total {
                Some(total) => view! {
                    <span class="quiet small">{text::ORDER_TOTAL}</span>
                    <p class="sum"><Prices price=Some(total)/></p>
                },
                None => view! { <p class="quiet small">{text::ORDER_NO_TOTAL}</p> },
            }}
        </div>
        <div class="row">
            <BuyAgain order=order.clone() customer/>
            <CancelOrder order=order.clone() customer/>
            <ReportLink customer order=Some(order.id.clone())/>
        </div>
    }
}

/// The way to give back what was bought.
#[component]
fn CancelOrder(order: Rc<Order>, customer: CurrentCustomer) -> Fragment {
    let session = use_session();
    let id = order.id.clone();
    let reason = Signal::derive(move || {
        let denied = session.may(Action::Cancel) == Permission::Denied;
        let nothing = order.line_items.iter().all(OrderLineItem::is_cancelled);
        let over = order.status == OrderStatus::Cancelled || nothing;
        match (over, denied) {
            (true, _) => Some(text::CANCEL_WHY_CANCELLED.now().to_owned()),
            (_, true) => Some(text::CANCEL_WHY_ROLE.now().to_owned()),
            _ => None,
        }
    });
    view! { <CancelLink customer order=id line=None reason/> }
}

fn rows(order: &Order, customer: CurrentCustomer) -> Fragment {
    let lines = order.line_items.iter().enumerate();
    let row = |(place, line): (usize, &OrderLineItem)| {
        let money = |amount| Some(Money::new(amount, order.currency.clone()?));
        let pricing = line.pricing.clone().unwrap_or_default();
        let unit = pricing.price.or(pricing.discounted).or(pricing.list);
        let (unit, total) = (unit.and_then(money), pricing.extended.and_then(money));
        let item = number(place, line).and_then(|number| line.software(&order.id, number));
        let href = move || {
            let (item, named) = (item.clone()?, customer.named()?);
            Some(paths::software_item(&named, &item).to_string())
        };
        let name = line.friendly_name.clone();
        let name = name.unwrap_or_else(|| line.offer_id.clone());
        let (term, cycle) = (line.term(), order.billing_cycle.clone());
        let plan = move || words::plan_of(lang(), term.as_ref(), &cycle);
        let quantity = line.quantity;
        let cancelled = line.is_cancelled();
        view! {
            <tr role="row" class:gone=cancelled>
                <td role="rowheader" class="main">
                    <a href=href><Foreign text=name/></a>
                    <span class="sub">{plan}</span>
                    {cancelled.then(|| view! { <span class="sub">{text::ORDER_LINE_CANCELLED}</span> })}
                </td>
                <td role="cell" class="end" data-label=text::PRODUCT_QUANTITY>
                    {move || quantity.map(|quantity| format::number(lang(), quantity as f64))}
                </td>
                <td role="cell" class="end" data-label=text::REVIEW_UNIT><Prices price=unit/></td>
                <td role="cell" class="end" data-label=text::REVIEW_TOTAL><Prices price=total/></td>
            </tr>
        }
    };
    lines.map(row).collect_view()
}
