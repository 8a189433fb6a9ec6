//! The time in which a confirmed cancellation can be taken back: nothing is sent before it is over.

use crate::model::Timestamp;

/// A cancellation that waits to be sent. By wall time, since a page in the background counts no
/// seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undo {
    until: Timestamp,
}

impl Undo {
    /// Milliseconds
    pub const LASTS: i64 = 10_000;

    /// Beginning now, by the visitor's own clock.
    pub fn begun(now: Timestamp) -> Self {
        Undo {
            until: now.plus_millis(Undo::LASTS),
        }
    }

    /// Milliseconds left; `None` once it is over. A clock that was set back adds none.
    pub fn left(self, now: Timestamp) -> Option<u32> {
        let left = self.until.since(now).min(Undo::LASTS);
        u32::try_from(left).ok().filter(|left| *left > 0)
    }

    /// Seconds to show: 10 at first, 1 in the last second, `None` once it is over.
    pub fn seconds(self, now: Timestamp) -> Option<u32> {
        self.left(now).map(|left| left.div_ceil(1_000))
    }
}
