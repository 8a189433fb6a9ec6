//! All that was bought for a customer, and what was cancelled of it since the first use.

use std::collections::BTreeMap;

use super::bought::since_first_use;
use super::call::Epoch;
use super::documents::Documents;
use super::seed::company::Company;
use super::seed::purchases::{Line, Purchase, State, before_first_use};
use crate::model::Timestamp;
use crate::partner_center::json::{decode, encode};

/// The lines of an order that were cancelled: when, in milliseconds since 1970.
type Cancelled = BTreeMap<u32, i64>;

/// The orders of a customer at `now`, newest first. What happened after `seen` does not show.
pub fn purchases(
    documents: &Documents,
    company: &Company,
    epoch: Epoch,
    now: Timestamp,
    seen: Timestamp,
) -> Vec<Purchase> {
    let mut all = since_first_use(documents, company, now);
    all.retain(|order| order.created <= seen);
    all.extend(before_first_use(company, epoch));
    for order in &mut all {
        let mut cancelled = cancelled(documents, company, &order.id);
        cancelled.retain(|_, at| *at <= seen.millis());
        if !cancelled.is_empty() {
            apply(order, &cancelled);
        }
    }
    all
}

/// The order is cancelled once no line is left that was delivered, else it is completed.
fn apply(order: &mut Purchase, cancelled: &Cancelled) {
    let lines = order.lines.iter_mut();
    for line in lines.filter(|line| cancelled.contains_key(&line.number)) {
        line.state = State::Cancelled;
    }
    let live = order.lines.iter().any(Line::is_live);
    order.status = if live { "completed" } else { "cancelled" };
}

/// Notes that lines of an order were cancelled, once and for all.
pub fn cancel(
    documents: &mut Documents,
    company: &Company,
    order: &str,
    lines: &[u32],
    at: Timestamp,
) {
    let mut all = cancelled(documents, company, order);
    for line in lines {
        all.entry(*line).or_insert(at.millis());
    }
    documents.put(key(company, order), encode(&all).unwrap_or_default());
}

fn cancelled(documents: &Documents, company: &Company, order: &str) -> Cancelled {
    let stored = documents.get(&key(company, order)).cloned();
    let read = stored.and_then(|stored| decode(stored).ok());
    read.unwrap_or_default()
}

/// Ids of orders differ in case alone, too.
fn key(company: &Company, order: &str) -> String {
    format!("cancelled/{}/{order}", company.tenant)
}
