//! What became of a cancellation: found out by asking, never by guessing.

use super::{CancelOf, Sent};
use crate::model::SubscriptionId;
use crate::model::cancellation::took_effect;
use crate::model::operation::Effect;
use crate::operations::Running;
use crate::partner_center::{ApiError, ErrorKind};

/// Waits before it is asked, in milliseconds.
const WAITS: [u32; 3] = [500, 1_500, 4_000];

/// How long a cancellation may take to show (Microsoft, "Cancel software purchases": 15 minutes), with
/// some time to spare. In milliseconds.
const SHOWN_WITHIN: i64 = 20 * 60_000;

impl CancelOf {
    /// Asks once.
    pub(super) async fn settle(&self, running: &mut Running) -> Sent {
        match self.is_cancelled().await {
            Ok(true) => {
                running.resolve(true).await;
                Sent::Cancelled
            }
            Ok(false) => Sent::Unknown(ApiError::of(ErrorKind::Conflict)),
            Err(error) => Sent::Unknown(error),
        }
    }

    /// Asks for a while: the subscription, if it is about one, else the order.
    pub(super) async fn wait_for_it(
        &self,
        running: &mut Running,
        error: ApiError,
        subscription: Option<&SubscriptionId>,
    ) -> Sent {
        let mut seen = false;
        for wait in WAITS {
            self.api.wait(wait).await;
            let cancelled = match subscription {
                Some(id) => self.is_deleted(id).await,
                None => self.is_cancelled().await,
            };
            match cancelled {
                Ok(true) => {
                    running.resolve(true).await;
                    return Sent::Cancelled;
                }
                Ok(false) => seen = true,
                Err(_) => {}
            }
        }
        // The server may have said no to a second sending of what it was just doing: by now that
        // would be seen, unless an attempt before this one is still to show.
        let age = self.api.server_now().since(running.created());
        let only = running.attempts() <= 1 || age > SHOWN_WITHIN;
        if seen && only && is_refusal(&error) {
            running.resolve(false).await;
            return Sent::Refused(error.into());
        }
        Sent::Unknown(error)
    }

    /// Whether all that was asked for is cancelled by now: the order says it, or the subscriptions
    /// do.
    pub(super) async fn is_cancelled(&self) -> Result<bool, ApiError> {
        let order = self.api.order(&self.customer, &self.order).await?;
        if took_effect(&order, &self.lines) {
            return Ok(true);
        }
        let lines = self.asked(&order);
        for (_, line) in &lines {
            if line.is_cancelled() {
                continue;
            }
            let Some(id) = line.subscription_id.as_deref() else {
                return Ok(false);
            };
            match id.parse() {
                Ok(id) if self.is_deleted(&id).await? => {}
                _ => return Ok(false),
            }
        }
        Ok(!lines.is_empty() && lines.len() == self.lines.len())
    }

    pub(super) async fn is_deleted(&self, id: &SubscriptionId) -> Result<bool, ApiError> {
        let whole = self.api.subscription(&self.customer, id).await?;
        Ok(whole.is_deleted())
    }
}

/// Whether the server looked at it and said no, in its own words.
fn is_refusal(error: &ApiError) -> bool {
    let answered = error
        .status
        .is_some_and(|status| (400..500).contains(&status));
    answered && error.code.is_some() && error.effect() != Effect::None
}
