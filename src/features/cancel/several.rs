//! Cancelling several purchases of a customer: chosen from a list, confirmed by the customer's name,
//! done one after the other.

mod choice;
mod confirm;
mod desk;
mod page;
mod progress;

pub use page::SeveralPage;
