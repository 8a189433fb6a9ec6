//! What stands in place of the rows, always with the next thing to do.

use std::rc::Rc;

use super::listing::{Listing, Stage};
use crate::dom::{Fragment, Words, component, live, view};
use crate::features::failure::Failure;
use crate::i18n::{Text, lang, text};
use crate::model::customer_search::Search;
use crate::paths;
use crate::reactive::*;
use crate::ui::{Button, Empty, foreign};

/// A list, or the rest of one, that could not be read. Trying again repeats only what failed.
#[component]
pub(super) fn NotRead(listing: Signal<Rc<Listing>>, what: Text) -> Fragment {
    live(move || {
        let listing = listing.get();
        let Stage::Failed(error) = listing.stage() else {
            return Fragment::empty();
        };
        let retry = move |()| listing.retry();
        view! { <Failure what error on_retry=retry /> }
    })
}

/// The partner has no customers at all.
#[component]
pub(super) fn NoCustomers(listing: Signal<Rc<Listing>>) -> Fragment {
    let again = move |()| listing.get_untracked().read_anew();
    view! {
        <Empty words=text::CUSTOMERS_NONE>
            <p class="quiet">{text::CUSTOMERS_NONE_NEXT}</p>
            <Button label=text::CUSTOMERS_LOOK_AGAIN on_press=again />
        </Empty>
    }
}

/// The search found nobody.
#[component]
pub(super) fn NoMatch(search: Search) -> Fragment {
    let (words, next) = match search {
        Search::Id(id) => {
            let words = move || text::customers_no_tenant(lang(), id.as_str());
            (Words::from(words), text::CUSTOMERS_NO_TENANT_NEXT)
        }
        Search::Beginning(beginning) => {
            let beginning = foreign::visible(&beginning);
            let words = move || text::customers_no_match(lang(), &beginning);
            (Words::from(words), text::CUSTOMERS_NO_MATCH_NEXT)
        }
        Search::All => return Fragment::empty(),
    };
    view! {
        <Empty words>
            <p class="quiet">{next}</p>
            <a class="button" href=paths::customers("").as_str().to_owned()>
                {text::CUSTOMERS_SHOW_ALL}
            </a>
        </Empty>
    }
}
