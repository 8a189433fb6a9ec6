//! The text that is sent, put together from the report and from phrases in the language chosen for
//! it. What is shown before sending is this text and no other.

use super::{LONGEST_TITLE, Purchased, Report};
use crate::model::RequestId;
use crate::model::service_request::ServiceRequest;

/// A line of the text, to be said in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phrase<'a> {
    /// What is asked for.
    Intro,
    /// The customer's display name.
    Customer(&'a str),
    /// GUID or domain.
    Tenant(&'a str),
    Order(&'a str),
    /// What may be a subscription's id, or an order's.
    Subscription(&'a str),
    Product(&'a str),
    /// One line of an order of several, counted from 1, and what it is.
    Line(u32, &'a str),
    Reason(&'a str),
    /// Amount and currency: `1234.50 EUR`.
    Amount(&'a str),
    /// By which the request can be found again.
    Reference(&'a str),
}

/// What stands in the text beside what was typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct About<'a> {
    pub customer: Option<&'a str>,
    /// What was bought, where all of the purchase is meant.
    pub product: Option<&'a str>,
    /// Else the lines that are meant: their numbers, and what each of them is.
    pub lines: &'a [(u32, String)],
}

/// The whole text. `say` puts each line into words.
pub fn outgoing(
    report: &Report,
    about: About,
    reference: &str,
    say: &dyn Fn(Phrase) -> String,
) -> String {
    let last = say(Phrase::Reference(reference));
    if let Some(own) = &report.own_text {
        return paragraphs(&[own.trim(), &last]);
    }
    let facts = &report.facts;
    let (tenant, purchase) = (facts.tenant.trim(), facts.purchase.trim());
    let named = [
        about.customer.map(Phrase::Customer),
        (!tenant.is_empty()).then_some(Phrase::Tenant(tenant)),
        (!purchase.is_empty()).then_some(match facts.purchased() {
            Some(Purchased::Either(..)) => Phrase::Subscription(purchase),
            _ => Phrase::Order(purchase),
        }),
        about.product.map(Phrase::Product),
    ];
    let meant = about.lines.iter();
    // The first line of an order has the number 0; people count from 1.
    let meant = meant.map(|(number, name)| Phrase::Line(number.saturating_add(1), name));
    let named = named.into_iter().flatten().chain(meant);
    let mut lines: Vec<String> = named.map(say).collect();
    if !report.is_refund() {
        return paragraphs(&[report.words.trim(), &lines.join("\n"), &last]);
    }
    let amount = match facts.money() {
        Some(money) => money.to_string(),
        None => format!("{} {}", facts.amount.trim(), facts.currency.trim()),
    };
    lines.push(say(Phrase::Reason(facts.reason.trim())));
    lines.push(say(Phrase::Amount(amount.trim())));
    paragraphs(&[
        &say(Phrase::Intro),
        &lines.join("\n"),
        report.words.trim(),
        &last,
    ])
}

fn paragraphs(parts: &[&str]) -> String {
    let filled: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    filled.join("\n\n")
}

/// A proposed title, cut to what a title may have.
pub fn proposed_title(title: &str) -> String {
    let title = title.trim();
    if title.chars().count() <= LONGEST_TITLE {
        return title.to_owned();
    }
    let cut: String = title.chars().take(LONGEST_TITLE - 1).collect();
    cut.trim_end().to_owned() + "…"
}

/// What names a report in its own text: short, and the same for every attempt to send it.
pub fn reference(draft: &RequestId) -> String {
    let short: String = draft.as_str().chars().take(8).collect();
    "LK-".to_owned() + &short.to_ascii_uppercase()
}

/// The request that a report became, found by its reference: how an unknown outcome is found out.
pub fn was_sent<'a>(requests: &'a [ServiceRequest], reference: &str) -> Option<&'a ServiceRequest> {
    let mut all = requests.iter();
    all.find(|request| request.description.contains(reference))
}
