//! The business in plain Rust: no browser, no I/O, no clock of its own.

pub mod agreement;
pub mod attachment;
pub mod billing;
pub mod cancellation;
pub mod cart;
pub mod catalog;
pub mod catalog_item;
pub mod checks;
pub mod closing;
pub mod customer_list;
pub mod customer_search;
pub mod decimal;
pub mod downloads;
pub mod draft;
pub mod fold;
pub mod guid;
pub mod ids;
pub mod link;
pub mod message;
pub mod money;
pub mod operation;
pub mod order;
pub mod permissions;
pub mod product_key;
pub mod qualification;
pub mod quantity;
pub mod report;
pub mod returns;
pub mod role;
pub mod segment;
pub mod service_request;
pub mod software;
pub mod sorted;
pub mod status;
pub mod time;
pub mod virtual_rows;
pub mod window;

pub use catalog_item::CatalogItemId;
pub use ids::{
    AttachmentId, AvailabilityId, CartId, CustomerId, CustomerRef, Domain, InvalidId, OrderId,
    ProductId, RequestId, ServiceRequestId, SkuId, SoftwareItemId, SubscriptionId,
};
pub use money::Money;
pub use time::Timestamp;
