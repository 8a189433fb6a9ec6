//! The list of a customer's orders.

use std::rc::Rc;

use super::data::use_orders;
use crate::dom::{Fragment, component, each, view};
use crate::features::addressed::use_addressed;
use crate::features::customers::{CurrentCustomer, use_customer};
use crate::features::failure::Failure;
use crate::features::purchase::cart::Prices;
use crate::features::purchase::words;
use crate::features::waiting::Waiting;
use crate::i18n::{counted, format, lang, text};
use crate::model::fold::fold;
use crate::model::order::Order;
use crate::partner_center::collection::Collection;
use crate::paths;
use crate::query::{Loaded, Query};
use crate::reactive::*;
use crate::ui::{
    Button, Empty, Foreign, Note, RowsText, SearchBar, SkeletonRows, Status, Tone, icon,
};

const COLUMNS: usize = 5;

#[derive(Clone, Copy, PartialEq)]
enum Face {
    Rows,
    Failed,
    Nothing,
    NoMatch,
}

/// What was ordered for the customer.
#[component]
pub fn OrdersPage() -> Fragment {
    let customer = use_customer();
    customer.show_part(|| text::ORDERS_TITLE.now().to_owned());
    let orders = use_orders(customer);
    let address = use_addressed(move || {
        let named = customer.named()?;
        Some(paths::orders(&named))
    });
    // Orders by their places in what was read.
    let all = Memo::new(move |_| {
        let software = |order: &Order| {
            let mut lines = order.line_items.iter();
            lines.any(|line| line.catalog_item().is_some())
        };
        places(orders, &software)
    });
    let unreadable = move || {
        let read = orders.ready();
        read.map_or(0, |read| {
            read.items.iter().filter(|row| row.is_err()).count()
        })
    };
    let shown = Memo::new(move |_| {
        let words = fold(&address.words());
        let words: Vec<&str> = words.split_whitespace().collect();
        let fits = |order: &Order| {
            let text = searched(order);
            words.iter().all(|word| text.contains(word))
        };
        let fitting = places(orders, &fits).into_iter();
        all.with(|all| fitting.filter(|at| all.contains(at)).collect::<Vec<_>>())
    });
    let face = Memo::new(move |_| match orders.get() {
        Loaded::Failed(_) => Face::Failed,
        Loaded::Waiting => Face::Rows,
        Loaded::Ready(_) if all.with(Vec::is_empty) => Face::Nothing,
        Loaded::Ready(_) if shown.with(Vec::is_empty) => Face::NoMatch,
        Loaded::Ready(_) => Face::Rows,
    });
    let failure = move || {
        orders.error().map(|error| {
            let again = move |()| orders.again();
            view! { <Failure what=text::ORDERS_FAILED error on_retry=again/> }
        })
    };
    let some_unreadable = move || {
        let count = counted(unreadable());
        (count > 0).then(|| {
            view! {
                <Note tone=Tone::Warning><p>{move || text::orders_unreadable(lang(), count)}</p></Note>
            }
        })
    };
    let has_bar = Memo::new(move |_| all.with(|all| !all.is_empty()));
    view! {
        <h2 class="sr-only">{text::ORDERS_TITLE}</h2>
        <Waiting until=Signal::derive(move || orders.waits_until())/>
        {failure}
        {some_unreadable}
        {move || has_bar.get().then(|| view! {
            <SearchBar
                label=text::ORDERS_FIND
                value=Signal::derive(move || address.typed())
                on_input=move |words| address.find(words)
                shown=Signal::derive(move || shown.with(Vec::len))
                all=Signal::derive(move || all.with(Vec::len))
                rows=RowsText { all: text::orders_count, some: text::orders_count_of }
            />
        })}
        {move || match face.get() {
            Face::Rows => view! {
                <Table customer orders shown waiting=Signal::derive(move || orders.ready().is_none())/>
            },
            Face::Failed => Fragment::empty(),
            Face::Nothing => view! {
                <Empty words=text::ORDERS_NONE>
                    <p class="quiet">{text::ORDERS_NONE_NEXT}</p>
                    <Button
                        label=text::SOFTWARE_READ_AGAIN
                        icon=icon::RETRY
                        on_press=move |()| orders.again()
                    />
                </Empty>
            },
            Face::NoMatch => view! {
                <Empty words=text::ORDERS_NO_MATCH>
                    <Button
                        label=text::ORDERS_SHOW_ALL
                        on_press=move |()| address.forget_words(|query| query)
                    />
                </Empty>
            },
        }}
    }
}

