//! Every address inside Latchkey is built here, and only here.
//!
//! A view asks for a link by what it leads to; it never concatenates. What is
//! free text goes through [`Query`], which encodes each value by itself, so
//! that a name with `&`, `%` or `+` comes back as it was typed.

use std::fmt::{self, Display};
use std::sync::OnceLock;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use crate::model::{CustomerRef, SoftwareItemId};

/// What `encodeURIComponent` leaves alone stays readable; the rest is encoded.
const COMPONENT: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'$')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b',')
    .add(b'/')
    .add(b':')
    .add(b';')
    .add(b'<')
    .add(b'=')
    .add(b'>')
    .add(b'?')
    .add(b'@')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

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

/// Preferences and what is known of this installation.
pub fn settings() -> Href {
    Href::at("settings")
}

/// A file of the site, by its path below the base, such as `config.json`.
pub fn file(path: &str) -> Href {
    Href::at(path)
}

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

/// The part of an address behind `?`: names with one value each, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query(Vec<(String, String)>);

impl Query {
    /// Reads a query, with or without its `?`. What is not valid UTF-8 is replaced, never refused.
    pub fn parse(search: &str) -> Self {
        let pairs = search
            .trim_start_matches('?')
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| {
                let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                (decode(name), decode(value))
            })
            .collect();
        Self(pairs)
    }

    /// The value of a name; an empty one counts as absent.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(n, value)| n == name && !value.is_empty())
            .map(|(_, value)| value.as_str())
    }

    /// The same query with this name set to this value, or without it when the value is empty.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        let place = self.0.iter().position(|(n, _)| n == name);
        match (place, value.is_empty()) {
            (Some(at), true) => {
                self.0.remove(at);
            }
            (Some(at), false) => value.clone_into(&mut self.0[at].1),
            (None, true) => {}
            (None, false) => self.0.push((name.to_owned(), value.to_owned())),
        }
        self
    }
}

impl Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (name, value)) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str("&")?;
            }
            write!(f, "{}={}", encode(name), encode(value))?;
        }
        Ok(())
    }
}

fn encode(text: &str) -> impl Display + '_ {
    utf8_percent_encode(text, COMPONENT)
}

fn decode(text: &str) -> String {
    let spaced = text.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contoso() -> CustomerRef {
        "5f1c0f6e-8a7b-4c3d-9e2f-0123456789ab".parse().unwrap()
    }

    fn item() -> SoftwareItemId {
        SoftwareItemId {
            order: "2y6dF_rVgDAXMxypQPPnTquuXhKVK_3N1".parse().unwrap(),
            line: 2,
            product: "DG7GMGF0DWTL".parse().unwrap(),
            sku: "0001".parse().unwrap(),
        }
    }

    #[test]
    fn every_page_has_its_path() {
        let by_domain: CustomerRef = "contoso.fr".parse().unwrap();
        let paths = [
            (start(), "/"),
            (customers(""), "/customers"),
            (
                customers("Søren & fils"),
                "/customers?q=S%C3%B8ren%20%26%20fils",
            ),
            (
                customer(&contoso()),
                "/customers/5f1c0f6e-8a7b-4c3d-9e2f-0123456789ab",
            ),
            (customer(&by_domain), "/customers/contoso.fr"),
            (
                customer_profile(&by_domain),
                "/customers/contoso.fr/profile",
            ),
            (software(&by_domain), "/customers/contoso.fr/software"),
            (
                software_item(&by_domain, &item()),
                "/customers/contoso.fr/software/2y6dF_rVgDAXMxypQPPnTquuXhKVK_3N1/2/DG7GMGF0DWTL/0001",
            ),
            (settings(), "/settings"),
            (file("config.json"), "/config.json"),
        ];
        for (built, expected) in paths {
            assert_eq!(built.as_str(), expected);
        }
    }

    #[test]
    fn every_path_leads_to_its_page() {
        let named = |customer: &CustomerRef, part| Page::Customer {
            named: customer.to_string(),
            part,
        };
        let by_domain: CustomerRef = "contoso.fr".parse().unwrap();
        let pages = [
            (start(), Page::Start),
            (customers(""), Page::Customers),
            (
                customer(&contoso()),
                named(&contoso(), CustomerPart::Software),
            ),
            (
                customer(&by_domain),
                named(&by_domain, CustomerPart::Software),
            ),
            (
                software(&by_domain),
                named(&by_domain, CustomerPart::Software),
            ),
            (
                customer_profile(&by_domain),
                named(&by_domain, CustomerPart::Profile),
            ),
            (
                software_item(&by_domain, &item()),
                named(&by_domain, CustomerPart::Item(Some(item()))),
            ),
            (settings(), Page::Settings),
        ];
        for (href, page) in pages {
            assert_eq!(Page::at(href.as_str()), page);
            assert_eq!(Page::at(&format!("{href}/")), page, "{href}/");
        }
    }

    #[test]
    fn a_path_that_leads_nowhere_is_said_to() {
        for path in [
            "/nowhere",
            "/customers/contoso.fr/software/1",
            "/settings/x",
            "//",
        ] {
            let found = Page::at(path);
            let nowhere = match found {
                Page::NotFound => true,
                Page::Customer { part, .. } => part == CustomerPart::NotFound,
                _ => path == "//",
            };
            assert!(nowhere, "{path}");
        }
        let Page::Customer { named, part } =
            Page::at("/customers/..%2f..%2fadmin/software/a/x/c/d")
        else {
            panic!("a customer's page, whatever the customer");
        };
        assert_eq!(
            (named.as_str(), part),
            ("../../admin", CustomerPart::Item(None))
        );
        assert!(named.parse::<CustomerRef>().is_err());
    }

    #[test]
    fn free_text_survives_the_query() {
        for text in [
            "a&b=c",
            "100 %",
            "1+1",
            "%2e%2e%2f",
            "é à ü 漢字",
            "\"<b>\"",
            "#?/\\",
            "  ",
            "\u{202e}abc",
        ] {
            let query = Query::default().with("q", text).with("sort", "name");
            let read = Query::parse(&query.to_string());
            assert_eq!(read.get("q"), Some(text));
            assert_eq!(read.get("sort"), Some("name"));
            assert_eq!(read, query);
        }
    }

    #[test]
    fn a_broken_query_is_read_as_far_as_it_goes() {
        let query = Query::parse("?q=%E0%A4%A&=x&&sort&q=second");
        assert!(query.get("q").is_some());
        assert_eq!(query.get("sort"), None);
    }

    #[test]
    fn an_empty_value_takes_the_name_away() {
        let query = Query::parse("version=2022&bit=64").with("version", "");
        assert_eq!(query.to_string(), "bit=64");
        assert_eq!(
            customers("x").with_query(&Query::default()).as_str(),
            "/customers"
        );
    }
}
