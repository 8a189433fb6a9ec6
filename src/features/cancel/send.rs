//! Cancelling through the API: once, whatever happens on the way; and finding out what became of it.
//!
//! An order has one cancellation at a time: what is in doubt of it is found out before anything else
//! of it is asked for. Where the answer is lost the order is asked, which says what is cancelled of
//! it. It is not asked to cancel again by itself; when a person does, it is with the same id.

mod line_by_line;
mod outcome;

use super::refusal::Refusal;
use crate::model::cancellation::{AskedFor, What, number};
use crate::model::operation::{Effect, OperationKind, OperationState};
use crate::model::order::{Order, OrderLineItem};
use crate::model::{CustomerId, OrderId};
use crate::operations::{Operations, Running};
use crate::partner_center::{ApiError, PartnerCenter};
use crate::reactive::spawn_local;

/// How it went.
pub(super) enum Sent {
    /// The server has accepted it; whether key and links are revoked is seen afterwards.
    Cancelled,
    /// These lines are cancelled, the others are not, and why.
    Partly(Vec<u32>, Refusal),
    /// The server has looked at it and says no.
    Refused(Refusal),
    /// It was turned away before it was looked at: nothing happened.
    NotCarriedOut(ApiError),
    /// Nobody knows; to be asked again.
    Unknown(ApiError),
    /// Something of the order is in doubt already, or nobody here tried to.
    NotBegun,
    /// This page is at it already.
    Busy,
}

/// What is asked of the server.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Ask {
    /// To cancel what nothing is in doubt of.
    Cancel,
    /// To cancel once more what is in doubt, by the same request.
    Again,
    /// What became of it.
    Settle,
}

/// Some of an order, on its way to being cancelled.
#[derive(Clone)]
pub(super) struct CancelOf {
    pub api: PartnerCenter,
    pub operations: Operations,
    pub customer: CustomerId,
    pub order: OrderId,
    /// Numbers of the lines.
    pub lines: Vec<u32>,
}

impl CancelOf {
    /// Does it. The guard against a second press is set before this returns.
    pub fn start(self, ask: Ask) -> impl Future<Output = Sent> {
        let target = target(&self.customer, &self.order);
        let begun = self.operations.begin(OperationKind::Cancel, target);
        async move {
            let Some(begun) = begun else {
                return Sent::Busy;
            };
            let about = AskedFor::lines(&self.lines).to_text();
            // Its own lines tell it from another cancellation of the same order.
            let running = begun.open(&about).await;
            self.go_on(running, ask).await
        }
    }

    /// The same, and calls `done` with what came of it.
    pub fn run(self, ask: Ask, done: impl Fn(Sent) + 'static) {
        let started = self.start(ask);
        spawn_local(async move { done(started.await) });
    }

    async fn go_on(&self, mut running: Running, ask: Ask) -> Sent {
        match (running.state(), ask) {
            (OperationState::Done, _) => Sent::Cancelled,
            (OperationState::Prepared, Ask::Cancel) => {
                running.set_about(AskedFor::lines(&self.lines).to_text());
                self.send(&mut running).await
            }
            (OperationState::Unknown, Ask::Again) => {
                match AskedFor::read(running.about()).line_by_line {
                    true => self.line_by_line(&mut running, None).await,
                    false => self.send(&mut running).await,
                }
            }
            (OperationState::Unknown, Ask::Settle) => self.settle(&mut running).await,
            _ => Sent::NotBegun,
        }
    }

    async fn send(&self, running: &mut Running) -> Sent {
        let order = match self.api.order(&self.customer, &self.order).await {
            Ok(order) => order,
            // Nothing of this attempt was sent.
            Err(error) if running.state() == OperationState::Prepared => {
                return Sent::NotCarriedOut(error);
            }
            Err(error) => return Sent::Unknown(error),
        };
        let answer = match What::of(&order, &self.lines) {
            Some(what) => self.patch(running, &what).await,
            // There is nothing left of it to cancel.
            None => return self.settle(running).await,
        };
        let (effect, error) = match answer {
            Ok(_) => return Sent::Cancelled,
            Err(failed) => failed,
        };
        if error.asks_for_subscription() {
            return self.line_by_line(running, Some(error)).await;
        }
        match (effect, running.state()) {
            (Effect::None, OperationState::Prepared) => Sent::NotCarriedOut(error),
            (_, OperationState::Failed) => match self.is_cancelled().await {
                // Somebody else was faster.
                Ok(true) => Sent::Cancelled,
                _ => Sent::Refused(error.into()),
            },
            _ => self.wait_for_it(running, error, None).await,
        }
    }

    async fn patch(&self, running: &mut Running, what: &What) -> Result<Order, (Effect, ApiError)> {
        running
            .attempt(|api, id| api.cancel_order(id, &self.customer, &self.order, what))
            .await
    }

    /// The lines of an order that are to be cancelled, by number.
    fn asked<'a>(&self, order: &'a Order) -> Vec<(u32, &'a OrderLineItem)> {
        let lines = order.line_items.iter().enumerate();
        let numbered = lines.filter_map(|(place, line)| Some((number(place, line)?, line)));
        numbered
            .filter(|(number, _)| self.lines.contains(number))
            .collect()
    }
}

/// What a cancellation is done to: `<customer>/<order>`.
pub(super) fn target(customer: &CustomerId, order: &OrderId) -> String {
    format!("{customer}/{order}")
}

/// A cancellation of an order that was begun on this device.
pub(super) struct Found {
    pub state: OperationState,
    pub lines: Vec<u32>,
}

/// The last one.
pub(super) async fn found(
    operations: Operations,
    customer: &CustomerId,
    order: &OrderId,
) -> Option<Found> {
    let target = target(customer, order);
    let found = operations.find(&OperationKind::Cancel, &target).await?;
    Some(Found {
        lines: AskedFor::read(&found.about).lines,
        state: found.found_again().state,
    })
}
