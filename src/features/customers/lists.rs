//! The lists of customers kept while the page lives, one for each search.

use std::rc::Rc;

use super::listing::Listing;
use crate::model::CustomerId;
use crate::model::customer_list::CustomerRow;
use crate::model::customer_search::Search;
use crate::partner_center::PartnerCenter;
use crate::query::FRESH_FOR_MS;
use crate::reactive::*;

/// How many searches are kept.
const KEPT: usize = 8;

/// The lists read last, the latest first.
#[derive(Clone, Copy)]
pub struct CustomerLists(StoredValue<Vec<Rc<Listing>>>);

/// Gives the lists to everything below the current owner.
pub fn provide_customer_lists() {
    provide_context(CustomerLists(StoredValue::new(Vec::new())));
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
        let mut found = None;
        self.0.update_value(|kept| {
            if let Some(at) = kept.iter().position(|kept| kept.search == *search) {
                found = Some(kept.remove(at)).filter(|kept| may_stay(kept));
            }
            let listing = found.get_or_insert_with(|| Listing::new(client.clone(), search.clone()));
            kept.insert(0, Rc::clone(listing));
            kept.truncate(KEPT);
        });
        found.unwrap_or_else(|| Listing::new(client.clone(), search.clone()))
    }

    /// What a list already says of a customer, before its page has read more.
    pub fn find(self, id: &CustomerId) -> Option<CustomerRow> {
        self.0
            .with_value(|kept| kept.iter().find_map(|listing| listing.find(id)))
    }
}
