//! From an error of the API to words: what happened, and what to do next. The one place for it.

use crate::i18n::Text;
use crate::i18n::text as words;
use crate::partner_center::{ApiError, ErrorKind};

/// An error in words, in both languages at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// A few words, for the head of a page or a dialog.
    pub title: Text,
    /// A sentence.
    pub happened: Text,
    /// What the visitor can do about it.
    pub next: Text,
    /// What the server itself said, where this version knows no better: foreign text, to be shown
    /// as such after [`words::ERRORS_SERVER_SAYS`].
    pub foreign: Option<String>,
}

/// Explains an error: by the server's code where it is known (Microsoft, "Partner Center REST error
/// codes"), else by its kind and with the server's own words.
pub fn explain(error: &ApiError) -> Explanation {
    let code = error
        .code
        .as_deref()
        .and_then(|code| by_code(error.kind, code));
    let by_kind = by_kind(error.kind);
    let (happened, next) = code.unwrap_or((by_kind.1, by_kind.2));
    Explanation {
        title: by_kind.0,
        happened,
        next,
        foreign: match code {
            Some(_) => None,
            None => error.description.clone(),
        },
    }
}

fn by_kind(kind: ErrorKind) -> (Text, Text, Text) {
    match kind {
        ErrorKind::Network => (
            words::ERRORS_NETWORK_TITLE,
            words::ERRORS_NETWORK,
            words::ERRORS_NEXT_CONNECTION,
        ),
        ErrorKind::Timeout => (
            words::ERRORS_TIMEOUT_TITLE,
            words::ERRORS_TIMEOUT,
            words::ERRORS_NEXT_LATER,
        ),
        ErrorKind::Unreadable => (
            words::ERRORS_UNREADABLE_TITLE,
            words::ERRORS_UNREADABLE,
            words::ERRORS_NEXT_HOST,
        ),
        ErrorKind::TooLarge => (
            words::ERRORS_UNREADABLE_TITLE,
            words::ERRORS_TOO_LARGE,
            words::ERRORS_NEXT_HOST,
        ),
        ErrorKind::Address => (
            words::ERRORS_UNREADABLE_TITLE,
            words::ERRORS_ADDRESS,
            words::ERRORS_NEXT_HOST,
        ),
        ErrorKind::SignIn => (
            words::ERRORS_SIGN_IN_TITLE,
            words::ERRORS_SIGN_IN,
            words::ERRORS_NEXT_SIGN_IN,
        ),
        ErrorKind::SignInMfa => (
            words::ERRORS_SIGN_IN_TITLE,
            words::ERRORS_MFA,
            words::ERRORS_NEXT_MFA,
        ),
        ErrorKind::Forbidden => (
            words::ERRORS_FORBIDDEN_TITLE,
            words::ERRORS_FORBIDDEN,
            words::ERRORS_NEXT_ADMIN,
        ),
        ErrorKind::NotFound => (
            words::ERRORS_NOT_FOUND_TITLE,
            words::ERRORS_NOT_FOUND,
            words::ERRORS_NEXT_BACK,
        ),
        ErrorKind::Throttled => (
            words::ERRORS_THROTTLED_TITLE,
            words::ERRORS_THROTTLED,
            words::ERRORS_NEXT_LATER,
        ),
        ErrorKind::Conflict => (
            words::ERRORS_CONFLICT_TITLE,
            words::ERRORS_CONFLICT,
            words::ERRORS_NEXT_LATER,
        ),
        ErrorKind::Revoked => (
            words::ERRORS_REVOKED_TITLE,
            words::ERRORS_REVOKED,
            words::ERRORS_NEXT_UNINSTALL,
        ),
        ErrorKind::Refused => (
            words::ERRORS_REFUSED_TITLE,
            words::ERRORS_REFUSED,
            words::ERRORS_NEXT_HOST,
        ),
        ErrorKind::Server => (
            words::ERRORS_SERVER_TITLE,
            words::ERRORS_SERVER,
            words::ERRORS_NEXT_LATER,
        ),
    }
}

