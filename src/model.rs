//! The business in plain Rust: no browser, no I/O, no clock of its own.

pub mod ids;
pub mod status;
pub mod text;
pub mod time;

pub use ids::{
    CustomerId, CustomerRef, Domain, InvalidId, OrderId, ProductId, SkuId, SoftwareItemId,
    SubscriptionId,
};
pub use time::Timestamp;
