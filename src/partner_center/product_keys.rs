//! Product keys (pre-release contract of June 2018):
//! `GET /customers/{id}/artifacts/productkey/groups/{group}/lineitems/{line}/items/{item}`.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The body that carries a key. Its `Debug` form does not show it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProductKeyArtifact {
    /// `product_key`
    #[serde(rename = "type", default)]
    pub kind: String,
    pub product_key: String,
}

impl fmt::Debug for ProductKeyArtifact {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("ProductKeyArtifact([redacted])")
    }
}
