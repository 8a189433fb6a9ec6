//! The start page: one step to a customer's software, and what is closing soon there.

use super::recent;
use crate::dom::{CollectFragment, Fragment, component, view};
use crate::i18n::text;
use crate::lazy::{LazyPage, LazyPart};
use crate::model::{CustomerId, CustomerRef};
use crate::navigation::{History, use_go};
use crate::partner_center::customers::Customer;
use crate::paths;
use crate::query::use_query;
use crate::reactive::*;
use crate::ui::foreign::visible;
use crate::ui::{Button, Crumb, Foreign, Icon, Kind, PageHead, icon, notices};

/// Asks for the customer, and lists those that are remembered.
#[component]
pub fn StartPage() -> Fragment {
    let customers = recent::provide_remembered();
    view! {
        <PageHead title=text::START_QUESTION tab=text::START_TITLE crumbs=vec![Crumb::here(text::START_TITLE)]/>
        <FindCustomer/>
        <div class="start">
            <Recent customers/>
            <LazyPart page=LazyPage::Closing/>
        </div>
    }
}

#[component]
fn FindCustomer() -> Fragment {
    let go = use_go();
    let typed = RwSignal::new(String::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        go(
            paths::customers(typed.get_untracked().trim()),
            History::Push,
        );
    };
    view! {
        <form class="find-customer" role="search" on:submit=submit>
            <label for="find-customer">{text::START_SEARCH}</label>
            <div class="search large">
                <Icon of=icon::SEARCH/>
                <input
                    type="search"
                    class="input"
                    id="find-customer"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    enterkeyhint="search"
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                />
            </div>
            <button type="submit" class="button primary">{text::START_GO}</button>
        </form>
    }
}

#[component]
fn Recent(customers: RwSignal<Vec<CustomerId>>) -> Fragment {
    let clear = move |()| {
        recent::clear();
        customers.set(recent::list());
        notices::say(text::START_RECENT_CLEARED);
    };
    let list = move || {
        let customers = customers.get();
        if customers.is_empty() {
            return view! { <p class="quiet">{text::START_RECENT_NONE}</p> };
        }
        view! { <ul class="links">{customers.into_iter().map(known).collect_view()}</ul> }
    };
    // Who is pinned stays.
    let some = move || customers.with(|customers| !customers.iter().all(recent::is_pinned));
    view! {
        <section class="section narrow" aria-labelledby="recent">
            <h2 id="recent">{text::START_RECENT}</h2>
            {list}
            <div class="row">
                <a class="button" href=paths::customers("").to_string()>{text::START_ALL}</a>
                {move || {
                    some()
                        .then(|| {
                            view! { <Button label=text::START_RECENT_CLEAR on_press=clear kind=Kind::Plain /> }
                        })
                }}
            </div>
        </section>
    }
}

/// A customer by id; by name as soon as the server has said it.
fn known(id: CustomerId) -> Fragment {
    let customer = CustomerRef::Id(id.clone());
    let href = paths::software(&customer).to_string();
    let key = format!("customer/{customer}");
    let asked = id.clone();
    let query = use_query::<Customer, _>(
        move || key.clone(),
        move |api| {
            let id = asked.clone();
            async move { api.customer(&id).await }
        },
    );
    let unnamed = id.to_string();
    let words = move || match query.ready() {
        Some(customer) => {
            let profile = &customer.company_profile;
            let domain = visible(&profile.domain);
            view! { <Foreign text=profile.company_name.clone()/> <span class="quiet">{domain}</span> }
        }
        None => view! { <code class="quiet">{unnamed.clone()}</code> },
    };
    let pinned = recent::is_pinned(&id).then(|| {
        view! { <Icon of=icon::PIN/> <span class="sr-only">{text::START_PINNED}</span> }
    });
    view! { <li><a href=href>{words} {pinned}</a></li> }
}
