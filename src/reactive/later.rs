//! Something to be done in a while, unless it is put off or the view goes away.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};

use super::{StoredValue, on_cleanup};

/// At most one thing is waiting to be done at a time.
#[derive(Clone, Copy)]
pub struct Later(StoredValue<Option<TimeoutHandle>>);

impl Later {
    /// Of the current owner: nothing is done any more once that is gone.
    pub fn begin() -> Self {
        let later = Self(StoredValue::new(None));
        on_cleanup(move || later.cancel());
        later
    }

    /// Does it once this time has passed without being asked again.
    pub fn put_off(self, by: Duration, act: impl FnOnce() + 'static) {
        self.cancel();
        let waiting = set_timeout_with_handle(
            move || {
                self.0.try_update_value(Option::take);
                act();
            },
            by,
        );
        self.0.try_update_value(|kept| *kept = waiting.ok());
    }

    /// Does not do it.
    pub fn cancel(self) {
        if let Some(waiting) = self.0.try_update_value(Option::take).flatten() {
            waiting.clear();
        }
    }
}
