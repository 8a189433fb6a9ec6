//! The words for what is known of a request, and its tone.

use crate::i18n::{Lang, Text, format, text};
use crate::model::Timestamp;
use crate::model::service_request::{
    FileLink, Organization, RequestStatus, ServiceRequest, Severity, Standing,
};
use crate::ui::{Tone, foreign};

pub(super) fn standing(standing: Standing) -> Text {
    match standing {
        Standing::Open => text::REQUESTS_ON_OPEN,
        Standing::AttentionNeeded => text::REQUESTS_ON_ATTENTION,
        Standing::Closed => text::REQUESTS_ON_CLOSED,
    }
}

/// A status that nobody knows is said as it came.
pub(super) fn status(lang: Lang, status: &RequestStatus) -> String {
    match (status.standing(), status) {
        (Some(known), _) => standing(known).get(lang).to_owned(),
        (None, status) => foreign::visible(status.as_str()),
    }
}

pub(super) fn tone(status: &RequestStatus) -> Tone {
    match status.standing() {
        Some(Standing::Open) => Tone::Info,
        Some(Standing::AttentionNeeded) => Tone::Warning,
        Some(Standing::Closed) | None => Tone::Quiet,
    }
}

/// What is to be expected now.
pub(super) fn what_next(status: &RequestStatus) -> Option<Text> {
    Some(match status.standing()? {
        Standing::Open => text::REQUESTS_NEXT_OPEN,
        Standing::AttentionNeeded => text::REQUESTS_NEXT_ATTENTION,
        Standing::Closed => text::REQUESTS_NEXT_CLOSED,
    })
}

pub(super) fn impact(lang: Lang, severity: &Severity) -> String {
    let known = match severity {
        Severity::Critical => text::REQUESTS_IMPACT_CRITICAL,
        Severity::Moderate => text::REQUESTS_IMPACT_MODERATE,
        Severity::Minimal => text::REQUESTS_IMPACT_MINIMAL,
        Severity::Unknown(raw) => return foreign::visible(raw),
    };
    known.get(lang).to_owned()
}

/// What a request is called: never empty.
pub(super) fn title(request: &ServiceRequest) -> String {
    match request.title.trim() {
        "" => request.id.to_string(),
        title => foreign::visible(title),
    }
}

/// Whom it is about, as far as the request itself says it; empty where it does not.
pub(super) fn whom(organization: &Organization) -> String {
    let name = organization.name.as_deref().map(str::trim);
    match (name.filter(|name| !name.is_empty()), &organization.id) {
        (Some(name), _) => foreign::visible(name),
        (None, Some(id)) => id.to_string(),
        (None, None) => String::new(),
    }
}

/// Name and extension; never empty.
pub(super) fn file(lang: Lang, file: &FileLink) -> String {
    match file.whole_name().trim() {
        "" => text::REQUESTS_FILE_UNNAMED.get(lang).to_owned(),
        name => foreign::visible(name),
    }
}

pub(super) fn day(lang: Lang, at: Option<Timestamp>) -> String {
    match at {
        Some(at) => format::date(lang, at.millis()),
        None => text::SOFTWARE_DATE_UNKNOWN.get(lang).to_owned(),
    }
}

pub(super) fn moment(lang: Lang, at: Option<Timestamp>) -> String {
    match at {
        Some(at) => format::date_time(lang, at.millis()),
        None => text::SOFTWARE_DATE_UNKNOWN.get(lang).to_owned(),
    }
}
