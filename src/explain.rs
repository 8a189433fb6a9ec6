//! From an error of the API to words: what happened, and what to do next. The one place for it.

use crate::i18n::Text;
use crate::i18n::text as words;
use crate::model::cart::{LineError, OrderError};
use crate::partner_center::{ApiError, ErrorKind};

mod buying;
mod cancelling;
mod reporting;
#[cfg(test)]
mod tests;

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
        .and_then(|code| by_code(error.kind, code).or_else(|| by_group(code)));
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

/// Explains why one of the orders of a cart was not made: such a refusal has a code and no status.
pub fn explain_order(error: &OrderError) -> Explanation {
    let code = error.code.as_deref();
    let known = code.and_then(|code| {
        let kinds = [
            ErrorKind::Forbidden,
            ErrorKind::NotFound,
            ErrorKind::Refused,
        ];
        let of_calls = || kinds.into_iter().find_map(|kind| by_code(kind, code));
        by_group(code).or_else(of_calls)
    });
    let (happened, next) = known.unwrap_or((words::ERRORS_REFUSED, words::ERRORS_NEXT_HOST));
    part(happened, next, known.is_some(), &error.description)
}

/// Explains what is wrong with a line of a cart. How many can still be bought stands in the error.
pub fn explain_line(error: &LineError) -> Explanation {
    let known = buying::by_line(&error.code);
    let (happened, next) = known.unwrap_or((words::ERRORS_LINE, words::ERRORS_NEXT_LINES));
    part(happened, next, known.is_some(), &error.description)
}

fn part(happened: Text, next: Text, known: bool, said: &Option<String>) -> Explanation {
    Explanation {
        title: words::ERRORS_REFUSED_TITLE,
        happened,
        next,
        foreign: said.clone().filter(|_| !known),
    }
}

fn by_kind(kind: ErrorKind) -> (Text, Text, Text) {
    match kind {
        ErrorKind::Offline => (
            words::ERRORS_NETWORK_TITLE,
            words::ERRORS_OFFLINE,
            words::ERRORS_NEXT_ONLINE,
        ),
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

/// Codes that mean the same to a person, what happened, and what to do next.
type Group = (&'static str, Text, Text);

fn groups() -> impl Iterator<Item = &'static Group> {
    let of_orders = buying::GROUPS.iter().chain(&cancelling::GROUPS);
    of_orders.chain(&reporting::GROUPS)
}

/// What a code says that means the same whatever the status is.
fn by_group(code: &str) -> Option<(Text, Text)> {
    let has = |codes: &str| codes.split(' ').any(|own| own == code);
    let group = groups().find(|(codes, ..)| has(codes));
    group.map(|(_, happened, next)| (*happened, *next))
}

/// What happened and what to do next, for a code that any call can meet.
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
            (words::ERRORS_REVIEW, words::ERRORS_NEXT_SUPPORT)
        }
        (ErrorKind::NotFound, "1000" | "60003") | (ErrorKind::Refused, "900118") => {
            (words::ERRORS_CUSTOMER, words::ERRORS_NEXT_CUSTOMER)
        }
        (ErrorKind::Forbidden, "2006") => (words::ERRORS_PARTNER_OFFER, words::ERRORS_NEXT_GLOBAL),
        (ErrorKind::Refused, "2011") => (words::ERRORS_CANCELLED, words::ERRORS_NEXT_RELOAD),
        (ErrorKind::Refused, "600061") => (words::ERRORS_CONFIRMED, words::ERRORS_NEXT_RELOAD),
        (ErrorKind::NotFound, "600074") => (words::ERRORS_NO_RECORD, words::ERRORS_NEXT_GO_ON),
        (ErrorKind::NotFound, "400013" | "400018") => {
            (words::ERRORS_PRODUCT, words::ERRORS_NEXT_BACK)
        }
        (ErrorKind::NotFound, "800007") => (words::ERRORS_PENDING, words::ERRORS_NEXT_LATER),
        (ErrorKind::Revoked, "800037") => (words::ERRORS_REVOKED, words::ERRORS_NEXT_UNINSTALL),
        _ => return None,
    })
}
