//! What stands around every page: the frame with its places, the way here, notices; language and
//! colours; where the focus goes on navigation; and the pages that belong to no feature.

pub mod crash;
mod frame;
mod language_switch;
mod navigated;
mod not_found;
mod places;
mod shortcuts;
pub mod theme;
mod theme_switch;
mod top;

pub use frame::Frame;
pub use not_found::NotFoundPage;
