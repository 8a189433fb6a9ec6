//! Who did what: `GET /auditrecords`.

use serde_json::Value;

use super::client::PartnerCenter;
use super::collection::Collection;
use super::error::ApiError;
use super::filter::Filter;
use super::json::{Fields, Read, Unfit};
use super::link::KeyValue;
use super::paging::NextPage;
use super::path::query;
use super::transport::LocalFuture;
use crate::model::CustomerId;
use crate::model::Timestamp;
use crate::model::time::Date;

mod meaning;

pub use meaning::{Credit, Taken};

/// A record of the activity log (Microsoft, "Auditing resources").
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditRecord {
    pub user_principal_name: Option<String>,
    /// `get_software_key`, `get_software_download_link`, `create_order`…
    pub operation_type: String,
    pub operation_date: Option<Timestamp>,
    /// `succeeded`
    pub operation_status: Option<String>,
    pub customized_data: Vec<KeyValue>,
}

impl Read for AuditRecord {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = AuditRecord {
            user_principal_name: from.text("userPrincipalName"),
            operation_type: from.words("operationType"),
            operation_date: from.date("operationDate"),
            operation_status: from.text("operationStatus"),
            customized_data: from.list("customizedData"),
        };
        from.or_unfit(read)
    }
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

/// The server refuses to tell of what is older than 90 days.
const DAYS_BACK: i64 = 89;

/// Pages read at most.
const MOST_PAGES: usize = 20;

impl PartnerCenter {
    /// What was done for a customer since a time, or since the earliest that the server tells of; of a
    /// customer of whom there is very much, the newest.
    pub async fn audit_records(
        &self,
        customer: &CustomerId,
        since: Option<Timestamp>,
    ) -> Result<Vec<AuditRecord>, ApiError> {
        let earliest = self.server_now().plus_days(-DAYS_BACK);
        let from = since.map_or(earliest, |since| since.max(earliest)).date();
        let mut records = Vec::new();
        let mut next: Option<NextPage> = None;
        for _ in 0..MOST_PAGES {
            let page = self.page_of_records(customer, from, next.as_ref()).await?;
            records.extend(page.items.into_iter().flatten());
            next = page.next;
            if next.is_none() {
                break;
            }
        }
        Ok(records)
    }

    fn page_of_records(
        &self,
        customer: &CustomerId,
        from: Date,
        next: Option<&NextPage>,
    ) -> LocalFuture<Result<Collection<AuditRecord>, ApiError>> {
        let filter = Filter::new("CustomerId", customer.as_str(), "equals").to_json();
        let from = from.to_string();
        let asked = [
            ("startDate", from.as_str()),
            ("size", PAGE_SIZE),
            ("filter", &filter),
        ];
        self.page(query("/auditrecords", &asked), next)
    }
}
