//! The requests from before the first use: of the customers whose names are known. None of them waits
//! for a refund.

use super::digits;
use super::request::{Contact, Note, ServiceRequest, Severity, Status};
use crate::sandbox::call::Call;
use crate::sandbox::seed::company::Company;
use crate::sandbox::seed::known::{KNOWN, Portfolio};
use crate::sandbox::seed::who::Who;

/// What is written down of a request.
struct Written {
    title: &'static str,
    description: &'static str,
    topic: u64,
    severity: Severity,
    status: Status,
    days_ago: i64,
    /// In turn of the partner and of support, and how many hours after the request.
    notes: &'static [(By, i64, &'static str)],
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Partner,
    Support,
}

const WRITTEN: &[Written] = &[
    Written {
        title: "Activation limit of a product key",
        description: "The key of the customer's office software says that it was activated too often. \
                      Twelve computers were replaced this month. Please raise the limit.",
        topic: 32_444_691,
        severity: Severity::Moderate,
        status: Status::Open,
        days_ago: 2,
        notes: &[(
            By::Support,
            3,
            "Thank you for your request. We are looking into it.",
        )],
    },
    Written {
        title: "Download ends before it is complete",
        description: "The download of the server software ended at different places on three days, \
                      on two networks.",
        topic: 32_444_692,
        severity: Severity::Minimal,
        status: Status::Closed,
        days_ago: 34,
        notes: &[
            (
                By::Support,
                5,
                "The file was replaced. Please download it again.",
            ),
            (By::Partner, 26, "It works now, thank you."),
        ],
    },
    Written {
        title: "Credit missing on the invoice",
        description: "An order was cancelled last month within its window. The invoice shows the \
                      charge, and no credit.",
        topic: 32_444_695,
        severity: Severity::Critical,
        status: Status::AttentionNeeded,
        days_ago: 6,
        notes: &[
            (
                By::Support,
                2,
                "Credits stand on the invoice after the one with the charge. Has that one come?",
            ),
            (By::Partner, 4, "Yes, it came on the 8th."),
            (
                By::Support,
                29,
                "Please send the number of that invoice and of the order.",
            ),
        ],
    },
];

/// How many of them a customer has.
fn count(company: &Company) -> usize {
    match (company.who, company.portfolio) {
        (Who::Known(_), Portfolio::Showcase) => WRITTEN.len(),
        (Who::Known(place), _) if place % 3 == 0 => WRITTEN.len(),
        (Who::Known(_), _) => WRITTEN.len() - 1,
        _ => 0,
    }
}

pub fn of(call: &Call, company: &Company) -> Vec<ServiceRequest> {
    let written = WRITTEN.iter().zip(0..).take(count(company));
    written
        .map(|(written, place)| request(call, company, written, place))
        .collect()
}

pub fn find(call: &Call, id: &str) -> Option<ServiceRequest> {
    let mut known = (0..KNOWN.len() as u32)
        .map(Who::Known)
        .filter(|who| call.directory.holds(*who));
    let owns = |who: &Who| (0..WRITTEN.len() as u64).any(|place| self::id(*who, place) == id);
    let company = Company::of(known.find(owns)?);
    of(call, &company).into_iter().find(|one| one.id == id)
}

fn id(who: Who, place: u64) -> String {
    digits(u64::from(who.number()) * 8 + place)
}

fn request(call: &Call, company: &Company, written: &Written, place: u64) -> ServiceRequest {
    // Not all on the same day: by the customer's own number.
    let minutes = i64::from(company.who.number() % 1_000);
    let created = call.epoch.midnight.plus_days(-written.days_ago);
    let created = created.plus_millis(-minutes * 60_000);
    let notes = written.notes.iter();
    let notes = notes.map(|(by, hours, text)| Note {
        by: match by {
            By::Partner => COLLEAGUE.to_owned(),
            By::Support => super::SUPPORT.to_owned(),
        },
        created: created.plus_hours(*hours).millis(),
        text: (*text).to_owned(),
        request_id: None,
        by_support: *by == By::Support,
    });
    let notes: Vec<Note> = notes.collect();
    let modified = notes.last().map_or(created.millis(), |note| note.created);
    ServiceRequest {
        id: id(company.who, place),
        tenant: Some(company.tenant.clone()),
        title: written.title.to_owned(),
        description: written.description.to_owned(),
        severity: written.severity,
        topic: written.topic,
        contact: Some(Contact {
            first_name: "Adele".to_owned(),
            last_name: "Agent".to_owned(),
            email: COLLEAGUE.to_owned(),
            phone_number: "+1 555 0100".to_owned(),
        }),
        country: Some(company.country.code.to_owned()),
        status: written.status,
        created: created.millis(),
        modified,
        closed: (written.status == Status::Closed).then_some(modified),
        notes,
        attachments: Vec::new(),
        order_id: None,
        subscription_id: None,
        in_french: false,
        waits_since: None,
        was_asked: false,
    }
}

const COLLEAGUE: &str = "adele.agent@partner.example";

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn ids_are_digits_and_unique() {
        let known = (0..KNOWN.len() as u32).map(Who::Known);
        let ids: Vec<_> = known
            .flat_map(|who| (0..3).map(move |place| id(who, place)))
            .collect();
        let fits = |id: &String| id.len() == 15 && id.bytes().all(|byte| byte.is_ascii_digit());
        assert!(ids.iter().all(fits));
        assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len());
    }
}
