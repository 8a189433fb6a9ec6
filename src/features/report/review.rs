//! Step 5: everything that was filled in, the exact text, and *Submit*.

use super::desk::ReportDesk;
use super::outgoing::Outgoing;
use super::reviewed::Reviewed;
use super::submit::Submit;
use super::ways_on::WaysBack;
use crate::dom::{Fragment, component, view};
use crate::i18n::text;
use crate::model::draft::ReportStep;
use crate::session::use_session;
use crate::ui::{CopyButton, ExternalLink, StepHeading};

#[component]
pub(super) fn ReviewStep(desk: ReportDesk) -> Fragment {
    let act = match desk.can_send() {
        true => view! { <Submit desk/> },
        false => view! { <CopyIt desk/> },
    };
    let question = match desk.can_send() {
        true => text::REPORT_REVIEW_QUESTION,
        false => text::REPORT_COPY_QUESTION,
    };
    view! {
        <StepHeading words=question/>
        <Reviewed desk/>
        <Outgoing desk/>
        {act}
        <div class="wizard-ways"><WaysBack desk step=ReportStep::Review/></div>
    }
}

/// Where no server takes it: the text to be copied, and where to go with it.
#[component]
fn CopyIt(desk: ReportDesk) -> Fragment {
    let support = use_session().config().links.support.clone();
    view! {
        <div class="act">
            <p>{text::REPORT_COPY_HOW}</p>
            <div class="row">
                <CopyButton
                    value=move || desk.outgoing()
                    what=text::REPORT_THE_TEXT
                    words=true
                />
                <CopyButton
                    value=move || desk.report().title.trim().to_owned()
                    what=text::REPORT_TITLE_FIELD
                />
            </div>
            <ExternalLink href=support.href().to_owned() label=text::REPORT_SUPPORT/>
        </div>
    }
}
