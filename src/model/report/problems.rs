//! What has to be put right in a report, field by field and step by step.

use super::{
    AmountProblem, Known, LONGEST_TEXT, LONGEST_TITLE, Lookup, ProblemType, Report, amount,
};
use crate::model::Money;
use crate::model::agreement::is_address;
use crate::model::money::Currency;
use crate::model::product_key;
use crate::model::service_request::Topic;

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The type of the problem.
    Topic,
    Tenant,
    Purchase,
    Reason,
    Amount,
    Currency,
    Impact,
    Title,
    /// The words that are added, or the whole text.
    Description,
    ContactName,
    ContactEmail,
    ContactPhone,
}

impl Field {
    /// The word in addresses of fields, and in drafts.
    pub fn as_str(self) -> &'static str {
        match self {
            Field::Topic => "topic",
            Field::Tenant => "tenant",
            Field::Purchase => "purchase",
            Field::Reason => "reason",
            Field::Amount => "amount",
            Field::Currency => "currency",
            Field::Impact => "impact",
            Field::Title => "title",
            Field::Description => "description",
            Field::ContactName => "contact-name",
            Field::ContactEmail => "contact-email",
            Field::ContactPhone => "contact-phone",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    Missing,
    /// Not of the form that the field asks for.
    Malformed,
    /// No customer of the partner's has this GUID or domain.
    UnknownCustomer,
    /// The customer has no such order or subscription.
    NotOfCustomer,
    Amount(AmountProblem),
    /// Nothing was paid in this currency.
    OtherCurrency,
    /// What was paid.
    MoreThanPaid(Money),
    /// How many characters it may have.
    TooLong(usize),
    /// Something in it looks like a product key, which nobody may send.
    HoldsKey,
    /// Refunds are for other roles.
    NotAllowed,
    /// The server has no such type of problem.
    NotOffered,
    /// The person's own version of the text no longer says whose purchase it is about, or which.
    FactMissing(Field),
}

type Found = Vec<(Field, Problem)>;

impl Report {
    /// Problems of the type. `topics` are those of the server, once they are known; `may_refund` says
    /// whether the role may ask for one.
    pub fn problems_of_topic(&self, topics: Option<&[Topic]>, may_refund: bool) -> Found {
        let offered = topics.is_none_or(|topics| self.problem.topic(topics).is_some());
        let problem = match (self.is_refund(), may_refund, offered) {
            _ if self.problem == ProblemType::NOT_CHOSEN => Some(Problem::Missing),
            (true, false, _) => Some(Problem::NotAllowed),
            (_, _, false) => Some(Problem::NotOffered),
            _ => None,
        };
        let found = problem.map(|problem| (Field::Topic, problem));
        found.into_iter().collect()
    }

    /// Problems of the facts, in the order of the fields. Only a refund needs them; of another
    /// problem customer and purchase may be named, and have to be right then.
    pub fn problems_of_facts(&self, known: Known) -> Found {
        let facts = &self.facts;
        let mut found = Found::new();
        let needed = |fact: &str| match self.is_refund() {
            true => filled(fact),
            false => None,
        };
        let named = |fact: &str| !fact.trim().is_empty();
        let mut note = |field, problem: Option<Problem>| {
            found.extend(problem.map(|problem| (field, problem)));
        };
        note(
            Field::Tenant,
            needed(&facts.tenant).or(match (facts.customer(), known.tenant) {
                (None, _) => named(&facts.tenant).then_some(Problem::Malformed),
                (Some(_), Lookup::NotFound) => Some(Problem::UnknownCustomer),
                _ => None,
            }),
        );
        note(
            Field::Purchase,
            needed(&facts.purchase).or(match (facts.purchased(), known.purchase) {
                (None, _) => named(&facts.purchase).then_some(Problem::Malformed),
                (Some(_), Lookup::NotFound) => Some(Problem::NotOfCustomer),
                _ => None,
            }),
        );
        if !self.is_refund() {
            return found;
        }
        note(Field::Reason, text(&facts.reason, LONGEST_TEXT));
        let currency = facts.currency();
        note(
            Field::Amount,
            filled(&facts.amount).or_else(|| sum(&facts.amount, currency.as_ref(), known.paid)),
        );
        note(
            Field::Currency,
            filled(&facts.currency).or(match currency {
                None => Some(Problem::Malformed),
                Some(currency) => other(&currency, known.paid).then_some(Problem::OtherCurrency),
            }),
        );
        found
    }

