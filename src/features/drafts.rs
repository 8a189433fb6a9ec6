//! What was typed into a wizard and not sent: kept on this device while it is typed.

mod contested;
mod discard;
mod keeper;
mod list;
mod page;
mod rest;
mod shared;
mod shelf;
mod words;

use crate::features::customers::CurrentCustomer;
use crate::kept::{self, Shelf};
use crate::model::draft::{Draft, Record, Whose, Wizard, read, write};
use crate::model::{CustomerId, OrderId, RequestId, ServiceRequestId};
use crate::partner_center::PartnerCenter;
use crate::reactive::*;

pub use contested::Contested;
pub use keeper::Keeper;
pub use list::is_in_doubt;
pub use page::DraftsPage;
pub use shared::Shared;
pub use shelf::use_drafts;

/// Where the draft of a cancellation is kept. What is kept for one server is nothing to another.
pub fn cancel_key(api: &PartnerCenter, customer: &CustomerId, order: &OrderId) -> String {
    format!("{} cancel {customer}/{order}", api.address())
}

/// Where the draft of a report is kept.
pub fn report_key(api: &PartnerCenter, draft: &RequestId) -> String {
    format!("{} report {draft}", api.address())
}

/// All drafts of reports for this server, in no order.
pub async fn reports(api: &PartnerCenter) -> Vec<Draft> {
    let prefix = format!("{} report ", api.address());
    let all = kept::all(Shelf::Drafts).await.into_iter();
    let own = all.filter(|(key, _)| key.starts_with(&prefix));
    own.filter_map(|(_, text)| match read(&text) {
        Record::Draft(draft) => Some(*draft),
        Record::Newer(_) | Record::Broken => None,
    })
    .collect()
}

/// Keeps a draft under a key; it is on the disk when this is done.
pub async fn keep(key: String, draft: &Draft) {
    kept::put(Shelf::Drafts, key, write(draft)).await;
}

/// Where a note to a request is kept as it is written: no draft of a wizard, and not listed with those.
pub fn note_key(api: &PartnerCenter, request: &ServiceRequestId) -> String {
    format!("{} note {request}", api.address())
}

/// The draft under a key, if there is one that this version can read.
pub async fn find(key: String) -> Option<Draft> {
    match read(&kept::get(Shelf::Drafts, key).await?) {
        Record::Draft(draft) => Some(*draft),
        Record::Newer(_) | Record::Broken => None,
    }
}

/// Forgets the draft under a key.
pub async fn forget(key: String) {
    kept::remove(Shelf::Drafts, key).await;
}

/// A new draft for a customer.
pub fn begin_for(
    api: &PartnerCenter,
    customer: CurrentCustomer,
    id: CustomerId,
    wizard: Wizard,
) -> Draft {
    let known = untrack(|| customer.introduced());
    let whose = Whose {
        id,
        name: known.name,
        domain: known.domain,
    };
    begin(api, Some(whose), wizard)
}

/// A new draft.
pub fn begin(api: &PartnerCenter, customer: Option<Whose>, wizard: Wizard) -> Draft {
    let now = api.server_now();
    Draft {
        id: api.new_request(),
        customer,
        created: now,
        changed: now,
        operation: None,
        wizard,
    }
}
