//! The message being made.

use js_sys::JsString;
use zeroize::Zeroize;

use super::compose::{Around, KeyPart, Offer, body, subject};
use crate::browser;
use crate::features::customers::CurrentCustomer;
use crate::features::message_language::MessageLanguage;
use crate::features::software::key::KeyOf;
use crate::i18n::Lang;
use crate::model::message::mailto;
use crate::model::product_key::MASK;
use crate::partner_center::ApiError;
use crate::reactive::*;
use crate::session::{Session, use_session};
use crate::ui::copy::{self, Late};

/// One per page; cheap to copy.
#[derive(Clone, Copy)]
pub(in crate::features::software) struct SendDesk {
    pub(super) customer: CurrentCustomer,
    pub(super) open: RwSignal<bool>,
    pub(super) offer: RwSignal<Offer>,
    pub(super) language: MessageLanguage,
    pub(super) with_key: RwSignal<bool>,
    pub(super) busy: RwSignal<bool>,
    pub(super) said: RwSignal<Option<Said>>,
    /// How often a key was got for a message.
    pub got: RwSignal<u32>,
    /// The one download that stands on the page, if there is just one.
    beside: StoredValue<Option<Offer>>,
    session: Session,
}

/// What came of copying or opening.
#[derive(Clone, PartialEq)]
pub(super) enum Said {
    Copied,
    /// The browser refused: to be copied by hand.
    ByHand(String),
    TooLong,
    Failed(Box<ApiError>),
}

pub(in crate::features::software) fn use_send_desk(customer: CurrentCustomer) -> SendDesk {
    SendDesk {
        customer,
        open: RwSignal::new(false),
        offer: RwSignal::new(Offer::default()),
        language: MessageLanguage::begin(),
        with_key: RwSignal::new(false),
        busy: RwSignal::new(false),
        said: RwSignal::new(None),
        got: RwSignal::new(0),
        beside: StoredValue::new(None),
        session: use_session(),
    }
}

impl SendDesk {
    pub fn open(self, offer: Offer) {
        self.offer.set(offer);
        self.with_key.set(false);
        self.said.set(None);
        self.language.prefer_that_of(self.customer);
        self.open.set(true);
    }

    /// A download stands on the page, until the caller's owner goes away: whoever sends a key from
    /// there means to send it along.
    pub fn stands_beside(self, offer: Offer) {
        self.beside.set_value(Some(offer));
        on_cleanup(move || {
            self.beside.try_update_value(|beside| *beside = None);
        });
    }

    /// With the product, where its key is, and the download that stands beside it.
    pub fn open_for_key(self, key: Option<KeyOf>) {
        if let Some(key) = key {
            let beside = self.beside.get_value();
            self.open(Offer {
                product: key.product.clone(),
                key: Some(key),
                ..beside.unwrap_or_default()
            });
        }
    }

    /// The message as it is shown: the key masked. Tracks what it depends on.
    pub(super) fn preview(self) -> String {
        self.offer.with(|offer| {
            let key = match (&offer.key, self.with_key.get()) {
                (None, _) => KeyPart::None,
                (Some(_), false) => KeyPart::Left,
                (Some(_), true) => KeyPart::Given(MASK),
            };
            self.body(offer, self.language.get(), key)
        })
    }

    fn body(self, offer: &Offer, lang: Lang, key: KeyPart) -> String {
        let config = self.session.config();
        let around = Around {
            customer: &self.customer.introduced().name,
            link_life_days: config.download_link_life_days,
            admin_center: config.links.customer_admin_center.host(),
        };
        body(lang, offer, &around, key)
    }

    /// The message as it is sent, the key fetched if it was asked for.
    async fn whole(self) -> Result<String, ApiError> {
        let (offer, lang) = untrack(|| (self.offer.get(), self.language.get()));
        let key = offer.key.clone().filter(|_| self.with_key.get_untracked());
        let Some(KeyOf { uri, .. }) = key else {
            let part = if offer.key.is_some() {
                KeyPart::Left
            } else {
                KeyPart::None
            };
            return Ok(untrack(|| self.body(&offer, lang, part)));
        };
        let customer = untrack(|| self.customer.id());
        let Some(customer) = customer else {
            return Ok(String::new());
        };
        let key = self.session.api().product_key(&customer, &uri).await?;
        let _ = self.got.update(|got| *got += 1);
        Ok(untrack(|| {
            self.body(&offer, lang, KeyPart::Given(key.expose()))
        }))
    }

    fn say(self, said: Said) {
        self.busy.set(false);
        self.said.set(Some(said));
    }

    /// Copies the message. Call it inside the handler of a click.
    pub(super) fn copy(self) {
        self.busy.set(true);
        self.said.set(None);
        let text = async move {
            match self.whole().await {
                Ok(mut whole) => {
                    let text = JsString::from(whole.as_str());
                    whole.zeroize();
                    Some(text)
                }
                Err(error) => {
                    self.say(Said::Failed(Box::new(error)));
                    None
                }
            }
        };
        let copying = copy::copy_when_ready(Box::pin(text));
        spawn_local(async move {
            match copying.await {
                Late::Done => self.say(Said::Copied),
                Late::SelectThis(text) => self.say(Said::ByHand(String::from(text))),
                Late::Nothing => {}
            }
        });
    }

    /// Hands the message to the mail program.
    pub(super) fn mail(self) {
        self.busy.set(true);
        self.said.set(None);
        spawn_local(async move {
            let whole = self.whole().await;
            let (offer, lang) = untrack(|| (self.offer.get(), self.language.get()));
            match whole {
                Err(error) => self.say(Said::Failed(Box::new(error))),
                Ok(mut whole) => {
                    let address = mailto(&subject(lang, &offer), &whole);
                    whole.zeroize();
                    match address {
                        None => self.say(Said::TooLong),
                        Some(mut address) => {
                            open(&address);
                            address.zeroize();
                            self.busy.set(false);
                        }
                    }
                }
            }
        });
    }
}

/// Follows a `mailto:` address, which leaves the page where it is. It never stands in the document,
/// where it could be read.
fn open(address: &str) {
    if let Some(window) = browser::window() {
        // Refused only where there is no mail program; the browser says so itself.
        let _ = window.location().set_href(address);
    }
}
