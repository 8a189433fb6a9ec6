//! The cart of the customer whose page is open. It belongs to that customer alone, and its id is kept
//! on this device: the API has no list of carts.

mod desk;
mod edit;
mod elsewhere;
mod line;
mod panel;
mod price;

pub use desk::provide_cart;
pub(super) use desk::{CartDesk, CartState, Gone, gone, use_cart};
pub(super) use edit::Edit;
pub(super) use line::LineProblem;
pub(super) use panel::{CartPanel, NamedLine, Saving};
pub(in crate::features) use price::{Prices, Sums};
