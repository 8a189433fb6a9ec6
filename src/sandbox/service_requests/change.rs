//! What `PATCH /servicerequests/{id}` changes: the status, and a note is added.

use serde_json::Value;

use super::new::{LONGEST_TEXT, text};
use super::request::{Note, ServiceRequest, Status};
use crate::sandbox::audit::user;
use crate::sandbox::call::Call;
use crate::sandbox::failure::{Failure, fail};

/// The rest of the resource may come along, as clients send it whole, and is left as it is. A note
/// that answers support's question opens the request again.
///
/// # Errors
/// 400/800002 for an empty note, 400/900126 and 400/800040 for a status that nobody but support sets.
pub fn apply(call: &mut Call, request: &mut ServiceRequest, body: &Value) -> Result<(), Failure> {
    let wanted = status(&body["status"], request)?;
    let note = match &body["newNote"] {
        Value::Null => None,
        note => Some(text(note, "text", LONGEST_TEXT)?),
    };
    if let Some(note) = note {
        add(call, request, note);
    }
    match wanted {
        Some(Status::Closed) if request.status != Status::Closed => request.close(call.now),
        Some(Status::Open) if request.status != Status::Open => reopen(call, request),
        _ => {}
    }
    Ok(())
}

fn status(value: &Value, request: &ServiceRequest) -> Result<Option<Status>, Failure> {
    let Some(text) = value.as_str() else {
        return Ok(None);
    };
    let is = |known: Status| known.text().replace('_', "");
    match text.replace('_', "").to_ascii_lowercase() {
        text if text == is(request.status) || text == "none" => Ok(None),
        text if text == is(Status::Open) => Ok(Some(Status::Open)),
        text if text == is(Status::Closed) => Ok(Some(Status::Closed)),
        text if text == is(Status::AttentionNeeded) => {
            Err(fail(400, "800040", "This change of status is not allowed."))
        }
        _ => Err(fail(400, "900126", "The status is not understood.")),
    }
}

fn add(call: &mut Call, request: &mut ServiceRequest, text: String) {
    let request_id = call.request_id().map(str::to_owned);
    let mut notes = request.notes.iter();
    if request_id.is_some() && notes.any(|note| note.request_id == request_id) {
        return;
    }
    call.takes_effect(&format!("note:{}:{}", request.id, request.notes.len()));
    request.notes.push(Note {
        by: user(&call.settings.role).to_owned(),
        created: call.now.millis(),
        text,
        request_id,
        by_support: false,
    });
    request.modified = call.now.millis();
    if request.status == Status::AttentionNeeded {
        reopen(call, request);
    }
}

/// A refund is decided anew from then on.
fn reopen(call: &Call, request: &mut ServiceRequest) {
    request.status = Status::Open;
    request.closed = None;
    request.modified = call.now.millis();
    request.waits_since = request.is_refund().then_some(call.now.millis());
}