/// Where those orders stand that fit.
fn places(orders: Query<Collection<Order>>, fits: &dyn Fn(&Order) -> bool) -> Vec<usize> {
    let Some(read) = orders.ready() else {
        return Vec::new();
    };
    let rows = read.items.iter().enumerate();
    rows.filter(|(_, row)| row.as_ref().is_ok_and(fits))
        .map(|(at, _)| at)
        .collect()
}

/// What words are looked for in: numbers and names.
fn searched(order: &Order) -> String {
    let names = order.line_items.iter();
    let names = names.filter_map(|line| line.friendly_name.as_deref());
    let parts: Vec<&str> = [order.number(), order.id.as_str()]
        .into_iter()
        .chain(names)
        .collect();
    fold(&parts.join("\n"))
}

#[component]
fn Table(
    customer: CurrentCustomer,
    orders: Query<Collection<Order>>,
    shown: Memo<Vec<usize>>,
    waiting: Signal<bool>,
) -> Fragment {
    let caption = move || text::orders_caption(lang(), &customer.full_name());
    let rows = move || {
        let Some(read) = orders.ready() else {
            return Vec::new();
        };
        let order = |at: usize| read.items.get(at)?.as_ref().ok().cloned().map(Rc::new);
        shown.get().into_iter().filter_map(order).collect()
    };
    let key = |order: &Rc<Order>| format!("{}{}", order.id, order.status.as_str());
    view! {
        <table class="table orders" role="table" aria-busy=move || waiting.get().then_some("true")>
            <caption class="sr-only">{caption}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col" class="main">{text::ORDERS_NUMBER}</th>
                    <th role="columnheader" scope="col">{text::ORDERS_CONTENT}</th>
                    <th role="columnheader" scope="col">{text::ORDERS_DATE}</th>
                    <th role="columnheader" scope="col">{text::ORDERS_STATUS}</th>
                    <th role="columnheader" scope="col" class="end">{text::ORDERS_TOTAL}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                {move || waiting.get().then(|| view! { <SkeletonRows rows=6 columns=COLUMNS/> })}
                {each(rows, key, move |order| view! { <Row order customer/> })}
            </tbody>
        </table>
    }
}

#[component]
fn Row(order: Rc<Order>, customer: CurrentCustomer) -> Fragment {
    let id = order.id.clone();
    let href = move || {
        let named = customer.named()?;
        Some(paths::order(&named, &id).to_string())
    };
    let first = order.line_items.first();
    let name = first.and_then(|line| line.friendly_name.clone());
    let name = name.unwrap_or_else(|| first.map_or_else(String::new, |line| line.offer_id.clone()));
    let quantity = first.and_then(|line| line.quantity).unwrap_or_default() as f64;
    let more = order.line_items.len().saturating_sub(1);
    let more = counted(more);
    let created = order.creation_date.map(|date| date.millis());
    let (status, tone) = (order.status.clone(), words::order_tone(&order.status));
    let total = order.total();
    view! {
        <tr role="row">
            <td role="rowheader" class="main">
                <a class="mono" href=href>{order.number().to_owned()}</a>
            </td>
            <td role="cell" data-label=text::ORDERS_CONTENT>
                <span>
                    <Foreign text=name/>
                    <span class="quiet number">" × " {move || format::number(lang(), quantity)}</span>
                    {(more > 0).then(|| view! {
                        <span class="sub">{move || text::orders_and_more(lang(), more)}</span>
                    })}
                </span>
            </td>
            <td role="cell" data-label=text::ORDERS_DATE>
                {move || match created {
                    Some(date) => format::date(lang(), date),
                    None => text::SOFTWARE_DATE_UNKNOWN.now().to_owned(),
                }}
            </td>
            <td role="cell" data-label=text::ORDERS_STATUS>
                <Status tone label=move || words::order_status(lang(), &status)/>
            </td>
            <td role="cell" class="end" data-label=text::ORDERS_TOTAL><Prices price=total/></td>
        </tr>
    }
}
