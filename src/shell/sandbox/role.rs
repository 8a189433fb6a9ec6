//! Acting as somebody else in the sandbox.

use crate::dom::{Fragment, component, view};
use crate::i18n::{lang, text};
use crate::model::role::Role;
use crate::query::Queries;
use crate::reactive::*;
use crate::session::use_session;
use crate::shell::role_words;
use crate::ui::{Choice, Picker, notices};

const ROLES: [Role; 4] = [
    Role::AdminAgent,
    Role::GlobalAdmin,
    Role::SalesAgent,
    Role::HelpdeskAgent,
];

/// The roles to choose from, in the interface's language.
pub(super) fn choices() -> Vec<Choice> {
    ROLES
        .iter()
        .map(|role| Choice::new(role.as_str(), role_words(Some(role))))
        .collect()
}

/// The role acted as now, as a choice; empty while it is not known.
pub(super) fn chosen() -> Signal<String> {
    let session = use_session();
    Signal::derive(move || {
        session
            .role()
            .map(|role| role.as_str().to_owned())
            .unwrap_or_default()
    })
}

/// Sets the sandbox's role; everything that was read for the former one is read anew.
pub(super) fn choose() -> impl Fn(String) + Copy + 'static {
    let session = use_session();
    let queries = expect_context::<Queries>();
    move |role: String| {
        let api = session.api();
        spawn_local(async move {
            let role = Role::from(role);
            match api.act_as(&role).await {
                Ok(()) => {
                    session.refresh_role();
                    queries.invalidate("");
                    notices::say(move || text::sandbox_role_done(lang(), &role_words(Some(&role))));
                }
                Err(_) => notices::say(text::FAILED_TITLE),
            }
        });
    }
}

/// The role, with its label and what it does, for the settings.
#[component]
pub(in crate::shell) fn RolePicker() -> Fragment {
    view! {
        <Picker
            label=text::SETTINGS_SANDBOX_ROLE
            options=Signal::derive(choices)
            chosen=chosen()
            on_choose=choose()
            hint=text::SETTINGS_SANDBOX_ROLE_HINT
        />
    }
}
