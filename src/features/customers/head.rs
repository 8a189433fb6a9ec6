//! The head of a customer's pages, and the tabs below it.

use crate::dom::{Fragment, component, view};
use crate::navigation::use_path;
use crate::reactive::*;

use super::current::{CurrentCustomer, Introduced};
use super::words;
use crate::i18n::{Text, format, lang, text};
use crate::model::CustomerRef;
use crate::paths::{self, Href};
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
        <PageHead title=name crumbs tab=move || customer.title()>
            {domain}
            {tenant}
            {rest}
        </PageHead>
    }
}

/// The ways to the customer's sections.
#[component]
pub(super) fn Sections(customer: CurrentCustomer) -> Fragment {
    let path = use_path();
    let profile = move |named: &CustomerRef| {
        path.with(|path| *path == *paths::customer_profile(named).as_str())
    };
    let tabs = move || {
        customer.named().map(|named| {
            let is_profile = profile(&named);
            [
                tab(
                    paths::software(&named),
                    text::CUSTOMERS_SOFTWARE,
                    !is_profile,
                ),
                tab(
                    paths::customer_profile(&named),
                    text::CUSTOMERS_PROFILE,
                    is_profile,
                ),
            ]
        })
    };
    view! { <nav class="tabs" aria-label=text::CUSTOMERS_SECTIONS>{tabs}</nav> }
}

fn tab(href: Href, label: Text, current: bool) -> Fragment {
    let current = current.then_some("page");
    view! { <a href=href.as_str().to_owned() aria-current=current>{label}</a> }
}
