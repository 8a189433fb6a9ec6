//! The orders of a customer: the list of them, and the page of one.

mod again;
mod data;
mod list;
mod page;

pub use again::BuyAgain;
pub(super) use data::use_order;
pub use list::OrdersPage;
pub use page::OrderPage;
