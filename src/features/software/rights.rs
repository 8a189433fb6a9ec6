//! Whether keys and downloads are to be had here, by server and role.

use crate::i18n::text;
use crate::model::permissions::{Action, Permission};
use crate::session::{Session, use_session};

/// The visitor's rights to keys and downloads; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Rights(Session);

pub(super) fn use_rights() -> Rights {
    Rights(use_session())
}

impl Rights {
    /// Whether the server has keys and downloads at all.
    pub fn offered(self) -> bool {
        self.0.config().api.capabilities.software_keys
    }

    /// Why the role may not have them; tracks role and language.
    pub fn denied(self) -> Option<String> {
        (self.0.may(Action::Keys) == Permission::Denied)
            .then(|| text::ITEM_WHY_ROLE.now().to_owned())
    }
}
