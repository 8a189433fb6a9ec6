//! The two languages of the interface: texts from `locales/`, and the browser's `Intl` for dates,
//! numbers, lists and names of countries. A language's texts are one file, loaded before the
//! language is shown.

pub mod format;
mod intl;
mod lang;
mod loading;
mod tables;
pub mod text;

pub use lang::{Lang, chosen_lang, lang, lang_untracked, set_lang, start};
pub use loading::{TextsMissing, load};
pub use text::Text;

/// How many there are, for a text in the plural.
#[must_use]
pub fn counted(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
