//! What all pages of a customer have in common: who it is, and the ways to its sections.

use super::ask::is_nobody;
use super::current::CurrentCustomer;
use super::head::{Head, Sections};
use super::section::CustomerSection;
use crate::dom::{Fragment, component, live, view};
use crate::features::failure::Failure;
use crate::features::purchase::provide_cart;
use crate::i18n::{lang, text};
use crate::paths;
use crate::query::Loaded;
use crate::reactive::*;
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
pub fn CustomerFrame() -> Fragment {
    let customer = CurrentCustomer::follow_address();
    provide_context(customer);
    provide_cart(customer);
    effect(move || {
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
    live(move || match face.get() {
        Face::Section => view! {
            <Head customer />
            <Sections customer />
            <CustomerSection/>
        },
        Face::Unknown => view! { <Unknown address=customer.address/> },
        Face::Failed => view! {
            <Head customer />
            {failure}
        },
    })
}

/// The address names no customer of this partner.
#[component]
fn Unknown(address: Memo<String>) -> Fragment {
    let words = move || text::customers_unknown_text(lang(), &foreign::visible(&address.get()));
    view! {
        <PageHead title=text::CUSTOMERS_UNKNOWN />
        <Empty words>
            <p class="quiet">{text::CUSTOMERS_UNKNOWN_NEXT}</p>
            <a class="button" href=paths::customers("").as_str().to_owned()>
                {text::CUSTOMERS_SHOW_ALL}
            </a>
        </Empty>
    }
}
