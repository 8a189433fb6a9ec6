//! *Report a problem*, wherever a purchase or a customer is shown.

use crate::dom::{Fragment, component, view};
use crate::features::customers::CurrentCustomer;
use crate::i18n::text;
use crate::model::{CustomerRef, OrderId};
use crate::paths;
use crate::reactive::*;
use crate::ui::{Icon, icon};

/// The way to report a problem with a line of an order, an order, or a customer.
#[component]
pub fn ReportLink(
    customer: CurrentCustomer,
    #[prop(optional_no_strip)] order: Option<OrderId>,
    #[prop(optional_no_strip)] line: Option<u32>,
) -> Fragment {
    let to = move || href(customer, order.as_ref(), line);
    view! { <a class="button" href=to><Icon of=icon::REPORT/> {text::REPORT_ACT}</a> }
}

/// The same, in the menu of a row.
#[component]
pub fn ReportInMenu(customer: CurrentCustomer, order: OrderId, line: u32) -> Fragment {
    let to = untrack(|| href(customer, Some(&order), Some(line)));
    view! { <a href=to><Icon of=icon::REPORT/> {text::REPORT_ACT}</a> }
}

/// Where it begins; tracks the customer. By the tenant where it is known: what was filled in when
/// cancelling is kept by that.
pub fn href(
    customer: CurrentCustomer,
    order: Option<&OrderId>,
    line: Option<u32>,
) -> Option<String> {
    let tenant = customer.id().map(CustomerRef::Id);
    let named = tenant.or_else(|| customer.named())?;
    Some(paths::new_report(Some(&named), order, line).to_string())
}
