//! What a person does here, one folder for each thing.

pub mod activity;
pub mod addressed;
pub mod cancel;
pub mod closing;
pub mod customers;
pub mod drafts;
pub mod failure;
pub mod files;
pub mod message_language;
pub mod orders;
pub mod purchase;
pub mod report;
pub mod requests;
pub mod software;
pub mod waiting;
