//! Customers: the list of them, and the page of one.

mod frame;

mod address;
mod ask;
mod current;
mod drawer;
mod head;
mod listing;
mod lists;
mod page;
mod pin;
mod place;
mod profile;
mod query_of;
mod row;
mod scene;
mod search_box;
mod section;
mod states;
mod table;
mod words;

pub(super) use ask::is_nobody;
pub use current::{CurrentCustomer, Introduced, use_customer};
pub use frame::CustomerFrame;
pub use lists::{CustomerLists, provide_customer_lists};
pub use page::CustomersPage;
pub use query_of::use_query_of;
