//! Step 2, the details: how grave it is, and what it is called.

use super::desk::ReportDesk;
use super::field::{self, Line};
use super::ways_on::StepForm;
use super::words;
use crate::dom::{CollectFragment, Fragment, component, view};
use crate::i18n::text;
use crate::model::draft::ReportStep;
use crate::model::report::{Field, Impact};

#[component]
pub(super) fn DetailsStep(desk: ReportDesk) -> Fragment {
    let wrong = field::wrong(desk, Field::Impact);
    let wrong_id = field::id(Field::Impact) + "-wrong";
    let (named, described) = (wrong_id.clone(), wrong_id);
    let choices = Impact::ALL.map(|impact| {
        let chosen = move || desk.report().impact == Some(impact);
        let choose = move |_| desk.change(|draft| draft.report.impact = Some(impact));
        // The first one is where the summary of errors leads.
        let id = (impact == Impact::ALL[0]).then(|| field::id(Field::Impact));
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="report-impact"
                    id=id
                    value=impact.as_str()
                    prop:checked=chosen
                    on:change=choose
                />
                <span>
                    {words::impact(impact)}
                    <span class="sub">{words::impact_means(impact)}</span>
                </span>
            </label>
        }
    });
    let described_by = move || wrong.get().is_some().then(|| described.clone());
    view! {
        <StepForm desk step=ReportStep::Details question=text::REPORT_DETAILS_QUESTION>
            <fieldset class="field choice-list" aria-describedby=described_by>
                <legend>{text::REPORT_IMPACT}</legend>
                {choices.into_iter().collect_view()}
                {move || wrong.get().map(|wrong| view! { <p class="wrong" id=named.clone()>{wrong}</p> })}
            </fieldset>
            <Line desk field=Field::Title hint=text::REPORT_TITLE_HINT/>
        </StepForm>
    }
}
