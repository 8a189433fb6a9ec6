//! Latchkey: sell on-premises software to customers and look after it.

pub mod app;
pub mod browser;
pub mod config;
pub mod dom;
pub mod explain;
pub mod features;
pub mod i18n;
pub mod kept;
pub mod lazy;
pub mod model;
pub mod navigation;
pub mod news;
pub mod operations;
pub mod partner_center;
pub mod paths;
pub mod query;
pub mod reactive;
pub mod routes;
pub mod sandbox;
pub mod session;
pub mod shell;
pub mod start;
pub mod ui;
