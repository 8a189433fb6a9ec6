//! Links between resources.

use serde_json::Value;

use super::json::{Fields, Read, Unfit};

/// Where another resource lies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Relative to the API's base, as a rule without `/v1`; for a download an absolute address.
    pub uri: String,
    /// Headers to send with the request.
    pub headers: Vec<KeyValue>,
}

/// A named value: a header of a link, or a detail of an audit record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyValue {
    pub key: String,
    /// `null` in some published audit records.
    pub value: Option<String>,
}

impl Read for Link {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = Link {
            uri: from.words("uri"),
            headers: from.list("headers"),
        };
        from.or_unfit(read)
    }
}

impl Read for KeyValue {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = KeyValue {
            key: from.words("key"),
            value: from.text("value"),
        };
        from.or_unfit(read)
    }
}
