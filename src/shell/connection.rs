//! Whether the server can be reached: said on every page for as long as it cannot, with the age of
//! what is shown meanwhile.

use std::sync::Arc;
use std::time::Duration;

use futures::future::{AbortHandle, Abortable};
use leptos::ev;

use crate::browser;
use crate::dom::{Fragment, component, live, view};
use crate::i18n::{format, lang, text};
use crate::navigation::use_page;
use crate::query::Queries;
use crate::reactive::*;
use crate::session::{Session, use_session};
use crate::ui::{Button, Icon, Kind, announce, icon, notices};

/// So many failures in a row may have their cause in what was asked: something else is asked then, and
/// decides.
const DOUBTED_AFTER: u32 = 2;

/// Seconds that the server is left alone between two attempts to reach it; the last one stays.
const WAITS: [u64; 5] = [2, 4, 8, 16, 30];

#[derive(Clone, Copy)]
struct Reach {
    session: Session,
    queries: Queries,
    /// Calls in a row that did not reach the server.
    failures: StoredValue<u32>,
    /// What is under way to find it out.
    probing: StoredValue<Option<AbortHandle>>,
    /// Whether a person waits to be told what becomes of that.
    pressed: RwSignal<bool>,
    /// Whether a person tried it in vain since it was lost.
    tried: RwSignal<bool>,
    lost: RwSignal<bool>,
    /// How often it was tried again; what counts the age reads this.
    tries: RwSignal<usize>,
    again: Later,
}

/// Stands at the bottom of the page while the server cannot be reached.
#[component]
pub(super) fn Connection() -> Fragment {
    let reach = Reach::follow();
    live(move || match reach.lost.get() {
        false => Fragment::empty(),
        true => view! { <Lost reach/> },
    })
}

#[component]
fn Lost(reach: Reach) -> Fragment {
    let page = use_page();
    let age = move || {
        // As old as it is on this page, by now.
        page.track();
        reach.tries.track();
        let read = reach.queries.oldest_shown()?;
        let now = browser::visitors_now();
        Some(match now.since(read) {
            0..60_000 => text::CONNECTION_JUST_READ.now().to_owned(),
            _ => {
                let age = format::relative(lang(), read.millis(), now.millis());
                text::connection_read(lang(), &age)
            }
        })
    };
    let lost = move || match reach.tried.get() {
        false => text::CONNECTION_LOST,
        true => text::CONNECTION_STILL,
    };
    view! {
        <aside class="connection" aria-label=text::CONNECTION_LABEL>
            <Icon of=icon::WARNING/>
            <p>{lost} {" "} {age} {" "} {text::CONNECTION_SENT}</p>
            <Button
                label=text::ACT_RETRY
                on_press=move |()| reach.try_now()
                busy=reach.pressed
                kind=Kind::Plain
                small=true
            />
        </aside>
    }
}

impl Reach {
    fn follow() -> Self {
        let reach = Reach {
            session: use_session(),
            queries: expect_context(),
            failures: StoredValue::new(0),
            probing: StoredValue::new(None),
            pressed: RwSignal::new(false),
            tried: RwSignal::new(false),
            lost: RwSignal::new(false),
            tries: RwSignal::new(0),
            again: Later::begin(),
        };
        let heard = Arc::new(move |reached| reach.heard(reached));
        reach.session.api().observe_reach(heard);
        // The sandbox in the page needs no network.
        if !reach.session.is_sandbox() {
            let gone = window_event_listener(ev::offline, move |_| reach.lose());
            let back = window_event_listener(ev::online, move |_| reach.regain());
            on_cleanup(move || {
                gone.remove();
                back.remove();
            });
            if reach.is_cut_off() {
                reach.lose();
            }
        }
        reach
    }

    /// What became of a call.
    fn heard(self, reached: bool) {
        if reached {
            // It was on its way already when the connection went.
            if self.is_cut_off() {
                return;
            }
            self.failures.set_value(0);
            if self.lost.get_untracked() {
                self.find();
            }
            return;
        }
        self.failures.update_value(|failures| *failures += 1);
        if self.is_cut_off() {
            self.lose();
        } else if self.failures.get_value() >= DOUBTED_AFTER {
            self.probe();
        }
    }

    /// Whether the browser has no connection, and one is needed.
    fn is_cut_off(self) -> bool {
        !self.session.is_sandbox() && !browser::is_online()
    }

    /// Asks for something small, unless that is under way. That it was reached is heard, as of every call.
    fn probe(self) {
        if self.probing.with_value(Option::is_none) {
            self.probe_anew();
        }
    }

    /// As [`Self::probe`], and gives up what is under way: it may wait for a connection that is no more.
    fn probe_anew(self) {
        let (handle, registration) = AbortHandle::new_pair();
        self.probing.update_value(|probing| {
            if let Some(before) = probing.replace(handle) {
                before.abort();
            }
        });
        let api = self.session.api();
        let asking = Abortable::new(async move { api.probe().await }, registration);
        spawn_local(async move {
            let Ok(reached) = asking.await else { return };
            self.probing.set_value(None);
            if !reached {
                self.lose();
            }
            if self.pressed.get_untracked() {
                self.pressed.set(false);
                if !reached {
                    self.tried.set(true);
                    announce(text::CONNECTION_STILL);
                }
            }
        });
    }

    fn try_now(self) {
        self.pressed.set(true);
        self.probe_anew();
    }

    /// The browser has a connection again. It may take a moment until that leads to the server, which
    /// is tried as often as at first.
    fn regain(self) {
        if self.lost.get_untracked() {
            self.tries.set(0);
            self.try_later();
        }
        self.probe_anew();
    }

    fn lose(self) {
        if self.lost.get_untracked() {
            return;
        }
        self.tried.set(false);
        self.lost.set(true);
        self.tries.set(0);
        announce(text::CONNECTION_LOST);
        self.try_later();
    }

    fn try_later(self) {
        let tries = self.tries.get_untracked();
        let wait = Duration::from_secs(WAITS[tries.min(WAITS.len() - 1)]);
        self.again.put_off(wait, move || {
            self.tries.set(tries + 1);
            if browser::is_visible() {
                self.probe();
            }
            self.try_later();
        });
    }

    fn find(self) {
        // A question that is still under way set out before, and says nothing of now.
        self.probing.update_value(|probing| {
            if let Some(before) = probing.take() {
                before.abort();
            }
        });
        self.pressed.set(false);
        self.lost.set(false);
        self.again.cancel();
        notices::say(text::CONNECTION_BACK);
        self.queries.reached_again();
    }
}
