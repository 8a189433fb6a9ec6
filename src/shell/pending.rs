//! Orders of which nobody knows yet whether they were placed or cancelled, and reports of which nobody
//! knows whether they arrived: said on every page, with the way to what became of them.

use crate::dom::{CollectFragment, Fragment, component, view};
use crate::i18n::{lang, text};
use crate::model::draft::ReportStep;
use crate::model::operation::{Operation, OperationKind};
use crate::model::{CartId, CustomerId, CustomerRef, OrderId, RequestId};
use crate::navigation::use_path;
use crate::operations::use_operations;
use crate::partner_center::customers::Customer;
use crate::partner_center::{ApiError, ErrorKind};
use crate::paths::{self, CancelPage};
use crate::query::use_query;
use crate::reactive::StoredValue;
use crate::ui::{Note, Tone, foreign};

/// What is in doubt.
#[derive(Clone)]
enum Doubt {
    Order(CustomerId, CartId),
    Cancellation(CustomerId, OrderId),
    /// Of a report: its draft.
    Report(RequestId),
}

impl Doubt {
    /// How the address of the page that finds out ends, whichever way it names the customer.
    fn ends(&self) -> String {
        match self {
            Doubt::Order(_, cart) => format!("/{cart}/confirmation"),
            Doubt::Cancellation(_, order) => format!("/{order}/cancel/done"),
            Doubt::Report(draft) => format!("/{draft}/review"),
        }
    }

    fn href(&self) -> String {
        let href = match self {
            Doubt::Order(customer, cart) => paths::confirmation(&named(customer), cart),
            Doubt::Cancellation(customer, order) => {
                paths::cancel(&named(customer), order, CancelPage::Done)
            }
            Doubt::Report(draft) => paths::report(draft, ReportStep::Review),
        };
        href.to_string()
    }

    /// Whose it is; a report tells that by itself.
    fn customer(&self) -> Option<CustomerRef> {
        match self {
            Doubt::Order(customer, _) | Doubt::Cancellation(customer, _) => Some(named(customer)),
            Doubt::Report(_) => None,
        }
    }

    fn words(&self, customer: &str) -> String {
        match self {
            Doubt::Order(..) => text::pending_order(lang(), customer),
            Doubt::Cancellation(..) => text::pending_cancel(lang(), customer),
            Doubt::Report(_) => text::PENDING_REPORT.now().to_owned(),
        }
    }
}

/// A note for each of them; none on the page that finds out.
#[component]
pub(super) fn PendingOrders() -> Fragment {
    let operations = use_operations();
    let path = use_path();
    let notes = move || {
        let open = operations.open();
        let doubts = open.iter().filter_map(doubt);
        let elsewhere = doubts.filter(|doubt| path.with(|path| !path.ends_with(&doubt.ends())));
        elsewhere
            .map(|doubt| view! { <PendingOrder doubt/> })
            .collect_view()
    };
    view! { {notes} }
}

/// What an operation leaves in doubt: whose cart it orders, whose order it cancels, or which draft it
/// hands in.
fn doubt(operation: &Operation) -> Option<Doubt> {
    let mut target = operation.target.split('/');
    let (first, of) = (target.next()?, target.next());
    Some(match operation.kind {
        OperationKind::Checkout => Doubt::Order(first.parse().ok()?, of?.parse().ok()?),
        OperationKind::Cancel => Doubt::Cancellation(first.parse().ok()?, of?.parse().ok()?),
        OperationKind::ServiceRequest => Doubt::Report(first.parse().ok()?),
        _ => return None,
    })
}

fn named(customer: &CustomerId) -> CustomerRef {
    CustomerRef::Id(customer.clone())
}

#[component]
fn PendingOrder(doubt: Doubt) -> Fragment {
    let href = doubt.href();
    let customer = StoredValue::new(doubt.customer());
    let key = move || {
        let customer = customer.get_value();
        customer.map_or(String::new(), |customer| format!("customer/{customer}"))
    };
    let query = use_query::<Customer, _>(key, move |api| {
        let customer = customer.get_value();
        async move {
            match customer {
                Some(customer) => api.find_customer(&customer).await,
                None => Err(ApiError::of(ErrorKind::NotFound)),
            }
        }
    });
    let words = move || {
        let known = query.ready();
        let name = known.map(|customer| customer.company_profile.company_name.clone());
        let by_id = || customer.get_value().map(|customer| customer.to_string());
        let name = name.or_else(by_id).unwrap_or_default();
        doubt.words(&foreign::visible(&name))
    };
    view! {
        <Note tone=Tone::Warning>
            <p class="pending-order"><span>{words}</span> <a href=href>{text::PENDING_SEE}</a></p>
        </Note>
    }
}
