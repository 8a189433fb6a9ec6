//! The two languages of the interface: texts from `locales/`, and the browser's `Intl` for dates,
//! numbers, lists and names of countries.

pub mod format;
mod intl;
mod lang;
pub mod text;

pub use lang::{Lang, lang, lang_untracked, set_lang, start};
pub use text::{Text, t};
