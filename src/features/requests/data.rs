//! Requests, as they are read: those of the visitor page by page, those about a customer whole.

use std::rc::Rc;

use crate::features::customers::{CurrentCustomer, use_query_of};
use crate::i18n::lang;
use crate::model::ServiceRequestId;
use crate::model::service_request::{ServiceRequest, Standing};
use crate::news;
use crate::partner_center::collection::Collection;
use crate::partner_center::paging::NextPage;
use crate::partner_center::{ApiError, ErrorKind, PartnerCenter};
use crate::query::{Queries, Query, use_query};
use crate::reactive::*;
use crate::shell::places;

/// How the keys of all lists begin.
pub(super) const LISTS: &str = "requests/";

/// How the keys of a single request begin.
pub(super) fn of_one(id: &ServiceRequestId) -> String {
    format!("request/{id}/")
}

/// A request was changed: what was read of it and of lists is out of date, in every tab.
pub(super) fn changed(queries: Queries, id: &ServiceRequestId) {
    for stale in [LISTS.to_owned(), of_one(id)] {
        queries.invalidate(&stale);
        news::tell(&stale);
    }
}

/// What was read of a list.
#[derive(Clone, Default)]
pub(super) struct Requests {
    /// Each once, as the server lists them: newest first.
    pub rows: Vec<Rc<ServiceRequest>>,
    /// Rows that did not fit their type.
    pub unreadable: usize,
    pages: usize,
    next: Option<NextPage>,
}

impl Requests {
    /// Whether the server has more.
    pub fn has_more(&self) -> bool {
        self.next.is_some()
    }

    /// How many wait for an answer of the partner, as far as that was read.
    fn waiting(&self) -> usize {
        let waits = |request: &&Rc<ServiceRequest>| {
            request.status.standing() == Some(Standing::AttentionNeeded)
        };
        self.rows.iter().filter(waits).count()
    }

    /// A new request moves all others on: some of them may come again with the next page.
    fn add(&mut self, page: Collection<ServiceRequest>) {
        for row in page.items {
            match row {
                Ok(request) if self.rows.iter().any(|known| known.id == request.id) => {}
                Ok(request) => self.rows.push(Rc::new(request)),
                Err(_) => self.unreadable += 1,
            }
        }
        self.pages += 1;
        // A page that leads to itself would be read for ever.
        self.next = page.next.filter(|next| self.next.as_ref() != Some(next));
    }

    async fn go_on(mut self, api: &PartnerCenter) -> Result<Self, ApiError> {
        let page = api.service_requests(self.next.as_ref()).await?;
        self.add(page);
        Ok(self)
    }

    /// Reads so many pages, as far as there are.
    async fn anew(api: &PartnerCenter, pages: usize) -> Result<Self, ApiError> {
        let mut read = Requests::default().go_on(api).await?;
        while read.pages < pages && read.has_more() {
            read = read.go_on(api).await?;
        }
        Ok(read)
    }
}

/// All requests of the visitor; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct AllRequests {
    pub read: Query<Requests>,
    /// What the next reading goes on from.
    going_on: StoredValue<Option<Rc<Requests>>>,
}

/// Reads them, the first page to begin with. What was read stays for the next visit.
pub(super) fn use_requests(offered: bool) -> AllRequests {
    let going_on = StoredValue::new(None::<Rc<Requests>>);
    let pages = StoredValue::new(1_usize);
    let key = move || match offered {
        true => format!("{LISTS}all"),
        false => String::new(),
    };
    let read = use_query(key, move |api| {
        let before = going_on.update_value(Option::take);
        let pages = pages.get_value();
        async move {
            match before {
                Some(before) => Requests::clone(&before).go_on(&api).await,
                None => Requests::anew(&api, pages).await,
            }
        }
    });
    effect(move || {
        if let Some(read) = read.ready() {
            pages.set_value(read.pages);
            places::requests_waiting(read.waiting());
        }
    });
    AllRequests { read, going_on }
}

impl AllRequests {
    /// Reads the next page; nothing happens while one is on its way.
    pub fn more(self) {
        if untrack(|| self.read.busy()) {
            return;
        }
        let read = untrack(|| self.read.ready());
        self.going_on.set_value(read.filter(|read| read.has_more()));
        self.read.again();
    }
}

/// The requests about a customer.
pub(super) fn use_requests_of(customer: CurrentCustomer, offered: bool) -> Query<Requests> {
    use_query_of(
        customer,
        move || offered.then_some(()),
        |id, ()| format!("{LISTS}of/{id}"),
        |api, id, ()| async move {
            let mut read = Requests::default();
            read.add(api.service_requests_of(&id).await?);
            Ok(read)
        },
    )
}

/// A request by its id, its topic named in the interface's language; nothing is read while there is
/// none.
pub(super) fn use_request(id: Memo<Option<ServiceRequestId>>) -> Query<ServiceRequest> {
    let key = move || {
        let id = id.get();
        id.map_or(String::new(), |id| of_one(&id) + lang().code())
    };
    use_query(key, move |api| {
        let id = id.get_untracked();
        async move {
            match id {
                Some(id) => api.service_request(&id).await,
                None => Err(ApiError::of(ErrorKind::NotFound)),
            }
        }
    })
}

/// Why the last reading failed, also while what was read before is shown; it stays until another one
/// has ended.
pub(super) fn last_failure<T: 'static>(read: Query<T>) -> Memo<Option<Rc<ApiError>>> {
    Memo::new(move |before: Option<&Option<Rc<ApiError>>>| {
        let error = read.error();
        match (read.busy(), before) {
            (true, Some(before)) => before.clone(),
            _ => error,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::partner_center::collection::UnreadableRow;
    use crate::partner_center::json::Read;
    use serde_json::json;

    fn page(ids: &[&str]) -> Collection<ServiceRequest> {
        let row = |id: &&str| {
            let status = if *id == "3" {
                "attention_needed"
            } else {
                "open"
            };
            let read = ServiceRequest::read(json!({ "id": id, "status": status }));
            read.map_err(|unfit| UnreadableRow {
                id: None,
                problem: unfit.to_string(),
            })
        };
        Collection {
            items: ids.iter().map(row).collect(),
            next: None,
        }
    }

    #[test]
    fn a_request_that_comes_again_is_listed_once() {
        let mut read = Requests::default();
        read.add(page(&["1", "2", "../x"]));
        read.add(page(&["2", "3", "4"]));
        let ids: Vec<_> = read.rows.iter().map(|row| row.id.to_string()).collect();
        assert_eq!(ids, ["1", "2", "3", "4"]);
        assert_eq!((read.unreadable, read.pages), (1, 2));
        assert_eq!(read.waiting(), 1);
        assert!(!read.has_more());
    }
}
