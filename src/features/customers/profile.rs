//! What Partner Center knows of a customer. Only what it gave is shown.

use super::address;
use super::current::use_customer;
use crate::dom::{Fragment, component, live, view};
use crate::i18n::{Text, text};
use crate::partner_center::customers::{BillingProfile, Customer};
use crate::query::Loaded;
use crate::ui::{CopyButton, Fact, Facts, Foreign};

/// The profile of the page's customer.
#[component]
pub(super) fn Profile() -> Fragment {
    let customer = use_customer();
    customer.show_part(move || text::CUSTOMERS_PROFILE.now().to_owned());
    live(move || match customer.get() {
        Loaded::Ready(customer) => view! {
            <Company customer=(*customer).clone() />
            <Billing profile=customer.billing_profile.clone() />
        },
        Loaded::Waiting | Loaded::Failed(_) => view! { <Waiting /> },
    })
}

#[component]
fn Company(customer: Customer) -> Fragment {
    let profile = customer.company_profile;
    let id = customer.id.to_string();
    let domain = profile.domain;
    let others: Vec<String> = customer
        .custom_domains
        .unwrap_or_default()
        .into_iter()
        .filter(|other| *other != domain)
        .collect();
    let delegated = customer
        .allow_delegated_access
        .map(|allowed| match allowed {
            true => text::CUSTOMERS_PROFILE_ALLOWED,
            false => text::CUSTOMERS_PROFILE_NOT_ALLOWED,
        });
    view! {
        <section class="section">
            <h2>{text::CUSTOMERS_PROFILE_COMPANY}</h2>
            <Facts>
                {fact(text::CUSTOMERS_PROFILE_NAME, Some(profile.company_name))}
                <Fact label=text::CUSTOMERS_TENANT>
                    <span class="mono">{id.clone()}</span>
                    <CopyButton value=id what=text::CUSTOMERS_TENANT />
                </Fact>
                <Fact label=text::CUSTOMERS_DOMAIN>
                    <Foreign text=domain.clone() />
                    <CopyButton value=domain what=text::CUSTOMERS_DOMAIN />
                </Fact>
                {fact(text::CUSTOMERS_PROFILE_DOMAINS, Some(others.join(", ")))}
                {fact(text::CUSTOMERS_PROFILE_NUMBER, profile.organization_registration_number)}
                {fact(text::CUSTOMERS_PROFILE_EMAIL, profile.email)}
                {address::facts(profile.address)}
                {delegated.map(|words| view! {
                    <Fact label=text::CUSTOMERS_PROFILE_DELEGATED>{words}</Fact>
                })}
            </Facts>
        </section>
    }
}

#[component]
fn Billing(profile: Option<BillingProfile>) -> Fragment {
    let facts = match profile {
        None => view! { <p class="quiet">{text::CUSTOMERS_PROFILE_NO_BILLING}</p> },
        Some(profile) => {
            let contact = address::joined(&[&profile.first_name, &profile.last_name], " ");
            let language = profile.culture.or(profile.language);
            view! {
                <Facts>
                    {fact(text::CUSTOMERS_PROFILE_NAME, profile.company_name)}
                    {fact(text::CUSTOMERS_PROFILE_CONTACT, Some(contact))}
                    {fact(text::CUSTOMERS_PROFILE_EMAIL, profile.email)}
                    {fact(text::CUSTOMERS_PROFILE_LANGUAGE, language)}
                    {address::facts(profile.default_address)}
                </Facts>
            }
        }
    };
    view! {
        <section class="section">
            <h2>{text::CUSTOMERS_PROFILE_BILLING}</h2>
            {facts}
        </section>
    }
}

/// A fact, if it was given.
pub(super) fn fact(label: Text, value: Option<String>) -> Fragment {
    match value.filter(|value| !value.trim().is_empty()) {
        Some(value) => view! { <Fact label><Foreign text=value /></Fact> },
        None => Fragment::empty(),
    }
}

/// The profile while it is on its way.
#[component]
fn Waiting() -> Fragment {
    let line = |label: Text| view! { <Fact label><span class="skeleton"></span></Fact> };
    let lines = [
        text::CUSTOMERS_PROFILE_NAME,
        text::CUSTOMERS_TENANT,
        text::CUSTOMERS_DOMAIN,
        text::CUSTOMERS_PROFILE_EMAIL,
        text::CUSTOMERS_PROFILE_ADDRESS,
    ];
    view! {
        <section class="section" aria-busy="true">
            <h2>{text::CUSTOMERS_PROFILE_COMPANY}</h2>
            <Facts>{lines.map(line)}</Facts>
        </section>
    }
}
