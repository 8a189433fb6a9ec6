//! The shapes in which refusals come (Microsoft, "Partner Center REST error codes", "API throttling
//! guidance", and the bodies printed in other pages).

use serde_json::Value;

use super::ApiError;
use crate::partner_center::json::digits;
use crate::partner_center::transport::Response;

#[derive(Default)]
pub(super) struct Read {
    pub code: Option<String>,
    pub description: Option<String>,
}

/// Takes the code as text or number, and the first of the texts that has something to say. What is
/// not a JSON object (no body, a gateway's page) says nothing here: raw bodies are never shown.
pub(super) fn read(body: &[u8]) -> Read {
    let value = serde_json::from_slice(body).unwrap_or_default();
    read_value(&value)
}

/// A refusal that comes with the status of a success, as that of an item which is not available
/// does (400072): a body that is nothing but a code and words.
pub(super) fn read_success(value: &Value) -> Option<Read> {
    let is_refusal = value.get("id").is_none() && value.get("code").is_some();
    let read = is_refusal.then(|| read_value(value))?;
    (read.code.is_some() && read.description.is_some()).then_some(read)
}

fn read_value(value: &Value) -> Read {
    // Carts and checkouts put the refusal of a part beside what succeeded.
    let part = value.get("orderErrors").and_then(|errors| errors.get(0));
    let line = || {
        let mut errors = value
            .get("lineItems")?
            .as_array()?
            .iter()
            .map(|line| line.get("error"));
        errors.find_map(|error| error.filter(|error| error.is_object()))
    };
    let object = part.or_else(line).unwrap_or(value);
    let first = |names: [&str; 3]| names.iter().find_map(|name| text(object.get(name)?));
    Read {
        code: first(["code", "errorCode", "Code"]),
        description: first(["description", "errorDescription", "Description"])
            .or_else(|| first(["message", "errorName", "Message"])),
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => clean(text),
        _ => digits(value),
    }
}

pub(super) fn clean(text: &str) -> Option<String> {
    let text = text.trim();
    let kept = text.chars().take(ApiError::LONGEST_DESCRIPTION);
    (!text.is_empty()).then(|| kept.collect())
}

/// A 401 without a body, or one that names it: the token lacks the proof of a second factor
/// (Microsoft, "Partner security requirements": `401 Unauthorized - MFA required`).
pub(super) fn asks_for_mfa(response: &Response) -> bool {
    let names_it = |text: &str| text.contains("MFA");
    let bearer = response
        .header("www-authenticate")
        .is_some_and(|value| value.contains("invalid_token"));
    names_it(&response.status_text)
        || names_it(&String::from_utf8_lossy(&response.body))
        || (response.body.is_empty() && bearer)
}
