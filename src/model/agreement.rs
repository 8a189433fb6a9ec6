//! The Microsoft Customer Agreement: who accepted it, when, and confirming it for a customer.

use super::Timestamp;
use super::time::Date;

/// The one agreement that software needs, as the API names it.
pub const CUSTOMER_AGREEMENT: &str = "MicrosoftCustomerAgreement";

/// An agreement's text, as it is confirmed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template {
    pub id: String,
    pub kind: String,
    /// Where to read it: a foreign address.
    pub link: Option<String>,
    /// The highest is the current one.
    pub version_rank: Option<i64>,
}

/// The current template of the customer agreement.
pub fn current(templates: Vec<Template>) -> Option<Template> {
    let mut best: Option<Template> = None;
    for template in templates {
        let fits = template.kind.eq_ignore_ascii_case(CUSTOMER_AGREEMENT);
        let newer = best
            .as_ref()
            .is_none_or(|best| best.version_rank < template.version_rank);
        if fits && newer && !template.id.is_empty() {
            best = Some(template);
        }
    }
    best
}

/// That a partner confirmed a customer's acceptance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Confirmation {
    pub contact: Contact,
    pub template: String,
    pub agreed: Option<Timestamp>,
    pub kind: String,
    pub link: Option<String>,
}

/// Who accepted it at the customer's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    /// Not asked for by the API.
    pub phone: String,
}

impl Confirmation {
    /// Whether it is of the agreement that software needs, and not of an older one.
    pub fn is_of_customer_agreement(&self) -> bool {
        self.kind.eq_ignore_ascii_case(CUSTOMER_AGREEMENT)
    }
}

/// What is typed to confirm an acceptance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Acceptance {
    pub contact: Contact,
    /// `2026-11-23`, as a date field gives it.
    pub date: String,
}

/// A field of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    FirstName,
    LastName,
    Email,
    Date,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Missing,
    /// No e-mail address, no date.
    Malformed,
    /// The server refuses a date that has not come.
    InFuture,
}

impl Acceptance {
    /// What has to be put right before it can be confirmed, in the order of the fields.
    ///
    /// `today` is the date where the person is: a date of today is not in the future for them. The
    /// server compares moments, and the moment sent is the beginning of that UTC date or now,
    /// whichever is earlier ([`Acceptance::moment`]).
    pub fn problems(&self, today: Date) -> Vec<(Field, Problem)> {
        let texts = [
            (Field::FirstName, &self.contact.first_name),
            (Field::LastName, &self.contact.last_name),
            (Field::Email, &self.contact.email),
            (Field::Date, &self.date),
        ];
        let mut problems = Vec::new();
        for (field, text) in texts {
            let text = text.trim();
            let problem = match field {
                _ if text.is_empty() => Some(Problem::Missing),
                Field::Email if !is_address(text) => Some(Problem::Malformed),
                Field::Date => match date(text) {
                    None => Some(Problem::Malformed),
                    Some(date) => (date > today).then_some(Problem::InFuture),
                },
                _ => None,
            };
            problems.extend(problem.map(|problem| (field, problem)));
        }
        problems
    }

    /// The moment to send: never after `now`, by the server's clock.
    pub fn moment(&self, now: Timestamp) -> Option<Timestamp> {
        let date = date(self.date.trim())?;
        let moment = Timestamp::from_civil(date, 0, 0, 0)?;
        Some(moment.min(now))
    }
}

/// A date field's value and nothing else.
fn date(text: &str) -> Option<Date> {
    let date = (text.len() == 10).then(|| Timestamp::parse(text))?;
    date.map(Timestamp::date)
}

/// Something before and after one `@`, without a space: what the server will take it for is its own.
pub(super) fn is_address(text: &str) -> bool {
    let parts: Vec<&str> = text.split('@').collect();
    parts.len() == 2
        && parts.iter().all(|part| !part.is_empty())
        && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests;
