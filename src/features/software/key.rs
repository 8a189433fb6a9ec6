//! Product keys on the screen: read on demand, shown for a while, copied without being shown.

mod away;
mod desk;
mod dialog;
mod history;

pub(super) use desk::{KeyDesk, KeyOf, use_key_desk};
pub(super) use dialog::KeyDialog;
pub(super) use history::History;
