//! The pages that list requests: all of the visitor's, and those about a customer.

use super::data::{use_requests, use_requests_of};
use super::list::List;
use super::offered::{NotOffered, are_offered};
use crate::dom::{Fragment, component, view};
use crate::features::addressed::use_addressed;
use crate::features::customers::use_customer;
use crate::i18n::{lang, text};
use crate::paths;
use crate::ui::{Crumb, Handler, PageHead};

/// What the visitor has asked support.
#[component]
pub fn RequestsPage() -> Fragment {
    let offered = are_offered();
    let all = use_requests(offered);
    let address = use_addressed(|| Some(paths::requests()));
    let body = match offered {
        false => view! { <NotOffered/> },
        true => view! {
            <List
                read=all.read
                address
                caption=text::REQUESTS_TITLE
                on_more=Handler::from(move |()| all.more())
            />
        },
    };
    view! {
        <PageHead title=text::REQUESTS_TITLE crumbs=vec![Crumb::here(text::REQUESTS_TITLE)]/>
        {body}
    }
}

/// What support was asked about the customer.
#[component]
pub fn CustomerRequestsPage() -> Fragment {
    let customer = use_customer();
    customer.show_part(|| text::REQUESTS_TITLE.now().to_owned());
    let offered = are_offered();
    let read = use_requests_of(customer, offered);
    let address = use_addressed(move || {
        let named = customer.named()?;
        Some(paths::customer_requests(&named))
    });
    let caption = move || text::requests_caption(lang(), &customer.full_name());
    let body = match offered {
        false => view! { <NotOffered/> },
        true => view! {
            <List read address caption of_customer=true on_more=move |()| read.again()/>
        },
    };
    view! {
        <h2 class="sr-only">{text::REQUESTS_TITLE}</h2>
        {body}
    }
}
