//! *Cancel*, wherever a purchase is shown: always there, and with its reason where it cannot be used.

use crate::dom::{Fragment, Words, component, live, view};
use crate::features::customers::CurrentCustomer;
use crate::i18n::{lang, text};
use crate::model::OrderId;
use crate::model::cancellation::{Given, MayCancel, may_cancel};
use crate::model::permissions::Action;
use crate::model::software::SoftwareItem;
use crate::model::status::OrderStatus;
use crate::model::window::Window;
use crate::paths;
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

/// The way to where a purchase is cancelled; where there is none, the same words with the reason.
#[component]
pub fn CancelCommand(
    #[prop(into)] href: Signal<Option<String>>,
    /// Why neither way of cancelling is open.
    #[prop(into)]
    reason: Signal<Option<String>>,
    /// The accessible name: the words, and what it acts on where they alone do not tell.
    #[prop(into)]
    about: Words,
    /// Of the link: `button`, `button small`, or none in a menu.
    class: &'static str,
) -> Fragment {
    let open = Memo::new(move |_| reason.with(Option::is_none));
    let small = class.ends_with("small");
    live(move || match open.get() {
        true => view! {
            <a class=class href=move || href.get() aria-label=about.clone()>
                <Icon of=icon::CROSS/> {text::ACT_CANCEL_PURCHASE}
            </a>
        },
        false => view! {
            <Button
                label=text::ACT_CANCEL_PURCHASE
                about=about.clone()
                icon=icon::CROSS
                small
                disabled_reason=reason
                on_press=|()| ()
            />
        },
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
    let href = Signal::derive(move || href(customer, &order, line));
    view! { <CancelCommand href reason about=text::ACT_CANCEL_PURCHASE class="button"/> }
}

/// The same, in the menu of a row.
#[component]
pub fn CancelInMenu(item: SoftwareItem, customer: CurrentCustomer) -> Fragment {
    let reason = use_cancel_reason(item.window);
    let (order, line) = (item.id.order, Some(item.id.line));
    let href = Signal::derive(move || href(customer, &order, line));
    view! { <CancelCommand href reason about=text::ACT_CANCEL_PURCHASE class=""/> }
}

fn href(customer: CurrentCustomer, order: &OrderId, line: Option<u32>) -> Option<String> {
    let named = customer.named()?;
    Some(paths::begin_cancel(&named, order, line).to_string())
}
