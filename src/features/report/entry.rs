//! Where a report begins: with the draft that was begun for the same thing, or with a new one that
//! knows what can be known.

use super::contact;
use crate::dom::{Fragment, component, view};
use crate::features::cancel::reason_words;
use crate::features::drafts;
use crate::i18n::{Lang, lang_untracked, text};
use crate::model::draft::{CancelDraft, Draft, ReportDraft, ReportStep, Wizard};
use crate::model::report::{Contact, Facts, ProblemType, Report, Trouble};
use crate::model::{CustomerId, CustomerRef, OrderId};
use crate::navigation::{History, use_go, use_page_query};
use crate::partner_center::PartnerCenter;
use crate::paths::{self, Query};
use crate::reactive::*;
use crate::session::use_session;
use crate::ui::SkeletonLines;

/// How long the record of what was sent is kept, in milliseconds: 30 days.
const REMEMBERED: i64 = 30 * 86_400_000;

/// What it was opened for.
#[derive(Clone, Debug, Default, PartialEq)]
struct About {
    customer: Option<CustomerRef>,
    order: Option<OrderId>,
    line: Option<u32>,
    /// The call that failed.
    trouble: Option<Trouble>,
}

impl About {
    fn of(query: &Query) -> Self {
        About {
            customer: query.get("customer").and_then(|text| text.parse().ok()),
            order: query.get("order").and_then(|text| text.parse().ok()),
            line: query.get("line").and_then(|text| text.parse().ok()),
            trouble: paths::trouble(query),
        }
    }

    /// Whether a draft was begun for the same.
    fn is_of(&self, draft: &Draft) -> bool {
        let Wizard::Report(filled) = &draft.wizard else {
            return false;
        };
        let whose = match (&self.customer, &draft.customer) {
            (Some(CustomerRef::Id(id)), Some(whose)) => whose.id == *id,
            (Some(CustomerRef::Domain(domain)), Some(whose)) => {
                whose.domain.eq_ignore_ascii_case(domain.as_str())
            }
            (named, None) => filled.report.facts.customer() == *named,
            (None, Some(_)) => false,
        };
        let open = filled.step != ReportStep::Sent;
        let same = match &self.trouble {
            Some(trouble) => trouble.is_told_by(&filled.report.words),
            None => filled.report.problem != ProblemType::NOT_CHOSEN,
        };
        open && whose && same && filled.order == self.order && filled.line == self.line
    }
}

#[component]
pub(super) fn Entry() -> Fragment {
    let query = use_page_query();
    let (session, go) = (use_session(), use_go());
    let here = RwSignal::new(());
    effect(move || {
        let about = query.with(About::of);
        let (api, go) = (session.api(), go.clone());
        spawn_local(async move {
            let draft = find_or_begin(&api, &about).await;
            // Whoever has gone elsewhere meanwhile stays there.
            if here.try_get_untracked().is_none() {
                return;
            }
            let step = match &draft.wizard {
                Wizard::Report(filled) => filled.step,
                Wizard::Cancel(_) => ReportStep::Facts,
            };
            go(paths::report(&draft.id, step), History::Replace);
        });
    });
    view! { <SkeletonLines what=text::REPORT_READING/> }
}

/// The draft changed last of those that were begun for it; else a new one, which is on the disk when
/// this is done.
async fn find_or_begin(api: &PartnerCenter, about: &About) -> Draft {
    let all = drafts::reports(api).await;
    let oldest = api.server_now().plus_millis(-REMEMBERED);
    for old in all
        .iter()
        .filter(|draft| is_sent(draft) && draft.changed < oldest)
    {
        drafts::forget(drafts::report_key(api, &old.id)).await;
    }
    let begun = all.into_iter().filter(|draft| about.is_of(draft));
    let begun = begun.max_by_key(|draft| draft.changed);
    let mut draft = match &begun {
        Some(begun) => begun.clone(),
        None => drafts::begin(api, None, begin_with(about, contact::remembered())),
    };
    if let Wizard::Report(filled) = &mut draft.wizard
        && let Some(cancel) = cancellation(api, about).await
    {
        take_over(&cancel, lang_untracked(), about, filled);
    }
    if begun.as_ref() != Some(&draft) {
        draft.changed = api.server_now();
        drafts::keep(drafts::report_key(api, &draft.id), &draft).await;
    }
    draft
}

