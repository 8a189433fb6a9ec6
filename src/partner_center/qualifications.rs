//! What a customer counts as: `GET /customers/{id}/qualifications`.

use serde_json::Value;

use super::client::{Asked, PartnerCenter};
use super::collection::Collection;
use super::json::{Fields, Read, Unfit};
use super::path::path;
use crate::model::CustomerId;
use crate::model::qualification::Qualification;

impl Read for Qualification {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = Qualification {
            kind: from.words("qualification").into(),
            vetting: from.words("vettingStatus").into(),
            reason: from.text("vettingReason"),
            since: from.date("vettingCreatedDate"),
        };
        from.or_unfit(read)
    }
}

impl PartnerCenter {
    /// The qualifications of a customer. The server answers a bare array.
    pub fn qualifications(&self, customer: &CustomerId) -> Asked<Collection<Qualification>> {
        self.list(path("/customers/{}/qualifications", &[customer.as_str()]))
    }
}
