//! Copying a download link straight from a row.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::JsString;

use super::options::{options, pickers};
use super::remembered::remembered;
use crate::features::customers::CurrentCustomer;
use crate::i18n::{Lang, lang, text};
use crate::model::downloads::{Choice, Outcome};
use crate::model::link::Allowed;
use crate::model::{CustomerId, SoftwareItemId};
use crate::navigation::{History, use_go};
use crate::partner_center::PartnerCenter;
use crate::paths::{self, Href};
use crate::reactive::*;
use crate::session::{Session, use_session};
use crate::ui::copy::{self, Late};
use crate::ui::notices;

/// Copies links of rows; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct QuickLink {
    customer: CurrentCustomer,
    session: Session,
    go: StoredValue<Rc<dyn Fn(Href, History)>>,
}

/// Why no link was copied.
#[derive(Clone, Copy)]
enum Hindered {
    /// Several downloads and no remembered choice: the person has to choose.
    ToChoose,
    Blocked,
    Failed,
}

pub(super) fn use_quick_link(customer: CurrentCustomer) -> QuickLink {
    QuickLink {
        customer,
        session: use_session(),
        go: StoredValue::new(Rc::new(use_go())),
    }
}

impl QuickLink {
    /// Copies the link of an item's only download, or of the one chosen last time; where something
    /// stands in the way it goes to the item's page. Call it inside the handler of a click.
    pub fn copy(self, item: SoftwareItemId, name: String) {
        let (id, named) = untrack(|| (self.customer.id(), self.customer.named()));
        let (Some(id), Some(named)) = (id, named) else {
            return;
        };
        let (api, allowed) = (self.session.api(), self.session.allowed_links());
        let page = paths::software_item(&named, &item);
        let hindered = Rc::new(Cell::new(Hindered::ToChoose));
        let report = hindered.clone();
        let text = async move {
            match link(&api, &id, &item, &allowed).await {
                Ok(link) => Some(JsString::from(link)),
                Err(why) => {
                    report.set(why);
                    None
                }
            }
        };
        let copying = copy::copy_when_ready(Box::pin(text));
        let go = self.go.get_value();
        spawn_local(async move {
            match copying.await {
                Late::Done => notices::say(move || {
                    text::notices_copied(lang(), &text::software_the_link_of(lang(), &name))
                }),
                // The gesture is over: there it can be copied with another.
                Late::SelectThis(_) => go(page, History::Push),
                Late::Nothing => {
                    go(page, History::Push);
                    let hindered = hindered.get();
                    notices::say(move || match hindered {
                        Hindered::ToChoose => text::software_choose_first(lang(), &name),
                        Hindered::Blocked => text::ITEM_LINK_BLOCKED.now().to_owned(),
                        Hindered::Failed => text::ITEM_LINK_FAILED.now().to_owned(),
                    });
                }
            }
        });
    }
}

async fn link(
    api: &PartnerCenter,
    customer: &CustomerId,
    item: &SoftwareItemId,
    allowed: &Allowed,
) -> Result<String, Hindered> {
    let SoftwareItemId { product, sku, .. } = item;
    let list = api.download_options(customer, product, sku).await;
    let options = options(&list.map_err(|_| Hindered::Failed)?);
    // The words do not matter here, only the outcome.
    let outcome = |choice: &Choice| pickers(&options, choice, Lang::En).outcome;
    let chosen = [remembered(product, sku), Choice::default()]
        .iter()
        .find_map(|choice| match outcome(choice) {
            Outcome::Chosen(places) => places.first().and_then(|place| options.get(*place)),
            _ => None,
        });
    let option = chosen.ok_or(Hindered::ToChoose)?;
    let link = api.download_link(customer, product, sku, &option.key).await;
    let link = link.map_err(|_| Hindered::Failed)?;
    let safe = allowed.check(&link.uri).map_err(|_| Hindered::Blocked)?;
    Ok(safe.href().to_owned())
}
