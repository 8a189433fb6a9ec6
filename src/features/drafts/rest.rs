//! How long something that was typed waits to be kept: until typing rests, and not much longer where
//! it does not.

use std::time::Duration;

use crate::model::Timestamp;

/// How long typing rests before it is kept, in milliseconds.
const REST: i64 = 250;

/// How long something is not kept at most, in milliseconds: with the time that writing takes, less than
/// half a second is lost when the browser is killed.
const LONGEST: i64 = 400;

/// How long what is not kept since then still waits, when it changes now.
pub(super) fn rest(since: Timestamp, now: Timestamp) -> Duration {
    // A clock that was set back says nothing.
    let waited = (now.millis() - since.millis()).max(0);
    let left = (LONGEST - waited).clamp(0, REST);
    Duration::from_millis(left.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waits(since: i64, now: i64) -> u128 {
        let at = Timestamp::from_millis;
        rest(at(since), at(now)).as_millis()
    }

    #[test]
    fn typing_that_does_not_rest_is_kept_all_the_same() {
        // A letter every 60 ms: kept before half a second has passed.
        let mut due = None;
        for typed in (0..=3_000).step_by(60) {
            match due {
                Some(at) if at <= typed => break,
                _ => due = Some(typed + waits(0, typed) as i64),
            }
        }
        assert!(due.is_some_and(|due| due <= LONGEST + 60), "{due:?}");
        assert_eq!((waits(0, 0), waits(0, 150), waits(0, 300)), (250, 250, 100));
        assert_eq!((waits(0, 400), waits(0, 9_000)), (0, 0));
        assert_eq!(waits(5_000, 0), 250);
    }
}
