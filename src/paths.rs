//! Every address inside Latchkey is built here, and only here; and read here.
//!
//! A view asks for a link by what it leads to; it never concatenates. What is
//! free text goes through [`Query`], which encodes each value by itself, so
//! that a name with `&`, `%` or `+` comes back as it was typed.

mod page;
mod query;
#[cfg(test)]
mod tests;
mod trouble;

use std::fmt::{self, Display};
use std::sync::OnceLock;

use crate::model::draft::ReportStep;
use crate::model::{
    CartId, CustomerRef, OrderId, ProductId, RequestId, ServiceRequestId, SoftwareItemId,
};

pub use page::{CancelPage, CustomerPart, Page, ReportPage};
pub use query::Query;
pub use trouble::{report_of_error, trouble};

static BASE: OnceLock<String> = OnceLock::new();

/// Tells under which path the page is hosted: `/` or `/some/folder/`.
///
/// Called once at start, before the first link is built; later calls change nothing.
pub fn set_base(base: &str) {
    let trimmed = base.trim_matches('/');
    let base = if trimmed.is_empty() {
        "/".to_owned()
    } else {
        format!("/{trimmed}/")
    };
    let _ = BASE.set(base);
}

/// The path the page is hosted under; begins and ends with `/`.
pub fn base() -> &'static str {
    BASE.get().map_or("/", String::as_str)
}

/// A full path on this site, base included. Only this module makes one, which
/// is why the navigator may follow it without asking where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Href(String);

impl Href {
    fn at(path: &str) -> Self {
        Self(format!("{}{path}", base()))
    }

    /// The same page with another query.
    pub fn with_query(mut self, query: &Query) -> Self {
        if let Some(end) = self.0.find('?') {
            self.0.truncate(end);
        }
        let text = query.to_string();
        if !text.is_empty() {
            self.0.push('?');
            self.0.push_str(&text);
        }
        self
    }

    /// The path as text, for an attribute or the address bar.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Display for Href {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Href> for String {
    fn from(href: Href) -> Self {
        href.0
    }
}

/// The start page.
pub fn start() -> Href {
    Href::at("")
}

/// The list of customers; `search` is what the person looks for, or empty.
pub fn customers(search: &str) -> Href {
    Href::at("customers").with_query(&Query::default().with("q", search))
}

/// A customer's page.
pub fn customer(customer: &CustomerRef) -> Href {
    Href::at(&format!("customers/{customer}"))
}

/// A customer's company and billing profile.
pub fn customer_profile(customer: &CustomerRef) -> Href {
    Href::at(&format!("customers/{customer}/profile"))
}

/// The software bought for a customer.
pub fn software(customer: &CustomerRef) -> Href {
    Href::at(&format!("customers/{customer}/software"))
}

/// One item of that software.
pub fn software_item(customer: &CustomerRef, item: &SoftwareItemId) -> Href {
    Href::at(&format!(
        "customers/{customer}/software/{}/{}/{}/{}",
        item.order, item.line, item.product, item.sku
    ))
}

/// Returning some licences of an item.
pub fn return_some(customer: &CustomerRef, item: &SoftwareItemId) -> Href {
    Href::at(&format!(
        "customers/{customer}/software/{}/{}/{}/{}/return",
        item.order, item.line, item.product, item.sku
    ))
}

/// What may be bought for a customer.
pub fn catalog(customer: &CustomerRef) -> Href {
    Href::at(&format!("customers/{customer}/products"))
}

/// A product of that catalogue, with its SKUs.
pub fn product(customer: &CustomerRef, product: &ProductId) -> Href {
    Href::at(&format!("customers/{customer}/products/{product}"))
}

/// A customer's cart, reviewed before it is ordered.
pub fn cart(customer: &CustomerRef, cart: &CartId) -> Href {
    Href::at(&format!("customers/{customer}/carts/{cart}"))
}

/// What became of an ordered cart.
pub fn confirmation(customer: &CustomerRef, cart: &CartId) -> Href {
    Href::at(&format!("customers/{customer}/carts/{cart}/confirmation"))
}

/// A customer's orders.
pub fn orders(customer: &CustomerRef) -> Href {
    Href::at(&format!("customers/{customer}/orders"))
}

/// One of them.
pub fn order(customer: &CustomerRef, order: &OrderId) -> Href {
    Href::at(&format!("customers/{customer}/orders/{order}"))
}

/// Cancelling an order, or lines of it; `at` is how far one has come with that.
pub fn cancel(customer: &CustomerRef, order: &OrderId, at: CancelPage) -> Href {
    let order = self::order(customer, order);
    match at.as_str() {
        None => Href(format!("{order}/cancel")),
        Some(step) => Href(format!("{order}/cancel/{step}")),
    }
}

/// Where cancelling an order begins, with one of its lines chosen, if any.
pub fn begin_cancel(customer: &CustomerRef, order: &OrderId, line: Option<u32>) -> Href {
    let line = line.map(|line| line.to_string()).unwrap_or_default();
    cancel(customer, order, CancelPage::Ways).with_query(&Query::default().with("line", &line))
}

/// Cancelling several purchases of a customer.
pub fn cancel_several(customer: &CustomerRef) -> Href {
    Href::at(&format!("customers/{customer}/software/cancel"))
}

/// Beginning a report, or going on with the one that was begun for the same thing: a line of an
/// order, an order, a customer, or nothing yet.
pub fn new_report(
    customer: Option<&CustomerRef>,
    order: Option<&OrderId>,
    line: Option<u32>,
) -> Href {
    let text = |part: Option<String>| part.unwrap_or_default();
    let query = Query::default()
        .with("customer", &text(customer.map(CustomerRef::to_string)))
        .with("order", &text(order.map(OrderId::to_string)))
        .with("line", &text(line.map(|line| line.to_string())));
    Href::at("report").with_query(&query)
}

/// A step of a report that was begun.
pub fn report(draft: &RequestId, step: ReportStep) -> Href {
    Href::at(&format!("report/{draft}/{}", step.as_str()))
}

/// The requests that were handed in to support.
pub fn requests() -> Href {
    Href::at("requests")
}

/// One of them.
pub fn request(request: &ServiceRequestId) -> Href {
    Href::at(&format!("requests/{request}"))
}

/// Those that are about a customer.
pub fn customer_requests(customer: &CustomerRef) -> Href {
    Href::at(&format!("customers/{customer}/requests"))
}

/// What was filled in and not sent.
pub fn drafts() -> Href {
    Href::at("drafts")
}

/// Preferences and what is known of this installation.
pub fn settings() -> Href {
    Href::at("settings")
}

/// The calls of the API that this page made lately.
pub fn activity() -> Href {
    Href::at("settings/activity")
}

/// A file of the site, by its path below the base, such as `config.json`.
pub fn file(path: &str) -> Href {
    Href::at(path)
}
