//! The page that stands when Latchkey cannot start: what is wrong with its set-up, field by field.

use leptos::prelude::*;

use super::language_switch::LanguageSwitch;
use crate::config::ConfigError;
use crate::i18n::{lang, t, text};
use crate::start::StartProblem;
use crate::ui::{Note, PageHead, Tone};

/// Names what has to be mended, and offers to load the page again.
#[component]
pub fn StartProblemPage(problem: StartProblem) -> impl IntoView {
    let reload = |_| {
        if let Some(window) = crate::browser::window() {
            // Refused only to documents that are not shown.
            let _ = window.location().reload();
        }
    };
    view! {
        <main class="problem">
            <PageHead title=text::PROBLEM_TITLE/>
            <p>{t(text::PROBLEM_TEXT)}</p>
            {explained(problem)}
            <div class="row">
                <button type="button" class="button primary" on:click=reload>
                    {t(text::PROBLEM_RELOAD)}
                </button>
                <LanguageSwitch/>
            </div>
        </main>
    }
}

fn explained(problem: StartProblem) -> AnyView {
    match problem {
        StartProblem::Broken(errors) => view! {
            <p>{t(text::PROBLEM_MEND)}</p>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{t(text::PROBLEM_FIELD)}</th>
                        <th scope="col">{t(text::PROBLEM_WHAT)}</th>
                    </tr>
                </thead>
                <tbody>{errors.into_iter().map(row).collect_view()}</tbody>
            </table>
        }
        .into_any(),
        StartProblem::Unreachable { status } => {
            let status = status.map(|status| status.to_string());
            let words = move || match &status {
                Some(status) => text::problem_unreachable(lang(), status),
                None => text::PROBLEM_NO_ANSWER.now().to_owned(),
            };
            view! { <Note tone=Tone::Bad><p>{words}</p></Note> }.into_any()
        }
        StartProblem::SandboxMissing => {
            view! { <Note tone=Tone::Bad><p>{t(text::PROBLEM_SANDBOX)}</p></Note> }.into_any()
        }
    }
}

fn row(error: ConfigError) -> AnyView {
    let field = if error.field.is_empty() {
        "config.json".to_owned()
    } else {
        error.field.clone()
    };
    view! {
        <tr>
            <td class="tight"><code>{field}</code></td>
            <td>{move || error.words(lang())}</td>
        </tr>
    }
    .into_any()
}
