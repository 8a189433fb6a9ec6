//! An operation as it is stored.

use serde_json::Value;

use super::{Operation, OperationKind, OperationState};
use crate::model::Timestamp;

/// The form of the record. A later program may write another one.
pub const SCHEMA: u64 = 1;

/// What a stored text holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    Operation(Operation),
    /// Written by a newer version of the program: to be kept, and not to be touched.
    Newer(u64),
    /// Nothing that any version wrote.
    Broken,
}

const STATES: [(OperationState, &str); 5] = [
    (OperationState::Prepared, "prepared"),
    (OperationState::Sent, "sent"),
    (OperationState::Unknown, "unknown"),
    (OperationState::Done, "done"),
    (OperationState::Failed, "failed"),
];

/// The record as JSON.
pub fn write(operation: &Operation) -> String {
    let state = STATES.iter().find(|(own, _)| *own == operation.state);
    let text = |text: &str| serde_json::to_string(text).unwrap_or_default();
    let about = match operation.about.as_str() {
        "" => String::new(),
        about => format!(r#","about":{}"#, text(about)),
    };
    let [kind, target, state] = [
        operation.kind.as_str(),
        &operation.target,
        state.map_or("", |(_, name)| name),
    ]
    .map(text);
    let Operation {
        id,
        body_hash,
        attempts,
        ..
    } = operation;
    let created = operation.created.millis();
    format!(
        r#"{{"schema":{SCHEMA},"id":"{id}","kind":{kind},"target":{target}{about},"body":"{body_hash:016x}","created":{created},"state":{state},"attempts":{attempts}}}"#
    )
}

/// Reads what was stored.
pub fn read(text: &str) -> Record {
    // From bytes, as every body of the API: a parser of texts would be a second one in the page.
    let Ok(value) = serde_json::from_slice::<Value>(text.as_bytes()) else {
        return Record::Broken;
    };
    match value.get("schema").and_then(Value::as_u64) {
        Some(SCHEMA) => operation(&value).map_or(Record::Broken, Record::Operation),
        Some(newer) if newer > SCHEMA => Record::Newer(newer),
        _ => Record::Broken,
    }
}

fn operation(value: &Value) -> Option<Operation> {
    let text = |name: &str| value.get(name).and_then(Value::as_str);
    let state = text("state")?;
    let state = STATES.iter().find(|(_, name)| *name == state)?;
    Some(Operation {
        id: text("id")?.parse().ok()?,
        kind: OperationKind::from(text("kind")?.to_owned()),
        target: text("target")?.to_owned(),
        about: text("about").unwrap_or_default().to_owned(),
        body_hash: u64::from_str_radix(text("body")?, 16).ok()?,
        created: Timestamp::from_millis(value.get("created")?.as_i64()?),
        state: state.0,
        attempts: u32::try_from(value.get("attempts")?.as_u64()?).ok()?,
    })
}
