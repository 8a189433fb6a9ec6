//! What became of a cart that was ordered: a page with its own address.

mod delivery;
mod failed_group;
mod order;
mod page;

pub use page::ConfirmationPage;
