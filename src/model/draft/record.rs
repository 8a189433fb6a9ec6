//! A draft as it is stored. What is missing from it counts as not filled in.

use serde_json::Value;

use super::json::{
    is_true, list, number, number_of, numbers, numbers_of, object, text, text_of, time, time_of,
    typed, words,
};
use super::{CancelDraft, CancelStep, Draft, DraftFile, ReportDraft, ReportStep, Whose, Wizard};
use crate::model::cancellation::{CancelReason, Proof, Reason, Tracker};
use crate::model::report::{Contact, Facts, Impact, ProblemType, Report};

/// The form of the record. A later program may write another one.
pub const SCHEMA: u64 = 1;

/// What a stored text holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    Draft(Box<Draft>),
    /// Written by a newer version of the program: to be kept, and not to be touched.
    Newer(u64),
    /// Nothing that any version wrote.
    Broken,
}

/// The record as JSON.
pub fn write(draft: &Draft) -> String {
    let customer = draft.customer.as_ref();
    let customer = customer.map(|Whose { id, name, domain }| {
        object([
            ("id", text(id.as_str())),
            ("name", text(name)),
            ("domain", text(domain)),
        ])
    });
    let operation = draft.operation.as_ref();
    let (kind, wizard) = match &draft.wizard {
        Wizard::Cancel(cancel) => ("cancel", cancel_to(cancel)),
        Wizard::Report(report) => ("report", report_to(report)),
    };
    let record = object([
        ("schema", number(SCHEMA)),
        ("id", text(draft.id.as_str())),
        ("customer", customer),
        ("created", time(draft.created)),
        ("changed", time(draft.changed)),
        ("operation", operation.and_then(|id| text(id.as_str()))),
        (kind, Some(wizard)),
    ]);
    record.to_string()
}

/// Reads what was stored.
pub fn read(text: &str) -> Record {
    // From bytes, as every body of the API: a parser of texts would be a second one in the page.
    let Ok(value) = serde_json::from_slice::<Value>(text.as_bytes()) else {
        return Record::Broken;
    };
    match number_of(&value, "schema") {
        Some(SCHEMA) => draft(&value).map_or(Record::Broken, |draft| Record::Draft(draft.into())),
        Some(newer) if newer > SCHEMA => Record::Newer(newer),
        _ => Record::Broken,
    }
}

/// Whether what was stored is a report that was sent, and so no draft any more. Told without reading
/// the rest of it: the number of drafts stands on every page.
pub fn is_sent(text: &str) -> bool {
    let value = serde_json::from_slice::<Value>(text.as_bytes()).unwrap_or_default();
    let report = value.get("report");
    report.and_then(|report| text_of(report, "step")) == Some(ReportStep::Sent.as_str())
}

fn draft(from: &Value) -> Option<Draft> {
    let customer = match from.get("customer") {
        Some(customer) => Some(Whose {
            id: text_of(customer, "id")?.parse().ok()?,
            name: words(customer, "name"),
            domain: words(customer, "domain"),
        }),
        None => None,
    };
    let wizard = match (from.get("cancel"), from.get("report")) {
        (Some(cancel), None) if customer.is_some() => Wizard::Cancel(cancel_of(cancel)?),
        (None, Some(report)) => Wizard::Report(report_of(report).into()),
        _ => return None,
    };
    let created = time_of(from, "created")?;
    Some(Draft {
        id: text_of(from, "id")?.parse().ok()?,
        customer,
        created,
        changed: time_of(from, "changed").unwrap_or(created),
        operation: text_of(from, "operation").and_then(|id| id.parse().ok()),
        wizard,
    })
}

fn cancel_to(cancel: &CancelDraft) -> Value {
    let chosen = cancel.reason.chosen;
    object([
        ("step", text(cancel.step.as_str())),
        ("order", text(cancel.order.as_str())),
        ("lines", Some(numbers(&cancel.lines))),
        ("reason", chosen.and_then(|reason| text(reason.as_str()))),
        ("words", typed(&cancel.reason.words)),
        ("acknowledged", Some(Value::Bool(cancel.acknowledged))),
        ("tracker", cancel.tracker.as_ref().map(tracker_to)),
    ])
}

fn cancel_of(from: &Value) -> Option<CancelDraft> {
    Some(CancelDraft {
        step: text_of(from, "step")
            .and_then(CancelStep::parse)
            .unwrap_or_default(),
        order: text_of(from, "order")?.parse().ok()?,
        lines: numbers_of(from, "lines"),
        reason: Reason {
            chosen: text_of(from, "reason").and_then(CancelReason::parse),
            words: words(from, "words"),
        },
        acknowledged: is_true(from, "acknowledged"),
        tracker: from.get("tracker").and_then(tracker_of),
    })
}

