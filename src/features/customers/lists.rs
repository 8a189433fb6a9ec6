//! The lists of customers kept while the page lives, one for each search.

use std::rc::Rc;
use std::sync::Arc;

use super::listing::Listing;
use crate::model::customer_list::CustomerRow;
use crate::model::customer_search::Search;
use crate::model::{CustomerId, Timestamp};
use crate::partner_center::PartnerCenter;
use crate::query::FRESH_FOR_MS;
use crate::reactive::*;

/// How many searches are kept.
const KEPT: usize = 8;

/// The lists read last, the latest first.
#[derive(Clone, Copy)]
pub struct CustomerLists {
    kept: StoredValue<Vec<Rc<Listing>>>,
    waits_until: RwSignal<Option<Timestamp>>,
}

/// Gives the lists to everything below the current owner.
pub fn provide_customer_lists() {
    provide_context(CustomerLists {
        kept: StoredValue::new(Vec::new()),
        waits_until: RwSignal::new(None),
    });
}

impl CustomerLists {
    /// The list of a search: the kept one where somebody `returns` to it or it is fresh, else a
    /// new one.
    pub(super) fn open(
        self,
        client: &PartnerCenter,
        search: &Search,
        returns: bool,
    ) -> Rc<Listing> {
        let now = js_sys::Date::now();
        let may_stay = |kept: &Listing| {
            let answered_at = kept.answered_at();
            returns || answered_at.is_none_or(|at| now - at < FRESH_FOR_MS)
        };
        let waits_until = self.waits_until;
        let client = client.observed(Arc::new(move |until| waits_until.set(until)));
        let mut found = None;
        self.kept.update_value(|kept| {
            if let Some(at) = kept.iter().position(|kept| kept.search == *search) {
                found = Some(kept.remove(at)).filter(|kept| may_stay(kept));
            }
            let listing = found.get_or_insert_with(|| Listing::new(client.clone(), search.clone()));
            kept.insert(0, Rc::clone(listing));
            kept.truncate(KEPT);
        });
        found.unwrap_or_else(|| Listing::new(client.clone(), search.clone()))
    }

    /// Until when the server asked to wait before it is asked again; tracks it.
    pub(super) fn waits_until(self) -> Option<Timestamp> {
        self.waits_until.get()
    }

    /// What a list already says of a customer, before its page has read more.
    pub fn find(self, id: &CustomerId) -> Option<CustomerRow> {
        self.kept
            .with_value(|kept| kept.iter().find_map(|listing| listing.find(id)))
    }
}
