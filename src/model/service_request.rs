//! A request to Partner Center's support (Microsoft, "Service request resources"), and what it can
//! be about.

use super::agreement::Contact;
use super::fold::fold;
use super::report::Impact;
use super::status::wire_enum;
use super::{AttachmentId, CustomerId, ServiceRequestId, Timestamp};

mod changes;
mod list;
mod note_draft;

pub use changes::{decided, same_words};
pub use list::{Filter, Standing};
pub use note_draft::NoteDraft;

/// What a request can be about, as the server lists it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Topic {
    /// A number in the list of topics, text in a request.
    pub id: String,
    pub name: String,
    pub description: Option<String>,
}

impl Topic {
    /// Whether it is the one for refunds: no list of ids was ever published, so its name says it, in
    /// the language in which the server names its topics.
    pub fn is_refund(&self) -> bool {
        let name = fold(&self.name);
        name.contains("csp") && (name.contains("refund") || name.contains("rembours"))
    }
}

wire_enum!(
    /// How grave it is. Lists print the number, a single request the word.
    Severity {
        Critical = "critical",
        Moderate = "moderate",
        Minimal = "minimal",
    }
);

wire_enum!(
    /// How far a request has come.
    RequestStatus {
        None = "none",
        Open = "open",
        Closed = "closed",
        /// Support waits for the partner.
        AttentionNeeded = "attention_needed",
    }
);

impl Severity {
    /// Reads the word, or the number of .NET's enum in its place.
    pub fn read(text: String) -> Self {
        numbered(text, &["unknown", "critical", "moderate", "minimal"]).into()
    }
}

impl From<Impact> for Severity {
    fn from(impact: Impact) -> Self {
        match impact {
            Impact::Critical => Severity::Critical,
            Impact::Moderate => Severity::Moderate,
            Impact::Minimal => Severity::Minimal,
        }
    }
}

impl RequestStatus {
    /// Reads the word, or the number of .NET's enum in its place.
    pub fn read(text: String) -> Self {
        numbered(text, &["none", "open", "closed", "attention_needed"]).into()
    }

    /// Whether nothing more is expected of anybody.
    pub fn is_closed(&self) -> bool {
        *self == RequestStatus::Closed
    }
}

fn numbered(text: String, names: &[&str]) -> String {
    let name = text.parse().ok().and_then(|at: usize| names.get(at));
    name.map_or(text, |name| (*name).to_owned())
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceRequest {
    pub id: ServiceRequestId,
    pub title: String,
    /// Foreign text, of any length.
    pub description: String,
    pub severity: Severity,
    pub topic: Option<String>,
    pub topic_name: Option<String>,
    pub status: RequestStatus,
    /// Whom it is about: its id is the customer's tenant.
    pub organization: Option<Organization>,
    pub contact: Option<Contact>,
    pub created: Option<Timestamp>,
    pub modified: Option<Timestamp>,
    pub closed: Option<Timestamp>,
    pub notes: Vec<Note>,
    pub files: Vec<FileLink>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organization {
    pub id: Option<CustomerId>,
    pub name: Option<String>,
}

/// What somebody wrote to a request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    pub by: Option<String>,
    pub created: Option<Timestamp>,
    /// Foreign text.
    pub text: String,
}

/// A file of a request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileLink {
    pub id: Option<String>,
    /// Without its extension.
    pub name: String,
    pub extension: Option<String>,
    /// Bytes
    pub size: Option<i64>,
    /// A foreign address.
    pub location: Option<String>,
}

impl FileLink {
    /// Name and extension.
    pub fn whole_name(&self) -> String {
        let extension = self.extension.as_deref().unwrap_or_default();
        let extension = extension.trim_start_matches('.');
        match extension.is_empty() {
            true => self.name.clone(),
            false => [&self.name, ".", extension].concat(),
        }
    }
}

/// A request as it is handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRequest {
    /// The topic's id.
    pub topic: String,
    pub impact: Impact,
    pub title: String,
    /// The whole text, as it was shown before.
    pub description: String,
    pub contact: Contact,
    /// Whom it is about.
    pub customer: Option<(CustomerId, String)>,
    /// Uploaded before.
    pub attachments: Vec<AttachmentId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refund_topic_is_known_by_its_name() {
        let topic = |name: &str| Topic {
            name: name.to_owned(),
            ..Topic::default()
        };
        for name in [
            "CSP Purchase/Refund on behalf of customers",
            "CSP purchase/refund on behalf of customers",
            "Achat/remboursement d\u{2019}offres CSP pour le compte de clients",
            "CSP achat/remboursement pour le compte des clients",
        ] {
            assert!(topic(name).is_refund(), "{name}");
        }
        for name in [
            "Cannot manage my profile",
            "Partner Center Issues",
            "",
            "Refund of a fee",
        ] {
            assert!(!topic(name).is_refund(), "{name}");
        }
    }

    #[test]
    fn words_and_numbers_say_the_same() {
        let severity = |text: &str| Severity::read(text.to_owned());
        let status = |text: &str| RequestStatus::read(text.to_owned());
        assert_eq!(severity("1"), Severity::Critical);
        assert_eq!(severity("Critical"), Severity::Critical);
        assert_eq!(severity("3"), Severity::Minimal);
        assert_eq!(severity("0"), Severity::Unknown("unknown".to_owned()));
        assert_eq!(severity("9"), Severity::Unknown("9".to_owned()));
        assert_eq!(status("3"), RequestStatus::AttentionNeeded);
        assert_eq!(status("AttentionNeeded"), RequestStatus::AttentionNeeded);
        assert_eq!(status("2"), RequestStatus::Closed);
        assert_eq!(
            status("paused"),
            RequestStatus::Unknown("paused".to_owned())
        );
    }

    #[test]
    fn a_file_has_its_extension_once() {
        let name = |extension: Option<&str>| {
            FileLink {
                name: "invoice".to_owned(),
                extension: extension.map(str::to_owned),
                ..FileLink::default()
            }
            .whole_name()
        };
        assert_eq!(name(Some("pdf")), "invoice.pdf");
        assert_eq!(name(Some(".pdf")), "invoice.pdf");
        assert_eq!(name(None), "invoice");
    }
}
