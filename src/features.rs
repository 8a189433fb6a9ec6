//! What a person does here, one folder for each thing.

pub mod customers;
pub mod failure;
pub mod software;
pub mod waiting;