fn is_sent(draft: &Draft) -> bool {
    matches!(&draft.wizard, Wizard::Report(filled) if filled.step == ReportStep::Sent)
}

/// What is known beforehand: whose purchase, which one, and who was the contact last time.
fn begin_with(about: &About, contact: Contact) -> Wizard {
    let (problem, words) = match &about.trouble {
        None => (ProblemType::default(), String::new()),
        Some(trouble) => (ProblemType::NOT_CHOSEN, told(trouble)),
    };
    let filled = ReportDraft {
        order: about.order.clone(),
        line: about.line,
        lines: about.line.into_iter().collect(),
        language: lang_untracked().code().to_owned(),
        report: Report {
            facts: Facts {
                tenant: text_of(about.customer.as_ref()),
                purchase: text_of(about.order.as_ref()),
                ..Facts::default()
            },
            problem,
            words,
            contact,
            ..Report::default()
        },
        ..ReportDraft::default()
    };
    Wizard::Report(filled.into())
}

/// What was said when cancelling the same order.
async fn cancellation(api: &PartnerCenter, about: &About) -> Option<CancelDraft> {
    let (customer, order) = (whose(api, about).await?, about.order.as_ref()?);
    let draft = drafts::find(drafts::cancel_key(api, &customer, order)).await?;
    match draft.wizard {
        Wizard::Cancel(cancel) => Some(cancel),
        Wizard::Report(_) => None,
    }
}

/// Why, and which lines, as far as that was said when cancelling. A reason that was given here stays;
/// the lines are those of the cancellation as long as it is about its order.
fn take_over(cancel: &CancelDraft, lang: Lang, about: &About, filled: &mut ReportDraft) {
    let facts = &mut filled.report.facts;
    if facts.reason.trim().is_empty() {
        facts.reason = reason_words(lang, &cancel.reason);
    }
    if about.line.is_none() && facts.purchase.trim() == cancel.order.as_str() {
        filled.lines.clone_from(&cancel.lines);
    }
}

/// A failed call in the words of a report.
fn told(trouble: &Trouble) -> String {
    let ids = [
        (text::FAILED_CODE, &trouble.code),
        (text::FAILED_CORRELATION, &trouble.correlation),
        (text::FAILED_REQUEST, &trouble.request),
    ];
    let ids = ids.into_iter().filter_map(|(name, value)| {
        let value = value.as_deref()?;
        Some(text::failed_line(
            lang_untracked(),
            name.get(lang_untracked()),
            value,
        ))
    });
    let lines = std::iter::once(trouble.what.clone()).chain(ids);
    lines.collect::<Vec<_>>().join("\n")
}

fn text_of(part: Option<&impl ToString>) -> String {
    part.map(ToString::to_string).unwrap_or_default()
}

