//! Whether the server can be reached: said on every page for as long as it cannot, with the age of
//! what is shown meanwhile.

use std::sync::Arc;
use std::time::Duration;

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
    /// Whether it is just being found out.
    probing: StoredValue<bool>,
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
    view! {
        <aside class="connection" aria-label=text::CONNECTION_LABEL>
            <Icon of=icon::WARNING/>
            <p>{text::CONNECTION_LOST} {" "} {age} {" "} {text::CONNECTION_SENT}</p>
            <Button label=text::ACT_RETRY on_press=move |()| reach.probe() kind=Kind::Plain small=true/>
        </aside>
    }
}

impl Reach {
    fn follow() -> Self {
        let reach = Reach {
            session: use_session(),
            queries: expect_context(),
            failures: StoredValue::new(0),
            probing: StoredValue::new(false),
            lost: RwSignal::new(false),
            tries: RwSignal::new(0),
            again: Later::begin(),
        };
        let heard = Arc::new(move |reached| reach.heard(reached));
        reach.session.api().observe_reach(heard);
        // The sandbox in the page needs no network.
        if !reach.session.is_sandbox() {
            let gone = window_event_listener(ev::offline, move |_| reach.lose());
            let back = window_event_listener(ev::online, move |_| reach.probe());
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

    /// Asks for something small, once at a time. That it was reached is heard, as of every call.
    fn probe(self) {
        if self.probing.get_value() {
            return;
        }
        self.probing.set_value(true);
        let api = self.session.api();
        spawn_local(async move {
            let reached = api.probe().await;
            self.probing.set_value(false);
            if !reached {
                self.lose();
            }
        });
    }

    fn lose(self) {
        if self.lost.get_untracked() {
            return;
        }
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
        self.lost.set(false);
        self.again.cancel();
        notices::say(text::CONNECTION_BACK);
        self.queries.reached_again();
    }
}
