//! What of a cart was not ordered, and why.

use crate::dom::{CollectFragment, Fragment, component, view};
use crate::explain::explain_order;
use crate::features::customers::{CurrentCustomer, use_query_of};
use crate::features::failure::with_foreign;
use crate::features::purchase::again::use_again;
use crate::features::purchase::cart::NamedLine;
use crate::features::purchase::facts::use_facts;
use crate::i18n::{lang, text};
use crate::model::CartId;
use crate::model::cart::{Cart, CartLine, OrderError};
use crate::query::Query;
use crate::reactive::*;
use crate::ui::{Button, Failed, Handler, foreign};

#[component]
pub(super) fn FailedGroups(
    errors: Vec<OrderError>,
    customer: CurrentCustomer,
    id: Option<CartId>,
) -> Fragment {
    let cart = use_ordered_cart(customer, id);
    let groups: Vec<Option<String>> = errors.iter().map(|error| error.group.clone()).collect();
    let lines = Memo::new(move |_| {
        let cart = cart.ready();
        let lines = cart.iter().flat_map(|cart| cart.lines.clone());
        let lines: Vec<CartLine> = lines
            .filter(|line| groups.contains(&line.order_group))
            .collect();
        lines
    });
    let items = move || {
        let lines = lines.get().into_iter();
        lines.map(|line| line.catalog_item).collect()
    };
    let facts = use_facts(customer, items, false);
    let list = move || {
        let line = |line: CartLine| view! { <li><NamedLine line facts/></li> };
        lines.get().into_iter().map(line).collect_view()
    };
    let reasons = errors.into_iter().map(|error| {
        let said = explain_order(&error);
        let foreign = said.foreign.map(|said| foreign::visible(&said));
        let what = move || {
            let happened = said.happened.get(lang()).to_owned();
            with_foreign(happened, foreign.as_deref())
        };
        view! { <Failed what advice=said.next code=error.code/> }
    });
    let again = use_again(customer);
    let press = Handler::from(move |()| again.put(lines.get_untracked()));
    let some = move || lines.with(|lines| !lines.is_empty());
    view! {
        <section class="stack">
            <h3>{text::CONFIRMATION_FAILED_GROUP}</h3>
            <ul class="ordered-lines">{list}</ul>
            {reasons.collect_view()}
            <p>{text::CONFIRMATION_FAILED_NEXT}</p>
            {move || some().then(|| view! {
                <div><Button label=text::CONFIRMATION_BUY_REST busy=again.busy on_press=press/></div>
            })}
        </section>
    }
}

fn use_ordered_cart(customer: CurrentCustomer, cart: Option<CartId>) -> Query<Cart> {
    use_query_of(
        customer,
        move || cart.clone(),
        |id, cart| format!("cart/{id}/{cart}"),
        |api, id, cart| async move { api.cart(&id, &cart).await },
    )
}
