//! The software bought for a customer: the list, an item with its keys and downloads, and what is
//! sent to the customer.

mod data;
mod gather;
mod item;
mod key;
mod list;
mod options;
mod quick_link;
mod remembered;
mod rights;
mod send;
pub(super) mod words;

pub use item::{ItemPage, use_item};
pub use list::SoftwarePage;
