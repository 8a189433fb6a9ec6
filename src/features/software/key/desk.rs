//! Where a product key is handled: fetched when it is shown or copied and not before, held while it
//! is shown, wiped when it is hidden.

use std::rc::Rc;

use js_sys::JsString;

use crate::features::customers::CurrentCustomer;
use crate::i18n::{lang, text};
use crate::model::product_key::ProductKey;
use crate::partner_center::{ApiError, ErrorKind};
use crate::reactive::*;
use crate::session::{Session, use_session};
use crate::ui::copy::{self, Copied, Late};
use crate::ui::notices;

/// How long a shown key stays on the screen, in milliseconds.
pub(super) const SHOWN_FOR: f64 = 30_000.0;

/// Which key it is about.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::features::software) struct KeyOf {
    /// What the item is called.
    pub product: String,
    /// Where the key is, relative to the API's base.
    pub uri: String,
}

/// What the dialog shows in the key's place.
#[derive(Clone)]
pub(super) enum Face {
    Masked,
    Shown {
        /// By the visitor's clock, in milliseconds.
        until: f64,
    },
    /// At hand and masked: the browser wants another press to copy it.
    PressAgain,
    /// The browser refused to copy: to be copied by hand.
    ByHand,
    Failed(Rc<ApiError>),
}

/// One per page; cheap to copy into every closure.
#[derive(Clone, Copy)]
pub(in crate::features::software) struct KeyDesk {
    pub customer: CurrentCustomer,
    /// Whether the dialog is open.
    pub open: RwSignal<bool>,
    /// How often a key was got: the activity log has grown since.
    pub got: RwSignal<u32>,
    pub(super) about: RwSignal<Option<KeyOf>>,
    pub(super) face: RwSignal<Face>,
    pub(super) busy: RwSignal<bool>,
    pub(super) just_copied: RwSignal<bool>,
    key: StoredValue<Option<ProductKey>>,
    /// Counts how often the key was given up: an answer that was asked for before that is dropped.
    given_up: StoredValue<u32>,
    session: Session,
}

/// Sets up the desk of a page. What it holds is wiped when the page goes away.
pub(in crate::features::software) fn use_key_desk(customer: CurrentCustomer) -> KeyDesk {
    let desk = KeyDesk {
        customer,
        open: RwSignal::new(false),
        got: RwSignal::new(0),
        about: RwSignal::new(None),
        face: RwSignal::new(Face::Masked),
        busy: RwSignal::new(false),
        just_copied: RwSignal::new(false),
        key: StoredValue::new(None),
        given_up: StoredValue::new(0),
        session: use_session(),
    };
    on_cleanup(move || desk.hide());
    desk
}

impl KeyDesk {
    /// Opens the dialog; nothing is fetched yet.
    pub fn open(self, key: KeyOf) {
        self.turn_to(key);
        self.open.set(true);
    }

    /// Copies a key without the dialog, inside the gesture of a click. The dialog opens only where
    /// something stands in the way.
    pub fn copy_at_once(self, key: KeyOf) {
        if !self.busy.get_untracked() {
            self.turn_to(key);
            self.copy();
        }
    }

    /// Whether the key at this address is being fetched; tracks it.
    pub fn is_busy_with(self, uri: &str) -> bool {
        self.busy.get()
            && self
                .about
                .with(|about| about.as_ref().is_some_and(|of| of.uri == uri))
    }

    /// Which key the dialog is about.
    pub fn about(self) -> Option<KeyOf> {
        self.about.get_untracked()
    }

    fn turn_to(self, key: KeyOf) {
        self.hide();
        self.just_copied.set(false);
        self.about.set(Some(key));
    }

    /// Gives the key up and masks it, also one that is still on its way.
    pub(super) fn hide(self) {
        self.given_up.try_update_value(|times| *times += 1);
        self.key.try_update_value(|key| *key = None);
        self.face.set(Face::Masked);
    }

    /// Hides the key that was to be shown until then. A timer may come late, when another showing has
    /// begun: that one has its own.
    pub(super) fn time_is_up(self, shown_until: f64) {
        let face = self.face.try_get_untracked();
        if matches!(face, Some(Face::Shown { until }) if until == shown_until) {
            self.hide();
        }
    }

