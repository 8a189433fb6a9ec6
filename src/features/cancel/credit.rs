//! Whether the credit of what was cancelled is booked: the activity log tells it (Microsoft, "Auditing
//! resources": `create_credit`).

use super::record;
use crate::features::customers::CurrentCustomer;
use crate::model::cancellation::Tracker;
use crate::model::{OrderId, Timestamp};
use crate::partner_center::audit::AuditRecord;
use crate::partner_center::{ApiError, ErrorKind};
use crate::query::use_query;
use crate::reactive::*;
use crate::session::use_session;

/// A credit of the log.
#[derive(Clone, PartialEq, Eq)]
struct Credit {
    order: String,
    line: String,
    at: Timestamp,
}

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
            Ok(records.iter().filter_map(credit).collect::<Vec<_>>())
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

/// What a record says of a credit; `None` for every other record.
fn credit(record: &AuditRecord) -> Option<Credit> {
    let booked = record.operation_type == "create_credit";
    let succeeded = record.operation_status.as_deref() == Some("succeeded");
    let of = |detail: &str| record.detail(detail).map(str::to_owned);
    (booked && succeeded).then_some(Credit {
        order: of("OrderId")?,
        line: of("LineItemNumber")?,
        at: record.operation_date?,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::partner_center::json::Read;

    fn read(change: impl Fn(&mut Value)) -> Option<Credit> {
        let mut record = json!({
            "operationType": "create_credit",
            "operationStatus": "succeeded",
            "operationDate": "2026-12-08T00:00:00Z",
            "customizedData": [
                { "key": "OrderId", "value": "f76c6b7f449d" },
                { "key": "LineItemNumber", "value": "1" },
            ],
        });
        change(&mut record);
        AuditRecord::read(record).ok().as_ref().and_then(credit)
    }

    #[test]
    fn only_a_credit_that_was_booked_for_a_line_is_one() {
        let found = read(|_| ()).unwrap();
        assert_eq!(
            (found.order.as_str(), found.line.as_str()),
            ("f76c6b7f449d", "1")
        );
        assert_eq!(Some(found.at), Timestamp::parse("2026-12-08T00:00:00Z"));
        for (name, value) in [
            ("operationType", json!("update_order")),
            ("operationStatus", json!("failed")),
            ("operationDate", Value::Null),
            (
                "customizedData",
                json!([{ "key": "OrderId", "value": "f76c6b7f449d" }]),
            ),
        ] {
            assert!(
                read(|record| record[name] = value.clone()).is_none(),
                "{name}"
            );
        }
    }
}
