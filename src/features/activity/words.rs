//! Of a call: what came of it, and when.

use crate::explain::explain;
use crate::i18n::{Lang, text};
use crate::model::Timestamp;
use crate::partner_center::ApiError;
use crate::partner_center::client::activity::Recorded;
use crate::ui::Tone;

/// `GET /customers?size=40`
pub(super) fn named(call: &Recorded) -> String {
    format!("{} {}", call.method.as_str(), call.path)
}

/// `200`, `403 · Not allowed`, `No answer`, `Given up`
pub(super) fn outcome(lang: Lang, call: &Recorded) -> String {
    let status = call.status().map(|status| status.to_string());
    let why = match (call.given_up, call.failure()) {
        (true, _) => Some(text::ACTIVITY_GIVEN_UP),
        (false, Some(kind)) => Some(explain(&ApiError::of(kind)).title),
        (false, None) => None,
    };
    let why = why.map(|why| why.get(lang).to_owned());
    let parts: Vec<String> = [status, why].into_iter().flatten().collect();
    parts.join(" · ")
}

pub(super) fn tone(call: &Recorded) -> Tone {
    match (call.has_failed(), call.given_up) {
        (true, _) => Tone::Bad,
        (false, true) => Tone::Quiet,
        (false, false) => Tone::Good,
    }
}

/// The time of day in UTC, as logs have it: `20:15:36.123`.
pub(super) fn time(at: Timestamp) -> String {
    let (hour, minute, second, millis) = at.time_of_day();
    format!("{hour:02}:{minute:02}:{second:02}.{millis:03}")
}