    /// Does something with the key, if it is at hand.
    pub(super) fn with_key<T>(self, act: impl FnOnce(&ProductKey) -> T) -> Option<T> {
        self.key
            .try_with_value(|key| key.as_ref().map(act))
            .flatten()
    }

    /// Fetches the key if need be and shows it for a while.
    pub(super) fn show(self) {
        if self.with_key(|_| ()).is_some() {
            self.face.set(Face::Shown {
                until: now() + SHOWN_FOR,
            });
            return;
        }
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        let getting = self.get();
        let asked_at = self.given_up.try_get_value();
        spawn_local(async move {
            let answer = getting.await;
            self.busy.set(false);
            let hidden = self.given_up.try_get_value() != asked_at;
            match answer {
                // Hidden, closed, turned to another key or gone meanwhile: this one is dropped, and
                // wiped by that.
                _ if hidden || self.open.try_get_untracked() != Some(true) => {}
                Ok(key) => {
                    self.key.try_update_value(|held| *held = Some(key));
                    self.face.set(Face::Shown {
                        until: now() + SHOWN_FOR,
                    });
                }
                Err(error) => {
                    self.face.set(Face::Failed(Rc::new(error)));
                }
            }
        });
    }

    /// Copies the key, fetched if need be. Call it inside the handler of a click.
    pub(super) fn copy(self) {
        let at_hand = self.with_key(|key| copy::copy_text(key.expose()));
        if let Some(copying) = at_hand {
            spawn_local(async move {
                match copying.await {
                    Copied::Done => self.copied(),
                    Copied::SelectThis => {
                        self.face.set(Face::ByHand);
                    }
                }
            });
            return;
        }
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        let getting = self.get();
        let asked_for = self.about.get_untracked();
        let about = asked_for.clone();
        let text = async move {
            match getting.await {
                // The dialog has turned to another key meanwhile: this one is not what it says.
                _ if self.about.try_get_untracked() != Some(about) => None,
                Ok(key) => Some(JsString::from(key.expose())),
                Err(error) => {
                    self.face.set(Face::Failed(Rc::new(error)));
                    None
                }
            }
        };
        let copying = copy::copy_when_ready(Box::pin(text));
        spawn_local(async move {
            let outcome = copying.await;
            self.busy.set(false);
            if self.about.try_get_untracked() != Some(asked_for) {
                return;
            }
            match outcome {
                Late::Done => self.copied(),
                Late::SelectThis(text) => {
                    let key = ProductKey::new(String::from(text));
                    self.key.try_update_value(|held| *held = Some(key));
                    self.face.set(Face::PressAgain);
                    self.show_dialog();
                }
                Late::Nothing => {
                    self.show_dialog();
                }
            }
        });
    }

    /// Opens the dialog unless it stands: opening it anew would mask what it says.
    fn show_dialog(self) {
        if self.open.try_get_untracked() == Some(false) {
            self.open.set(true);
        }
    }

    fn copied(self) {
        // The only reasons to hold a key are showing it and copying it.
        if !matches!(self.face.try_get_untracked(), Some(Face::Shown { .. })) {
            self.hide();
        }
        if self.open.try_get_untracked() == Some(true) {
            self.just_copied.set(true);
        } else {
            let product = self
                .about
                .try_get_untracked()
                .flatten()
                .map(|about| about.product);
            let product = product.unwrap_or_default();
            notices::say(move || {
                text::notices_copied(lang(), &text::software_the_key_of(lang(), &product))
            });
        }
    }

    /// Fetches the key from the server; every time is recorded there.
    fn get(self) -> impl Future<Output = Result<ProductKey, ApiError>> {
        let about = self.about.get_untracked();
        let customer = untrack(|| self.customer.id());
        let api = self.session.api();
        let got = self.got;
        async move {
            let (Some(about), Some(customer)) = (about, customer) else {
                return Err(ApiError::of(ErrorKind::NotFound));
            };
            let key = api.product_key(&customer, &about.uri).await?;
            let _ = got.update(|got| *got += 1);
            Ok(key)
        }
    }
}

pub(super) fn now() -> f64 {
    js_sys::Date::now()
}
