//! Bodies of refusals, as a server writes them.

use serde::{Deserialize, Serialize};

/// `{"code":"…","description":"…","data":[…],"source":"…"}`, the API's general shape.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ErrorBody {
    #[serde(deserialize_with = "crate::model::text::deserialize")]
    pub code: String,
    pub description: String,
    pub data: Option<Vec<String>>,
    pub source: Option<String>,
}

/// `{"statusCode":429,"message":"…"}`, the throttling gateway's shape.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ThrottledBody {
    pub status_code: u16,
    /// `Rate limit is exceeded. Try again in 57 seconds.`
    pub message: String,
}
