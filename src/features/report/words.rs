//! The words of a report: on the screen, and in what is sent.

use crate::i18n::{Lang, Text, format, text};
use crate::model::draft::ReportStep;
use crate::model::report::{AmountProblem, Facts, Field, Impact, Phrase, Problem, Purchase};
use crate::ui::foreign;

pub(super) fn step(step: ReportStep) -> Text {
    match step {
        ReportStep::Facts => text::REPORT_STEP_FACTS,
        ReportStep::Details => text::REPORT_STEP_DETAILS,
        ReportStep::Description => text::REPORT_STEP_DESCRIPTION,
        ReportStep::Contact => text::REPORT_STEP_CONTACT,
        ReportStep::Review => text::REPORT_STEP_REVIEW,
        ReportStep::Sent => text::REPORT_SENT,
    }
}

pub(super) fn label(field: Field) -> Text {
    match field {
        Field::Topic => text::REPORT_TYPE,
        Field::Tenant => text::REPORT_TENANT,
        Field::Purchase => text::REPORT_PURCHASE,
        Field::Reason => text::REPORT_REASON,
        Field::Amount => text::REPORT_AMOUNT,
        Field::Currency => text::REPORT_CURRENCY,
        Field::Impact => text::REPORT_IMPACT,
        Field::Title => text::REPORT_TITLE_FIELD,
        Field::Description => text::REPORT_DESCRIPTION,
        Field::ContactName => text::REPORT_CONTACT_NAME,
        Field::ContactEmail => text::REPORT_CONTACT_EMAIL,
        Field::ContactPhone => text::REPORT_CONTACT_PHONE,
    }
}

pub(super) fn impact(impact: Impact) -> Text {
    match impact {
        Impact::Critical => text::REPORT_IMPACT_CRITICAL,
        Impact::Moderate => text::REPORT_IMPACT_MODERATE,
        Impact::Minimal => text::REPORT_IMPACT_MINIMAL,
    }
}

/// What it means (Microsoft, "Report problems on behalf of a customer").
pub(super) fn impact_means(impact: Impact) -> Text {
    match impact {
        Impact::Critical => text::REPORT_IMPACT_CRITICAL_MEANS,
        Impact::Moderate => text::REPORT_IMPACT_MODERATE_MEANS,
        Impact::Minimal => text::REPORT_IMPACT_MINIMAL_MEANS,
    }
}

/// What is wrong with a field, and what to do about it.
pub(super) fn problem(lang: Lang, field: Field, problem: &Problem) -> String {
    let said = match problem {
        Problem::Missing => missing(field),
        Problem::Malformed => malformed(field),
        Problem::UnknownCustomer => text::REPORT_WRONG_CUSTOMER,
        Problem::NotOfCustomer => text::REPORT_WRONG_PURCHASE,
        Problem::OtherCurrency => text::REPORT_WRONG_OTHER_CURRENCY,
        Problem::HoldsKey => text::REPORT_WRONG_KEY,
        Problem::NotAllowed => text::REPORT_REFUND_ROLE,
        Problem::NotOffered => text::REPORT_WRONG_TYPE,
        Problem::FactMissing(Field::Tenant) => text::REPORT_WRONG_NO_TENANT,
        Problem::FactMissing(_) => text::REPORT_WRONG_NO_PURCHASE,
        Problem::TooLong(most) => {
            return text::report_wrong_long(lang, &format::number(lang, *most as f64));
        }
        Problem::MoreThanPaid(paid) => {
            return text::report_wrong_more(lang, &format::money(lang, paid));
        }
        Problem::Amount(problem) => match problem {
            AmountProblem::NotANumber => text::REPORT_WRONG_NUMBER,
            AmountProblem::Ambiguous => text::REPORT_WRONG_AMBIGUOUS,
            AmountProblem::NotPositive => text::REPORT_WRONG_NOTHING,
            AmountProblem::TooManyPlaces(places) => {
                return text::report_wrong_places(lang, *places);
            }
        },
    };
    said.get(lang).to_owned()
}

fn missing(field: Field) -> Text {
    match field {
        Field::Tenant => text::REPORT_NEEDED_TENANT,
        Field::Purchase => text::REPORT_NEEDED_PURCHASE,
        Field::Reason => text::REPORT_NEEDED_REASON,
        Field::Amount => text::REPORT_NEEDED_AMOUNT,
        Field::Currency => text::REPORT_NEEDED_CURRENCY,
        Field::Impact => text::REPORT_NEEDED_IMPACT,
        Field::Title => text::REPORT_NEEDED_TITLE,
        Field::Description => text::REPORT_NEEDED_DESCRIPTION,
        Field::ContactName => text::REPORT_NEEDED_NAME,
        Field::ContactEmail => text::REPORT_NEEDED_EMAIL,
        Field::ContactPhone => text::REPORT_NEEDED_PHONE,
        Field::Topic => text::REPORT_NEEDED_TYPE,
    }
}

