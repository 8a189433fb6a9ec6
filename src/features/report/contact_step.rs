//! Step 4: who can be asked, and files.

use super::contact;
use super::desk::ReportDesk;
use super::field::Line;
use super::ways_on::StepForm;
use crate::dom::{Fragment, component, view};
use crate::features::files::Files;
use crate::i18n::text;
use crate::model::draft::ReportStep;
use crate::model::report::Field;
use crate::reactive::*;
use crate::ui::Typed;

#[component]
pub(super) fn ContactStep(desk: ReportDesk) -> Fragment {
    // The next report begins with what is right here.
    effect(move || {
        if desk.problems_of(ReportStep::Contact).is_empty() {
            contact::remember(&desk.report().contact);
        }
    });
    let uploads = desk.uploads;
    view! {
        <StepForm desk step=ReportStep::Contact question=text::REPORT_CONTACT_QUESTION>
            <p class="quiet">{text::REPORT_CONTACT_KEPT}</p>
            <Line desk field=Field::ContactName/>
            <div class="fields">
                <Line desk field=Field::ContactEmail typed=Typed::Email/>
                <Line desk field=Field::ContactPhone typed=Typed::Phone/>
            </div>
            {desk.can_send().then(|| view! { <Files uploads/> })}
        </StepForm>
    }
}
