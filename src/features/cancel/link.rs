//! *Cancel*, wherever a purchase is shown: always there, and with its reason where it cannot be used.

use crate::dom::{Fragment, component, view};
use crate::features::customers::CurrentCustomer;
use crate::i18n::{lang, text};
use crate::model::OrderId;
use crate::model::cancellation::{Given, MayCancel, may_cancel};
use crate::model::permissions::Action;
use crate::model::software::SoftwareItem;
use crate::model::status::OrderStatus;
use crate::model::window::Window;
use crate::paths::{self, CancelPage, Query};
use crate::reactive::*;
use crate::session::use_session;
use crate::ui::{Button, Icon, icon};

/// Why a purchase is beyond both ways of cancelling, in words; `None` where one of them is open.
pub fn use_cancel_reason(window: Window) -> Signal<Option<String>> {
    let session = use_session();
    Signal::derive(move || {
        let given = Given {
            permission: session.may(Action::Cancel),
            server_cancels: session.config().api.capabilities.cancel_orders,
        };
        // The window says what is cancelled or was never delivered.
        match may_cancel(&OrderStatus::Completed, &window, None, given) {
            MayCancel::No(why) => Some(super::words::why_no(why).get(lang()).to_owned()),
            MayCancel::Now(_) | MayCancel::ReportOnly(_) => None,
        }
    })
}

/// The way to cancel an order, or one of its lines.
#[component]
pub fn CancelLink(
    customer: CurrentCustomer,
    order: OrderId,
    #[prop(optional_no_strip)] line: Option<u32>,
    /// Why neither way is open.
    #[prop(into)]
    reason: Signal<Option<String>>,
) -> Fragment {
    let open = Memo::new(move |_| reason.with(Option::is_none));
    let href = StoredValue::new(move || href(customer, &order, line));
    view! {
        {move || match open.get() {
            true => view! {
                <a class="button" href=move || href.with_value(|href| href())>
                    <Icon of=icon::CROSS/> {text::ACT_CANCEL_PURCHASE}
                </a>
            },
            false => view! {
                <Button
                    label=text::ACT_CANCEL_PURCHASE
                    icon=icon::CROSS
                    disabled_reason=reason
                    on_press=|()| ()
                />
            },
        }}
    }
}

/// The same, in the menu of a row.
#[component]
pub fn CancelInMenu(item: SoftwareItem, customer: CurrentCustomer) -> Fragment {
    let (order, line) = (item.id.order.clone(), Some(item.id.line));
    let reason = use_cancel_reason(item.window);
    let open = Memo::new(move |_| reason.with(Option::is_none));
    let to = untrack(|| href(customer, &order, line));
    view! {
        {move || match open.get() {
            true => view! {
                <a href=to.clone()><Icon of=icon::CROSS/> {text::ACT_CANCEL_PURCHASE}</a>
            },
            false => view! {
                <Button
                    label=text::ACT_CANCEL_PURCHASE
                    icon=icon::CROSS
                    disabled_reason=reason
                    on_press=|()| ()
                />
            },
        }}
    }
}

fn href(customer: CurrentCustomer, order: &OrderId, line: Option<u32>) -> Option<String> {
    let named = customer.named()?;
    let href = paths::cancel(&named, order, CancelPage::Ways);
    Some(match line {
        Some(line) => {
            let query = Query::default().with("line", &line.to_string());
            href.with_query(&query).to_string()
        }
        None => href.to_string(),
    })
}
