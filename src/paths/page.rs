//! Which page an address names.

use percent_encoding::percent_decode_str;

use super::base;
use crate::model::SoftwareItemId;

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
    /// One item of the software; `None` where its ids are none.
    Item(Option<SoftwareItemId>),
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
            ["software", order, line, product, sku] => {
                let read = || {
                    Some(SoftwareItemId {
                        order: order.parse().ok()?,
                        line: line.parse().ok()?,
                        product: product.parse().ok()?,
                        sku: sku.parse().ok()?,
                    })
                };
                Self::Item(read())
            }
            _ => Self::NotFound,
        }
    }
}
