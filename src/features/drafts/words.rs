//! The words for a draft: what it is about, and how far it is.

use crate::i18n::{Lang, Text, text};
use crate::model::draft::{CancelStep, Draft, ReportStep, Whose, Wizard};
use crate::ui::foreign;

/// What it will do.
pub(super) fn kind(wizard: &Wizard) -> Text {
    match wizard {
        Wizard::Cancel(_) => text::CANCEL_TITLE,
        Wizard::Report(_) => text::CANCEL_REPORT,
    }
}

/// What it is about: an order, or what was typed of a report so far. Never empty.
pub(super) fn about(lang: Lang, wizard: &Wizard) -> String {
    match wizard {
        Wizard::Cancel(cancel) => text::order_title(lang, cancel.order.as_str()),
        Wizard::Report(draft) => {
            let report = &draft.report;
            let title = Some(report.title.trim()).filter(|title| !title.is_empty());
            let order = draft.order.as_ref().map(|order| order.as_str());
            let purchase = order.unwrap_or(report.facts.purchase.trim());
            match (title, purchase) {
                (Some(title), _) => foreign::visible(title),
                (None, "") => text::DRAFTS_UNTITLED.get(lang).to_owned(),
                (None, purchase) => text::order_title(lang, &foreign::visible(purchase)),
            }
        }
    }
}

pub(super) fn step(wizard: &Wizard) -> Text {
    match wizard {
        Wizard::Cancel(cancel) => match cancel.step {
            CancelStep::Lines => text::CANCEL_STEP_LINES,
            CancelStep::Reason => text::CANCEL_STEP_REASON,
            CancelStep::Consequences => text::CANCEL_STEP_CONSEQUENCES,
            CancelStep::Review => text::CANCEL_STEP_REVIEW,
        },
        Wizard::Report(report) => match report.step {
            ReportStep::Facts => text::DRAFTS_STEP_FACTS,
            ReportStep::Details => text::DRAFTS_STEP_DETAILS,
            ReportStep::Description => text::DRAFTS_STEP_DESCRIPTION,
            ReportStep::Contact => text::DRAFTS_STEP_CONTACT,
            ReportStep::Review | ReportStep::Sent => text::DRAFTS_STEP_REVIEW,
        },
    }
}

/// Whose it is, as far as that was filled in.
pub(super) fn whose(draft: &Draft) -> Option<&Whose> {
    draft.customer.as_ref()
}

/// The customer by name and domain: `Contoso SARL (contoso.fr)`.
pub(super) fn full_name(whose: &Whose) -> String {
    let (name, domain) = (name(whose), foreign::visible(whose.domain.trim()));
    match domain.is_empty() || domain == name {
        true => name,
        false => format!("{name} ({domain})"),
    }
}

/// What the customer is called: never empty.
pub(super) fn name(whose: &Whose) -> String {
    let known = [&whose.name, &whose.domain];
    let known = known.into_iter().find(|text| !text.trim().is_empty());
    foreign::visible(known.map_or(whose.id.as_str(), |name| name.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::draft::ReportDraft;
    use crate::model::report::Report;

    fn report(title: &str, purchase: &str) -> Wizard {
        let mut report = Report {
            title: title.to_owned(),
            ..Report::default()
        };
        report.facts.purchase = purchase.to_owned();
        Wizard::Report(Box::new(ReportDraft {
            report,
            ..ReportDraft::default()
        }))
    }

    #[test]
    fn a_draft_is_always_called_something() {
        let said = |title: &str, purchase: &str| about(Lang::En, &report(title, purchase));
        assert_eq!(said(" Refund ", "o-1"), "Refund");
        assert_eq!(said("", " o-1 "), text::order_title(Lang::En, "o-1"));
        assert_eq!(said(" ", ""), text::DRAFTS_UNTITLED.get(Lang::En));
    }

    #[test]
    fn a_customer_is_named_with_its_domain_where_that_tells_more() {
        let whose = |name: &str, domain: &str| Whose {
            id: "b44bb1fb-c595-45b0-9e09-d657365580bf".parse().unwrap(),
            name: name.to_owned(),
            domain: domain.to_owned(),
        };
        assert_eq!(
            full_name(&whose("Contoso", "contoso.fr")),
            "Contoso (contoso.fr)"
        );
        assert_eq!(full_name(&whose("", "contoso.fr")), "contoso.fr");
        assert_eq!(
            name(&whose(" ", "")),
            "b44bb1fb-c595-45b0-9e09-d657365580bf"
        );
    }
}
