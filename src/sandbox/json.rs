//! Small builders for the shapes that every body is made of (Partner Center REST, "Utility
//! resources"): collections, links, attributes.

use serde_json::{Value, json};

pub fn link(uri: impl Into<String>) -> Value {
    json!({ "uri": uri.into(), "method": "GET", "headers": [] })
}

pub fn attributes(object_type: &str) -> Value {
    json!({ "objectType": object_type })
}

/// A collection that comes whole. `totalCount` is the number of items in this answer.
pub fn collection(items: Vec<Value>, own_uri: Option<String>) -> Value {
    let mut body = json!({
        "totalCount": items.len(),
        "items": items,
        "attributes": attributes("Collection"),
    });
    if let Some(uri) = own_uri {
        body["links"] = json!({ "self": link(uri) });
    }
    body
}
