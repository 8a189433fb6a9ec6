//! What stands in place of the rows, always with the next thing to do.

use std::rc::Rc;

use leptos::prelude::*;

use super::listing::{Listing, Stage};
use crate::features::failure::Failure;
use crate::i18n::{Text, lang, t, text};
use crate::model::customer_search::Search;
use crate::paths;
use crate::ui::{Button, Empty, foreign};

/// A list, or the rest of one, that could not be read. Trying again repeats only what failed.
#[component]
pub(super) fn NotRead(listing: Signal<Rc<Listing>, LocalStorage>, what: Text) -> impl IntoView {
    move || {
        let listing = listing.get();
        let Stage::Failed(error) = listing.stage() else {
            return ().into_any();
        };
        let retry = move |()| listing.retry();
        view! { <Failure what error on_retry=retry /> }.into_any()
    }
}

/// The partner has no customers at all.
#[component]
pub(super) fn NoCustomers(listing: Signal<Rc<Listing>, LocalStorage>) -> impl IntoView {
    let again = move |()| listing.get_untracked().read_anew();
    view! {
        <Empty words=text::CUSTOMERS_NONE>
            <p class="quiet">{t(text::CUSTOMERS_NONE_NEXT)}</p>
            <Button label=text::CUSTOMERS_LOOK_AGAIN on_press=again />
        </Empty>
    }
}

/// The search found nobody.
#[component]
pub(super) fn NoMatch(search: Search) -> impl IntoView {
    let (words, next) = match search {
        Search::Id(id) => {
            let words = Box::new(move || text::customers_no_tenant(lang(), id.as_str()));
            (
                words as Box<dyn Fn() -> String + Send + Sync>,
                text::CUSTOMERS_NO_TENANT_NEXT,
            )
        }
        Search::Beginning(beginning) => {
            let beginning = foreign::visible(&beginning);
            let words = Box::new(move || text::customers_no_match(lang(), &beginning));
            (
                words as Box<dyn Fn() -> String + Send + Sync>,
                text::CUSTOMERS_NO_MATCH_NEXT,
            )
        }
        Search::All => return ().into_any(),
    };
    view! {
        <Empty words=move || words()>
            <p class="quiet">{t(next)}</p>
            <a class="button" href=paths::customers("").as_str().to_owned()>
                {t(text::CUSTOMERS_SHOW_ALL)}
            </a>
        </Empty>
    }
    .into_any()
}
