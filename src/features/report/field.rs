//! The fields of the form, by what the model calls them: what stands in each, and what is wrong
//! with it.

use super::desk::ReportDesk;
use super::words;
use crate::dom::{Fragment, Words, component, view};
use crate::i18n::lang;
use crate::model::draft::{ReportDraft, ReportStep};
use crate::model::report::{Field, Report};
use crate::reactive::*;
use crate::ui::{TextArea, TextField, Typed};

/// The step that a field stands on.
pub(super) fn step_of(field: Field) -> ReportStep {
    match field {
        Field::Topic
        | Field::Tenant
        | Field::Purchase
        | Field::Reason
        | Field::Amount
        | Field::Currency => ReportStep::Facts,
        Field::Impact | Field::Title => ReportStep::Details,
        Field::Description => ReportStep::Description,
        Field::ContactName | Field::ContactEmail | Field::ContactPhone => ReportStep::Contact,
    }
}

/// What a link of the summary of errors leads to.
pub(super) fn id(field: Field) -> String {
    format!("report-{}", field.as_str())
}

/// What is said under a field.
pub(super) fn wrong(desk: ReportDesk, field: Field) -> Signal<Option<String>> {
    Signal::derive(move || {
        let (_, blamed) = desk.blamed(step_of(field));
        let (_, problem) = blamed.into_iter().find(|(of, _)| *of == field)?;
        Some(words::problem(lang(), field, &problem))
    })
}

/// A field of one line.
#[component]
pub(super) fn Line(
    desk: ReportDesk,
    field: Field,
    #[prop(optional)] typed: Typed,
    #[prop(optional, into)] hint: Option<Words>,
    /// Other words for it than those it always has.
    #[prop(optional, into)]
    label: Option<Words>,
) -> Fragment {
    let label = label.unwrap_or_else(|| words::label(field).into());
    let value = value(desk, field);
    let input = move |text: String| desk.change(|draft| write(draft, field, text));
    match hint {
        Some(hint) => view! {
            <TextField label value on_input=input typed hint wrong=wrong(desk, field) id=id(field)/>
        },
        None => view! {
            <TextField label value on_input=input typed wrong=wrong(desk, field) id=id(field)/>
        },
    }
}

/// A field of several lines.
#[component]
pub(super) fn Lines(
    desk: ReportDesk,
    field: Field,
    rows: u32,
    #[prop(into)] label: Words,
    #[prop(into)] hint: Words,
) -> Fragment {
    let value = value(desk, field);
    let input = move |text: String| desk.change(|draft| write(draft, field, text));
    view! {
        <TextArea label value on_input=input hint wrong=wrong(desk, field) rows id=id(field)/>
    }
}

fn value(desk: ReportDesk, field: Field) -> Signal<String> {
    Signal::derive(move || part(&desk.report(), field).to_owned())
}

fn part(report: &Report, field: Field) -> &str {
    let (facts, contact) = (&report.facts, &report.contact);
    match field {
        Field::Tenant => &facts.tenant,
        Field::Purchase => &facts.purchase,
        Field::Reason => &facts.reason,
        Field::Amount => &facts.amount,
        Field::Currency => &facts.currency,
        Field::Title => &report.title,
        Field::Description => report.own_text.as_ref().unwrap_or(&report.words),
        Field::ContactName => &contact.name,
        Field::ContactEmail => &contact.email,
        Field::ContactPhone => &contact.phone,
        // These are chosen, not typed.
        Field::Topic | Field::Impact => "",
    }
}

fn write(draft: &mut ReportDraft, field: Field, text: String) {
    // Whoever types has a title, or an amount, of their own from then on.
    draft.own_title |= field == Field::Title;
    draft.own_amount |= matches!(field, Field::Amount | Field::Currency);
    let report = &mut draft.report;
    let (facts, contact) = (&mut report.facts, &mut report.contact);
    let place = match field {
        Field::Tenant => &mut facts.tenant,
        Field::Purchase => &mut facts.purchase,
        Field::Reason => &mut facts.reason,
        Field::Amount => &mut facts.amount,
        Field::Currency => &mut facts.currency,
        Field::Title => &mut report.title,
        Field::Description => report.own_text.as_mut().unwrap_or(&mut report.words),
        Field::ContactName => &mut contact.name,
        Field::ContactEmail => &mut contact.email,
        Field::ContactPhone => &mut contact.phone,
        Field::Topic | Field::Impact => return,
    };
    *place = text;
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPED: [Field; 10] = [
        Field::Tenant,
        Field::Purchase,
        Field::Reason,
        Field::Amount,
        Field::Currency,
        Field::Title,
        Field::Description,
        Field::ContactName,
        Field::ContactEmail,
        Field::ContactPhone,
    ];

    #[test]
    fn each_field_has_a_place_of_its_own() {
        let mut draft = ReportDraft::default();
        for field in TYPED {
            write(&mut draft, field, field.as_str().to_owned());
        }
        for field in TYPED {
            assert_eq!(part(&draft.report, field), field.as_str());
        }
        assert!(draft.own_title && draft.own_amount);
    }

    #[test]
    fn what_is_typed_of_the_text_goes_into_the_version_of_ones_own() {
        let mut draft = ReportDraft::default();
        write(&mut draft, Field::Description, "added".to_owned());
        draft.report.own_text = Some("taken over".to_owned());
        write(&mut draft, Field::Description, "own".to_owned());
        assert_eq!(draft.report.words, "added");
        assert_eq!(part(&draft.report, Field::Description), "own");
        assert!(!draft.own_title && !draft.own_amount);
    }
}
