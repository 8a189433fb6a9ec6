//! What was asked for an order before: a refund that is asked for twice may be credited twice, or keep
//! support busy for nothing.

use std::time::Duration;

use crate::dom::{CollectFragment, Fragment, component, live, view};
use crate::features::drafts::{is_in_doubt, reports};
use crate::i18n::{format, lang, text};
use crate::kept::{self, Shelf};
use crate::model::draft::{CancelStep, Draft, ReportStep, Wizard};
use crate::model::operation::{Operation, OperationKind};
use crate::model::{CustomerId, CustomerRef, OrderId, RequestId, ServiceRequestId, Timestamp};
use crate::operations::use_operations;
use crate::paths::{self, CancelPage};
use crate::reactive::*;
use crate::session::use_session;
use crate::ui::{Note, Tone};

/// How long a change of the drafts rests before they are read: one changes with every letter.
const REST: Duration = Duration::from_millis(500);

/// An order that something may have been asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    pub customer: CustomerId,
    pub order: OrderId,
    /// The number that people read, if it is another.
    pub number: Option<String>,
    /// The report that is being filled in, which is not asked about.
    pub own: Option<RequestId>,
}

/// What was asked for it.
#[derive(Clone, Debug, PartialEq)]
enum Before {
    /// A refund, and when; with the request's number once it is known.
    Sent(RequestId, Timestamp, Option<ServiceRequestId>),
    /// A report of which nobody knows whether it was sent.
    InDoubt(RequestId),
    /// To be cancelled, of which nobody knows whether it was.
    Cancelling,
}

/// Says what this device knows to have been asked for an order before, with the way there.
#[component]
pub fn AskedBefore(#[prop(into)] about: Signal<Option<Asked>>) -> Fragment {
    let api = use_session().api();
    let (operations, later) = (use_operations(), Later::begin());
    let drafts = RwSignal::new(None::<Vec<Draft>>);
    let look = StoredValue::new(move || {
        let api = api.clone();
        spawn_local(async move {
            let read = reports(&api).await;
            drafts.set(Some(read));
        });
    });
    effect(move || {
        kept::changes(Shelf::Drafts);
        if drafts.with_untracked(Option::is_none) {
            return look.with_value(|look| look());
        }
        later.put_off(REST, move || {
            look.try_with_value(|look| look());
        });
    });
    let found = Memo::new(move |_| {
        let asked = about.get()?;
        let open = operations.open();
        let found = drafts.with(|drafts| Some(before(drafts.as_deref()?, &open, &asked)))?;
        (!found.is_empty()).then_some((asked, found))
    });
    live(move || match found.get() {
        None => Fragment::empty(),
        Some((asked, found)) => {
            let notes = found.into_iter().map(|before| said(&asked, before));
            notes.collect_view()
        }
    })
}

fn said(asked: &Asked, before: Before) -> Fragment {
    let (href, go) = match &before {
        Before::Sent(_, _, Some(request)) => (paths::request(request), text::REPORT_TO_REQUEST),
        Before::Sent(draft, ..) => (paths::report(draft, ReportStep::Sent), text::PENDING_SEE),
        Before::InDoubt(draft) => (paths::report(draft, ReportStep::Review), text::PENDING_SEE),
        Before::Cancelling => {
            let customer = CustomerRef::Id(asked.customer.clone());
            let page = CancelPage::Step(CancelStep::Review);
            (
                paths::cancel(&customer, &asked.order, page),
                text::PENDING_SEE,
            )
        }
    };
    let what = move || match &before {
        Before::Sent(_, at, _) => {
            text::report_before_sent(lang(), &format::date(lang(), at.millis()))
        }
        Before::InDoubt(_) => text::REPORT_BEFORE_IN_DOUBT.now().to_owned(),
        Before::Cancelling => text::REPORT_BEFORE_CANCELLING.now().to_owned(),
    };
    view! {
        <Note tone=Tone::Warning>
            <p>{what}</p>
            <p><a href=href.to_string()>{go}</a></p>
        </Note>
    }
}

/// What is known of an order, the newest report first.
fn before(drafts: &[Draft], open: &[Operation], asked: &Asked) -> Vec<Before> {
    let own = drafts.iter().filter(|draft| asked.is_of(draft));
    let mut own: Vec<&Draft> = own.collect();
    own.sort_by_key(|draft| std::cmp::Reverse(draft.changed));
    let reports = own.into_iter().filter_map(|draft| match &draft.wizard {
        Wizard::Report(filled) if filled.step == ReportStep::Sent => {
            let request = filled.request.as_ref().and_then(|id| id.parse().ok());
            let sent = Before::Sent(draft.id.clone(), draft.changed, request);
            filled.report.is_refund().then_some(sent)
        }
        _ => is_in_doubt(draft, open).then(|| Before::InDoubt(draft.id.clone())),
    });
    let order = format!("{}/{}/", asked.customer, asked.order);
    let cancels = |operation: &Operation| {
        operation.kind == OperationKind::Cancel && operation.target.starts_with(&order)
    };
    let cancelling = open.iter().any(cancels).then_some(Before::Cancelling);
    reports.chain(cancelling).collect()
}

