//! What may be bought for the customer: filtered in the page, since the API finds and sorts nothing.

mod bar;
mod data;
mod page;
mod rows;
mod segments;

pub(super) use data::address_segment;
pub use page::CatalogPage;
pub(super) use segments::{segment_word, use_qualifications};
