//! What is handed in, and what is left of the draft afterwards.

use std::rc::Rc;

use super::desk::ReportDesk;
use crate::model::draft::{Draft, ReportDraft, ReportStep, Wizard};
use crate::model::report::{Facts, Report};
use crate::model::service_request::NewRequest;
use crate::model::{CustomerId, ServiceRequestId};
use crate::news;
use crate::partner_center::{ApiError, ErrorKind};
use crate::query::Queries;

/// What is handed in.
///
/// # Errors
/// Why the server's types of problem are not known, or that it has not this one any more.
pub(super) fn request(desk: ReportDesk) -> Result<NewRequest, Rc<ApiError>> {
    let report = desk.report();
    let unknown = || Rc::new(ApiError::of(ErrorKind::NotFound));
    let topics = desk
        .topics
        .ready()
        .ok_or_else(|| desk.topics.error().unwrap_or_else(unknown))?;
    let (Some(topic), Some(impact)) = (report.problem.topic(&topics), report.impact) else {
        return Err(unknown());
    };
    Ok(NewRequest {
        topic,
        impact,
        title: report.title.trim().to_owned(),
        description: desk.outgoing(),
        contact: report.contact.split(),
        customer: customer(desk),
        attachments: desk.uploads.attachments(),
    })
}

/// Whom it is about, with a name: the one that was found, else whose tenant was typed. Tracks it.
pub(super) fn customer(desk: ReportDesk) -> Option<(CustomerId, String)> {
    if let Some(whose) = desk.customer() {
        return Some((whose.id, whose.name));
    }
    let typed: CustomerId = desk.report().facts.tenant.trim().parse().ok()?;
    let name = typed.to_string();
    Some((typed, name))
}

/// What is left of a draft that became a request: enough for the page that says so.
pub(super) fn sent_draft(draft: Draft, request: Option<ServiceRequestId>) -> Draft {
    let Wizard::Report(filled) = draft.wizard else {
        return draft;
    };
    let Report {
        problem,
        facts,
        title,
        ..
    } = filled.report;
    let left = ReportDraft {
        step: ReportStep::Sent,
        order: filled.order,
        line: filled.line,
        lines: filled.lines,
        own_title: true,
        own_amount: true,
        report: Report {
            problem,
            title,
            facts: Facts {
                tenant: facts.tenant,
                purchase: facts.purchase,
                ..Facts::default()
            },
            ..Report::default()
        },
        language: filled.language,
        files: Vec::new(),
        request: request.map(|request| request.to_string()),
    };
    Draft {
        wizard: Wizard::Report(left.into()),
        ..draft
    }
}

/// What was read before is out of date, in every tab.
pub(super) fn tell(queries: Queries, customer: Option<&CustomerId>) {
    let of = customer.map(|customer| format!("requests/{customer}"));
    for stale in ["requests".to_owned()].into_iter().chain(of) {
        queries.invalidate(&stale);
        news::tell(&stale);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::report::Contact;
    use crate::model::{RequestId, Timestamp};

    #[test]
    fn what_was_sent_leaves_no_contact_no_text_and_no_files_behind() {
        let filled = ReportDraft {
            order: "f76c6b7f449d".parse().ok(),
            report: Report {
                title: "Refund".to_owned(),
                words: "words".to_owned(),
                own_text: Some("own".to_owned()),
                contact: Contact {
                    name: "Marie".to_owned(),
                    ..Contact::default()
                },
                ..Report::default()
            },
            ..ReportDraft::default()
        };
        let draft = Draft {
            id: RequestId::from_random([7; 16]),
            customer: None,
            created: Timestamp::from_millis(0),
            changed: Timestamp::from_millis(0),
            operation: None,
            wizard: Wizard::Report(filled.into()),
        };
        let sent = sent_draft(draft, "616122292874576".parse().ok());
        let Wizard::Report(left) = sent.wizard else {
            panic!()
        };
        assert_eq!(left.step, ReportStep::Sent);
        assert_eq!(left.request.as_deref(), Some("616122292874576"));
        assert_eq!(left.report.title, "Refund");
        assert!(left.order.is_some());
        assert_eq!(left.report.contact, Contact::default());
        assert_eq!((&*left.report.words, left.report.own_text), ("", None));
    }
}
