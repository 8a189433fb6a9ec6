//! What answers tell about time: `Date` and `Retry-After`.

use crate::model::Timestamp;
use crate::model::time::parse_http_date;
use crate::partner_center::transport::Response;

/// A `Date` this far apart from the request says little about the clock, in milliseconds.
const SLOW: i64 = 10_000;

/// Milliseconds by which the server is ahead: its `Date`, a whole second that has already begun,
/// against the middle of the exchange.
pub fn offset(response: &Response, sent: Timestamp, received: Timestamp) -> Option<i64> {
    let took = received.since(sent);
    let date = parse_http_date(response.header("date")?)?;
    let middle = sent.plus_millis(took / 2);
    (0..SLOW)
        .contains(&took)
        .then(|| date.plus_millis(500).since(middle))
}

/// Seconds that `Retry-After` asks to wait, written as a number or as an HTTP date (which is
/// compared with the answer's own `Date`, else with `now`).
pub fn retry_after(response: &Response, now: Timestamp) -> Option<u32> {
    let text = response.header("retry-after")?.trim();
    if let Ok(seconds) = text.parse::<u64>() {
        return Some(u32::try_from(seconds).unwrap_or(u32::MAX));
    }
    let until = parse_http_date(text)?;
    let from = response.header("date").and_then(parse_http_date);
    let millis = until.since(from.unwrap_or(now)).max(0);
    u32::try_from((millis + 999) / 1_000).ok()
}
