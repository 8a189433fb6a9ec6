//! A call that failed, in words.

use std::rc::Rc;

use crate::dom::{Fragment, component, view};
use crate::explain::explain;
use crate::i18n::{Text, lang, text};
use crate::partner_center::ApiError;
use crate::ui::{Failed, Handler, foreign};

/// What a failed call should have brought, why it did not, what can be done, and *Try again* for
/// that call only.
#[component]
pub fn Failure(what: Text, error: Rc<ApiError>, #[prop(into)] on_retry: Handler<()>) -> Fragment {
    let explanation = explain(&error);
    let said = explanation.foreign.map(|said| foreign::visible(&said));
    let happened = move || {
        let words = [what, explanation.happened].map(|part| part.get(lang()));
        with_foreign(words.join(" "), said.as_deref())
    };
    view! {
        <Failed
            what=happened
            advice=explanation.next
            code=error.code.clone()
            correlation=error.correlation_id.clone()
            on_retry
        />
    }
}

/// Words, and after them what the server itself said (as [`foreign::visible`] made it), apart from
/// ours by isolates.
pub fn with_foreign(mut words: String, said: Option<&str>) -> String {
    if let Some(said) = said {
        let says = text::ERRORS_SERVER_SAYS.get(lang());
        words.push_str(&format!(" {says} \u{2068}{said}\u{2069}"));
    }
    words
}
