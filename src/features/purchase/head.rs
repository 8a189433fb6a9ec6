//! What the head of a customer's pages offers for buying: the way to the catalogue, and the cart.

use super::cart::use_cart;
use super::rights;
use crate::dom::{Fragment, component, live, view};
use crate::features::customers::CurrentCustomer;
use crate::i18n::{lang, text};
use crate::navigation::use_page;
use crate::paths::{self, CustomerPart, Page};
use crate::reactive::*;
use crate::ui::{Button, Icon, icon};

/// *Add products*, and the customer's cart with its line count.
#[component]
pub fn HeadActions(customer: CurrentCustomer) -> Fragment {
    let cart = use_cart();
    let count = Memo::new(move |_| cart.lines());
    let cart_link = move || {
        let open = cart.id().filter(|_| count.get() > 0).zip(customer.named());
        let words = move || match count.get() {
            0 => text::BUY_CART_EMPTY.now().to_owned(),
            lines => text::buy_cart_lines(lang(), lines),
        };
        match open {
            None => view! { <span class="cart-empty quiet">{words}</span> },
            Some((id, named)) => view! {
                <a class="button" href=paths::cart(&named, &id).to_string()>
                    <Icon of=icon::CART/> {words}
                </a>
            },
        }
    };
    let denied = rights::use_denied();
    let page = use_page();
    // Where something is being bought already, something else is the one thing to do.
    let buying = Memo::new(move |_| {
        page.with(|page| {
            matches!(
                page,
                Page::Customer {
                    part: CustomerPart::Catalog
                        | CustomerPart::Product(_)
                        | CustomerPart::Cart(_)
                        | CustomerPart::Confirmation(_),
                    ..
                }
            )
        })
    });
    let add = move || match denied.get() {
        Some(_) => view! {
            <Button
                label=text::BUY_ADD_PRODUCTS
                disabled_reason=denied
                on_press=|()| ()
            />
        },
        None => {
            let href = customer
                .named()
                .map(|named| paths::catalog(&named).to_string());
            let class = if buying.get() {
                "button"
            } else {
                "button primary"
            };
            view! { <a class=class href=href>{text::BUY_ADD_PRODUCTS}</a> }
        }
    };
    view! {
        {live(cart_link)}
        {live(add)}
    }
}
