//! The wire contract of the Partner Center REST API: the only place that knows its JSON.
//!
//! One file per resource, which reads what the page needs of it and tolerates what published bodies
//! hold: nulls, numbers as text, unset dates, unknown texts.

pub mod agreements;
pub mod attachments;
pub mod audit;
pub mod carts;
pub mod catalog;
pub mod client;
pub mod collection;
pub mod customers;
pub mod downloads;
pub mod entitlements;
pub mod error;
pub mod extensions;
pub mod fetch;
pub mod filter;
pub mod inventory;
pub mod json;
pub mod link;
pub mod orders;
pub mod paging;
mod path;
pub mod product_keys;
pub mod qualifications;
pub mod service_requests;
pub mod subscriptions;
pub mod token;
pub mod transport;
pub mod validation;

pub use client::PartnerCenter;
pub use error::{ApiError, ErrorKind};
