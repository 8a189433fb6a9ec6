//! *Send to customer*: a ready message to copy, or to open in the mail program.

mod compose;
mod desk;
mod dialog;

pub(super) use compose::Offer;
pub(super) use desk::{SendDesk, use_send_desk};
pub(super) use dialog::SendDialog;
