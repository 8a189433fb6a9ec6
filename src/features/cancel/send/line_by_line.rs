//! Where an order cannot be cancelled as such (400/800063, 403/800077): its subscriptions by their own
//! resource, each for itself, and what is no subscription by the order's line.

use super::{CancelOf, Sent};
use crate::features::cancel::refusal::{Changed, Refusal};
use crate::model::SubscriptionId;
use crate::model::cancellation::{AskedFor, LineRef, What};
use crate::model::operation::Effect;
use crate::model::order::OrderLineItem;
use crate::operations::Running;
use crate::partner_center::orders::cancellation;
use crate::partner_center::subscriptions::WholeSubscription;
use crate::partner_center::{ApiError, ErrorKind};

/// How often a subscription is sent that is changed in between.
const ATTEMPTS: u32 = 2;

impl CancelOf {
    /// Does it. `why` is what the order was refused for just now.
    pub(super) async fn line_by_line(&self, running: &mut Running, why: Option<ApiError>) -> Sent {
        let order = match self.api.order(&self.customer, &self.order).await {
            Ok(order) => order,
            Err(error) if why.is_some() => return Sent::NotCarriedOut(error),
            Err(error) => return Sent::Unknown(error),
        };
        let lines = self.asked(&order);
        if !lines.iter().any(|(_, line)| subscription(line).is_some()) {
            let why = why.unwrap_or_else(|| ApiError::of(ErrorKind::Conflict));
            return Sent::Refused(why.into());
        }
        let asked = AskedFor {
            line_by_line: true,
            ..AskedFor::lines(&self.lines)
        };
        running.set_about(asked.to_text());
        let mut done = Vec::new();
        let mut others = Vec::new();
        for (number, line) in lines {
            if line.is_cancelled() {
                done.push(number);
                continue;
            }
            let Some(id) = subscription(line) else {
                let offer = line.offer_id.clone();
                others.push(LineRef { number, offer });
                continue;
            };
            match self.cancel_subscription(running, number, &id).await {
                Sent::Cancelled => done.push(number),
                sent => return sent.after(done),
            }
        }
        if others.is_empty() {
            return Sent::Cancelled;
        }
        let what = What::Lines(others);
        running.begin_anew(&cancellation(&self.order, &what));
        let sent = match self.patch(running, &what).await {
            Ok(_) => Sent::Cancelled,
            Err((Effect::None, error)) => Sent::NotCarriedOut(error),
            Err((Effect::Refused, error)) => Sent::Refused(error.into()),
            Err((Effect::Unknown, error)) => self.wait_for_it(running, error, None).await,
        };
        sent.after(done)
    }

    /// Cancels the subscription of a line as it was read just now. Where somebody else was faster it is
    /// read again: it is sent once more if nothing that weighs differs, else the person decides anew.
    async fn cancel_subscription(
        &self,
        running: &mut Running,
        line: u32,
        id: &SubscriptionId,
    ) -> Sent {
        let mut attempts = ATTEMPTS;
        let mut stale: Option<(WholeSubscription, ApiError)> = None;
        loop {
            let whole = match self.api.subscription(&self.customer, id).await {
                Ok(whole) => whole,
                Err(error) => return Sent::NotCarriedOut(error),
            };
            if whole.is_deleted() {
                return Sent::Cancelled;
            }
            if let Some((was, error)) = stale.take() {
                let changes = was.known.standing().changes(&whole.known.standing());
                if attempts == 0 || !changes.is_empty() {
                    let changed = (!changes.is_empty()).then_some(Changed { line, changes });
                    return Sent::Refused(Refusal { error, changed });
                }
            }
            running.begin_anew(&whole.deletion());
            let answer = running
                .attempt(|api, request| api.cancel_subscription(request, &self.customer, &whole))
                .await;
            attempts -= 1;
            match answer {
                Ok(_) => return Sent::Cancelled,
                Err((_, error)) if error.is_stale() => stale = Some((whole, error)),
                Err((Effect::None, error)) => return Sent::NotCarriedOut(error),
                Err((Effect::Refused, error)) => return Sent::Refused(error.into()),
                Err((Effect::Unknown, error)) => {
                    return self.wait_for_it(running, error, Some(id)).await;
                }
            }
        }
    }
}

impl Sent {
    /// What came of all, when these lines were cancelled before it.
    fn after(self, done: Vec<u32>) -> Self {
        match self {
            Sent::Refused(why) if !done.is_empty() => Sent::Partly(done, why),
            Sent::NotCarriedOut(error) if !done.is_empty() => Sent::Partly(done, error.into()),
            sent => sent,
        }
    }
}

fn subscription(line: &OrderLineItem) -> Option<SubscriptionId> {
    line.subscription_id.as_deref()?.parse().ok()
}
