//! Seed data: plausible, always the same, generated when asked for and never stored.

pub mod catalog;
pub mod company;
pub mod countries;
pub mod directory;
pub mod known;
pub mod names;
pub mod purchases;
pub mod random;
pub mod who;
