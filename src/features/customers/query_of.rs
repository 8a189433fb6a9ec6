//! Reading something of the page's customer.

use std::future::Future;

use super::current::CurrentCustomer;
use crate::model::CustomerId;
use crate::partner_center::{ApiError, ErrorKind, PartnerCenter};
use crate::query::{Query, use_query};

/// Reads it as soon as the customer's tenant id is known, and `what` gives what else there is to know
/// for it: nothing is read while that is `None`. `key` names both of them.
pub fn use_query_of<S, T, F>(
    customer: CurrentCustomer,
    what: impl Fn() -> Option<S> + Clone + 'static,
    key: impl Fn(&CustomerId, &S) -> String + 'static,
    read: impl Fn(PartnerCenter, CustomerId, S) -> F + 'static,
) -> Query<T>
where
    T: 'static,
    F: Future<Output = Result<T, ApiError>> + 'static,
{
    let asked = what.clone();
    let key = move || {
        let both = customer.id().zip(what());
        both.map_or(String::new(), |(id, what)| key(&id, &what))
    };
    use_query(key, move |api| {
        // Both are there, or there would be no key.
        let both = customer.id().zip(asked());
        let reading = both.map(|(id, what)| read(api, id, what));
        async move {
            match reading {
                Some(reading) => reading.await,
                None => Err(ApiError::of(ErrorKind::NotFound)),
            }
        }
    })
}
