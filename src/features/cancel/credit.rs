//! Whether the credit of what was cancelled is booked: the activity log tells it (Microsoft, "Auditing
//! resources": `create_credit`).

use super::record;
use crate::features::customers::CurrentCustomer;
use crate::model::cancellation::Tracker;
use crate::model::{OrderId, Timestamp};
use crate::partner_center::audit::{AuditRecord, Credit};
use crate::partner_center::{ApiError, ErrorKind};
use crate::query::use_query;
use crate::reactive::*;
use crate::session::use_session;

/// Looks once, after key and links are revoked: before that there is no credit. Where the log is not
/// offered or not allowed nothing is known, and the credit stays expected.
pub(super) fn use_credit(
    customer: CurrentCustomer,
    order: OrderId,
    line: u32,
    tracker: RwSignal<Tracker>,
    since: Option<Timestamp>,
) {
    let session = use_session();
    let offered = session.config().api.capabilities.audit_records;
    let waits = Memo::new(move |_| {
        tracker.with(|tracker| tracker.revoked().is_some() && tracker.credited.is_none())
    });
    let key = move || match customer.id() {
        Some(id) if offered && waits.get() => {
            let day = since.map(|since| since.date().to_string());
            format!("credits/{id}/{}", day.unwrap_or_default())
        }
        _ => String::new(),
    };
    let credits = use_query(key, move |api| {
        let id = customer.id();
        async move {
            let id = id.ok_or_else(|| ApiError::of(ErrorKind::NotFound))?;
            let records = api.audit_records(&id, since).await?;
            Ok(records
                .iter()
                .filter_map(AuditRecord::credit)
                .collect::<Vec<_>>())
        }
    });
    effect(move || {
        let (Some(found), Some(of)) = (credits.ready(), customer.id()) else {
            return;
        };
        let number = line.to_string();
        let own = |credit: &&Credit| credit.order == order.as_str() && credit.line == number;
        let Some(booked) = found.iter().find(own) else {
            return;
        };
        let known = Tracker {
            credited: Some(booked.at),
            ..tracker.get_untracked()
        };
        tracker.set(known);
        let (api, order) = (session.api(), order.clone());
        spawn_local(async move { record::progress(&api, &of, &order, line, known).await });
    });
}
