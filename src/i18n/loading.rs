//! Loading the texts of a language: one file, which the boot module fetches and vouches for.

use futures::future::LocalBoxFuture;

use super::{Lang, tables};
use crate::browser;

/// The texts of a language did not come, or not unchanged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TextsMissing;

/// Makes sure that the texts of a language are here. At once when they are; else they are fetched,
/// and after a failure fetched again when this is called again.
///
/// # Errors
/// [`TextsMissing`].
pub fn load(lang: Lang) -> LocalBoxFuture<'static, Result<(), TextsMissing>> {
    Box::pin(async move {
        if tables::has(lang) {
            return Ok(());
        }
        let file = browser::ask_boot_module("latchkeyTexts", lang.code()).await;
        let file = file.ok().and_then(|file| file.as_string());
        match file.is_some_and(|file| tables::install(lang, file)) {
            true => Ok(()),
            false => Err(TextsMissing),
        }
    })
}
