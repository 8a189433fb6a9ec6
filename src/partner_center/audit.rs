//! Who did what: `GET /auditrecords`.

use serde::{Deserialize, Serialize};

use super::json;
use super::link::{Attributes, KeyValue};
use crate::model::Timestamp;

/// A record of the activity log (Microsoft, "Auditing resources").
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AuditRecord {
    pub id: Option<String>,
    pub partner_id: Option<String>,
    pub customer_id: Option<String>,
    pub customer_name: Option<String>,
    pub user_principal_name: Option<String>,
    pub application_id: Option<String>,
    /// `software_key`, `software_download_link`, `order`…
    pub resource_type: String,
    pub resource_new_value: Option<String>,
    /// `get_software_key`, `get_software_download_link`, `create_order`…
    pub operation_type: String,
    #[serde(with = "json::date")]
    pub operation_date: Option<Timestamp>,
    /// `succeeded`
    pub operation_status: Option<String>,
    pub customized_data: Vec<KeyValue>,
    pub attributes: Option<Attributes>,
}

impl AuditRecord {
    /// A detail of the record, by its name.
    pub fn detail(&self, key: &str) -> Option<&str> {
        let found = self.customized_data.iter().find(|pair| pair.key == key);
        found.and_then(|pair| pair.value.as_deref())
    }
}
