//! Microsoft's validation of a customer's account:
//! `GET /customers/{id}/validationStatus?type=account`.

use serde_json::Value;

use super::client::PartnerCenter;
use super::error::{ApiError, ErrorKind};
use super::json::{Object, Read, Unfit};
use super::path::{path, query};
use super::transport::LocalFuture;
use crate::model::CustomerId;
use crate::model::checks::AccountStatus;

/// `{"type":"account","status":"Allowed"}`
impl Read for AccountStatus {
    fn read(from: Value) -> Result<Self, Unfit> {
        // One of the states is printed `Not Ready`.
        let status = Object::of(from)?.words("status")?.replace(' ', "_");
        Ok(AccountStatus::from(status))
    }
}

/// Microsoft has no record of the account, which keeps nobody from buying.
const NO_RECORD: &str = "600074";

impl PartnerCenter {
    /// The status of a customer's account; `None` where there is no record of it.
    pub fn account_status(
        &self,
        customer: &CustomerId,
    ) -> LocalFuture<Result<Option<AccountStatus>, ApiError>> {
        let path = path("/customers/{}/validationStatus", &[customer.as_str()]);
        let answer = self.read(path.map(|path| query(&path, &[("type", "account")])));
        Box::pin(async move {
            match answer.await {
                Ok(status) => Ok(Some(status)),
                Err(error) if is_no_record(&error) => Ok(None),
                Err(error) => Err(error),
            }
        })
    }
}

fn is_no_record(error: &ApiError) -> bool {
    error.kind == ErrorKind::NotFound && error.code.as_deref() == Some(NO_RECORD)
}
