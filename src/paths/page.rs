//! Which page an address names.

use percent_encoding::percent_decode_str;

use super::base;
use crate::model::draft::{CancelStep, ReportStep};
use crate::model::{CartId, OrderId, ProductId, RequestId, ServiceRequestId, SoftwareItemId};

/// A page, as the path of an address names it. What stands in its places is not checked here,
/// where that decides between a page and what the page says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    Start,
    Customers,
    Customer {
        /// What stands where a customer is named; perhaps no customer's name at all.
        named: String,
        part: CustomerPart,
    },
    /// Reporting a problem to support.
    Report(ReportPage),
    /// What was handed in to support.
    Requests,
    /// One of the requests; `None` where its id is none.
    Request(Option<ServiceRequestId>),
    /// What was filled in and not sent.
    Drafts,
    Settings,
    /// The calls of the API that this page made lately.
    Activity,
    NotFound,
}

/// A page of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportPage {
    /// Where one begins.
    New,
    /// A step of the draft; `None` where its id is none.
    At(Option<(RequestId, ReportStep)>),
}

/// A part of a customer's pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CustomerPart {
    Software,
    Profile,
    /// One item of the software; `None` where its ids are none, as below.
    Item(Option<SoftwareItemId>),
    /// Returning some licences of an item.
    Return(Option<SoftwareItemId>),
    /// What may be bought.
    Catalog,
    /// A product with its SKUs.
    Product(Option<ProductId>),
    /// A cart, reviewed before it is ordered.
    Cart(Option<CartId>),
    /// What became of an ordered cart.
    Confirmation(Option<CartId>),
    Orders,
    Order(Option<OrderId>),
    /// Cancelling several purchases.
    CancelSeveral,
    /// What support was asked about the customer.
    Requests,
    /// Cancelling an order, or lines of it.
    Cancel(Option<(OrderId, CancelPage)>),
    NotFound,
}

/// How far one has come with cancelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CancelPage {
    /// Which way to take.
    Ways,
    Step(CancelStep),
    /// What came of it.
    Done,
}

impl CancelPage {
    /// The word in the address; none where the way begins.
    pub fn as_str(self) -> Option<&'static str> {
        match self {
            CancelPage::Ways => None,
            CancelPage::Step(step) => Some(step.as_str()),
            CancelPage::Done => Some("done"),
        }
    }

    fn at(segments: &[&str]) -> Option<Self> {
        match segments {
            [] => Some(CancelPage::Ways),
            ["done"] => Some(CancelPage::Done),
            [step] => CancelStep::parse(step).map(CancelPage::Step),
            _ => None,
        }
    }
}

impl Page {
    /// The page of a path, base included. Each segment is decoded once; a slash at the end does not
    /// matter.
    pub fn at(path: &str) -> Self {
        let base = base();
        let below = match path.strip_prefix(base) {
            Some(below) => below,
            None if path == base.trim_end_matches('/') => "",
            None => return Self::NotFound,
        };
        let segments: Vec<String> = below
            .trim_end_matches('/')
            .split('/')
            .map(|segment| percent_decode_str(segment).decode_utf8_lossy().into_owned())
            .collect();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        match segments.as_slice() {
            [""] => Self::Start,
            ["customers"] => Self::Customers,
            ["customers", named, part @ ..] => Self::Customer {
                named: (*named).to_owned(),
                part: CustomerPart::at(part),
            },
            ["report"] => Self::Report(ReportPage::New),
            ["report", draft, step] => match ReportStep::parse(step) {
                Some(step) => {
                    let at = draft.parse().ok().map(|draft| (draft, step));
                    Self::Report(ReportPage::At(at))
                }
                None => Self::NotFound,
            },
            ["requests"] => Self::Requests,
            ["requests", request] => Self::Request(request.parse().ok()),
            ["drafts"] => Self::Drafts,
            ["settings"] => Self::Settings,
            ["settings", "activity"] => Self::Activity,
            _ => Self::NotFound,
        }
    }
}

impl CustomerPart {
    fn at(segments: &[&str]) -> Self {
        match segments {
            [] | ["software"] => Self::Software,
            ["software", "cancel"] => Self::CancelSeveral,
            ["profile"] => Self::Profile,
            ["software", item @ ..] if item.len() == 4 => Self::Item(software_item(item)),
            ["software", item @ .., "return"] if item.len() == 4 => {
                Self::Return(software_item(item))
            }
            ["products"] => Self::Catalog,
            ["products", product] => Self::Product(product.parse().ok()),
            ["carts", cart] => Self::Cart(cart.parse().ok()),
            ["carts", cart, "confirmation"] => Self::Confirmation(cart.parse().ok()),
            ["requests"] => Self::Requests,
            ["orders"] => Self::Orders,
            ["orders", order] => Self::Order(order.parse().ok()),
            ["orders", order, "cancel", at @ ..] => match CancelPage::at(at) {
                Some(at) => Self::Cancel(order.parse().ok().map(|order| (order, at))),
                None => Self::NotFound,
            },
            _ => Self::NotFound,
        }
    }
}

fn software_item(segments: &[&str]) -> Option<SoftwareItemId> {
    let [order, line, product, sku] = segments else {
        return None;
    };
    Some(SoftwareItemId {
        order: order.parse().ok()?,
        line: line.parse().ok()?,
        product: product.parse().ok()?,
        sku: sku.parse().ok()?,
    })
}
