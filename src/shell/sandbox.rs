//! The sandbox's controls on the screen: who one acts as, and starting over.

mod banner;
mod reset;
mod role;

pub(super) use banner::SandboxBanner;
pub(super) use reset::ResetButton;
pub(super) use role::RolePicker;
