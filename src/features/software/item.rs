//! The page of one item.

mod customer_way;
mod download;
mod facts;
mod page;
mod pickers;
mod results;
mod section;
mod why;

pub use page::{ItemPage, use_item, use_items_of};
