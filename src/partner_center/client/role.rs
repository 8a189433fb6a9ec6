//! What answers say about the visitor's role.

use std::sync::Arc;

use super::PartnerCenter;
use crate::partner_center::error::ApiError;
use crate::partner_center::transport::Response;

/// What an answer says about the visitor's role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoleSign {
    /// What the header says that names it.
    Named(String),
    /// A refusal that may be for the role.
    Refused,
}

/// Told every sign of the role in every answer.
pub type RoleObserver = Arc<dyn Fn(RoleSign) + Send + Sync>;

#[derive(Clone)]
pub(super) struct Watch {
    header: Option<String>,
    observer: RoleObserver,
}

impl PartnerCenter {
    /// Has an observer told of the visitor's role from now on. `header` is the one that names it, if
    /// there is one: the transport has to keep it.
    pub fn watch_role(&self, header: Option<&str>, observer: RoleObserver) {
        let header = header.map(str::to_owned);
        let watch = Some(Watch { header, observer });
        self.with_state(|state| state.role_watch = watch);
    }

    pub(super) fn look_for_role(&self, response: &Response, refusal: Option<&ApiError>) {
        // What the observer does may be another call: nothing is locked meanwhile.
        let Some(watch) = self.with_state(|state| state.role_watch.clone()) else {
            return;
        };
        let named = watch.header.and_then(|name| response.header(&name));
        if let Some(named) = named {
            (watch.observer)(RoleSign::Named(named.to_owned()));
        }
        if refusal.is_some_and(ApiError::may_be_for_role) {
            (watch.observer)(RoleSign::Refused);
        }
    }
}
