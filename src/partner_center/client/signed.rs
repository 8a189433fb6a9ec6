//! One attempt with the token that it needs, and once more with another where that one is refused.

use std::sync::Arc;

use super::activity::Entry;
use super::attempt::Success;
use super::{Call, PartnerCenter};
use crate::partner_center::error::{ApiError, ErrorKind};
use crate::partner_center::token::{NoToken, Token};

/// A token that was refused, and what came in its place.
pub(super) struct Replaced {
    old: Token,
    new: Token,
}

impl PartnerCenter {
    /// A 401 has no effect, so what it answered may be sent again, a write too.
    pub(super) async fn attempt(
        &self,
        call: &Call,
        request_id: &str,
        entry: &mut Entry,
    ) -> Result<Success, ApiError> {
        let token = self.shared.transport.token(None).await;
        let Ok(token) = token else {
            return Err(ApiError::of(ErrorKind::SignIn));
        };
        let sent = self.exchange(call, request_id, token.as_ref(), entry);
        let outcome = sent.await;
        let (Some(refused), Err(error)) = (token, &outcome) else {
            return outcome;
        };
        if error.status != Some(401) {
            return outcome;
        }
        let Ok(another) = self.instead_of(&refused).await else {
            return outcome;
        };
        let sent = self.exchange(call, request_id, Some(&another), entry);
        let outcome = sent.await;
        if matches!(&outcome, Err(error) if error.status == Some(401)) {
            self.with_state(|state| state.replaced = None);
        }
        outcome
    }

    /// Asks for another token, once for all calls whose token was the refused one.
    async fn instead_of(&self, refused: &Token) -> Result<Token, NoToken> {
        let _turn = Arc::clone(&self.shared.renewal).enter().await;
        let known = self.with_state(|state| {
            let replaced = state.replaced.as_ref();
            replaced
                .filter(|replaced| replaced.old == *refused)
                .map(|replaced| replaced.new.clone())
        });
        if let Some(known) = known {
            return Ok(known);
        }
        let another = self.shared.transport.token(Some(refused)).await?;
        let another = another.filter(|another| another != refused);
        let another = another.ok_or(NoToken)?;
        self.with_state(|state| {
            state.replaced = Some(Replaced {
                old: refused.clone(),
                new: another.clone(),
            });
        });
        Ok(another)
    }
}
