//! Cancelling a purchase: which way to take, what is cancelled, why, what follows, and what came of
//! it.

mod consequences;
mod credit;
mod desk;
mod done;
mod finish;
mod lines;
mod link;
mod message;
mod page;
mod proof;
mod reason;
mod record;
mod refusal;
mod review;
mod send;
mod several;
mod tracker;
mod undo;
mod ways;
mod ways_on;
mod words;

pub use link::{CancelCommand, CancelInMenu, CancelLink, use_cancel_reason};
pub use page::CancelPage;
pub use several::SeveralPage;
pub use tracker::ItemTracker;
pub use words::reason_words;
