//! What holds for the whole visit: the configuration, the client, and the role.

use crate::browser;
use crate::config::{Config, DataSource};
use crate::i18n::{self, Lang};
use crate::model::link::Allowed;
use crate::model::permissions::{Action, Permission, permission};
use crate::model::role::Role;
use crate::partner_center::PartnerCenter;
use crate::reactive::*;
use crate::start::Ready;

/// The visit; cheap to copy.
#[derive(Clone, Copy)]
pub struct Session {
    ready: &'static Ready,
    role: RwSignal<Option<Role>>,
}

/// Gives the session, and the client by itself, to everything below the current owner.
pub fn provide_session(ready: Ready) -> Session {
    // The page has one visit, and it lasts as long as the page.
    let ready: &'static Ready = Box::leak(Box::new(ready));
    let api = &ready.api;
    provide_context(api.clone());
    let session = Session {
        ready,
        role: RwSignal::new(None),
    };
    provide_context(session);
    effect(move || {
        api.set_locale(match i18n::lang() {
            Lang::En => "en-US",
            Lang::Fr => "fr-FR",
        });
    });
    session.refresh_role();
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

    /// Asks for the role again. Where it cannot be learned it is unknown: the actions are offered
    /// and a refusal is explained.
    pub fn refresh_role(&self) {
        let Session { role, .. } = *self;
        let (api, config) = (self.api(), self.config());
        spawn_local(async move {
            let answer = api.role().await.unwrap_or_default();
            role.set(answer.map(|role| config.roles.mapped(role)));
        });
    }
}
