//! Which page an address shows. The addresses themselves are built and read in [`crate::paths`].
//!
//! The router gives the address, follows links and keeps the history; its own `Routes` would compile
//! the choice between the pages once more for each of them.

use leptos_router::location::{BrowserUrl, LocationProvider};

use crate::dom::{Fragment, component, view};
use crate::features::customers::{CustomerFrame, CustomersPage};
use crate::lazy::{Lazy, LazyPage};
use crate::navigation::{use_page, use_path};
use crate::paths::Page;
use crate::reactive::*;
use crate::shell::{NotFoundPage, SettingsPage, StartPage};

/// The pages of which one is shown; those of a customer share a frame.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Start,
    Customers,
    Customer,
    Settings,
    NotFound,
}

/// The page that the address names.
#[component]
pub fn Pages() -> Fragment {
    let page = use_page();
    let shown = Memo::new(move |_| {
        page.with(|page| match page {
            Page::Start => Shown::Start,
            Page::Customers => Shown::Customers,
            Page::Customer { .. } => Shown::Customer,
            Page::Settings => Shown::Settings,
            Page::NotFound => Shown::NotFound,
        })
    });
    let pages = view! {
        {move || match shown.get() {
            Shown::Start => view! { <StartPage/> },
            Shown::Customers => view! { <Lazy page=LazyPage::Customers/> },
            Shown::Customer => view! { <Lazy page=LazyPage::Customer/> },
            Shown::Settings => view! { <SettingsPage/> },
            Shown::NotFound => view! { <NotFoundPage/> },
        }}
    };
    arrive();
    pages
}

/// The pages of customers. Whatever is reached from here alone is not part of the program that starts
/// the page, as long as nothing but its [`Source`](crate::lazy::Source) calls this.
pub fn lazy_page(page: LazyPage) -> Fragment {
    match page {
        LazyPage::Customers => view! { <CustomersPage/> },
        LazyPage::Customer => view! { <CustomerFrame/> },
    }
}

/// Tells the router that the page of a followed link stands, upon which it completes the navigation.
/// Has to come after the pages, so that its effect runs after theirs.
fn arrive() {
    let path = use_path();
    let address = expect_context::<BrowserUrl>();
    effect(move || {
        path.track();
        address.ready_to_complete();
    });
}
