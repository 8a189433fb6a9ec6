//! What holds for the whole visit: the configuration, the client, and the role.

use std::sync::Arc;

use leptos::ev::focus;

use crate::browser;
use crate::config::{Config, DataSource};
use crate::i18n::{self, Lang};
use crate::model::link::Allowed;
use crate::model::permissions::{Action, Permission, permission};
use crate::model::role::Role;
use crate::partner_center::PartnerCenter;
use crate::partner_center::client::role::RoleSign;
use crate::reactive::*;
use crate::start::Ready;

/// The visit; cheap to copy.
#[derive(Clone, Copy)]
pub struct Session {
    ready: &'static Ready,
    role: RwSignal<Option<Role>>,
    /// Whether a refusal has just had the role asked for again.
    asked_again: StoredValue<bool>,
}

/// Milliseconds in which nothing more has the role asked for again.
const REST: u32 = 10_000;

/// Gives the session, and the client by itself, to everything below the current owner.
pub fn provide_session(ready: Ready) -> Session {
    // The page has one visit, and it lasts as long as the page.
    let ready: &'static Ready = Box::leak(Box::new(ready));
    let api = &ready.api;
    provide_context(api.clone());
    let session = Session {
        ready,
        role: RwSignal::new(None),
        asked_again: StoredValue::new(false),
    };
    provide_context(session);
    effect(move || {
        api.set_locale(match i18n::lang() {
            Lang::En => "en-US",
            Lang::Fr => "fr-FR",
        });
    });
    let observer = Arc::new(move |sign| session.hear(sign));
    api.watch_role(session.config().role_header(), observer);
    session.refresh_role();
    // Whoever was told that the role is not enough may come back with another one.
    let returning = window_event_listener(focus, move |_| {
        if untrack(|| session.may(Action::Cancel)) == Permission::Denied {
            session.hear(RoleSign::Refused);
        }
    });
    on_cleanup(move || returning.remove());
    session
}

/// The session given by [`provide_session`].
pub fn use_session() -> Session {
    expect_context()
}

impl Session {
    /// What `config.json` says.
    pub fn config(&self) -> &'static Config {
        &self.ready.config
    }

    /// The client.
    pub fn api(&self) -> PartnerCenter {
        self.ready.api.clone()
    }

    /// Where links from data may lead.
    pub fn allowed_links(&self) -> Allowed {
        let origin = browser::window().and_then(|window| window.location().origin().ok());
        self.config()
            .allowed_links(origin.as_deref().unwrap_or_default())
    }

    /// Whether nothing here is real.
    pub fn is_sandbox(&self) -> bool {
        self.config().data_source == DataSource::Sandbox
    }

    /// The visitor's role, as far as it is known; tracks it.
    pub fn role(&self) -> Option<Role> {
        self.role.get()
    }

    /// The right to an action; tracks the role.
    pub fn may(&self, action: Action) -> Permission {
        self.role.with(|role| permission(role.as_ref(), action))
    }

    /// Asks for the role again, where the server tells it when asked. Where it cannot be learned it is
    /// unknown: the actions are offered and a refusal is explained.
    pub fn refresh_role(&self) {
        spawn_local(self.ask_for_role());
    }

    async fn ask_for_role(self) {
        let Some(path) = self.config().role_path() else {
            return;
        };
        // A question that fails says nothing: what is known stays.
        if let Ok(names) = self.api().role(path).await {
            self.learn(names.as_deref());
        }
    }

    /// Takes up what the server calls the role, if it calls it anything.
    fn learn(self, names: Option<&str>) {
        let role = names.and_then(|names| self.config().roles.read(names));
        if self
            .role
            .try_get_untracked()
            .is_some_and(|known| known != role)
        {
            self.role.set(role);
        }
    }

    /// Notices in answers that the role is another one. A refusal has it asked for again, once: the
    /// next ones, that of this question itself among them, say nothing new.
    fn hear(self, sign: RoleSign) {
        match sign {
            RoleSign::Named(names) => self.learn(Some(&names)),
            RoleSign::Refused => {
                if self.asked_again.try_get_value() != Some(false) {
                    return;
                }
                self.asked_again.try_update_value(|asked| *asked = true);
                spawn_local(async move {
                    self.ask_for_role().await;
                    self.api().wait(REST).await;
                    self.asked_again.try_update_value(|asked| *asked = false);
                });
            }
        }
    }
}
