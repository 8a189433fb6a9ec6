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

pub(super) use data::use_software;
pub use data::{CustomerSoftware, Part, use_software_of};
pub use item::{ItemPage, use_item, use_items_of};
pub(super) use list::Failures;
pub use list::SoftwarePage;
