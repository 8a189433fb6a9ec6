//! How far an order's delivery is: asked now and then until it is over, for at most the time that
//! Microsoft says it takes.

use std::time::Duration;

use crate::browser;
use crate::features::customers::CurrentCustomer;
use crate::model::order::{Delivery, Order};
use crate::model::permissions::{Action, Permission};
use crate::model::{CustomerId, OrderId};
use crate::partner_center::PartnerCenter;
use crate::query::{Queries, Query};
use crate::reactive::*;
use crate::session::use_session;

/// What is known of it; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Delivered {
    pub state: RwSignal<Delivery>,
    /// It takes longer than it should.
    pub late: RwSignal<bool>,
}

/// Seconds between asking; the last one stays.
const WAITS: [u64; 7] = [2, 3, 5, 10, 20, 40, 60];

/// Provisioning may take this long, in milliseconds.
const USUAL: i64 = 15 * 60_000;

/// Follows it from when the order is read. Who may read the provisioning status is told that, others
/// the order's own status.
pub(super) fn use_delivery(
    customer: CurrentCustomer,
    order: OrderId,
    read: Query<Order>,
) -> Delivered {
    let delivered = Delivered {
        state: RwSignal::new(Delivery::Underway),
        late: RwSignal::new(false),
    };
    let session = use_session();
    let api = session.api();
    let queries = expect_context::<Queries>();
    let by_lines = StoredValue::new(session.may(Action::Keys) != Permission::Denied);
    let later = Later::begin();
    let asked = StoredValue::new(0_usize);
    let again = RwSignal::new(0_u32);
    effect(move || {
        again.track();
        let (Some(of), Some(first)) = (customer.id(), read.ready()) else {
            return;
        };
        if asked.get_value() == 0 {
            delivered.state.set(Delivery::of_order(&first.status));
        }
        if delivered.state.get_untracked() != Delivery::Underway {
            return;
        }
        let created = first.creation_date;
        let (api, order) = (api.clone(), order.clone());
        spawn_local(async move {
            // A page that nobody looks at asks nothing.
            if !browser::is_visible() {
                later.put_off(Duration::from_secs(WAITS[1]), move || {
                    again.update(|again| *again += 1);
                });
                return;
            }
            if let Some(state) = ask(&api, &of, &order, by_lines).await {
                let over = state != Delivery::Underway;
                delivered.state.set(state);
                if over {
                    for stale in ["orders/", "software/"] {
                        queries.invalidate(&format!("{stale}{of}"));
                    }
                    return;
                }
            }
            let now = api.server_now();
            delivered
                .late
                .set(created.is_some_and(|created| now.since(created) > USUAL));
            let turn = asked.try_update_value(|asked| {
                *asked += 1;
                *asked - 1
            });
            let Some(turn) = turn else { return };
            let wait = Duration::from_secs(WAITS[turn.min(WAITS.len() - 1)]);
            later.put_off(wait, move || {
                again.update(|again| *again += 1);
            });
        });
    });
    delivered
}

/// `None` when there was no answer, which says nothing.
async fn ask(
    api: &PartnerCenter,
    customer: &CustomerId,
    order: &OrderId,
    by_lines: StoredValue<bool>,
) -> Option<Delivery> {
    if by_lines.try_get_value()? {
        match api.provisioning_status(customer, order).await {
            Ok(lines) => {
                let lines: Vec<_> = lines.items.into_iter().flatten().collect();
                let state = Delivery::of_lines(&lines);
                if !lines.is_empty() {
                    return Some(state);
                }
            }
            Err(error) if error.status == Some(403) => {
                by_lines.try_update_value(|by_lines| *by_lines = false);
            }
            Err(_) => return None,
        }
    }
    let order = api.order(customer, order).await.ok()?;
    Some(Delivery::of_order(&order.status))
}
