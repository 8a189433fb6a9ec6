//! A step as a form, and the ways out of it: on, back, and away with all of it kept.

use super::desk::ReportDesk;
use super::proposals;
use super::summary::Summary;
use crate::dom::{Children, Fragment, component, view};
use crate::i18n::{Text, text};
use crate::model::CustomerRef;
use crate::model::draft::ReportStep;
use crate::navigation::{History, use_go};
use crate::paths;
use crate::reactive::*;
use crate::ui::{Button, Kind, StepHeading, notices};

/// A step that is filled in. Leaving it forwards, with the button or with *Enter* in a field, checks
/// it first; what is still being looked up is waited for.
#[component]
pub(super) fn StepForm(
    desk: ReportDesk,
    step: ReportStep,
    question: Text,
    children: Children,
) -> Fragment {
    let go = use_go();
    let leaving = RwSignal::new(false);
    let next = next(step);
    effect(move || {
        if !leaving.get() || desk.lookups.found.with(|found| found.pending) {
            return;
        }
        leaving.set(false);
        untrack(|| proposals::apply(desk));
        if !untrack(|| desk.problems_of(step)).is_empty() {
            return desk.blame(step);
        }
        if let (Some(next), Some(id)) = (next, desk.id.get_untracked()) {
            desk.change(|draft| draft.step = next);
            go(paths::report(&id, next), History::Push);
        }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        desk.lookups.look_now();
        leaving.set(true);
    };
    view! {
        <StepHeading words=question/>
        <Summary desk step/>
        <form class="report-step" on:submit=submit novalidate>
            {children()}
            <div class="wizard-ways">
                <Button
                    label=text::WIZARD_CONTINUE
                    kind=Kind::Primary
                    busy=leaving
                    submit=true
                    on_press=|()| ()
                />
                <WaysBack desk step/>
            </div>
        </form>
    }
}

/// *Back* and *Save and leave*.
#[component]
pub(super) fn WaysBack(desk: ReportDesk, step: ReportStep) -> Fragment {
    let before = before(step);
    let back = move || {
        let id = desk.id.get()?;
        Some(paths::report(&id, before?).to_string())
    };
    view! {
        {before.is_some().then(|| view! { <a href=back>{text::WIZARD_BACK}</a> })}
        <a
            class="leave"
            href=move || left(desk)
            on:click=move |_| notices::say(text::REPORT_SAVED)
        >
            {text::WIZARD_LEAVE}
        </a>
    }
}

/// Where somebody goes who leaves: to what it was opened from.
fn left(desk: ReportDesk) -> String {
    let customer = desk.customer().map(|whose| CustomerRef::Id(whose.id));
    let order = desk.filled().and_then(|filled| filled.order);
    let href = match (customer, order) {
        (Some(customer), Some(order)) => paths::order(&customer, &order),
        (Some(customer), None) => paths::customer(&customer),
        (None, _) => paths::start(),
    };
    href.to_string()
}

fn place(step: ReportStep) -> usize {
    let mut steps = ReportStep::ALL.iter();
    steps.position(|one| *one == step).unwrap_or_default()
}

fn next(step: ReportStep) -> Option<ReportStep> {
    ReportStep::ALL.get(place(step) + 1).copied()
}

fn before(step: ReportStep) -> Option<ReportStep> {
    let before = place(step).checked_sub(1)?;
    ReportStep::ALL.get(before).copied()
}
