//! Once something was cancelled: that is kept, and what was read before is out of date, in every tab.

use futures::future::LocalBoxFuture;

use super::record;
use super::refusal::Refusal;
use crate::features::drafts;
use crate::model::CustomerId;
use crate::model::cancellation::Tracker;
use crate::model::draft::{Draft, Whose, Wizard};
use crate::news;
use crate::partner_center::PartnerCenter;
use crate::query::Queries;
use crate::reactive::*;
use crate::session::{Session, use_session};

#[derive(Clone)]
pub(super) struct Finish {
    session: Session,
    queries: Queries,
}

impl Finish {
    /// Takes what it needs from the caller's owner.
    pub fn new() -> Self {
        Finish {
            session: use_session(),
            queries: expect_context(),
        }
    }

    /// The server has cancelled these lines of what a draft is about. `then` is called when that is on
    /// the disk.
    pub fn note(&self, draft: Draft, lines: Vec<u32>, then: impl FnOnce() + 'static) {
        let noting = self.clone().noting(draft, lines);
        spawn_local(async move {
            noting.await;
            then();
        });
    }

    /// Where somebody else has changed what was to be cancelled, what was read of it is out of date.
    pub fn heed(&self, customer: &CustomerId, why: &Refusal) {
        if why.changed.is_some() {
            self.read_anew(customer);
        }
    }

    /// What was read of a customer's purchases is out of date, in every tab.
    fn read_anew(&self, customer: &CustomerId) {
        for stale in ["orders/", "software/"] {
            let stale = format!("{stale}{customer}");
            self.queries.invalidate(&stale);
            news::tell(&stale);
        }
    }

    /// Boxed, or it would be compiled anew for each `then`.
    fn noting(self, draft: Draft, lines: Vec<u32>) -> LocalBoxFuture<'static, ()> {
        let api = self.session.api();
        // What the item never had is found out with the rest.
        let tracker = Tracker::new(api.server_now(), true, true);
        Box::pin(async move {
            record::keep(&api, &draft, &lines, tracker).await;
            let Some(customer) = &draft.customer else {
                return;
            };
            forget_draft(&api, customer, &draft, &lines).await;
            self.read_anew(&customer.id);
        })
    }
}

/// The draft of an order's cancellation, once nothing that it names is left to cancel.
async fn forget_draft(api: &PartnerCenter, customer: &Whose, noted: &Draft, lines: &[u32]) {
    let Wizard::Cancel(cancel) = &noted.wizard else {
        return;
    };
    let key = drafts::cancel_key(api, &customer.id, &cancel.order);
    let kept = drafts::find(key.clone()).await;
    let Some(Wizard::Cancel(kept)) = kept.map(|kept| kept.wizard) else {
        return;
    };
    if kept.lines.iter().all(|line| lines.contains(line)) {
        drafts::forget(key).await;
    }
}
