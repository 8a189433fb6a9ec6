//! How long to wait before a read is tried again, and when to stop trying.

/// Attempts of a read, the first included.
pub const ATTEMPTS: u32 = 3;

/// Milliseconds of back-off that one call may spend, the waits that a server asks for apart.
pub const BUDGET: u32 = 20_000;

/// The longest `Retry-After` that is waited for without being asked to, in seconds. Partner
/// Center's published example asks for 57.
pub const LONGEST_WAIT: u32 = 60;

/// Failures in a row after which nothing is retried for [`PAUSE`].
pub const FAILURES_BEFORE_PAUSE: u32 = 5;

/// Milliseconds
pub const PAUSE: i64 = 30_000;

const FIRST: u32 = 500;
const CAP: u32 = 8_000;

/// Back-off before attempt `attempt` (1 is the first retry), in milliseconds: anything between 0
/// and a limit that doubles, so that clients that failed together do not come back together.
pub fn back_off(attempt: u32, random: [u8; 16]) -> u32 {
    let limit = FIRST.saturating_mul(1 << (attempt - 1).min(8)).min(CAP);
    let random = u32::from_le_bytes([random[0], random[1], random[2], random[3]]);
    ((u64::from(random) * u64::from(limit + 1)) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_doubles_up_to_a_cap_and_chance_covers_all_of_it() {
        let limits = [500, 1_000, 2_000, 4_000, 8_000, 8_000];
        for (attempt, limit) in (1..).zip(limits) {
            assert_eq!(back_off(attempt, [0; 16]), 0);
            assert_eq!(back_off(attempt, [255; 16]), limit);
        }
        assert_eq!(back_off(40, [255; 16]), CAP);
    }
}
