//! What stands around every page: the frame with its places, the way here, notices; language and
//! colours; where the focus goes on navigation; and the pages that belong to no feature.

mod connection;
pub mod crash;
mod frame;
mod language;
mod language_switch;
pub mod navigated;
mod not_found;
mod pending;
pub mod places;
pub mod recent;
mod sandbox;
mod settings_page;
mod shortcuts;
mod start_page;
mod start_problem;
pub mod theme;
mod theme_switch;
mod top;

pub use frame::Frame;
pub use not_found::NotFoundPage;
pub use settings_page::SettingsPage;
pub use start_page::StartPage;
pub use start_problem::StartProblemPage;

use crate::i18n::text;
use crate::model::role::Role;

/// A role in the interface's language; one that this version does not know by the server's name.
#[must_use]
pub fn role_words(role: Option<&Role>) -> String {
    let words = match role {
        Some(Role::AdminAgent) => text::ROLE_ADMIN_AGENT,
        Some(Role::GlobalAdmin) => text::ROLE_GLOBAL_ADMIN,
        Some(Role::SalesAgent) => text::ROLE_SALES_AGENT,
        Some(Role::HelpdeskAgent) => text::ROLE_HELPDESK_AGENT,
        Some(Role::Unknown(name)) => return name.clone(),
        None => text::ROLE_UNKNOWN,
    };
    words.now().to_owned()
}
