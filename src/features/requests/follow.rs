//! A request that is looked at follows what support does with it.

use std::rc::Rc;
use std::time::Duration;

use leptos::ev::visibilitychange;

use super::data::LISTS;
use super::words;
use crate::browser;
use crate::i18n::{lang_untracked, text};
use crate::model::service_request::{ServiceRequest, decided};
use crate::news;
use crate::query::{Queries, Query};
use crate::reactive::*;
use crate::ui::announce;

/// Seconds between asking, counted anew whenever something has changed; the last one stays.
const WAITS: [u64; 6] = [4, 6, 10, 20, 30, 60];

/// Asks now and then, as long as the request is not closed, and somebody looks at it.
pub(super) fn follow(read: Query<ServiceRequest>, shown: Memo<Option<Rc<ServiceRequest>>>) {
    let queries = expect_context::<Queries>();
    let later = Later::begin();
    let asked = StoredValue::new(0_usize);
    let again = RwSignal::new(0_u32);
    effect_after(move |before: Option<Option<Rc<ServiceRequest>>>| {
        let now = shown.get();
        asked.set_value(0);
        if let (Some(before), Some(now)) = (before.flatten(), &now) {
            tell(queries, &before, now);
        }
        now
    });
    let over = Memo::new(move |_| {
        shown.with(|shown| shown.as_ref().is_none_or(|now| now.status.is_closed()))
    });
    effect(move || {
        again.track();
        shown.track();
        if over.get() {
            return later.cancel();
        }
        let wait = WAITS[asked.get_value().min(WAITS.len() - 1)];
        later.put_off(Duration::from_secs(wait), move || {
            // A page that nobody looks at asks nothing.
            if browser::is_visible() {
                read.again();
                asked.try_update_value(|asked| *asked += 1);
            }
            again.update(|again| *again += 1);
        });
    });
    // Whoever comes back to it sees at once what has happened meanwhile.
    let returning = window_event_listener(visibilitychange, move |_| {
        if browser::is_visible() && over.try_get_untracked() == Some(false) {
            read.again();
        }
    });
    on_cleanup(move || returning.remove());
}

/// What has changed is said, and what it makes out of date is read again, in every tab: the lists, and
/// once a refund was decided what the customer bought.
fn tell(queries: Queries, before: &ServiceRequest, now: &ServiceRequest) {
    let customer = now.organization.as_ref().and_then(|of| of.id.as_ref());
    let mut stale = vec![LISTS.to_owned()];
    if decided(before, now)
        && let Some(customer) = customer
    {
        stale.extend(["orders/", "software/"].map(|what| format!("{what}{customer}")));
    }
    for stale in stale {
        queries.invalidate(&stale);
        news::tell(&stale);
    }
    if before.status != now.status {
        let status = words::status(lang_untracked(), &now.status);
        announce(text::requests_now(lang_untracked(), &status));
    } else if now.notes.len() > before.notes.len() {
        announce(text::REQUESTS_NEW_NOTE);
    }
}
