//! Whether key and links of what was cancelled are really revoked: they are asked for themselves.

use std::cell::Cell;
use std::time::Duration;

use super::record;
use crate::browser;
use crate::features::customers::CurrentCustomer;
use crate::features::software::use_software;
use crate::model::cancellation::{Proof, Tracker};
use crate::model::permissions::{Action, Permission};
use crate::model::software::{SoftwareItem, StatusGroup};
use crate::model::{CustomerId, OrderId, SoftwareItemId, Timestamp};
use crate::partner_center::{ApiError, ErrorKind, PartnerCenter};
use crate::reactive::*;
use crate::session::use_session;

/// Seconds between asking whether key and links are revoked; the last one stays.
const WAITS: [u64; 6] = [1, 2, 5, 10, 30, 60];

/// Asks for key and link until both answer that they are revoked. That is asked, not assumed: a
/// cancellation may take 15 minutes to take hold (Microsoft, "Cancel software purchases"). Answers
/// whether server and role let anybody ask; once it is refused for the role nothing more is asked.
pub(super) fn use_proof(
    customer: CurrentCustomer,
    order: OrderId,
    line: u32,
    tracker: RwSignal<Tracker>,
) -> Signal<bool> {
    let session = use_session();
    let software = use_software(customer);
    let later = Later::begin();
    let asked = StoredValue::new(0_usize);
    let again = RwSignal::new(0_u32);
    let refused = RwSignal::new(false);
    let may_ask = Memo::new(move |_| {
        let offered = session.config().api.capabilities.software_keys;
        offered && session.may(Action::Keys) != Permission::Denied && !refused.get()
    });
    effect(move || {
        again.track();
        if !may_ask.get() {
            return;
        }
        let (Some(of), Some(list)) = (customer.id(), software.list()) else {
            return;
        };
        let before = tracker.get_untracked();
        let mut known = before;
        let own = |item: &&SoftwareItem| item.id.order == order && item.id.line == line;
        // With what came along in a bundle.
        let own: Vec<SoftwareItem> = list.items.iter().filter(own).cloned().collect();
        let item = own.iter().find(|item| item.included_in.is_none());
        let Some(item) = item.filter(|_| known.revoked().is_none()).cloned() else {
            return;
        };
        // Links are the product's: as long as another purchase of it stands, they go on working.
        let stands = |other: &SoftwareItem| stands_for(other, &item);
        if known.link == Proof::Waiting && list.items.iter().any(stands) {
            known.link = Proof::NothingThere;
        }
        let keys = own.into_iter().flat_map(|item| item.key_artifacts);
        let keys: Vec<String> = keys.map(|key| key.uri).collect();
        if known.key == Proof::Waiting && keys.is_empty() {
            known.key = Proof::NothingThere;
        }
        if known != before {
            tracker.set(known);
        }
        let (api, order) = (session.api(), order.clone());
        spawn_local(async move {
            if browser::is_visible() {
                let for_role = Cell::new(false);
                let now = prove(&api, &of, &item, &keys, known, &for_role).await;
                if now != before && tracker.try_get_untracked().is_some() {
                    tracker.set(now);
                    record::progress(&api, &of, &order, line, now).await;
                }
                if for_role.get() && refused.try_get_untracked().is_some() {
                    refused.set(true);
                }
                if for_role.get() || now.revoked().is_some() {
                    return;
                }
            }
            let turn = asked.try_update_value(|asked| {
                *asked += 1;
                *asked - 1
            });
            let Some(turn) = turn else { return };
            later.put_off(
                Duration::from_secs(WAITS[turn.min(WAITS.len() - 1)]),
                move || {
                    again.update(|again| *again += 1);
                },
            );
        });
    });
    may_ask.into()
}

/// Whether another purchase gives a right to the same download.
fn stands_for(other: &SoftwareItem, item: &SoftwareItem) -> bool {
    let same = other.id.product == item.id.product && other.id.sku == item.id.sku;
    same && other.id != item.id && other.status.group() != StatusGroup::Cancelled
}

/// What of it answers that it is revoked by now; and whether an answer is that the role may not ask.
async fn prove(
    api: &PartnerCenter,
    customer: &CustomerId,
    item: &SoftwareItem,
    keys: &[String],
    known: Tracker,
    for_role: &Cell<bool>,
) -> Tracker {
    let now = api.server_now();
    let proof = |refused: Option<ApiError>| {
        let role = refused.as_ref().is_some_and(ApiError::may_be_for_role);
        for_role.set(for_role.get() || role);
        proof(refused.map(|error| error.kind), now)
    };
    let mut tracker = known;
    if tracker.key == Proof::Waiting {
        tracker.key = all_keys(api, customer, keys, &proof).await;
    }
    if tracker.link == Proof::Waiting && !for_role.get() {
        tracker.link = link(api, customer, item, &proof).await;
    }
    tracker
}

/// Of all keys, as far as the first that still answers.
async fn all_keys(
    api: &PartnerCenter,
    customer: &CustomerId,
    keys: &[String],
    proof: &impl Fn(Option<ApiError>) -> Proof,
) -> Proof {
    let mut all = Proof::NothingThere;
    for uri in keys {
        let asked = api.product_key(customer, uri).await;
        all = all.and(proof(asked.err()));
        if all == Proof::Waiting {
            break;
        }
    }
    all
}

async fn link(
    api: &PartnerCenter,
    customer: &CustomerId,
    item: &SoftwareItem,
    proof: &impl Fn(Option<ApiError>) -> Proof,
) -> Proof {
    let SoftwareItemId { product, sku, .. } = &item.id;
    let options = match api.download_options(customer, product, sku).await {
        Ok(options) => options,
        Err(error) => return proof(Some(error)),
    };
    let Some(option) = options.items.into_iter().flatten().next() else {
        return Proof::NothingThere;
    };
    let asked = api
        .download_link(customer, product, sku, &option.option_key)
        .await;
    proof(asked.err())
}

/// What an answer proves: only one that says so.
fn proof(refused: Option<ErrorKind>, now: Timestamp) -> Proof {
    match refused {
        Some(ErrorKind::Revoked) => Proof::Revoked(now),
        Some(ErrorKind::NotFound) => Proof::NothingThere,
        _ => Proof::Waiting,
    }
}
