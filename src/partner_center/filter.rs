//! The `filter` parameter of lists.

use serde::{Deserialize, Serialize};

use super::json::quoted;

/// The `filter` parameter of a search: one condition, sent as JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Filter {
    /// `CompanyName` or `Domain` for customers; `CustomerId`, `ResourceType`… for audit records.
    #[serde(alias = "field")]
    pub field: String,
    #[serde(alias = "value")]
    pub value: String,
    /// `starts_with` for customers; `equals` or `substring` for audit records.
    #[serde(alias = "operator")]
    pub operator: String,
}

impl Filter {
    pub(super) fn new(field: &str, value: &str, operator: &str) -> Self {
        Filter {
            field: field.to_owned(),
            value: value.to_owned(),
            operator: operator.to_owned(),
        }
    }

    /// In the order of the published example.
    pub(super) fn to_json(&self) -> String {
        let [field, value, operator] =
            [&self.field, &self.value, &self.operator].map(|text| quoted(text));
        format!(r#"{{"Field":{field},"Value":{value},"Operator":{operator}}}"#)
    }
}
