//! Putting what was bought, or nearly bought, into the cart once more, as the catalogue offers it
//! now.

use super::cart::{CartDesk, Edit, use_cart};
use super::facts;
use crate::features::customers::CurrentCustomer;
use crate::i18n::{counted, lang_untracked, text};
use crate::model::CustomerId;
use crate::model::cart::{CartLine, refresh};
use crate::navigation::{History, use_go};
use crate::partner_center::PartnerCenter;
use crate::paths;
use crate::reactive::*;
use crate::session::use_session;
use crate::ui::{Handler, notices};

/// A way to put lines into the cart and go there; cheap to copy.
#[derive(Clone, Copy)]
pub(in crate::features) struct Again {
    /// The catalogue is being read.
    pub busy: RwSignal<bool>,
    put: Handler<Vec<CartLine>>,
}

/// Of what is put in, what is no longer sold is left out, and told.
pub(in crate::features) fn use_again(customer: CurrentCustomer) -> Again {
    let (desk, go, api) = (use_cart(), use_go(), use_session().api());
    let busy = RwSignal::new(false);
    let put = Handler::from(move |lines: Vec<CartLine>| {
        let Some(of) = untrack(|| customer.id()) else {
            return;
        };
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let (api, go) = (api.clone(), go.clone());
        spawn_local(async move {
            let wanted = offered(&api, &of, lines).await;
            busy.set(false);
            if wanted.is_empty() {
                return;
            }
            desk.change(Edit::Put(wanted), move |()| open_cart(desk, customer, &go));
        });
    });
    Again { busy, put }
}

impl Again {
    pub fn put(self, lines: Vec<CartLine>) {
        self.put.call(lines);
    }
}

/// Goes to the customer's cart.
pub(super) fn open_cart(
    desk: CartDesk,
    customer: CurrentCustomer,
    go: &impl Fn(paths::Href, History),
) {
    if let (Some(named), Some(id)) = (untrack(|| customer.named()), untrack(|| desk.id())) {
        go(paths::cart(&named, &id), History::Push);
    }
}

/// The lines as they can be bought now, each with its limits.
async fn offered(
    api: &PartnerCenter,
    customer: &CustomerId,
    lines: Vec<CartLine>,
) -> Vec<(CartLine, crate::model::quantity::QuantityLimits)> {
    let items = lines.iter().map(|line| line.catalog_item.clone()).collect();
    let now = facts::read(api, customer, items, true).await;
    let refreshed = refresh(&lines, now.current());
    let wanted = refreshed.lines.into_iter().map(|line| {
        let limits = now.limits(&line.catalog_item);
        let fresh = CartLine {
            attestation_accepted: line.attestation_accepted,
            ..CartLine::new(
                line.catalog_item,
                line.quantity,
                line.billing_cycle,
                line.term,
            )
        };
        (fresh, limits)
    });
    let wanted: Vec<_> = wanted.collect();
    match lines.len().saturating_sub(wanted.len()) {
        _ if wanted.is_empty() => notices::say(text::GONE_NOTHING_SOLD),
        0 => {}
        left_out => {
            let count = counted(left_out);
            notices::say(move || text::gone_left_out(lang_untracked(), count));
        }
    }
    wanted
}
