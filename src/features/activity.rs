//! The calls of the API that this page made lately, for support and for whoever sets Latchkey up.

mod list;
mod page;
mod words;

pub use page::ActivityPage;
