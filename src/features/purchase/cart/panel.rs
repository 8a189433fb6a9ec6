//! The cart beside the catalogue: what is in it, until when, and the way to order it.

use super::desk::CartState;
use super::elsewhere::ChangedElsewhere;
use super::{CartDesk, LineProblem, Prices};
use crate::dom::{CollectFragment, Fragment, component, live, view};
use crate::features::customers::CurrentCustomer;
use crate::features::failure::Failure;
use crate::features::purchase::facts::{SkuFacts, known, use_facts};
use crate::i18n::{counted, format, lang, text};
use crate::model::cart::{Cart, CartLine};
use crate::paths;
use crate::query::Query;
use crate::ui::{Button, Kind};

/// Stays in view while products are looked through.
#[component]
pub(in crate::features::purchase) fn CartPanel(
    customer: CurrentCustomer,
    desk: CartDesk,
) -> Fragment {
    let facts = use_facts(customer, move || desk.items(), false);
    let label = move || text::buy_open_cart(lang(), &customer.full_name());
    let body = move || match desk.state() {
        CartState::Open(cart) => view! { <Filled cart=(*cart).clone() customer facts/> },
        CartState::Reading => view! { <p class="quiet small">{text::CART_READING}</p> },
        CartState::Failed(error) => view! {
            <Failure what=text::CART_FAILED error on_retry=move |()| desk.look_again()/>
        },
        CartState::None | CartState::Gone(..) => view! {
            <p class="quiet small">{text::CART_EMPTY}</p>
        },
    };
    view! {
        <aside class="cart-panel" aria-label=label>
            <h2>{text::CART_TITLE}</h2>
            <Saving desk facts/>
            {body}
        </aside>
    }
}

#[component]
fn Filled(cart: Cart, customer: CurrentCustomer, facts: Query<SkuFacts>) -> Fragment {
    let count = counted(cart.lines.len());
    let expires = cart.expires.map(|expires| expires.millis());
    let id = cart.id.clone();
    let href = move || {
        let named = customer.named()?;
        Some(paths::cart(&named, &id).to_string())
    };
    let line = move |line: CartLine| {
        let (amount, error) = (line.amount(), line.error.clone());
        view! {
            <li>
                <NamedLine line facts/>
                <span class="number">{amount.map(|amount| view! { <Prices price=Some(amount)/> })}</span>
                {error.map(|error| view! { <LineProblem error/> })}
            </li>
        }
    };
    view! {
        <ul class="cart-lines">{cart.lines.into_iter().map(line).collect_view()}</ul>
        {expires.map(|at| view! {
            <p class="expires quiet small">
                {move || text::cart_expires(lang(), &format::date_time(lang(), at))}
            </p>
        })}
        <div class="foot">
            <p class="small number">{move || text::buy_cart_lines(lang(), count)}</p>
            <a class="button primary" href=href>{text::CART_REVIEW}</a>
        </div>
    }
}

/// What a line buys, and how much of it.
#[component]
pub(in crate::features::purchase) fn NamedLine(line: CartLine, facts: Query<SkuFacts>) -> Fragment {
    let CartLine {
        catalog_item: item,
        quantity,
        ..
    } = line;
    view! {
        <span>
            {move || known(facts).whole_name(&item)}
            <span class="quiet number">
                " × " {move || format::number(lang(), f64::from(quantity))}
            </span>
        </span>
    }
}

/// That the cart is being saved, or why it could not be.
#[component]
pub(in crate::features::purchase) fn Saving(desk: CartDesk, facts: Query<SkuFacts>) -> Fragment {
    let state = move || match desk.failed.get() {
        Some(error) => view! {
            <Failure what=text::CART_SAVE_FAILED error on_retry=move |()| desk.try_again()/>
            <Button label=text::CART_DISCARD kind=Kind::Plain on_press=move |()| desk.discard()/>
        },
        None => match desk.elsewhere.get() {
            None => Fragment::empty(),
            Some(changes) => view! { <ChangedElsewhere desk facts changes/> },
        },
    };
    live(state)
}
