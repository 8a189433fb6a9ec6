//! A task in steps, each with its own address: where one is, what is acted on, and the ways on, back
//! and out.

use web_sys::HtmlElement;

use crate::dom::{Children, CollectFragment, Fragment, NodeRef, Words, component, view};
use crate::i18n::{lang, text};
use crate::reactive::*;
use crate::ui::heading;

/// A step, as the list beside the task shows it.
#[derive(Clone)]
pub struct WizardStep {
    pub name: Words,
    /// Where it is, once it may be gone to.
    pub href: Option<String>,
}

/// The frame of a task. `at` counts its steps from 0; `summary` says what is acted on, and never
/// scrolls away.
#[component]
pub fn Wizard(
    #[prop(into)] label: Words,
    #[prop(into)] steps: Signal<Vec<WizardStep>>,
    #[prop(into)] at: Signal<usize>,
    summary: Fragment,
    children: Children,
) -> Fragment {
    let count = move || steps.with(Vec::len);
    let place = move || {
        let (at, count) = (at.get() + 1, count());
        text::wizard_step_of(lang(), &at.to_string(), &count.to_string())
    };
    let list = move || {
        let at = at.get();
        let steps = steps.get().into_iter().enumerate();
        let step = |(number, step): (usize, WizardStep)| {
            let WizardStep { name, href } = step;
            let class = match number {
                _ if number < at => "done",
                _ if number == at => "now",
                _ => "later",
            };
            let current = (number == at).then_some("step");
            let name = match href.filter(|_| number != at) {
                Some(href) => view! { <a href=href>{name}</a> },
                None => view! { <span>{name}</span> },
            };
            view! { <li class=class aria-current=current>{name}</li> }
        };
        steps.map(step).collect_view()
    };
    view! {
        <div class="wizard">
            <nav class="wizard-steps" aria-label=label>
                <p class="where quiet small">{place}</p>
                <ol>{list}</ol>
            </nav>
            <div class="wizard-task">{children()}</div>
            <aside class="wizard-summary" aria-label=text::WIZARD_SUMMARY>{summary}</aside>
        </div>
    }
}

/// The heading of a step; it takes the focus when its step comes.
#[component]
pub fn StepHeading(#[prop(into)] words: Words) -> Fragment {
    let node = NodeRef::<HtmlElement>::new();
    heading::take_focus(node);
    view! { <h3 class="step-heading" tabindex="-1" node_ref=node>{words}</h3> }
}
