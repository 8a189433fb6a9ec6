//! Keeps what is typed in one place alone, while it is typed.

use leptos::ev::{pagehide, visibilitychange};

use super::rest::rest;
use crate::browser::visitors_now;
use crate::kept::{self, Shelf};
use crate::model::Timestamp;
use crate::reactive::*;

/// Keeps a text that changes. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Keeper {
    waiting: Later,
    unkept: StoredValue<Option<Unkept>>,
}

struct Unkept {
    key: String,
    written: String,
    since: Timestamp,
}

impl Keeper {
    /// What waits to be kept when the page is put aside, is kept then.
    pub fn begin() -> Self {
        let keeper = Keeper {
            waiting: Later::begin(),
            unkept: StoredValue::new(None),
        };
        let hidden = window_event_listener(visibilitychange, move |_| keeper.flush());
        let left = window_event_listener(pagehide, move |_| keeper.flush());
        on_cleanup(move || {
            keeper.flush();
            hidden.remove();
            left.remove();
        });
        keeper
    }

    /// Keeps it once typing rests, or before long where it does not.
    pub fn soon(self, key: String, written: String) {
        let now = visitors_now();
        let since = self.unkept.update_value(|unkept| {
            let since = unkept.as_ref().map_or(now, |unkept| unkept.since);
            *unkept = Some(Unkept {
                key,
                written,
                since,
            });
            since
        });
        self.waiting.put_off(rest(since, now), move || self.flush());
    }

    /// Does not keep what waits.
    pub fn drop_unkept(self) {
        self.waiting.cancel();
        self.unkept.set_value(None);
    }

    /// Keeps at once what waits.
    pub fn flush(self) {
        self.waiting.cancel();
        let unkept = self.unkept.try_update_value(Option::take).flatten();
        if let Some(Unkept { key, written, .. }) = unkept {
            spawn_local(kept::put(Shelf::Drafts, key, written));
        }
    }
}
