//! What is closing soon: the cancellation windows of the customers that the start page remembers.

mod calendar;
mod owner;
mod row;
mod rows;
mod section;
mod words;

pub use section::ClosingSection;
