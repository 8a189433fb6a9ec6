//! What all pages of a customer have in common: who it is, and the ways to its sections.

use leptos::prelude::*;
use leptos_router::components::Outlet;
use leptos_router::hooks::use_params_map;

use super::ask::is_nobody;
use super::current::CurrentCustomer;
use super::head::{Head, Sections};
use crate::features::failure::Failure;
use crate::i18n::{lang, t, text};
use crate::paths;
use crate::query::Loaded;
use crate::shell::recent;
use crate::ui::{Empty, PageHead, foreign};

/// What stands in the frame.
#[derive(Clone, Copy, PartialEq)]
enum Face {
    /// The section, which does not wait for the customer itself to be read.
    Section,
    Unknown,
    Failed,
}

/// The head of a customer's pages, and below it the section that the address names.
#[component]
pub fn CustomerFrame() -> impl IntoView {
    let customer = CurrentCustomer::follow_address();
    provide_context(customer);
    Effect::new(move |_| {
        if let Loaded::Ready(customer) = customer.get() {
            recent::opened(&customer.id);
        }
    });
    let face = Memo::new(move |_| match (customer.named(), customer.failure()) {
        (None, _) => Face::Unknown,
        (_, None) => Face::Section,
        (_, Some(error)) if is_nobody(&error) => Face::Unknown,
        (_, Some(_)) => Face::Failed,
    });
    let retry = move |()| customer.again();
    let failure = move || {
        customer.failure().map(|error| {
            view! { <Failure what=text::CUSTOMERS_CUSTOMER_FAILED error on_retry=retry /> }
        })
    };
    move || match face.get() {
        Face::Section => view! {
            <Head customer />
            <Sections customer />
            <Outlet />
        }
        .into_any(),
        Face::Unknown => view! { <Unknown /> }.into_any(),
        Face::Failed => view! {
            <Head customer />
            {failure}
        }
        .into_any(),
    }
}

/// The address names no customer of this partner.
#[component]
fn Unknown() -> impl IntoView {
    let params = use_params_map();
    let words = move || {
        let named = params.with(|params| params.get("customer").unwrap_or_default());
        text::customers_unknown_text(lang(), &foreign::visible(&named))
    };
    view! {
        <PageHead title=text::CUSTOMERS_UNKNOWN />
        <Empty words>
            <p class="quiet">{t(text::CUSTOMERS_UNKNOWN_NEXT)}</p>
            <a class="button" href=paths::customers("").as_str().to_owned()>
                {t(text::CUSTOMERS_SHOW_ALL)}
            </a>
        </Empty>
    }
}
