//! Which page an address shows. The addresses themselves are built and read in [`crate::paths`].
//!
//! The router gives the address, follows links and keeps the history; its own `Routes` would compile
//! the choice between the pages once more for each of them.

use leptos_router::location::{BrowserUrl, LocationProvider};

use crate::dom::{Fragment, component, view};
use crate::features::activity::ActivityPage;
use crate::features::closing::ClosingSection;
use crate::features::customers::{CustomerFrame, CustomersPage};
use crate::features::drafts::DraftsPage;
use crate::features::report::ReportPages;
use crate::features::requests::{RequestPage, RequestsPage};
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
    Report,
    Requests,
    Request,
    Drafts,
    Settings,
    Activity,
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
            Page::Report(_) => Shown::Report,
            Page::Requests => Shown::Requests,
            Page::Request(_) => Shown::Request,
            Page::Drafts => Shown::Drafts,
            Page::Settings => Shown::Settings,
            Page::Activity => Shown::Activity,
            Page::NotFound => Shown::NotFound,
        })
    });
    let pages = view! {
        {move || match shown.get() {
            Shown::Start => view! { <StartPage/> },
            Shown::Customers => view! { <Lazy page=LazyPage::Customers/> },
            Shown::Customer => view! { <Lazy page=LazyPage::Customer/> },
            Shown::Report => view! { <Lazy page=LazyPage::Report/> },
            Shown::Requests => view! { <Lazy page=LazyPage::Requests/> },
            Shown::Request => view! { <Lazy page=LazyPage::Request/> },
            Shown::Drafts => view! { <Lazy page=LazyPage::Drafts/> },
            Shown::Settings => view! { <SettingsPage/> },
            Shown::Activity => view! { <Lazy page=LazyPage::Activity/> },
            Shown::NotFound => view! { <NotFoundPage/> },
        }}
    };
    arrive();
    pages
}

/// The pages of customers, requests, reports, drafts and activity. Whatever is reached from here alone is not part of the program that starts
/// the page, as long as nothing but its [`Source`](crate::lazy::Source) calls this.
pub fn lazy_page(page: LazyPage) -> Fragment {
    match page {
        LazyPage::Customers => view! { <CustomersPage/> },
        LazyPage::Customer => view! { <CustomerFrame/> },
        LazyPage::Closing => view! { <ClosingSection/> },
        LazyPage::Report => view! { <ReportPages/> },
        LazyPage::Requests => view! { <RequestsPage/> },
        LazyPage::Request => view! { <RequestPage/> },
        LazyPage::Drafts => view! { <DraftsPage/> },
        LazyPage::Activity => view! { <ActivityPage/> },
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
