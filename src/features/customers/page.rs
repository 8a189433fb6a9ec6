//! The list of customers: a search, and its rows.

use std::rc::Rc;

use super::listing::{Listing, Stage};
use super::lists::CustomerLists;
use super::place;
use super::search_box::{SearchBox, SearchText};
use super::states::{NoCustomers, NoMatch, NotRead};
use super::table::{CustomerTable, WaitingTable};
use super::words;
use crate::dom::{Fragment, component, view};
use crate::features::waiting::Waiting;
use crate::i18n::{lang, lang_untracked, text};
use crate::model::CustomerRef;
use crate::model::customer_search::Search;
use crate::navigation::{History, use_go};
use crate::partner_center::PartnerCenter;
use crate::paths;
use crate::query::Queries;
use crate::reactive::*;
use crate::ui::{Handler, PageHead, announce};

/// What stands below the search.
#[derive(Clone, Debug, PartialEq)]
enum Face {
    Waiting,
    Rows,
    Failed,
    /// Nothing was found by this search.
    Nothing(Search),
}

/// The customers of the partner.
#[component]
pub fn CustomersPage() -> Fragment {
    let api = expect_context::<PartnerCenter>();
    let lists = expect_context::<CustomerLists>();
    let text = SearchText::new();
    let search = Memo::new(move |_| text.asked.with(|asked| Search::parse(asked)));
    let returns = StoredValue::new(place::kept());

    let open = move |search: &Search| {
        let listing = lists.open(&api, search, returns.with_value(Option::is_some));
        match listing.stage() {
            Stage::More if listing.len() == 0 => listing.load_more(),
            Stage::Failed(_) => listing.retry(),
            _ => {}
        }
        listing
    };
    let first = untrack(|| open(&search.get_untracked()));
    // What is asked for, and what is shown: the list before stays until the next has an answer.
    let asked = RwSignal::new(Rc::clone(&first));
    let shown = RwSignal::new(first);
    effect_after(move |before: Option<Search>| {
        let search = search.get();
        if before.is_some_and(|before| before != search) {
            returns.set_value(place::kept());
            asked.get_untracked().stop();
            asked.set(untrack(|| open(&search)));
        }
        search
    });
    effect(move || {
        let asked = asked.get();
        let answered = asked.len() > 0 || !matches!(asked.stage(), Stage::Reading | Stage::More);
        if answered && !Rc::ptr_eq(&asked, &shown.get_untracked()) {
            announce(words::count(lang_untracked(), &asked));
            shown.set(asked);
        }
    });
    on_cleanup(move || {
        if let Some(asked) = asked.try_get_untracked() {
            asked.stop();
        }
    });

    let queries = expect_context::<Queries>();
    queries.when_reached_again(move || {
        let asked = asked.get();
        if matches!(asked.stage(), Stage::Failed(_)) {
            asked.retry();
        }
    });
    let view = queries.new_view();
    effect(move || {
        let shown = shown.get();
        let read_at = (shown.len() > 0).then(|| shown.answered_at());
        queries.shows(view, read_at.flatten());
    });
    on_cleanup(move || queries.shows(view, None));

    let face = Memo::new(move |_| face(&shown.get()));
    let stale = Memo::new(move |_| !Rc::ptr_eq(&asked.get(), &shown.get()));
    let below = move || match face.get() {
        Face::Waiting => view! { <WaitingTable /> },
        Face::Rows => view! {
            <CustomerTable listing=shown stale returns />
            <End listing=shown.into() />
        },
        Face::Failed => {
            view! { <NotRead listing=shown.into() what=text::CUSTOMERS_FAILED /> }
        }
        Face::Nothing(Search::All) => view! { <NoCustomers listing=shown.into() /> },
        Face::Nothing(search) => view! { <NoMatch search /> },
    };
    let count = move || {
        let shown = shown.get();
        (shown.len() > 0).then(|| words::count(lang(), &shown))
    };
    view! {
        <PageHead title=text::CUSTOMERS_TITLE />
        <SearchBox text on_enter=open_single(text, asked) />
        <p class="customers-count quiet">{count}</p>
        <Waiting until=Signal::derive(move || lists.waits_until())/>
        {below}
    }
}

fn face(shown: &Listing) -> Face {
    if shown.len() > 0 {
        return Face::Rows;
    }
    match shown.stage() {
        Stage::Reading | Stage::More => Face::Waiting,
        Stage::Failed(_) => Face::Failed,
        Stage::Whole => Face::Nothing(shown.search.clone()),
    }
}

/// What Enter does: it opens the customer if no other matches, as soon as that is known.
fn open_single(text: SearchText, asked: RwSignal<Rc<Listing>>) -> Handler<()> {
    let go = use_go();
    let entered = RwSignal::new(None::<String>);
    effect(move || {
        let Some(entered_text) = entered.get() else {
            return;
        };
        let listing = asked.get();
        if text.typed.get() != entered_text {
            entered.set(None);
            return;
        }
        let is_other = listing.search != Search::parse(&entered_text);
        if text.is_ahead() || is_other || listing.stage() == Stage::Reading {
            return;
        }
        entered.set(None);
        if let Some(customer) = listing.single() {
            go(
                paths::software(&CustomerRef::Id(customer.id)),
                History::Push,
            );
        }
    });
    Handler::from(move |()| entered.set(Some(text.typed.get_untracked())))
}

/// What stands below the last row. Its height is always the same, so that nothing jumps.
#[component]
fn End(listing: Signal<Rc<Listing>>) -> Fragment {
    let end = move || match listing.get().stage() {
        Stage::Failed(_) => {
            view! { <NotRead listing what=text::CUSTOMERS_MORE_FAILED /> }
        }
        Stage::Whole => view! { <p class="quiet">{text::CUSTOMERS_END}</p> },
        Stage::Reading | Stage::More => {
            view! { <p class="quiet">{text::CUSTOMERS_LOADING_MORE}</p> }
        }
    };
    view! { <div class="customers-end">{end}</div> }
}
