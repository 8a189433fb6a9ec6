//! Whether the visitor may buy, by role.

use crate::i18n::{Text, text};
use crate::model::permissions::{Action, Permission};
use crate::reactive::*;
use crate::session::use_session;

/// Why the role may not buy; follows role and language.
pub(super) fn use_denied() -> Signal<Option<String>> {
    denied(text::BUY_ROLE)
}

/// Why the role may not confirm an agreement, which whoever may buy may do.
pub(super) fn use_may_not_confirm() -> Signal<Option<String>> {
    denied(text::AGREEMENT_ROLE)
}

fn denied(words: Text) -> Signal<Option<String>> {
    let session = use_session();
    Signal::derive(move || {
        let denied = session.may(Action::Buy) == Permission::Denied;
        denied.then(|| words.now().to_owned())
    })
}
