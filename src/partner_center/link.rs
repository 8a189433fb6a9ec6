//! Links between resources.

use serde::{Deserialize, Serialize};

use crate::model::text;

/// Where another resource lies.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Link {
    /// Relative to the API's base, as a rule without `/v1`; for a download an absolute address.
    pub uri: String,
    pub method: String,
    /// Headers to send with the request.
    pub headers: Vec<KeyValue>,
}

impl Link {
    /// A link that is followed with GET and no headers.
    pub fn get(uri: impl Into<String>) -> Self {
        Link {
            uri: uri.into(),
            method: "GET".to_owned(),
            headers: Vec::new(),
        }
    }
}

/// A named value: a header of a link, or a detail of an audit record.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeyValue {
    pub key: String,
    /// `null` in some published audit records.
    pub value: Option<String>,
}

/// The links of a resource or of a collection.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Links {
    #[serde(rename = "self")]
    pub own: Option<Link>,
    pub next: Option<Link>,
    pub previous: Option<Link>,
    pub product: Option<Link>,
    pub sku: Option<Link>,
    pub skus: Option<Link>,
    pub availability: Option<Link>,
    pub availabilities: Option<Link>,
    pub subscription: Option<Link>,
    pub provisioning_status: Option<Link>,
    pub patch_operation: Option<Link>,
}

/// What a resource says about itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Attributes {
    pub object_type: String,
    #[serde(deserialize_with = "etag")]
    pub etag: Option<String>,
}

impl Attributes {
    /// The attributes of a resource without an ETag.
    pub fn of(object_type: &str) -> Self {
        Attributes {
            object_type: object_type.to_owned(),
            etag: None,
        }
    }
}

fn etag<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    text::deserialize(from).map(Some)
}
