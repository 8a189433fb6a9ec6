//! What was cancelled on this device, and how far its consequences have come: one record for each
//! line.

use crate::kept::{self, Shelf};
use crate::model::cancellation::Tracker;
use crate::model::draft::{CancelDraft, Draft, Record, Wizard, read, write};
use crate::model::sorted::sorted_by;
use crate::model::{CustomerId, OrderId};
use crate::partner_center::PartnerCenter;

/// A line that was cancelled.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cancelled {
    pub line: u32,
    pub cancel: CancelDraft,
    pub tracker: Tracker,
}

fn prefix(api: &PartnerCenter, customer: &CustomerId, order: &OrderId) -> String {
    format!("{} {customer}/{order}/", api.address())
}

/// Keeps that lines were cancelled, and what is waited for.
pub(super) async fn keep(api: &PartnerCenter, draft: &Draft, lines: &[u32], tracker: Tracker) {
    let (Wizard::Cancel(cancel), Some(customer)) = (&draft.wizard, &draft.customer) else {
        return;
    };
    for line in lines {
        let of_line = Draft {
            wizard: Wizard::Cancel(CancelDraft {
                tracker: Some(tracker),
                ..cancel.clone()
            }),
            ..draft.clone()
        };
        let key = prefix(api, &customer.id, &cancel.order) + &line.to_string();
        kept::put(Shelf::Cancellations, key, write(&of_line)).await;
    }
}

/// Keeps how far the consequences of one have come.
pub(super) async fn progress(
    api: &PartnerCenter,
    customer: &CustomerId,
    order: &OrderId,
    line: u32,
    tracker: Tracker,
) {
    let key = prefix(api, customer, order) + &line.to_string();
    let stored = kept::get(Shelf::Cancellations, key.clone()).await;
    let Some(Record::Draft(mut draft)) = stored.map(|text| read(&text)) else {
        return;
    };
    if let Wizard::Cancel(cancel) = &mut draft.wizard {
        cancel.tracker = Some(tracker);
        kept::put(Shelf::Cancellations, key, write(&draft)).await;
    }
}

/// The lines of an order that were cancelled here.
pub(super) async fn of_order(
    api: &PartnerCenter,
    customer: &CustomerId,
    order: &OrderId,
) -> Vec<Cancelled> {
    let prefix = prefix(api, customer, order);
    let all = kept::all(Shelf::Cancellations).await;
    let own = all.iter().filter_map(|(key, text)| {
        let line = key.strip_prefix(&prefix)?.parse().ok()?;
        cancelled(line, text)
    });
    sorted_by(own, &|a, b| a.line.cmp(&b.line))
}

fn cancelled(line: u32, text: &str) -> Option<Cancelled> {
    let Record::Draft(draft) = read(text) else {
        return None;
    };
    let Wizard::Cancel(cancel) = draft.wizard else {
        return None;
    };
    let tracker = cancel.tracker?;
    Some(Cancelled {
        line,
        cancel,
        tracker,
    })
}
