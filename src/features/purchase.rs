//! Buying software for a customer: the catalogue, the cart, the review, the order, and what became
//! of it.

pub(super) mod again;
pub(super) mod cart;
mod catalog;
mod checkout;
mod confirmation;
mod facts;
mod head;
mod product;
mod quantity;
mod returning;
mod review;
mod rights;
pub(super) mod words;

pub use cart::provide_cart;
pub use catalog::CatalogPage;
pub use confirmation::ConfirmationPage;
pub use head::HeadActions;
pub use product::ProductPage;
pub use returning::{ReturnLink, ReturnPage};
pub use review::CartPage;
