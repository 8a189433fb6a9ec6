//! What Partner Center's support was asked: the lists, and the page of one request.

mod data;
mod files;
mod follow;
mod list;
mod lists;
mod note;
mod note_box;
mod notes;
mod offered;
mod page;
mod send;
mod standing;
mod whom;
mod words;

pub use lists::{CustomerRequestsPage, RequestsPage};
pub use page::RequestPage;
