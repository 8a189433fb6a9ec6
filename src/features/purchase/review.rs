//! The cart as it is ordered: its lines and prices, what has to be so before, and *Place order*.

mod agreement;
mod checks;
mod gone;
mod lines;
mod page;
mod place;
mod row;
mod stale;
mod unsettled;

pub use page::CartPage;
