//! Who did what: `GET /auditrecords`.

use serde::{Deserialize, Serialize};

use super::client::PartnerCenter;
use super::collection::Collection;
use super::error::ApiError;
use super::filter::Filter;
use super::json;
use super::link::{Attributes, KeyValue};
use super::paging::NextPage;
use super::path::query;
use crate::model::CustomerId;
use crate::model::Timestamp;
use crate::model::time::Date;

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

/// Records asked for at once.
const PAGE_SIZE: &str = "100";

impl PartnerCenter {
    /// What was done for a customer from a UTC date on, which is at most 90 days ago (the server
    /// refuses an earlier one).
    pub async fn audit_records(
        &self,
        customer: &CustomerId,
        from: Date,
        next: Option<&NextPage>,
    ) -> Result<Collection<AuditRecord>, ApiError> {
        let filter = Filter::new("CustomerId", customer.as_str(), "equals").to_json()?;
        let from = from.to_string();
        let asked = [
            ("startDate", from.as_str()),
            ("size", PAGE_SIZE),
            ("filter", &filter),
        ];
        self.page(query("/auditrecords", &asked), next).await
    }
}
