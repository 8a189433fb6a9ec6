//! The page that stands when Latchkey cannot start: what is wrong with its set-up, field by field.

use super::language_switch::LanguageSwitch;
use crate::browser;
use crate::config::ConfigError;
use crate::dom::{CollectFragment, Fragment, component, view};
use crate::i18n::{lang, text};
use crate::start::StartProblem;
use crate::ui::{Note, PageHead, Tone};

/// Names what has to be mended, and offers to load the page again.
#[component]
pub fn StartProblemPage(problem: StartProblem) -> Fragment {
    let reload = |_| browser::reload();
    view! {
        <main class="problem">
            <PageHead title=text::PROBLEM_TITLE/>
            <p>{text::PROBLEM_TEXT}</p>
            {explained(problem)}
            <div class="row">
                <button type="button" class="button primary" on:click=reload>
                    {text::PROBLEM_RELOAD}
                </button>
                <LanguageSwitch/>
            </div>
        </main>
    }
}

fn explained(problem: StartProblem) -> Fragment {
    match problem {
        StartProblem::Broken(errors) => view! {
            <p>{text::PROBLEM_MEND}</p>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{text::PROBLEM_FIELD}</th>
                        <th scope="col">{text::PROBLEM_WHAT}</th>
                    </tr>
                </thead>
                <tbody>{errors.into_iter().map(row).collect_view()}</tbody>
            </table>
        },
        StartProblem::Unreachable { status } => {
            let status = status.map(|status| status.to_string());
            let words = move || match &status {
                Some(status) => text::problem_unreachable(lang(), status),
                None => text::PROBLEM_NO_ANSWER.now().to_owned(),
            };
            view! { <Note tone=Tone::Bad><p>{words}</p></Note> }
        }
        StartProblem::SandboxMissing => {
            view! { <Note tone=Tone::Bad><p>{text::PROBLEM_SANDBOX}</p></Note> }
        }
    }
}

fn row(error: ConfigError) -> Fragment {
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
}
