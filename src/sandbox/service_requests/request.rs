//! A service request as it is stored, and as it goes out.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{SUPPORT, contact_id, partner, topics};
use crate::model::Timestamp;
use crate::partner_center::json::{decode, encode};
use crate::sandbox::attachments::Attachment;
use crate::sandbox::call::Call;
use crate::sandbox::documents::Documents;
use crate::sandbox::json::attributes;
use crate::sandbox::seed::company::Company;
use crate::sandbox::seed::who::Who;
use crate::sandbox::wire::{NOT_SET, date, without_zone};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Open,
    Closed,
    /// Support has asked something.
    AttentionNeeded,
}

impl Status {
    pub fn text(self) -> &'static str {
        match self {
            Status::Open => "open",
            Status::Closed => "closed",
            Status::AttentionNeeded => "attention_needed",
        }
    }

    /// Its place in the enum of the published contract.
    fn number(self) -> u8 {
        match self {
            Status::Open => 1,
            Status::Closed => 2,
            Status::AttentionNeeded => 3,
        }
    }
}

/// The impact on the partner's business.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    Critical,
    Moderate,
    Minimal,
}

impl Severity {
    pub const ALL: [Severity; 3] = [Severity::Critical, Severity::Moderate, Severity::Minimal];

    pub fn text(self) -> &'static str {
        match self {
            Severity::Critical => "critical",
            Severity::Moderate => "moderate",
            Severity::Minimal => "minimal",
        }
    }

    /// Its place in the enum of the published contract.
    pub fn number(self) -> u8 {
        match self {
            Severity::Critical => 1,
            Severity::Moderate => 2,
            Severity::Minimal => 3,
        }
    }
}

/// Whom support may ask.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Contact {
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    pub phone_number: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Note {
    pub by: String,
    /// Milliseconds since 1970
    pub created: i64,
    pub text: String,
    /// The `MS-RequestId` that added it: a repeated call adds it once.
    #[serde(default)]
    pub request_id: Option<String>,
    #[serde(default)]
    pub by_support: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ServiceRequest {
    pub id: String,
    /// Of the customer; none when it is about the partner alone.
    pub tenant: Option<String>,
    pub title: String,
    pub description: String,
    pub severity: Severity,
    pub topic: u64,
    pub contact: Option<Contact>,
    pub country: Option<String>,
    pub status: Status,
    /// Milliseconds since 1970, as `modified` and `closed`
    pub created: i64,
    pub modified: i64,
    pub closed: Option<i64>,
    pub notes: Vec<Note>,
    /// Ids of attachments
    pub attachments: Vec<String>,
    /// Ours: what is to be refunded.
    pub order_id: Option<String>,
    pub subscription_id: Option<String>,
    /// Whether it was written in French: support answers in the same language.
    pub in_french: bool,
    /// Since when support has what it needs for a decision.
    pub waits_since: Option<i64>,
    /// Whether support has asked something already.
    pub was_asked: bool,
}

const STORED: &str = "servicerequest/";

impl ServiceRequest {
    pub fn stored(documents: &Documents, id: &str) -> Option<ServiceRequest> {
        let stored = documents.get(&format!("{STORED}{id}"))?;
        decode(stored.clone()).ok()
    }

    pub fn all_stored(documents: &Documents) -> Vec<ServiceRequest> {
        let stored = documents.scan(STORED);
        let read = stored.filter_map(|(_, body)| decode(body.clone()).ok());
        read.collect()
    }

    pub fn store(&self, documents: &mut Documents) {
        let key = format!("{STORED}{}", self.id);
        documents.put(key, encode(self).unwrap_or_default());
    }

    pub fn company(&self) -> Option<Company> {
        let tenant = self.tenant.as_deref()?;
        Who::from_tenant(tenant).map(Company::of)
    }

    pub fn is_refund(&self) -> bool {
        self.topic == topics::REFUND
    }

    pub fn close(&mut self, at: Timestamp) {
        self.status = Status::Closed;
        self.closed = Some(at.millis());
        self.modified = at.millis();
        self.waits_since = None;
    }

    /// A note of support.
    pub fn answer(&mut self, text: impl Into<String>, at: Timestamp) {
        self.modified = at.millis();
        self.notes.push(Note {
            by: SUPPORT.to_owned(),
            created: at.millis(),
            text: text.into(),
            request_id: None,
            by_support: true,
        });
    }

    pub fn body(&self, call: &Call) -> Value {
        let organization = match self.company() {
            Some(company) => json!({ "id": company.tenant, "name": company.name }),
            None => partner(),
        };
        let date_of = |millis: i64| date(Timestamp::from_millis(millis));
        let name = topics::find(self.topic).map(|topic| topic.name.get(call.in_french()));
        let notes = self.notes.iter().map(|note| {
            json!({
                "createdByName": note.by,
                "createdDate": without_zone(Timestamp::from_millis(note.created)),
                "text": note.text,
            })
        });
        let files = self.attachments.iter();
        let files = files.filter_map(|id| Some(Attachment::find(call.documents, id)?.file_info()));
        let mut body = json!({
            "title": self.title,
            "description": self.description,
            "severity": self.severity.text(),
            "supportTopicId": self.topic.to_string(),
            "supportTopicName": name,
            "id": self.id,
            "status": self.status.text(),
            "organization": organization,
            "createdDate": date_of(self.created),
            "lastModifiedDate": date_of(self.modified),
            "lastClosedDate": self.closed.map_or(NOT_SET.to_owned(), date_of),
            "notes": notes.collect::<Vec<_>>(),
            "fileLinks": files.collect::<Vec<_>>(),
            "attributes": attributes("ServiceRequest"),
        });
        let own = [
            ("countryCode", &self.country),
            ("orderId", &self.order_id),
            ("subscriptionId", &self.subscription_id),
        ];
        for (name, value) in own {
            if let Some(value) = value {
                body[name] = value.as_str().into();
            }
        }
        if let Some(contact) = &self.contact {
            body["primaryContact"] = contact.body();
        }
        body
    }

    /// With enums as numbers.
    pub fn row(&self, call: &Call) -> Value {
        let mut body = self.body(call);
        body["severity"] = self.severity.number().into();
        body["status"] = self.status.number().into();
        body
    }

    /// Right after it was created the published body has no status and no dates yet.
    pub fn body_when_created(&self, call: &Call) -> Value {
        let mut body = self.body(call);
        body["status"] = "none".into();
        for name in ["createdDate", "lastModifiedDate", "lastClosedDate"] {
            body[name] = NOT_SET.into();
        }
        body
    }
}

impl Contact {
    fn body(&self) -> Value {
        json!({
            "organization": partner(),
            "contactId": contact_id(&self.email),
            "firstName": self.first_name,
            "lastName": self.last_name,
            "email": self.email,
            "phoneNumber": self.phone_number,
        })
    }
}
