//! Design primitives on native elements. Each has its own file, and in `style/` a sheet that bears
//! its name. They know texts and looks, nothing of Partner Center.

mod announce;
mod button;
pub mod copy;
mod copy_button;
mod countdown;
mod dialog;
mod empty;
mod external_link;
mod facts;
mod failed;
pub mod foreign;
pub mod icon;
mod ids;
mod menu;
mod note;
pub mod notices;
mod page_head;
mod picker;
mod search_field;
mod segments;
mod skeleton;
mod status;
mod tone;
mod window_bar;

pub use announce::{Announcements, announce};
pub use button::{Button, Kind};
pub use copy_button::{CopyButton, SelectText, copied_notice};
pub use countdown::Countdown;
pub use dialog::Dialog;
pub use empty::Empty;
pub use external_link::ExternalLink;
pub use facts::{Fact, Facts};
pub use failed::Failed;
pub use foreign::Foreign;
pub use icon::Icon;
pub use menu::Menu;
pub use note::Note;
pub use page_head::{Crumb, PageHead, crumbs};
pub use picker::{Choice, Picker};
pub use search_field::SearchField;
pub use segments::Segments;
pub use skeleton::SkeletonRows;
pub use status::Status;
pub use tone::Tone;
pub use window_bar::WindowBar;
