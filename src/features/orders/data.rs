//! The customer's orders, read once.

use crate::features::customers::{CurrentCustomer, use_query_of};
use crate::model::OrderId;
use crate::model::order::Order;
use crate::partner_center::collection::Collection;
use crate::query::Query;

/// All of them, newest first as the server lists them.
pub(super) fn use_orders(customer: CurrentCustomer) -> Query<Collection<Order>> {
    use_query_of(
        customer,
        || Some(()),
        |id, ()| format!("orders/{id}"),
        |api, id, ()| async move { api.orders(&id).await },
    )
}

/// One of them, by its id; nothing is read while there is none.
pub(in crate::features) fn use_order(
    customer: CurrentCustomer,
    order: impl Fn() -> Option<OrderId> + Clone + 'static,
) -> Query<Order> {
    use_query_of(
        customer,
        order,
        |id, order| format!("orders/{id}/{order}"),
        |api, id, order| async move { api.order(&id, &order).await },
    )
}
