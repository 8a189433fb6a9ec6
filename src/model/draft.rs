//! What was typed into a wizard and not sent yet: kept, so that nothing typed is ever lost.
//!
//! Everything stands here as it was typed, readable or not; what looks like a product key is masked
//! before it is stored.

use super::cancellation::{Reason, Tracker};
use super::report::Report;
use super::{AttachmentId, CustomerId, OrderId, RequestId, Timestamp};

mod json;
mod merge;
mod record;
#[cfg(test)]
mod tests;

pub use merge::merged;
pub use record::{Record, SCHEMA, is_sent, read, write};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its own id, which also makes the reference of a report.
    pub id: RequestId,
    /// `None` while a report that began without one does not name it yet.
    pub customer: Option<Whose>,
    pub created: Timestamp,
    pub changed: Timestamp,
    /// The operation that sent it, once there is one.
    pub operation: Option<RequestId>,
    pub wizard: Wizard,
}

/// The customer, as every list of drafts names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whose {
    pub id: CustomerId,
    pub name: String,
    pub domain: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wizard {
    Cancel(CancelDraft),
    Report(Box<ReportDraft>),
}

/// Steps of the wizard that cancels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum CancelStep {
    /// Which lines.
    #[default]
    Lines,
    Reason,
    Consequences,
    Review,
}

/// A cancellation as far as it was filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CancelDraft {
    pub step: CancelStep,
    pub order: OrderId,
    /// Numbers of the chosen lines.
    pub lines: Vec<u32>,
    pub reason: Reason,
    /// The box of the consequences is ticked.
    pub acknowledged: bool,
    /// What happened since it was accepted.
    pub tracker: Option<Tracker>,
}

/// Steps of the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReportStep {
    #[default]
    Facts,
    Details,
    Description,
    Contact,
    Review,
    Sent,
}

/// A report as far as it was filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportDraft {
    pub step: ReportStep,
    /// Where it was opened from.
    pub order: Option<OrderId>,
    pub line: Option<u32>,
    /// Numbers of the order's lines that it is about; none stands for all of it.
    pub lines: Vec<u32>,
    /// The title is the person's, and no proposal any more.
    pub own_title: bool,
    /// So are amount and currency.
    pub own_amount: bool,
    pub report: Report,
    /// The language of what is sent: `en`, `fr`.
    pub language: String,
    pub files: Vec<DraftFile>,
    /// The number of the request that it became.
    pub request: Option<String>,
}

/// A file that was chosen. Its bytes are not kept: after a reload it is chosen again, and goes on
/// where it stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftFile {
    pub name: String,
    /// Bytes
    pub size: u64,
    pub content_type: String,
    /// Once it was announced to the server.
    pub attachment: Option<AttachmentId>,
    /// Bytes acknowledged.
    pub received: u64,
}

impl DraftFile {
    /// Whether all of it is on the server.
    pub fn is_sent(&self) -> bool {
        self.attachment.is_some() && self.received >= self.size
    }

    /// Whether a file that is chosen now is the same one, as far as anybody can tell.
    pub fn is_same(&self, name: &str, size: u64) -> bool {
        self.name == name && self.size == size
    }
}

impl CancelStep {
    pub const ALL: [CancelStep; 4] = [
        CancelStep::Lines,
        CancelStep::Reason,
        CancelStep::Consequences,
        CancelStep::Review,
    ];

    /// The word in addresses and drafts.
    pub fn as_str(self) -> &'static str {
        match self {
            CancelStep::Lines => "lines",
            CancelStep::Reason => "reason",
            CancelStep::Consequences => "consequences",
            CancelStep::Review => "review",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.as_str() == text)
    }
}

impl ReportStep {
    pub const ALL: [ReportStep; 6] = [
        ReportStep::Facts,
        ReportStep::Details,
        ReportStep::Description,
        ReportStep::Contact,
        ReportStep::Review,
        ReportStep::Sent,
    ];

    /// The word in addresses and drafts.
    pub fn as_str(self) -> &'static str {
        match self {
            ReportStep::Facts => "facts",
            ReportStep::Details => "details",
            ReportStep::Description => "description",
            ReportStep::Contact => "contact",
            ReportStep::Review => "review",
            ReportStep::Sent => "sent",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.as_str() == text)
    }
}
