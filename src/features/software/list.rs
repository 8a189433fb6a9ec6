//! The list of a customer's software.

mod bar;
mod commands;
mod page;
mod row;
mod states;
mod table;
mod view;

pub use page::SoftwarePage;
pub(in crate::features) use states::Failures;
