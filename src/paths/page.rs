//! Which page an address names.

use percent_encoding::percent_decode_str;

use super::base;
use crate::model::{CartId, OrderId, ProductId, SoftwareItemId};

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
    Settings,
    NotFound,
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
    NotFound,
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
            ["settings"] => Self::Settings,
            _ => Self::NotFound,
        }
    }
}

impl CustomerPart {
    fn at(segments: &[&str]) -> Self {
        match segments {
            [] | ["software"] => Self::Software,
            ["profile"] => Self::Profile,
            ["software", item @ ..] if item.len() == 4 => Self::Item(software_item(item)),
            ["software", item @ .., "return"] if item.len() == 4 => {
                Self::Return(software_item(item))
            }
            ["products"] => Self::Catalog,
            ["products", product] => Self::Product(product.parse().ok()),
            ["carts", cart] => Self::Cart(cart.parse().ok()),
            ["carts", cart, "confirmation"] => Self::Confirmation(cart.parse().ok()),
            ["orders"] => Self::Orders,
            ["orders", order] => Self::Order(order.parse().ok()),
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
