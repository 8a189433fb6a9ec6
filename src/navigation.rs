//! Going somewhere, and reading where one is.
//!
//! The router's own `use_navigate` follows `//host`, `https://host` and
//! `/\host` off the site. [`use_go`] takes only what [`crate::paths`] built,
//! so no text from data or from the address bar can send the visitor away;
//! clippy refuses the original everywhere else.

use leptos::prelude::Get;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use crate::paths::{CustomerPart, Href, Page, Query};
use crate::reactive::{Memo, expect_context, provide_context};

/// What a step leaves behind in the browser's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum History {
    /// A place of its own, which *Back* returns to; the page starts at its top.
    Push,
    /// The same place seen another way (a picker, a search): *Back* skips it, nothing scrolls.
    Replace,
}

/// A way to go to an address of this site.
#[allow(clippy::disallowed_methods, reason = "the one wrapper around it")]
pub fn use_go() -> impl Fn(Href, History) + Clone + 'static {
    let navigate = use_navigate();
    move |href: Href, history: History| {
        let replace = history == History::Replace;
        let options = NavigateOptions {
            resolve: false,
            replace,
            scroll: !replace,
            ..NavigateOptions::default()
        };
        navigate(href.as_str(), options);
    }
}

/// Follows the address from here on; what stands below asks with [`use_page`].
pub fn provide_page() {
    let path = use_path();
    provide_context(Memo::new(move |_| path.with(|path| Page::at(path))));
}

/// The path of the address, base included.
pub fn use_path() -> Memo<String> {
    let path = use_location().pathname;
    Memo::new(move |_| path.get())
}

/// The page that the address names.
pub fn use_page() -> Memo<Page> {
    expect_context()
}

/// What the address names in one of a customer's parts: `pick` says of a part whether it is that one,
/// and what it names. While the page is being left the address is of another part already: then what
/// was named last stays.
pub fn use_part<T: Clone + PartialEq + 'static>(
    pick: impl Fn(&CustomerPart) -> Option<&Option<T>> + 'static,
) -> Memo<Option<T>> {
    let page = use_page();
    Memo::new(move |before: Option<&Option<T>>| {
        let named = page.with(|page| match page {
            Page::Customer { part, .. } => pick(part).cloned(),
            _ => None,
        });
        named.unwrap_or_else(|| before.cloned().flatten())
    })
}

/// The query of the address, read from its raw text (the router's own map decodes twice).
pub fn use_page_query() -> Memo<Query> {
    let search = use_location().search;
    Memo::new(move |_| Query::parse(&search.get()))
}
