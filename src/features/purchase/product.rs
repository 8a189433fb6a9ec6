//! A product with its SKUs, each of which can be put into the cart.

mod buy;
mod data;
mod page;
mod sku;

pub use page::ProductPage;