fn tracker_to(tracker: &Tracker) -> Value {
    let proof = |proof: Proof| match proof {
        Proof::NothingThere => None,
        Proof::Waiting => Some(Value::Bool(false)),
        Proof::Revoked(at) => time(at),
    };
    object([
        ("accepted", time(tracker.accepted)),
        ("key", proof(tracker.key)),
        ("link", proof(tracker.link)),
        ("credit", tracker.credited.and_then(time)),
    ])
}

fn tracker_of(from: &Value) -> Option<Tracker> {
    let proof = |name: &str| match from.get(name) {
        None => Proof::NothingThere,
        Some(_) => time_of(from, name).map_or(Proof::Waiting, Proof::Revoked),
    };
    Some(Tracker {
        accepted: time_of(from, "accepted")?,
        key: proof("key"),
        link: proof("link"),
        credited: time_of(from, "credit"),
    })
}

fn report_to(draft: &ReportDraft) -> Value {
    let report = &draft.report;
    let Facts {
        tenant,
        purchase,
        reason,
        amount,
        currency,
    } = &report.facts;
    let facts = object([
        ("tenant", typed(tenant)),
        ("purchase", typed(purchase)),
        ("reason", typed(reason)),
        ("amount", typed(amount)),
        ("currency", typed(currency)),
    ]);
    let Contact { name, email, phone } = &report.contact;
    let contact = object([
        ("name", typed(name)),
        ("email", typed(email)),
        ("phone", typed(phone)),
    ]);
    let topic = match &report.problem {
        ProblemType::Refund => None,
        ProblemType::Topic(id) => text(id),
    };
    let order = draft.order.as_ref();
    let files = draft.files.iter().map(file_to);
    object([
        ("step", text(draft.step.as_str())),
        ("order", order.and_then(|order| text(order.as_str()))),
        ("line", draft.line.map(Value::from)),
        ("lines", Some(numbers(&draft.lines))),
        ("ownTitle", Some(Value::Bool(draft.own_title))),
        ("ownAmount", Some(Value::Bool(draft.own_amount))),
        ("topic", topic),
        (
            "impact",
            report.impact.and_then(|impact| text(impact.as_str())),
        ),
        ("facts", Some(facts)),
        ("title", typed(&report.title)),
        ("words", typed(&report.words)),
        ("own", report.own_text.as_deref().and_then(typed)),
        ("contact", Some(contact)),
        ("language", text(&draft.language)),
        ("files", Some(files.collect())),
        ("request", draft.request.as_ref().and_then(text)),
    ])
}

fn report_of(from: &Value) -> ReportDraft {
    let nothing = Value::Null;
    let facts = from.get("facts").unwrap_or(&nothing);
    let contact = from.get("contact").unwrap_or(&nothing);
    ReportDraft {
        step: text_of(from, "step")
            .and_then(ReportStep::parse)
            .unwrap_or_default(),
        order: text_of(from, "order").and_then(|order| order.parse().ok()),
        line: number_of(from, "line").and_then(|line| u32::try_from(line).ok()),
        lines: numbers_of(from, "lines"),
        own_title: is_true(from, "ownTitle"),
        own_amount: is_true(from, "ownAmount"),
        report: Report {
            problem: match text_of(from, "topic") {
                None => ProblemType::Refund,
                Some(id) => ProblemType::Topic(id.to_owned()),
            },
            impact: text_of(from, "impact").and_then(Impact::parse),
            facts: Facts {
                tenant: words(facts, "tenant"),
                purchase: words(facts, "purchase"),
                reason: words(facts, "reason"),
                amount: words(facts, "amount"),
                currency: words(facts, "currency"),
            },
            title: words(from, "title"),
            words: words(from, "words"),
            own_text: text_of(from, "own").map(str::to_owned),
            contact: Contact {
                name: words(contact, "name"),
                email: words(contact, "email"),
                phone: words(contact, "phone"),
            },
        },
        language: words(from, "language"),
        files: list(from, "files").iter().filter_map(file_of).collect(),
        request: text_of(from, "request").map(str::to_owned),
    }
}

fn file_to(file: &DraftFile) -> Value {
    let id = file.attachment.as_ref();
    object([
        ("name", typed(&file.name)),
        ("size", number(file.size)),
        ("type", text(&file.content_type)),
        ("id", id.and_then(|id| text(id.as_str()))),
        ("received", number(file.received)),
    ])
}

fn file_of(from: &Value) -> Option<DraftFile> {
    Some(DraftFile {
        name: text_of(from, "name")?.to_owned(),
        size: number_of(from, "size")?,
        content_type: words(from, "type"),
        attachment: text_of(from, "id").and_then(|id| id.parse().ok()),
        received: number_of(from, "received").unwrap_or(0),
    })
}
