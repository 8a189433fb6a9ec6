//! A window that closes soon: who and what, how much, until when, and the ways from here.

use super::calendar::CalendarFile;
use super::words;
use crate::dom::{Fragment, view};
use crate::features::cancel::{CancelCommand, use_cancel_reason};
use crate::i18n::{format, lang, text};
use crate::model::cancellation::cost;
use crate::model::closing::Closing;
use crate::model::order::Order;
use crate::model::window::Refund;
use crate::model::{CustomerRef, Money};
use crate::paths;
use crate::query::use_query;
use crate::reactive::*;
use crate::session::use_session;
use crate::ui::foreign;

/// A window, and its customer by name and domain.
#[derive(Clone, PartialEq)]
pub(super) struct Shown {
    pub window: Closing,
    pub customer: String,
}

impl Shown {
    /// What it is about, fit for a title.
    pub fn product(&self) -> String {
        foreign::visible(&self.window.title)
    }

    /// Where it is cancelled.
    pub fn href(&self) -> String {
        let item = &self.window.item;
        let customer = CustomerRef::Id(self.window.customer.clone());
        paths::begin_cancel(&customer, &item.order, Some(item.line)).to_string()
    }
}

pub(super) fn row(shown: Shown) -> Fragment {
    let Closing { customer, item, .. } = &shown.window;
    let software = paths::software_item(&CustomerRef::Id(customer.clone()), item).to_string();
    let amount = use_amount(&shown.window);
    let (product, customer) = (shown.product(), shown.customer.clone());
    let order = foreign::visible(&shown.window.order_number);
    let about = {
        let (product, customer) = (product.clone(), customer.clone());
        move || text::closing_cancel(lang(), &product, &customer)
    };
    let (left, until) = (shown.window.clone(), shown.window.clone());
    let tone = words::tone(&shown.window).class();
    let real = !use_session().is_sandbox();
    let href = Some(shown.href());
    let reason = use_cancel_reason(words::window(&shown.window));
    view! {
        <li class="closing-row">
            <div class="what">
                <a href=software><bdi>{product}</bdi></a>
                <span><bdi>{customer}</bdi></span>
                <span class="quiet small">{move || text::closing_order(lang(), &order)}</span>
            </div>
            <div class=format!("when {tone}")>
                <span class="left">{move || words::left(lang(), &left)}</span>
                <span class="quiet small">{move || words::until(lang(), &until, real)}</span>
                <span class="small number">{move || {
                    let amount = amount.get()?;
                    Some(text::closing_credit(lang(), &format::money(lang(), &amount)))
                }}</span>
            </div>
            <div class="commands">
                <CancelCommand href reason about class="button small"/>
                <CalendarFile windows=Signal::from(vec![shown]) label=text::CLOSING_CALENDAR/>
            </div>
        </li>
    }
}

/// What a full refund brings, once the order has said it: the same order that cancelling it begins
/// with.
fn use_amount(window: &Closing) -> Memo<Option<Money>> {
    let (customer, order) = (window.customer.clone(), window.item.order.clone());
    let key = format!("orders/{customer}/{order}");
    let wanted = window.refund == Some(Refund::Full);
    let order = use_query::<Order, _>(
        move || if wanted { key.clone() } else { String::new() },
        move |api| {
            let (customer, order) = (customer.clone(), order.clone());
            async move { api.order(&customer, &order).await }
        },
    );
    let line = window.item.line;
    Memo::new(move |_| cost(&*order.ready()?, line))
}
