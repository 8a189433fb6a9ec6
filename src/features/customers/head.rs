//! The head of a customer's pages, and the tabs below it.

use crate::dom::{Fragment, component, view};
use crate::features::purchase::HeadActions;
use crate::features::report::ReportLink;
use crate::navigation::use_page;
use crate::reactive::*;

use super::current::{CurrentCustomer, Introduced};
use super::pin::Pin;
use super::words;
use crate::i18n::{format, lang, text};
use crate::paths::{self, CustomerPart, Page};
use crate::ui::{CopyButton, Crumb, PageHead};

/// Who the customer is.
#[component]
pub(super) fn Head(customer: CurrentCustomer) -> Fragment {
    let introduced = Memo::new(move |_| customer.introduced());
    let name = move || introduced.with(|known| known.name.clone());
    let crumbs = vec![
        Crumb::to(text::CUSTOMERS_TITLE, paths::customers("")),
        Crumb::here(name),
    ];
    let id = Memo::new(move |_| customer.id().map(|id| id.to_string()));
    let domain = move || {
        let domain = introduced.with(|known| known.domain.clone());
        (!domain.is_empty()).then(|| {
            view! {
                <span>
                    {domain.clone()} <CopyButton value=domain what=text::CUSTOMERS_DOMAIN />
                </span>
            }
        })
    };
    let tenant = move || {
        id.get().map(|id| {
            view! {
                <span>
                    <span class="mono">{id.clone()}</span>
                    <CopyButton value=id what=text::CUSTOMERS_TENANT />
                </span>
            }
        })
    };
    let rest = move || {
        let Introduced {
            country,
            relationship,
            ..
        } = introduced.get();
        let country = country.map(|code| {
            view! { <span>{move || format::country(lang(), &code)}</span> }
        });
        let relationship = (!relationship.is_empty())
            .then(|| view! { <bdi>{move || words::relationship(&relationship)}</bdi> });
        (country, relationship)
    };
    view! {
        <PageHead
            title=name
            crumbs
            tab=move || customer.title()
            actions=view! { <Pin customer/> <HeadActions customer/> <ReportLink customer/> }
        >
            {domain}
            {tenant}
            {rest}
        </PageHead>
    }
}

/// The ways to the customer's sections.
#[component]
pub(super) fn Sections(customer: CurrentCustomer) -> Fragment {
    let page = use_page();
    let current = Memo::new(move |_| {
        page.with(|page| match page {
            Page::Customer { part, .. } => Some(match part {
                CustomerPart::Software
                | CustomerPart::Item(_)
                | CustomerPart::Return(_)
                | CustomerPart::CancelSeveral => Tab::Software,
                CustomerPart::Orders | CustomerPart::Order(_) => Tab::Orders,
                CustomerPart::Requests => Tab::Requests,
                CustomerPart::Profile => Tab::Profile,
                _ => return None,
            }),
            _ => None,
        })
    });
    let tabs = move || {
        let current = current.get();
        customer.named().map(|named| {
            let all = [
                (
                    Tab::Software,
                    paths::software(&named),
                    text::CUSTOMERS_SOFTWARE,
                ),
                (Tab::Orders, paths::orders(&named), text::CUSTOMERS_ORDERS),
                (
                    Tab::Requests,
                    paths::customer_requests(&named),
                    text::REQUESTS_TITLE,
                ),
                (
                    Tab::Profile,
                    paths::customer_profile(&named),
                    text::CUSTOMERS_PROFILE,
                ),
            ];
            all.map(|(tab, href, label)| {
                let current = (current == Some(tab)).then_some("page");
                view! { <a href=href.as_str().to_owned() aria-current=current>{label}</a> }
            })
        })
    };
    view! { <nav class="tabs" aria-label=text::CUSTOMERS_SECTIONS>{tabs}</nav> }
}

#[derive(Clone, Copy, PartialEq)]
enum Tab {
    Software,
    Orders,
    Requests,
    Profile,
}
