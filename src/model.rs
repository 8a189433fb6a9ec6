//! The business in plain Rust: no browser, no I/O, no clock of its own.

pub mod customer_list;
pub mod customer_search;
pub mod decimal;
pub mod downloads;
pub mod fold;
pub mod guid;
pub mod ids;
pub mod link;
pub mod message;
pub mod permissions;
pub mod product_key;
pub mod role;
pub mod software;
pub mod sorted;
pub mod status;
pub mod time;
pub mod virtual_rows;
pub mod window;

pub use ids::{
    CustomerId, CustomerRef, Domain, InvalidId, OrderId, ProductId, SkuId, SoftwareItemId,
    SubscriptionId,
};
pub use time::Timestamp;
