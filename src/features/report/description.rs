//! Step 3, the description: what is added to the facts, and the text as it will be sent.

use super::desk::ReportDesk;
use super::field::Lines;
use super::outgoing::Outgoing;
use super::ways_on::StepForm;
use crate::dom::{Fragment, component, live, view};
use crate::i18n::text;
use crate::model::draft::ReportStep;
use crate::model::report::Field;
use crate::reactive::*;

#[component]
pub(super) fn DescriptionStep(desk: ReportDesk) -> Fragment {
    let of = Memo::new(move |_| {
        let report = desk.report();
        (report.own_text.is_some(), report.is_refund())
    });
    let typed = move || match of.get() {
        // The whole text is typed below.
        (true, _) => Fragment::empty(),
        (false, true) => view! {
            <Lines
                desk
                field=Field::Description
                rows=4
                label=text::REPORT_WORDS_OPTIONAL
                hint=text::REPORT_WORDS_HINT
            />
        },
        (false, false) => view! {
            <Lines
                desk
                field=Field::Description
                rows=8
                label=text::REPORT_DESCRIPTION
                hint=text::REPORT_WORDS_OTHER_HINT
            />
        },
    };
    view! {
        <StepForm desk step=ReportStep::Description question=text::REPORT_DESCRIPTION_QUESTION>
            {live(typed)}
            <Outgoing desk/>
        </StepForm>
    }
}
