//! Handing in a report: once, whatever happens on the way; and finding out what became of it.
//!
//! Where the answer is lost the list of requests is asked for the reference that stands in the text.
//! It is not sent again by itself; when a person does, it is with the same id.

use crate::i18n::Lang;
use crate::model::operation::{Effect, OperationKind, OperationState};
use crate::model::report::{reference, was_sent};
use crate::model::service_request::NewRequest;
use crate::model::{CustomerId, RequestId, ServiceRequestId};
use crate::operations::{Operations, Running};
use crate::partner_center::{ApiError, PartnerCenter};
use crate::reactive::spawn_local;

/// How it went.
pub(super) enum Sent {
    /// It became this request; `None` while no list shows it yet.
    Done(Option<ServiceRequestId>),
    /// The server has looked at it and says no.
    Refused(ApiError),
    /// It was turned away before it was looked at: nothing happened.
    NotCarriedOut(ApiError),
    /// Nobody knows; to be asked again. With what stood in the way, if that is new.
    Unknown(Option<ApiError>),
    /// Nobody here tried to.
    NotBegun,
    /// This page is at it already.
    Busy,
}

/// What is asked of the server.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Ask {
    /// To take it; what was tried before is found out about first.
    Send,
    /// To take once more what is in doubt, by the same request.
    Again,
    /// What became of it.
    Settle,
}

/// A report on its way.
pub(super) struct SendOf {
    pub api: PartnerCenter,
    pub operations: Operations,
    pub draft: RequestId,
    /// The language in which support is to answer.
    pub spoken: Lang,
    /// Whose list shows it.
    pub customer: Option<CustomerId>,
    /// What is handed in; `None` where there is nothing but to ask.
    pub request: Option<NewRequest>,
}

impl SendOf {
    /// Does it, and calls `done` with what came of it. The guard against a second press is set before
    /// this returns.
    pub fn run(self, ask: Ask, done: impl FnOnce(Sent) + 'static) {
        let kind = OperationKind::ServiceRequest;
        let begun = self.operations.begin(kind, self.draft.to_string());
        let Some(begun) = begun else {
            return done(Sent::Busy);
        };
        spawn_local(async move {
            // A draft becomes one request, whatever of it is changed between two attempts.
            let running = begun.open(&reference(&self.draft)).await;
            done(self.go_on(running, ask).await);
        });
    }

    async fn go_on(&self, mut running: Running, ask: Ask) -> Sent {
        match (running.state(), ask) {
            (OperationState::Done, _) => Sent::Done(self.find().await.ok().flatten()),
            (OperationState::Unknown, Ask::Again) | (OperationState::Prepared, Ask::Send) => {
                self.send(&mut running).await
            }
            (OperationState::Unknown, _) => self.settle(&mut running).await,
            _ => Sent::NotBegun,
        }
    }

    async fn send(&self, running: &mut Running) -> Sent {
        let Some(request) = &self.request else {
            return Sent::NotBegun;
        };
        let answer = running
            .attempt(|api, id| api.create_service_request(id, locale(self.spoken), request))
            .await;
        let (effect, error) = match answer {
            Ok(request) => return Sent::Done(Some(request.id)),
            Err(failed) => failed,
        };
        match (effect, running.state()) {
            (Effect::None, OperationState::Prepared) => Sent::NotCarriedOut(error),
            (_, OperationState::Failed) => Sent::Refused(error),
            _ => {
                let find = async || self.find().await.ok().flatten();
                match running.find_out(find).await {
                    Some(found) => Sent::Done(Some(found)),
                    None => Sent::Unknown(Some(error)),
                }
            }
        }
    }

    async fn settle(&self, running: &mut Running) -> Sent {
        match self.find().await {
            Ok(Some(found)) => {
                running.resolve(true).await;
                Sent::Done(Some(found))
            }
            Ok(None) => Sent::Unknown(None),
            Err(error) => Sent::Unknown(Some(error)),
        }
    }

    async fn find(&self) -> Result<Option<ServiceRequestId>, ApiError> {
        find(&self.api, self.customer.as_ref(), &self.draft).await
    }
}

/// The request that a draft became, if a list shows it: the customer's, which comes whole, or the
/// newest of all.
pub(super) async fn find(
    api: &PartnerCenter,
    customer: Option<&CustomerId>,
    draft: &RequestId,
) -> Result<Option<ServiceRequestId>, ApiError> {
    let listed = match customer {
        Some(customer) => api.service_requests_of(customer).await?,
        None => api.service_requests(None).await?,
    };
    let readable: Vec<_> = listed.items.into_iter().flatten().collect();
    Ok(was_sent(&readable, &reference(draft)).map(|found| found.id.clone()))
}

/// How far the sending of a draft has come, if it was begun on this device.
pub(super) async fn state(operations: Operations, draft: &RequestId) -> Option<OperationState> {
    let kind = OperationKind::ServiceRequest;
    let found = operations.find(&kind, &draft.to_string()).await?;
    Some(found.found_again().state)
}

fn locale(spoken: Lang) -> &'static str {
    match spoken {
        Lang::En => "en-US",
        Lang::Fr => "fr-FR",
    }
}
