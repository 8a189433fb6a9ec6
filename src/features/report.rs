//! Reporting a problem to Partner Center: a wizard that knows what it can know, and what came of it.

mod before;
mod contact;
mod contact_step;
mod description;
mod desk;
mod details;
mod entry;
mod facts;
mod field;
mod handed_in;
mod link;
mod lookups;
mod outgoing;
mod page;
mod proposals;
mod review;
mod reviewed;
mod send;
mod sent;
mod submit;
mod summary;
mod topic;
mod ways_on;
mod words;

pub use before::{Asked, AskedBefore};
pub use link::{ReportInMenu, ReportLink, href as report_href};
pub use page::ReportPages;