/// What happened and what to do next, for a code that reads can meet.
fn by_code(kind: ErrorKind, code: &str) -> Option<(Text, Text)> {
    Some(match (kind, code) {
        (ErrorKind::SignIn, "900420") => (words::ERRORS_AUDIENCE, words::ERRORS_NEXT_HOST),
        (ErrorKind::SignIn, "400" | "800001") => {
            (words::ERRORS_SIGN_IN, words::ERRORS_NEXT_SIGN_IN)
        }
        (ErrorKind::Forbidden, "2032" | "900150" | "900308") => {
            (words::ERRORS_ROLE, words::ERRORS_NEXT_ADMIN)
        }
        (ErrorKind::Forbidden, "900309") => {
            (words::ERRORS_CONDITIONAL_ACCESS, words::ERRORS_NEXT_GLOBAL)
        }
        (ErrorKind::Forbidden, "900329") => (words::ERRORS_APP_ONLY, words::ERRORS_NEXT_HOST),
        (ErrorKind::Forbidden, "900416") => (words::ERRORS_LOCKED, words::ERRORS_NEXT_GLOBAL),
        (ErrorKind::Forbidden, "20002") => {
            (words::ERRORS_RELATIONSHIP, words::ERRORS_NEXT_RELATIONSHIP)
        }
        (ErrorKind::Forbidden, "900149" | "800039") => {
            (words::ERRORS_PROGRAM, words::ERRORS_NEXT_GLOBAL)
        }
        (ErrorKind::Forbidden, "900123" | "900124") => {
            (words::ERRORS_PARTNER_AGREEMENT, words::ERRORS_NEXT_GLOBAL)
        }
        (ErrorKind::Forbidden, "13605") => (
            words::ERRORS_CUSTOMER_AGREEMENT,
            words::ERRORS_NEXT_AGREEMENT,
        ),
        (ErrorKind::Forbidden, "800073" | "800074" | "800075") => {
            (words::ERRORS_REVIEW, words::ERRORS_NEXT_LATER)
        }
        (ErrorKind::NotFound, "1000" | "60003") | (ErrorKind::Refused, "900118") => {
            (words::ERRORS_CUSTOMER, words::ERRORS_NEXT_CUSTOMER)
        }
        (ErrorKind::NotFound, "20000" | "20003") => (words::ERRORS_ORDER, words::ERRORS_NEXT_LATER),
        (ErrorKind::NotFound, "400013" | "400018" | "400019") => {
            (words::ERRORS_PRODUCT, words::ERRORS_NEXT_BACK)
        }
        (ErrorKind::NotFound, "800007") => (words::ERRORS_PENDING, words::ERRORS_NEXT_LATER),
        (ErrorKind::Revoked, "800037") => (words::ERRORS_REVOKED, words::ERRORS_NEXT_UNINSTALL),
        (ErrorKind::Server, "800003" | "900192") => {
            (words::ERRORS_SERVER, words::ERRORS_NEXT_LATER)
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    const KINDS: [ErrorKind; 14] = [
        ErrorKind::Network,
        ErrorKind::Timeout,
        ErrorKind::Unreadable,
        ErrorKind::TooLarge,
        ErrorKind::Address,
        ErrorKind::SignIn,
        ErrorKind::SignInMfa,
        ErrorKind::Forbidden,
        ErrorKind::NotFound,
        ErrorKind::Throttled,
        ErrorKind::Conflict,
        ErrorKind::Revoked,
        ErrorKind::Refused,
        ErrorKind::Server,
    ];

    fn error(kind: ErrorKind, code: Option<&str>) -> ApiError {
        ApiError {
            code: code.map(str::to_owned),
            description: Some("What the server said".to_owned()),
            ..ApiError::of(kind)
        }
    }

    #[test]
    fn every_kind_says_what_happened_and_what_to_do_in_both_languages() {
        for kind in KINDS {
            let said = explain(&error(kind, None));
            for text in [said.title, said.happened, said.next] {
                assert!(!text.get(Lang::En).is_empty());
                assert_ne!(text.get(Lang::En), text.get(Lang::Fr), "{kind:?}");
            }
            assert_eq!(said.foreign.as_deref(), Some("What the server said"));
        }
    }

    #[test]
    fn a_known_code_is_said_in_our_words() {
        for (kind, code, happened) in [
            (ErrorKind::Forbidden, "900150", words::ERRORS_ROLE),
            (ErrorKind::Forbidden, "900308", words::ERRORS_ROLE),
            (ErrorKind::Forbidden, "20002", words::ERRORS_RELATIONSHIP),
            (ErrorKind::Forbidden, "900329", words::ERRORS_APP_ONLY),
            (ErrorKind::NotFound, "1000", words::ERRORS_CUSTOMER),
            (ErrorKind::NotFound, "60003", words::ERRORS_CUSTOMER),
            (ErrorKind::NotFound, "20000", words::ERRORS_ORDER),
            (ErrorKind::NotFound, "400013", words::ERRORS_PRODUCT),
            (ErrorKind::NotFound, "400018", words::ERRORS_PRODUCT),
            (ErrorKind::NotFound, "800007", words::ERRORS_PENDING),
            (ErrorKind::Revoked, "800037", words::ERRORS_REVOKED),
        ] {
            let said = explain(&error(kind, Some(code)));
            assert_eq!((said.happened, said.foreign), (happened, None), "{code}");
        }
    }

    #[test]
    fn a_code_means_nothing_with_another_status() {
        let said = explain(&error(ErrorKind::Refused, Some("900150")));
        assert_eq!(said.happened, words::ERRORS_REFUSED);
        assert!(said.foreign.is_some());
    }
}