fn malformed(field: Field) -> Text {
    match field {
        Field::Tenant => text::REPORT_WRONG_TENANT,
        Field::Purchase => text::REPORT_WRONG_ID,
        Field::Currency => text::REPORT_WRONG_CURRENCY,
        Field::ContactEmail => text::AGREEMENT_EMAIL_WRONG,
        _ => text::REPORT_WRONG_PHONE,
    }
}

/// A line of the text that is sent.
pub(super) fn phrase(lang: Lang, phrase: Phrase) -> String {
    match phrase {
        Phrase::Intro => text::REPORT_SAYS_INTRO.get(lang).to_owned(),
        Phrase::Customer(name) => text::report_says_customer(lang, name),
        Phrase::Tenant(tenant) => text::report_says_tenant(lang, tenant),
        Phrase::Order(id) => text::report_says_order(lang, id),
        Phrase::Subscription(id) => text::report_says_subscription(lang, id),
        Phrase::Product(title) => text::report_says_product(lang, title),
        Phrase::Line(number, title) => text::report_says_line(lang, &number.to_string(), title),
        Phrase::Reason(reason) => text::report_says_reason(lang, reason),
        Phrase::Amount(amount) => text::report_says_amount(lang, amount),
        Phrase::Reference(reference) => text::report_says_reference(lang, reference),
    }
}

/// The title that is proposed for a refund.
pub(super) fn title(lang: Lang, order: &str, customer: Option<String>) -> String {
    match customer.filter(|name| !name.trim().is_empty()) {
        Some(customer) => text::report_proposed_for(lang, order, &customer),
        None => text::report_proposed(lang, order),
    }
}

/// What was bought, fit for a text: `Windows Server 2022 Standard × 2, Visio LTSC × 1`.
pub(super) fn bought(lang: Lang, bought: &Purchase, lines: &[u32]) -> Option<String> {
    let lines = self::lines(lang, bought, lines).into_iter();
    let names: Vec<String> = lines.map(|(_, name)| name).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// The same, line by line, each with its number.
pub(super) fn lines(lang: Lang, bought: &Purchase, lines: &[u32]) -> Vec<(u32, String)> {
    let lines = bought.lines(lines).into_iter();
    let named = lines.map(|(number, line)| {
        let name = line.friendly_name.as_deref().unwrap_or(&line.offer_id);
        let name = foreign::visible(name);
        let name = match line.quantity.filter(|quantity| *quantity > 0) {
            Some(quantity) => format!("{name} × {}", format::number(lang, quantity as f64)),
            None => name,
        };
        (number, name)
    });
    named.collect()
}

/// The amount that is asked for; as it was typed where it cannot be read.
pub(super) fn amount(lang: Lang, facts: &Facts) -> String {
    match facts.money() {
        Some(money) => format::money(lang, &money),
        None => format!("{} {}", facts.amount.trim(), facts.currency.trim()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Money;
    use crate::model::decimal::Decimal;
    use crate::model::money::Currency;

    #[test]
    fn what_is_asked_for_keeps_its_facts_in_both_languages() {
        for lang in Lang::ALL {
            for phrase in [
                Phrase::Customer("X1"),
                Phrase::Tenant("X1"),
                Phrase::Order("X1"),
                Phrase::Subscription("X1"),
                Phrase::Product("X1"),
                Phrase::Line(2, "X1"),
                Phrase::Reason("X1"),
                Phrase::Amount("X1"),
                Phrase::Reference("X1"),
            ] {
                assert!(super::phrase(lang, phrase).contains("X1"), "{phrase:?}");
            }
            let title = title(lang, "9af3", Some("Contoso".to_owned()));
            assert!(title.contains("9af3") && title.contains("Contoso"));
            assert!(!super::title(lang, "9af3", Some(" ".to_owned())).ends_with(' '));
        }
    }

    #[test]
    fn a_problem_says_what_there_is_to_know() {
        let paid = Money::new(
            Decimal::parse("12.5").unwrap(),
            Currency::parse("EUR").unwrap(),
        );
        for lang in Lang::ALL {
            let said = |field, problem| super::problem(lang, field, &problem);
            assert!(said(Field::Title, Problem::TooLong(255)).contains("255"));
            assert!(said(Field::Amount, Problem::MoreThanPaid(paid.clone())).contains("12"));
            let places = |places| {
                said(
                    Field::Amount,
                    Problem::Amount(AmountProblem::TooManyPlaces(places)),
                )
            };
            assert_ne!(places(0), places(2));
        }
    }
}