    /// Problems of impact and title.
    pub fn problems_of_details(&self) -> Found {
        let mut found = Found::new();
        if self.impact.is_none() {
            found.push((Field::Impact, Problem::Missing));
        }
        let title = text(&self.title, LONGEST_TITLE);
        found.extend(title.map(|problem| (Field::Title, problem)));
        found
    }

    /// Problems of the description. `whole` is the text that would be sent.
    pub fn problems_of_description(&self, whole: &str) -> Found {
        let words = self.own_text.as_ref().unwrap_or(&self.words);
        // A refund is described by its facts; what is added is up to the person.
        let needed = self.own_text.is_some() || !self.is_refund();
        let problem = match needed {
            true => filled(words),
            false => None,
        };
        let problem = problem.or_else(|| {
            let too_long = whole.chars().count() > LONGEST_TEXT;
            too_long.then_some(Problem::TooLong(LONGEST_TEXT))
        });
        let problem = problem.or_else(|| {
            // Also one that lies across what was typed and what was put around it.
            let holds = product_key::is_in(words) || product_key::is_in(whole);
            holds.then_some(Problem::HoldsKey)
        });
        let problem = problem.or_else(|| self.missing_fact().map(Problem::FactMissing));
        problem
            .map(|problem| (Field::Description, problem))
            .into_iter()
            .collect()
    }

    /// Problems of the contact. The brief asks for all three.
    pub fn problems_of_contact(&self) -> Found {
        let contact = &self.contact;
        let email = contact.email.trim();
        let malformed = |fits: bool| (!fits).then_some(Problem::Malformed);
        let fields = [
            (Field::ContactName, text(&contact.name, LONGEST_TITLE)),
            (
                Field::ContactEmail,
                text(email, LONGEST_TITLE).or(malformed(is_address(email))),
            ),
            (
                Field::ContactPhone,
                text(&contact.phone, 50).or(malformed(is_phone(contact.phone.trim()))),
            ),
        ];
        let found = fields.into_iter();
        found
            .filter_map(|(field, problem)| Some((field, problem?)))
            .collect()
    }

    /// All of them, in the order of the steps.
    pub fn problems(&self, known: Known, whole: &str) -> Found {
        [
            self.problems_of_facts(known),
            self.problems_of_details(),
            self.problems_of_description(whole),
            self.problems_of_contact(),
        ]
        .concat()
    }

    /// What names customer and purchase, and is no longer in the person's own version.
    fn missing_fact(&self) -> Option<Field> {
        let own = self.own_text.as_ref().filter(|_| self.is_refund())?;
        let own = own.to_ascii_lowercase();
        let facts = &self.facts;
        let needed = [
            (Field::Tenant, &facts.tenant),
            (Field::Purchase, &facts.purchase),
        ];
        let lacks = |fact: &str| !own.contains(&fact.trim().to_ascii_lowercase());
        let found = needed.into_iter().find(|(_, fact)| lacks(fact));
        found.map(|(field, _)| field)
    }
}

fn filled(text: &str) -> Option<Problem> {
    text.trim().is_empty().then_some(Problem::Missing)
}

fn text(text: &str, most: usize) -> Option<Problem> {
    let text = text.trim();
    if text.is_empty() {
        Some(Problem::Missing)
    } else if text.chars().count() > most {
        Some(Problem::TooLong(most))
    } else {
        product_key::is_in(text).then_some(Problem::HoldsKey)
    }
}

/// What is wrong with an amount. Without a currency its places are nobody's business yet.
fn sum(text: &str, currency: Option<&Currency>, paid: &[Money]) -> Option<Problem> {
    let currency = currency?;
    let amount = match amount(text, currency) {
        Ok(amount) => amount,
        Err(problem) => return Some(Problem::Amount(problem)),
    };
    let paid = paid.iter().find(|paid| paid.currency == *currency)?;
    (amount > paid.amount).then(|| Problem::MoreThanPaid(paid.clone()))
}

fn other(currency: &Currency, paid: &[Money]) -> bool {
    !paid.is_empty() && paid.iter().all(|paid| paid.currency != *currency)
}

/// Digits enough to be called, and what people put between them.
fn is_phone(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let body = text.strip_prefix('+').unwrap_or(text);
    let between = |letter: char| letter.is_ascii_digit() || " -./()\u{a0}\u{202f}".contains(letter);
    (5..=20).contains(&digits) && body.chars().all(between)
}
