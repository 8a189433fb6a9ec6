//! A call that failed, in words.

use std::rc::Rc;

use crate::dom::{Fragment, component, view};
use crate::explain::explain;
use crate::i18n::{Text, lang, text};
use crate::model::permissions::{Action, Permission};
use crate::model::report::Trouble;
use crate::navigation::use_page;
use crate::partner_center::{ApiError, ErrorKind};
use crate::paths::{self, Page};
use crate::reactive::{Signal, untrack};
use crate::session::use_session;
use crate::ui::{CallDetails, Failed, Handler, foreign};

/// What a failed call should have brought, why it did not, what can be done, and *Try again* for
/// that call only. An answer that support could look into can be put into a report, unless it came
/// while one was being written.
#[component]
pub fn Failure(
    what: Text,
    error: Rc<ApiError>,
    #[prop(into)] on_retry: Handler<()>,
    /// What to do next, where the page knows better than the error.
    #[prop(optional_no_strip)]
    advice: Option<Text>,
) -> Fragment {
    let explanation = explain(&error);
    let said = explanation.foreign.map(|said| foreign::visible(&said));
    let happened = move || {
        let mut words = sentence(what.get(lang()));
        words.push(' ');
        words.push_str(explanation.happened.get(lang()));
        with_foreign(words, said.as_deref())
    };
    let page = use_page();
    let signs_in = matches!(error.kind, ErrorKind::SignIn | ErrorKind::SignInMfa);
    let report = untrack(|| page.with(|page| report_of(page, what, &error)));
    // A role that is known by now would be refused again.
    let session = use_session();
    let for_role = error.may_be_for_role();
    let held_back = Signal::derive(move || {
        let less = for_role && session.may(Action::Cancel) == Permission::Denied;
        less.then(|| text::ERRORS_ROLE.now().to_owned())
    });
    view! {
        <Failed
            what=happened
            advice=advice.unwrap_or(explanation.next)
            code=error.code.clone()
            correlation=error.correlation_id.clone()
            on_retry
            report
            signs_in
            held_back
        />
    }
}

/// What support asks for first, where that something is not there is no failure of the page.
pub fn details(error: &ApiError) -> Fragment {
    let (code, correlation) = (error.code.clone(), error.correlation_id.clone());
    view! { <CallDetails code correlation/> }
}

/// Where the report of an answer begins.
fn report_of(page: &Page, what: Text, error: &ApiError) -> Option<String> {
    let of_the_session = matches!(error.kind, ErrorKind::SignIn | ErrorKind::SignInMfa);
    let reporting = matches!(page, Page::Report(_));
    if error.status.is_none() || of_the_session || reporting {
        return None;
    }
    let trouble = Trouble {
        what: what.now().to_owned(),
        code: error.code.clone(),
        correlation: error.correlation_id.clone(),
        request: error.request_id.clone(),
    };
    Some(paths::report_of_error(page, &trouble).to_string())
}

/// Words as a sentence of its own: some of them also stand as a heading.
fn sentence(words: &str) -> String {
    let mut words = words.to_owned();
    if !words.ends_with(['.', '!', '?', ':', '…']) {
        words.push('.');
    }
    words
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