/// The tenant of an order's customer: a cancellation is kept by it.
async fn whose(api: &PartnerCenter, about: &About) -> Option<CustomerId> {
    about.order.as_ref()?;
    match about.customer.as_ref()? {
        CustomerRef::Id(id) => Some(id.clone()),
        domain => api.find_customer(domain).await.ok().map(|found| found.id),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::cancellation::{CancelReason, Reason};
    use crate::model::draft::{CancelStep, Whose};
    use crate::model::{RequestId, Timestamp};

    const ID: &str = "b44bb1fb-c595-45b0-9e09-d657365580bf";

    fn draft(customer: bool, tenant: &str, order: Option<&str>, line: Option<u32>) -> Draft {
        let filled = ReportDraft {
            order: order.map(|order| order.parse().unwrap()),
            line,
            report: Report {
                facts: Facts {
                    tenant: tenant.to_owned(),
                    ..Facts::default()
                },
                ..Report::default()
            },
            ..ReportDraft::default()
        };
        let whose = Whose {
            id: ID.parse().unwrap(),
            name: "Contoso".to_owned(),
            domain: "Contoso.fr".to_owned(),
        };
        Draft {
            id: RequestId::from_random([7; 16]),
            customer: customer.then_some(whose),
            created: Timestamp::from_millis(0),
            changed: Timestamp::from_millis(0),
            operation: None,
            wizard: Wizard::Report(filled.into()),
        }
    }

    fn about(query: &str) -> About {
        About::of(&Query::parse(query))
    }

    #[test]
    fn a_draft_is_found_again_for_the_same_thing_alone() {
        let by_id = about(&format!("customer={ID}&order=f76c6b7f449d&line=0"));
        let by_domain = about("customer=contoso.fr&order=f76c6b7f449d&line=0");
        let order = Some("f76c6b7f449d");
        for same in [&by_id, &by_domain] {
            assert!(same.is_of(&draft(true, ID, order, Some(0))));
            assert!(!same.is_of(&draft(true, ID, order, Some(1))));
            assert!(!same.is_of(&draft(true, ID, order, None)));
            assert!(!same.is_of(&draft(true, ID, None, None)));
            assert!(!same.is_of(&draft(false, "", order, Some(0))));
        }
        // Before its customer was found.
        assert!(by_domain.is_of(&draft(false, "contoso.fr", order, Some(0))));
    }

    #[test]
    fn from_the_menu_only_one_that_names_nobody_goes_on() {
        let menu = about("customer=../x&order=&line=x");
        assert_eq!(menu, About::default());
        assert!(menu.is_of(&draft(false, "", None, None)));
        assert!(!menu.is_of(&draft(true, ID, None, None)));
        let mut sent = draft(false, "", None, None);
        if let Wizard::Report(filled) = &mut sent.wizard {
            filled.step = ReportStep::Sent;
        }
        assert!(!menu.is_of(&sent));
    }

    #[test]
    fn what_was_said_when_cancelling_is_taken_over_anew_and_no_reason_is_replaced() {
        let about = about("order=f76c6b7f449d");
        let cancel = |lines: &[u32], words: &str| CancelDraft {
            step: CancelStep::Reason,
            order: "f76c6b7f449d".parse().unwrap(),
            lines: lines.to_vec(),
            reason: Reason {
                chosen: Some(CancelReason::Other),
                words: words.to_owned(),
            },
            acknowledged: false,
            tracker: None,
        };
        let Wizard::Report(mut filled) = begin_with(&about, Contact::default()) else {
            panic!()
        };
        take_over(
            &cancel(&[0, 1], "Bought twice"),
            Lang::En,
            &about,
            &mut filled,
        );
        assert!(filled.report.facts.reason.contains("Bought twice"));
        assert_eq!(filled.lines, [0, 1]);
        // Back in the cancellation, another line was chosen.
        let said = filled.report.facts.reason.clone();
        take_over(&cancel(&[1], "Not needed"), Lang::En, &about, &mut filled);
        assert_eq!(
            (&filled.report.facts.reason, &*filled.lines),
            (&said, &[1][..])
        );
        // By now it is about another purchase, or about one line from the start.
        filled.report.facts.purchase = "9af3c1d20b77".to_owned();
        take_over(&cancel(&[0], ""), Lang::En, &about, &mut filled);
        assert_eq!(filled.lines, [1]);
        let of_line = About {
            line: Some(1),
            ..about
        };
        filled.report.facts.purchase = "f76c6b7f449d".to_owned();
        take_over(&cancel(&[0], ""), Lang::En, &of_line, &mut filled);
        assert_eq!(filled.lines, [1]);
    }
}
