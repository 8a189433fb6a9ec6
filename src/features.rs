//! What a person does here, one folder for each thing.

pub mod addressed;
pub mod customers;
pub mod failure;
pub mod later;
pub mod orders;
pub mod purchase;
pub mod software;
pub mod waiting;
