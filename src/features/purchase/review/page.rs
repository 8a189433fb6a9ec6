//! The page of a cart.

use std::rc::Rc;

use super::checks::{Checks, use_checks};
use super::gone::GoneCart;
use super::lines::Lines;
use super::place::Place;
use super::unsettled::Quantities;
use crate::dom::{Fragment, component, view};
use crate::features::customers::{CurrentCustomer, use_customer};
use crate::features::failure::Failure;
use crate::features::purchase::cart::{CartDesk, CartState, Gone, Saving, Sums, gone, use_cart};
use crate::features::purchase::checkout::CheckoutOf;
use crate::features::purchase::facts::use_facts;
use crate::i18n::{format, lang, text};
use crate::model::CartId;
use crate::model::operation::OperationState;
use crate::navigation::{History, use_go, use_part};
use crate::operations::use_operations;
use crate::partner_center::{ErrorKind, PartnerCenter};
use crate::paths::{self, CustomerPart};
use crate::reactive::*;
use crate::session::use_session;
use crate::ui::{Empty, SkeletonLines, foreign};

/// What is shown of the cart; what is in it is followed further down.
#[derive(Clone, PartialEq)]
enum Face {
    Reading,
    Open,
    Gone(Gone),
    /// Its last line was taken out.
    Emptied,
    Failed,
}

/// A cart, reviewed before it is ordered.
#[component]
pub fn CartPage() -> Fragment {
    let customer = use_customer();
    let desk = use_cart();
    customer.show_part(|| text::REVIEW_TITLE.now().to_owned());
    let id = use_part(|part| match part {
        CustomerPart::Cart(cart) => Some(cart),
        _ => None,
    });
    // A cart that is not the customer's current one, as it was read for this page.
    let other = RwSignal::new(CartState::Reading);
    let api = StoredValue::new(use_session().api());
    let read_other = move || read_other(api, customer, desk, id, other);
    effect(read_other);
    leave_what_is_ordered(customer, id);
    let state = move || match desk.id() == id.get() {
        true => desk.state(),
        false => other.get(),
    };
    let face = Memo::new(move |_| match (id.get(), state()) {
        (None, _) => Face::Gone(Gone::Unknown),
        (_, CartState::None) => Face::Emptied,
        (_, CartState::Reading) => Face::Reading,
        (_, CartState::Open(_)) => Face::Open,
        (_, CartState::Gone(why, _)) => Face::Gone(why),
        (_, CartState::Failed(_)) => Face::Failed,
    });
    let failure = move || match state() {
        CartState::Failed(error) => view! {
            <Failure what=text::CART_FAILED error on_retry=move |()| match desk.id() == id.get() {
                true => desk.look_again(),
                false => read_other(),
            }/>
        },
        _ => Fragment::empty(),
    };
    view! {
        {move || match face.get() {
            Face::Reading => view! { <SkeletonLines what=text::CART_READING/> },
            Face::Open => view! { <Review customer desk/> },
            Face::Gone(why) => {
                let cart = match untrack(state) {
                    CartState::Gone(_, cart) => cart,
                    _ => None,
                };
                view! { <GoneCart why cart id=id.get_untracked() customer/> }
            }
            Face::Emptied => view! { <Emptied customer/> },
            Face::Failed => view! { {failure} },
        }}
    }
}

/// Reads the cart that the address names, if it is not the current one. One that can be ordered
/// becomes the current one.
fn read_other(
    api: StoredValue<PartnerCenter>,
    customer: CurrentCustomer,
    desk: CartDesk,
    id: Memo<Option<CartId>>,
    other: RwSignal<CartState>,
) {
    let (Some(of), Some(id)) = (customer.id(), id.get()) else {
        return;
    };
    let undecided = desk.id().is_none() && matches!(desk.state(), CartState::Reading);
    if undecided || desk.id().as_ref() == Some(&id) {
        return;
    }
    if desk.is_emptied(&id) {
        other.set(CartState::None);
        return;
    }
    other.set(CartState::Reading);
    let api = api.get_value();
    spawn_local(async move {
        let state = match api.cart(&of, &id).await {
            Ok(cart) => {
                let cart = Rc::new(cart);
                match gone(&cart, api.server_now()) {
                    None => return desk.adopt(&of, cart).await,
                    Some(why) => CartState::Gone(why, Some(cart)),
                }
            }
            Err(error) if error.kind == ErrorKind::NotFound => CartState::Gone(Gone::Unknown, None),
            Err(error) => CartState::Failed(Rc::new(error)),
        };
        other.set(state);
    });
}

/// A cart that was sent off, and of which nobody knows what became, is found out about, not reviewed.
fn leave_what_is_ordered(customer: CurrentCustomer, id: Memo<Option<CartId>>) {
    let (api, operations, go) = (use_session().api(), use_operations(), use_go());
    effect(move || {
        let (Some(of), Some(named), Some(cart)) = (customer.id(), customer.named(), id.get())
        else {
            return;
        };
        let checkout = CheckoutOf {
            api: api.clone(),
            operations,
            customer: of,
            cart: cart.clone(),
        };
        let go = go.clone();
        spawn_local(async move {
            let state = checkout.state().await;
            let open = matches!(state, Some(OperationState::Sent | OperationState::Unknown));
            if open && id.try_get_untracked() == Some(Some(cart.clone())) {
                go(paths::confirmation(&named, &cart), History::Replace);
            }
        });
    });
}

#[component]
fn Emptied(customer: CurrentCustomer) -> Fragment {
    let catalog = move || {
        let named = customer.named()?;
        Some(paths::catalog(&named).to_string())
    };
    view! {
        <h2>{text::REVIEW_TITLE}</h2>
        <Empty words=text::CART_EMPTY>
            <a class="button primary" href=catalog>{text::REVIEW_MORE_PRODUCTS}</a>
        </Empty>
    }
}

#[component]
fn Review(customer: CurrentCustomer, desk: CartDesk) -> Fragment {
    let facts = use_facts(customer, move || desk.items(), true);
    let checks = use_checks(customer, desk, facts);
    let quantities = Quantities::new();
    let for_whom = move || text::review_for(lang(), &foreign::visible(&customer.full_name()));
    let expires = move || {
        let at = desk.open_cart()?.expires?;
        Some(text::cart_expires(
            lang(),
            &format::date_time(lang(), at.millis()),
        ))
    };
    let more = move || {
        let named = customer.named()?;
        Some(paths::catalog(&named).to_string())
    };
    let sums = move || {
        let totals = desk.open_cart().map(|cart| cart.totals())?;
        Some(view! { <Sums totals/> })
    };
    view! {
        <div class="item-head">
            <h2>{text::REVIEW_TITLE}</h2>
            <p><bdi>{for_whom}</bdi></p>
            <p class="quiet small">{expires}</p>
        </div>
        <Saving desk facts/>
        <Lines customer desk facts quantities/>
        <div class="totals">{sums}</div>
        <p><a href=more>{text::REVIEW_MORE_PRODUCTS}</a></p>
        <section class="section">
            <h2>{text::REVIEW_CHECKS}</h2>
            <Checks customer checks/>
        </section>
        <Place customer desk facts checks quantities/>
    }
}
