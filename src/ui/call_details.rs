//! What finds a failed call in a server's logs, folded away.

use super::CopyButton;
use crate::dom::{CollectFragment, Fragment, component, view};
use crate::i18n::{lang, text};

/// The server's code and correlation id, each where there is one, to be read and copied for support.
#[component]
pub fn CallDetails(
    #[prop(optional_no_strip)] code: Option<String>,
    #[prop(optional_no_strip)] correlation: Option<String>,
) -> Fragment {
    let details = [
        (text::FAILED_CODE, code),
        (text::FAILED_CORRELATION, correlation),
    ];
    let details: Vec<_> = details
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect();
    let to_copy = details.clone();
    let all = move || {
        let lines = to_copy
            .iter()
            .map(|(name, value)| format!("{}: {value}", name.get(lang())));
        lines.collect::<Vec<_>>().join("\n")
    };
    if details.is_empty() {
        return Fragment::empty();
    }
    let lines = details.into_iter().map(|(name, value)| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd><code>{value}</code></dd>
            </div>
        }
    });
    view! {
        <details>
            <summary>{text::ACT_DETAILS}</summary>
            <dl class="details">{lines.collect_view()}</dl>
            <CopyButton value=all what=text::ACT_DETAILS words=true/>
        </details>
    }
}
