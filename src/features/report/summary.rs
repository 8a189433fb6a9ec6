//! What has to be put right on a step, as links to its fields. It takes the focus when it is said.

use web_sys::HtmlElement;

use super::desk::ReportDesk;
use super::field;
use super::words;
use crate::browser;
use crate::dom::{CollectFragment, Fragment, NodeRef, component, live, view};
use crate::i18n::{lang, text};
use crate::model::draft::ReportStep;
use crate::model::report::{Field, Problem};
use crate::reactive::*;
use crate::ui::{Note, Tone};

#[component]
pub(super) fn Summary(desk: ReportDesk, step: ReportStep) -> Fragment {
    let node = NodeRef::<HtmlElement>::new();
    let blamed = Memo::new(move |_| desk.blamed(step));
    let turn = Memo::new(move |_| blamed.with(|(turn, _)| *turn));
    effect(move || {
        turn.track();
        if blamed.with_untracked(|(_, problems)| problems.is_empty()) {
            return;
        }
        // Once it stands.
        request_animation_frame(move || {
            if let Some(node) = node.get_untracked() {
                let _ = node.focus();
            }
        });
    });
    let problems = Memo::new(move |_| blamed.with(|(_, problems)| problems.clone()));
    view! {
        <div class="report-problems" tabindex="-1" node_ref=node>
            {live(move || list(problems.get()))}
        </div>
    }
}

fn list(problems: Vec<(Field, Problem)>) -> Fragment {
    if problems.is_empty() {
        return Fragment::empty();
    }
    let link = |(of, problem): (Field, Problem)| {
        let words = move || {
            let problem = words::problem(lang(), of, &problem);
            text::form_problem(lang(), words::label(of).now(), &problem)
        };
        let href = format!("#{}", field::id(of));
        let selector = href.clone();
        let go = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            if let Some(input) = browser::find(&selector) {
                let _ = input.focus();
            }
        };
        view! { <li><a href=href rel="external" on:click=go>{words}</a></li> }
    };
    view! {
        <Note tone=Tone::Bad>
            <div class="error-summary" role="alert">
                <p>{text::FORM_PROBLEMS}</p>
                <ul>{problems.into_iter().map(link).collect_view()}</ul>
            </div>
        </Note>
    }
}
