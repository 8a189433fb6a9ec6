//! Step 2: why.

use super::desk::CancelDesk;
use super::ways_on::Ways;
use super::words;
use crate::dom::{CollectFragment, Fragment, component, view};
use crate::i18n::{lang, text};
use crate::model::cancellation::{CancelReason, ReasonProblem};
use crate::model::draft::CancelStep;
use crate::reactive::*;
use crate::ui::{Note, StepHeading, TextArea, Tone};

#[component]
pub(super) fn ReasonStep(desk: CancelDesk) -> Fragment {
    let blamed = RwSignal::new(false);
    let problem = Signal::derive(move || desk.draft()?.reason.problem());
    let choices = CancelReason::ALL.map(|reason| {
        let chosen = move || {
            let draft = desk.draft();
            draft.is_some_and(|draft| draft.reason.chosen == Some(reason))
        };
        let choose = move |_| desk.change(|draft| draft.reason.chosen = Some(reason));
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="cancel-reason"
                    value=reason.as_str()
                    prop:checked=chosen
                    on:change=choose
                />
                <span>{words::reason(reason)}</span>
            </label>
        }
    });
    let typed = Signal::derive(move || {
        desk.draft()
            .map(|draft| draft.reason.words)
            .unwrap_or_default()
    });
    let wrong = Signal::derive(move || {
        let problem = problem.get().filter(|problem| {
            *problem == ReasonProblem::TooLong
                || (blamed.get() && *problem == ReasonProblem::WordsMissing)
        });
        problem.map(|problem| words::reason_problem(problem).now().to_owned())
    });
    let label = move || {
        let other = desk
            .draft()
            .is_some_and(|draft| draft.reason.chosen == Some(CancelReason::Other));
        match other {
            true => text::CANCEL_REASON_WORDS.get(lang()),
            false => text::CANCEL_REASON_WORDS_OPTIONAL.get(lang()),
        }
    };
    view! {
        <StepHeading words=text::CANCEL_REASON_QUESTION/>
        <p class="quiet">{text::CANCEL_REASON_FOR}</p>
        <fieldset class="choice-list">
            <legend class="sr-only">{text::CANCEL_REASON_QUESTION}</legend>
            {choices.into_iter().collect_view()}
        </fieldset>
        <TextArea
            label=label
            value=typed
            on_input=move |words: String| desk.change(|draft| draft.reason.words = words)
            wrong
            rows=3
        />
        {move || {
            let missing = problem.get() == Some(ReasonProblem::NothingChosen);
            (blamed.get() && missing).then(|| view! {
                <Note tone=Tone::Bad><p role="alert">{text::CANCEL_REASON_NEEDED}</p></Note>
            })
        }}
        <Ways desk step=CancelStep::Reason blocked=Signal::derive(move || problem.get().is_some()) on_blocked=move |()| blamed.set(true)/>
    }
}
