//! Requests to Partner Center's support, by the contract of 2020: `/servicerequests`. Microsoft took
//! back the call that creates one; a gateway may offer it.
//!
//! Two members are ours: `attachmentIds` of a new request names files uploaded before, and
//! `organization.id` of one carries the customer's tenant.

use serde_json::Value;

use super::client::{Asked, PartnerCenter, Write};
use super::collection::Collection;
use super::error::ApiError;
use super::json::{Fields, Read, Unfit, Writer, array, quoted};
use super::paging::NextPage;
use super::path::{path, query};
use super::transport::{Body, LocalFuture, Method};
use crate::model::service_request::{
    FileLink, NewRequest, Note, Organization, RequestStatus, ServiceRequest, Severity, Topic,
};
use crate::model::{CustomerId, RequestId, ServiceRequestId};

impl Read for Topic {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = Topic {
            id: from.own_id("id")?,
            name: from.words("name"),
            description: from.text("description"),
        };
        from.or_unfit(read)
    }
}

impl Read for ServiceRequest {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = ServiceRequest {
            id: from.own_id("id")?,
            title: from.words("title"),
            description: from.words("description"),
            severity: Severity::read(from.words("severity")),
            topic: from.text("supportTopicId"),
            topic_name: from.text("supportTopicName"),
            status: RequestStatus::read(from.words("status")),
            organization: from.member("organization"),
            contact: from.member("primaryContact"),
            created: from.date("createdDate"),
            modified: from.date("lastModifiedDate"),
            closed: from.date("lastClosedDate"),
            notes: from.list("notes"),
            files: from.list("fileLinks"),
        };
        from.or_unfit(read)
    }
}

impl Read for Organization {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = Organization {
            // What is no tenant says nothing of a customer, and nothing against the request.
            id: from.text("id").and_then(|id| id.parse().ok()),
            name: from.text("name"),
        };
        from.or_unfit(read)
    }
}

impl Read for Note {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = Note {
            by: from.text("createdByName"),
            created: from.date("createdDate"),
            text: from.words("text"),
        };
        from.or_unfit(read)
    }
}

impl Read for FileLink {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = FileLink {
            id: from.text("id"),
            name: from.words("fileNameWithoutExtension"),
            extension: from.text("fileExtension"),
            size: from.number("fileSize"),
            location: from.text("location"),
        };
        from.or_unfit(read)
    }
}

/// What is sent for a new request.
pub fn new_body(asked: &NewRequest) -> String {
    let contact = &asked.contact;
    let filled = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
    let person = Writer::new()
        .text_if("firstName", filled(&contact.first_name).as_deref())
        .text("lastName", contact.last_name.trim())
        .text("email", contact.email.trim())
        .text_if("phoneNumber", filled(&contact.phone).as_deref())
        .end();
    let body = Writer::new()
        .text("title", asked.title.trim())
        .text("description", &asked.description)
        .text("severity", Severity::from(asked.impact).as_str())
        .text("supportTopicId", &asked.topic)
        .raw("primaryContact", &person);
    let body = match &asked.customer {
        None => body,
        Some((id, name)) => {
            let organization = Writer::new().text("id", id.as_str()).text("name", name);
            body.raw("organization", &organization.end())
        }
    };
    if asked.attachments.is_empty() {
        return body.end();
    }
    let files: Vec<String> = asked
        .attachments
        .iter()
        .map(|id| quoted(id.as_str()))
        .collect();
    body.raw("attachmentIds", &array(&files)).end()
}

/// What changes of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RequestChange {
    /// A note of the partner's.
    Note(String),
    Close,
    Reopen,
}

impl RequestChange {
    /// What is sent for it.
    pub fn body(&self) -> String {
        let status = |status: RequestStatus| Writer::new().text("status", status.as_str()).end();
        match self {
            RequestChange::Close => status(RequestStatus::Closed),
            RequestChange::Reopen => status(RequestStatus::Open),
            RequestChange::Note(text) => {
                let note = Writer::new().text("text", text).end();
                Writer::new().raw("newNote", &note).end()
            }
        }
    }
}

/// Requests asked for at once.
const PAGE_SIZE: &str = "50";

impl PartnerCenter {
    /// What requests can be about, named in the language of the client.
    pub fn support_topics(&self) -> Asked<Collection<Topic>> {
        self.list(Ok("/servicerequests/supporttopics".to_owned()))
    }

    /// Hands in a request. `locale` is the language in which support shall answer: `fr-FR`.
    pub fn create_service_request(
        &self,
        request: &RequestId,
        locale: &str,
        asked: &NewRequest,
    ) -> Asked<ServiceRequest> {
        self.carry_out(Write {
            request,
            customer: asked.customer.as_ref().map(|(id, _)| id),
            method: Method::Post,
            path: path("/servicerequests/{}", &[locale]),
            body: Some(Body::Json(new_body(asked))),
            etag: None,
        })
    }

    /// A page of all requests that the visitor may see: his or her own.
    pub fn service_requests(
        &self,
        next: Option<&NextPage>,
    ) -> LocalFuture<Result<Collection<ServiceRequest>, ApiError>> {
        self.page(query("/servicerequests", &[("size", PAGE_SIZE)]), next)
    }

    /// The requests about a customer, which come whole.
    pub fn service_requests_of(&self, customer: &CustomerId) -> Asked<Collection<ServiceRequest>> {
        self.list(path("/customers/{}/servicerequests", &[customer.as_str()]))
    }

    pub fn service_request(&self, id: &ServiceRequestId) -> Asked<ServiceRequest> {
        self.read(path("/servicerequests/{}", &[id.as_str()]))
    }

    /// Adds a note to a request, closes it or opens it again.
    pub fn change_service_request(
        &self,
        request: &RequestId,
        id: &ServiceRequestId,
        change: &RequestChange,
    ) -> Asked<ServiceRequest> {
        self.carry_out(Write {
            request,
            customer: None,
            method: Method::Patch,
            path: path("/servicerequests/{}", &[id.as_str()]),
            body: Some(Body::Json(change.body())),
            etag: None,
        })
    }
}
