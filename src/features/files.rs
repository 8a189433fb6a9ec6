//! Files added to a report: chosen or dropped, and sent in chunks while the report is written.

mod add;
mod bytes;
mod list;
mod page_drops;
mod row;
mod send;
mod uploads;
mod view;
mod words;

pub use uploads::{Uploads, use_uploads};
pub use view::Files;
