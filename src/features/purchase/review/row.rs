//! One line of the cart: what is bought, how many, at what price, and how it can be cancelled.

use std::time::Duration;

use super::lines::key;
use super::unsettled::{Quantities, Unsettled};
use crate::dom::{Fragment, component, view};
use crate::features::purchase::cart::{CartDesk, Edit, LineProblem, Prices};
use crate::features::purchase::facts::{SkuFacts, kind, known};
use crate::features::purchase::quantity::QuantityField;
use crate::features::purchase::words;
use crate::i18n::{lang, lang_untracked, text};
use crate::model::cart::CartLine;
use crate::query::Query;
use crate::reactive::*;
use crate::session::use_session;
use crate::ui::{Button, Handler, Kind, announce, foreign};

/// How long typing rests before the cart follows.
const REST: Duration = Duration::from_millis(500);

#[component]
pub(super) fn Row(
    line: CartLine,
    desk: CartDesk,
    facts: Query<SkuFacts>,
    quantities: Quantities,
) -> Fragment {
    let own = key(&line);
    let item = line.catalog_item.clone();
    // The line as the server has it now.
    let of = line.clone();
    let now = Memo::new(move |_| {
        let cart = desk.open_cart()?;
        let mut lines = cart.lines.iter();
        lines.find(|other| other.is_same_purchase(&of)).cloned()
    });
    let limits = {
        let item = item.clone();
        Signal::derive(move || known(facts).limits(&item))
    };
    let typed = RwSignal::new(line.quantity.to_string());
    let later = Later::begin();
    // Something was typed that is not in the cart yet.
    let ahead = StoredValue::new(false);

    // The server's quantity shows, unless something else is being typed.
    let follows = own.clone();
    effect_after(move |before: Option<(Option<u32>, u32)>| {
        let quantity = now.get().map(|line| line.quantity);
        let given_up = desk.given_up.get();
        let shown = (quantity, given_up);
        let (Some(before), Some(quantity)) = (before, quantity) else {
            return shown;
        };
        if before.1 != given_up || (before != shown && !ahead.get_value()) {
            later.cancel();
            ahead.set_value(false);
            typed.set(quantity.to_string());
            quantities.set(&follows, None);
        }
        shown
    });
    let (changing, sends) = (own.clone(), line.clone());
    let input = Handler::from(move |()| {
        later.cancel();
        if untrack(|| facts.ready()).is_none() {
            // Nobody knows yet how many may be bought.
            ahead.set_value(true);
            quantities.set(&changing, Some(Unsettled::Waiting));
            return;
        }
        let wanted = limits.get_untracked().check(&typed.get_untracked());
        let is = now.get_untracked().map(|line| line.quantity);
        let state = match wanted {
            Err(_) => Some(Unsettled::Wrong),
            Ok(wanted) if Some(wanted) == is && !desk.saving.get_untracked() => None,
            Ok(_) => Some(Unsettled::Waiting),
        };
        ahead.set_value(state.is_some());
        quantities.set(&changing, state);
        if let (Ok(wanted), Some(Unsettled::Waiting)) = (wanted, state) {
            let (line, key) = (sends.clone(), changing.clone());
            later.put_off(REST, move || {
                let sent = typed.get_untracked();
                let done = move |()| {
                    if typed.try_get_untracked().as_ref() == Some(&sent) {
                        ahead.set_value(false);
                        quantities.set(&key, None);
                    }
                };
                desk.change(Edit::Quantity(line, wanted), done);
            });
        }
    });
    effect(move || {
        if facts.ready().is_some() && ahead.get_value() {
            untrack(|| input.call(()));
        }
    });
    let gone = own;
    on_cleanup(move || quantities.set(&gone, None));

    let named = item.clone();
    let name = move || known(facts).name(&named);
    let whole = {
        let item = item.clone();
        move || foreign::visible(&known(facts).whole_name(&item))
    };
    let (label, about, said) = (whole.clone(), whole.clone(), whole);
    let removed = line.clone();
    let remove = move |()| {
        let name = untrack(&said);
        let done = move |()| announce(text::cart_removed(lang_untracked(), &name));
        desk.change(Edit::Remove(removed.clone()), done);
    };
    let policies = &use_session().config().cancellation_policies;
    let bought = line.clone();
    let cancellation = move || {
        let catalog = known(facts).refund(&bought);
        let terms = words::cancellation(lang(), policies, kind(&bought), catalog.as_ref());
        text::review_cancellation(lang(), &terms)
    };
    let (term, cycle) = (line.term.clone(), line.billing_cycle.clone());
    view! {
        <tr role="row">
            <td role="rowheader" class="main">
                <span class="name"><bdi>{
                    let name = name.clone();
                    move || name().0
                }</bdi></span>
                <span class="sub"><bdi>{move || name().1}</bdi></span>
                <span class="sub">{move || words::plan_of(lang(), term.as_ref(), &cycle)}</span>
                <span class="sub">{cancellation}</span>
                {move || now.get().and_then(|line| line.error).map(|error| view! { <LineProblem error/> })}
            </td>
            <td role="cell" data-label=text::PRODUCT_QUANTITY>
                <QuantityField
                    label=move || text::product_quantity_of(lang(), &label())
                    typed
                    limits
                    on_input=input
                    strict=true
                    label_hidden=true
                />
            </td>
            <td role="cell" class="end" data-label=text::REVIEW_UNIT>
                {move || now.get().map(|line| view! { <Prices price=line.unit_price()/> })}
            </td>
            <td role="cell" class="end" data-label=text::REVIEW_TOTAL>
                {move || now.get().map(|line| view! { <Prices price=line.amount()/> })}
            </td>
            <td role="cell" class="commands">
                <Button
                    label=text::CART_REMOVE
                    about=move || text::cart_remove_of(lang(), &about())
                    kind=Kind::Plain
                    small=true
                    on_press=remove
                />
            </td>
        </tr>
    }
}