impl Asked {
    fn is_of(&self, draft: &Draft) -> bool {
        let Wizard::Report(filled) = &draft.wizard else {
            return false;
        };
        let whose = draft.customer.as_ref();
        let whose = whose.is_none_or(|whose| whose.id == self.customer);
        let number = self.number.as_deref();
        let purchase = filled.report.facts.purchase.trim();
        let named = purchase == self.order.as_str()
            || number.is_some_and(|number| number.eq_ignore_ascii_case(purchase));
        whose && named && self.own.as_ref() != Some(&draft.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::draft::{ReportDraft, Whose};
    use crate::model::report::{Facts, ProblemType, Report};

    const ID: &str = "b44bb1fb-c595-45b0-9e09-d657365580bf";

    fn asked() -> Asked {
        Asked {
            customer: ID.parse().unwrap(),
            order: "7kQ2_xYz".parse().unwrap(),
            number: Some("9af3c1d20b77".to_owned()),
            own: Some(RequestId::from_random([9; 16])),
        }
    }

    fn draft(byte: u8, purchase: &str, step: ReportStep) -> Draft {
        let filled = ReportDraft {
            step,
            request: (byte == 1).then(|| "616122292874576".to_owned()),
            report: Report {
                facts: Facts {
                    purchase: purchase.to_owned(),
                    ..Facts::default()
                },
                ..Report::default()
            },
            ..ReportDraft::default()
        };
        Draft {
            id: RequestId::from_random([byte; 16]),
            customer: Some(Whose {
                id: ID.parse().unwrap(),
                name: String::new(),
                domain: String::new(),
            }),
            created: Timestamp::from_millis(0),
            changed: Timestamp::from_millis(byte.into()),
            operation: None,
            wizard: Wizard::Report(filled.into()),
        }
    }

    fn open(kind: OperationKind, target: String) -> Operation {
        let (id, now) = (RequestId::from_random([5; 16]), Timestamp::from_millis(0));
        Operation::new(id, kind, target, "", now)
    }

    #[test]
    fn refunds_of_the_same_order_are_found_by_its_id_and_its_number() {
        let (by_id, by_number) = (
            draft(1, " 7kQ2_xYz", ReportStep::Sent),
            draft(2, "9AF3C1D20B77", ReportStep::Sent),
        );
        let sent = |draft: &Draft, request: Option<&str>| {
            let request = request.map(|request| request.parse().unwrap());
            Before::Sent(draft.id.clone(), draft.changed, request)
        };
        let both = [by_id.clone(), by_number.clone()];
        let found = before(&both, &[], &asked());
        assert_eq!(
            found,
            [
                sent(&by_number, None),
                sent(&by_id, Some("616122292874576"))
            ]
        );
        // Another order, this very report, one that was not sent, another customer's, another problem.
        let mut other = by_id.clone();
        other.customer = other.customer.map(|whose| Whose {
            id: "c44bb1fb-c595-45b0-9e09-d657365580bf".parse().unwrap(),
            ..whose
        });
        let mut topic = by_id;
        if let Wizard::Report(filled) = &mut topic.wizard {
            filled.report.problem = ProblemType::Topic("1".to_owned());
        }
        let own = draft(9, "7kQ2_xYz", ReportStep::Sent);
        let order = draft(3, "7kQ2_xYZ", ReportStep::Sent);
        let unsent = draft(4, "7kQ2_xYz", ReportStep::Review);
        assert_eq!(
            before(&[other, topic, own, order, unsent], &[], &asked()),
            []
        );
    }

    #[test]
    fn what_is_in_doubt_counts_as_asked_for() {
        let draft = draft(4, "7kQ2_xYz", ReportStep::Review);
        let report = open(OperationKind::ServiceRequest, draft.id.to_string());
        let cancel = open(OperationKind::Cancel, format!("{ID}/7kQ2_xYz/0,1"));
        let other = open(OperationKind::Cancel, format!("{ID}/7kQ2_xYzA/0"));
        let id = draft.id.clone();
        let found = before(&[draft], &[report, cancel, other.clone()], &asked());
        assert_eq!(found, [Before::InDoubt(id), Before::Cancelling]);
        assert_eq!(before(&[], &[other], &asked()), []);
    }
}
