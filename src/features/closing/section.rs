//! The section of the start page. It comes with the part of the program that follows the start.

use std::rc::Rc;
use std::time::Duration;

use leptos::ev::visibilitychange;

use super::owner::{Known, Owner, use_owner};
use super::row::Shown;
use super::rows::Rows;
use crate::dom::{CollectFragment, Fragment, component, live, view};
use crate::i18n::{counted, lang, text};
use crate::model::CustomerId;
use crate::model::closing::{self, closing};
use crate::reactive::*;
use crate::session::use_session;
use crate::shell::recent::use_remembered;
use crate::ui::{Button, Note, Tone};

/// Days that are looked ahead.
const DAYS: u32 = 14;

/// How long all customers are waited for before those that are read are shown.
const PATIENCE: Duration = Duration::from_secs(2);

/// Rows that stand for those to come.
const AWAITED: usize = 3;

/// The windows that close soon; nothing where no customer is remembered.
#[component]
pub fn ClosingSection() -> Fragment {
    let remembered = use_remembered();
    live(move || {
        let customers = remembered.get();
        (!customers.is_empty()).then(|| view! { <Of customers/> })
    })
}

/// What is known of the customers so far.
#[derive(Clone, Default, PartialEq)]
struct Read {
    known: Vec<Known>,
    /// How many are still being read.
    awaited: usize,
}

#[component]
fn Of(customers: Vec<CustomerId>) -> Fragment {
    let owners: Vec<(CustomerId, Owner)> = customers
        .into_iter()
        .map(|id| (id.clone(), use_owner(id)))
        .collect();
    let owners: Rc<[(CustomerId, Owner)]> = owners.into();
    let read = use_read(owners.clone());
    let soon = use_soon(read);
    let none = Memo::new(move |_| soon.with(|soon| soon.as_ref().map(|soon| soon.is_empty())));
    let awaited =
        Memo::new(move |_| read.with(|read| read.as_ref().map_or(0, |read| read.awaited)));
    let content = live(move || match none.get() {
        None => view! { <Awaited/> },
        Some(false) => view! { <Rows soon/> },
        Some(true) if awaited.get() > 0 => Fragment::empty(),
        Some(true) => view! { <p class="quiet">{move || text::closing_none(lang(), DAYS)}</p> },
    });
    let still = live(move || {
        let words = move || text::closing_still_reading(lang(), counted(awaited.get()));
        (awaited.get() > 0).then(|| view! { <p class="quiet">{words}</p> })
    });
    let failed = Memo::new(move |_| {
        let known = read.get().unwrap_or_default().known.into_iter();
        let failed = known.filter(|one| one.failed);
        failed
            .map(|one| (one.id.clone(), one.full_name()))
            .collect::<Vec<_>>()
    });
    let failures = move || {
        let one = |(id, name): (CustomerId, String)| {
            let owner = owners.iter().find(|(own, _)| *own == id);
            failure(name, owner.map(|(_, owner)| *owner))
        };
        failed.get().into_iter().map(one).collect_view()
    };
    view! {
        <section class="section closing" aria-labelledby="closing">
            <h2 id="closing">{text::CLOSING_TITLE}</h2>
            <p class="quiet small">{move || text::closing_about(lang(), DAYS)}</p>
            {content}
            {still}
            {failures}
        </section>
    }
}

/// What the customers' queries brought: once it is all there, so that nothing moves under anybody's
/// hand, but after a while without those who take long. `None` until then.
fn use_read(owners: Rc<[(CustomerId, Owner)]>) -> Memo<Option<Read>> {
    let waited = RwSignal::new(false);
    Later::begin().put_off(PATIENCE, move || waited.set(true));
    Memo::new(move |_| {
        let all = owners.iter().map(|(_, owner)| owner.known());
        let known: Vec<Known> = all.flatten().collect();
        let awaited = owners.len() - known.len();
        let enough = awaited == 0 || (waited.get() && !known.is_empty());
        enough.then_some(Read { known, awaited })
    })
}

/// What is closing, soonest first; `None` until it is known.
fn use_soon(read: Memo<Option<Read>>) -> Memo<Option<Rc<Vec<Shown>>>> {
    let api = use_session().api();
    let looked = RwSignal::new(0_u32);
    // Time passes while the page is not looked at.
    let returning = window_event_listener(visibilitychange, move |_| {
        looked.update(|looked| *looked += 1);
    });
    on_cleanup(move || returning.remove());
    Memo::new(move |_| {
        looked.track();
        read.with(|read| {
            let known = &read.as_ref()?.known;
            let owners = known.iter().map(|one| closing::Owner {
                id: &one.id,
                name: &one.name,
                items: &one.items,
            });
            let owners: Vec<_> = owners.collect();
            // What something cost is in its order alone, which its row asks for.
            let found = closing(&owners, DAYS, api.server_now(), &|_, _| None);
            let shown = found.into_iter().filter_map(|window| {
                let owner = known.iter().find(|one| one.id == window.customer)?;
                Some(Shown {
                    customer: owner.full_name(),
                    window,
                })
            });
            Some(Rc::new(shown.collect()))
        })
    })
}

/// Rows without content, of the height of those that will come.
#[component]
fn Awaited() -> Fragment {
    let row = |_| {
        view! {
            <li class="closing-row" aria-hidden="true">
                <div class="what"><span class="skeleton"></span> <span class="skeleton"></span></div>
                <div class="when"><span class="skeleton"></span> <span class="skeleton"></span></div>
            </li>
        }
    };
    view! {
        <div class="late" aria-busy="true">
            <p class="sr-only">{text::CLOSING_LOADING}</p>
            <ol class="closing-list">{(0..AWAITED).map(row).collect_view()}</ol>
        </div>
    }
}

/// A customer of whom something is missing; the others stay.
fn failure(name: String, owner: Option<Owner>) -> Fragment {
    let about = name.clone();
    let again = move |()| {
        if let Some(owner) = owner {
            owner.again();
        }
    };
    view! {
        <Note tone=Tone::Warning>
            <p>{move || text::closing_failed(lang(), &name)}</p>
            <Button
                label=text::ACT_RETRY
                about=move || text::closing_retry(lang(), &about)
                small=true
                on_press=again
            />
        </Note>
    }
}
