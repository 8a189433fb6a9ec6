//! A problem report to Partner Center, as the brief's form has it: type of problem, impact, title,
//! description with four facts, contact, files.

use super::agreement;
use super::service_request::Topic;

mod amount;
mod facts;
mod outgoing;
mod problems;
mod purchase;
#[cfg(test)]
mod tests;
mod trouble;

pub use amount::{AmountProblem, amount};
pub use facts::{Facts, Known, Lookup, Purchased};
pub use outgoing::{About, Phrase, outgoing, proposed_title, reference, was_sent};
pub use problems::{Field, Problem};
pub use purchase::Purchase;
pub use trouble::Trouble;

/// Characters of a title.
pub const LONGEST_TITLE: usize = 255;

/// Characters of the whole text.
pub const LONGEST_TEXT: usize = 10_000;

/// What a report is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ProblemType {
    /// The brief's: CSP purchase/refund on behalf of customers.
    #[default]
    Refund,
    /// Another topic of the server's list, by its id.
    Topic(String),
}

impl ProblemType {
    /// A problem of which the type is still to be chosen.
    pub const NOT_CHOSEN: ProblemType = ProblemType::Topic(String::new());

    /// The id to send, by the server's list; `None` where it has no such topic.
    pub fn topic(&self, topics: &[Topic]) -> Option<String> {
        match self {
            ProblemType::Refund => {
                let found = topics.iter().find(|topic| topic.is_refund());
                found.map(|topic| topic.id.clone())
            }
            ProblemType::Topic(id) => {
                let found = topics.iter().find(|topic| topic.id == *id);
                found.map(|topic| topic.id.clone())
            }
        }
    }
}

/// How grave it is (Microsoft, "Report problems on behalf of a customer").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Impact {
    Critical,
    Moderate,
    Minimal,
}

impl Impact {
    pub const ALL: [Impact; 3] = [Impact::Critical, Impact::Moderate, Impact::Minimal];

    /// The word in drafts and forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Impact::Critical => "critical",
            Impact::Moderate => "moderate",
            Impact::Minimal => "minimal",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|impact| impact.as_str() == text)
    }
}

/// Who can be asked, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    pub name: String,
    pub email: String,
    pub phone: String,
}

impl Contact {
    /// For the wire, which has two names: what stands before the first space is the first one,
    /// unless a comma says that the last one comes first. A single name is the last one.
    pub fn split(&self) -> agreement::Contact {
        let name = self.name.trim();
        let (first, last) = match name.split_once(',') {
            Some((last, first)) => (first, last),
            None => name.split_once(char::is_whitespace).unwrap_or(("", name)),
        };
        let (first, last) = match last.trim() {
            "" => ("", first),
            _ => (first, last),
        };
        agreement::Contact {
            first_name: first.trim().to_owned(),
            last_name: last.trim().to_owned(),
            email: self.email.trim().to_owned(),
            phone: self.phone.trim().to_owned(),
        }
    }
}

/// A report as it is typed: nothing here need be right yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub problem: ProblemType,
    pub impact: Option<Impact>,
    /// Of a refund.
    pub facts: Facts,
    pub title: String,
    /// What the person adds to the facts, or the whole of another problem.
    pub words: String,
    /// The whole text in the person's own version, instead of the one that is put together.
    pub own_text: Option<String>,
    pub contact: Contact,
}

impl Report {
    pub fn is_refund(&self) -> bool {
        self.problem == ProblemType::Refund
    }
}
