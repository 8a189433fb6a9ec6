//! Orders of which nobody knows yet whether they were placed: said on every page, with the way to
//! what became of them.

use crate::dom::{CollectFragment, Fragment, component, view};
use crate::i18n::{lang, text};
use crate::model::operation::{Operation, OperationKind};
use crate::model::{CartId, CustomerId, CustomerRef};
use crate::navigation::use_path;
use crate::operations::use_operations;
use crate::partner_center::customers::Customer;
use crate::paths;
use crate::query::use_query;
use crate::ui::{Note, Tone, foreign};

/// A note for each of them; none on the page that finds out.
#[component]
pub(super) fn PendingOrders() -> Fragment {
    let operations = use_operations();
    let path = use_path();
    let notes = move || {
        let open = operations.open();
        let orders = open.iter().filter_map(order);
        let elsewhere = orders.filter(|(_, cart)| path.with(|path| !path.ends_with(&ends(cart))));
        elsewhere
            .map(|(customer, cart)| view! { <PendingOrder customer cart/> })
            .collect_view()
    };
    view! { {notes} }
}

/// How the address of the page ends, whichever way it names the customer.
fn ends(cart: &CartId) -> String {
    format!("/{cart}/confirmation")
}

/// Whose cart an operation orders.
fn order(operation: &Operation) -> Option<(CustomerId, CartId)> {
    if operation.kind != OperationKind::Checkout {
        return None;
    }
    let (customer, cart) = operation.target.split_once('/')?;
    Some((customer.parse().ok()?, cart.parse().ok()?))
}

#[component]
fn PendingOrder(customer: CustomerId, cart: CartId) -> Fragment {
    let named = CustomerRef::Id(customer.clone());
    let href = paths::confirmation(&named, &cart).to_string();
    let key = format!("customer/{named}");
    let asked = customer.clone();
    let query = use_query::<Customer, _>(
        move || key.clone(),
        move |api| {
            let id = asked.clone();
            async move { api.customer(&id).await }
        },
    );
    let words = move || {
        let known = query.ready();
        let name = known.map(|customer| customer.company_profile.company_name.clone());
        let name = name.unwrap_or_else(|| customer.to_string());
        text::pending_order(lang(), &foreign::visible(&name))
    };
    view! {
        <Note tone=Tone::Warning>
            <p class="pending-order"><span>{words}</span> <a href=href>{text::PENDING_SEE}</a></p>
        </Note>
    }
}
