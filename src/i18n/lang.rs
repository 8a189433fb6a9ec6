//! The language of the interface: guessed once, switchable at any time, remembered as a preference.

use super::{TextsMissing, load};
use crate::browser;
use crate::reactive::*;

/// A language of the interface, or of what is sent to a customer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lang {
    En,
    Fr,
}

impl Lang {
    /// Both, in the order in which they are offered.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Fr];

    /// The code for `<html lang>`, `X-Locale` and `Intl`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Fr => "fr",
        }
    }

    /// The language's own name for itself, the same in every interface language.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Fr => "Français",
        }
    }

    /// Reads a code or a longer tag such as `fr-CA`; `None` for other languages.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let code = tag.split('-').next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|lang| lang.code().eq_ignore_ascii_case(code))
    }
}

const KEPT_AS: &str = "latchkey.lang";

thread_local! {
    /// Only ever a language whose texts are loaded.
    static LANG: GlobalSignal<Lang> = GlobalSignal::new(Lang::En);
    /// What the person chose last; its texts may be on their way.
    static CHOSEN: GlobalSignal<Lang> = GlobalSignal::new(Lang::En);
}

/// The interface's language; a view that asks follows it.
#[must_use]
pub fn lang() -> Lang {
    LANG.with(GlobalSignal::get)
}

/// The interface's language where nothing should follow it, such as in event handlers.
#[must_use]
pub fn lang_untracked() -> Lang {
    LANG.with(GlobalSignal::get_untracked)
}

/// What a picker of the language shows: the choice, until its texts are there or turn out not to
/// come. A view that asks follows it.
#[must_use]
pub fn chosen_lang() -> Lang {
    CHOSEN.with(GlobalSignal::get)
}

/// Switches the interface as soon as the language's texts are there. Views only exchange their
/// texts, so nothing typed is lost. Of two choices in a row the last one counts.
///
/// # Errors
/// [`TextsMissing`], when they could not be loaded: everything stays as it was.
pub async fn set_lang(lang: Lang) -> Result<(), TextsMissing> {
    CHOSEN.with(|chosen| chosen.set(lang));
    let loaded = load(lang).await;
    if CHOSEN.with(GlobalSignal::get_untracked) != lang {
        return Ok(());
    }
    match loaded {
        Ok(()) => {
            browser::keep(KEPT_AS, lang.code());
            show(lang);
        }
        Err(_) => CHOSEN.with(|chosen| chosen.set(lang_untracked())),
    }
    loaded
}

/// Chooses the first language: the remembered one, else the configured one, else the first of the
/// browser's that is spoken here, else English. Nothing may be shown before this has ended.
///
/// # Errors
/// [`TextsMissing`], when the language's texts could not be loaded: there are no words for anything.
pub async fn start(configured: Option<Lang>) -> Result<(), TextsMissing> {
    let remembered = browser::kept(KEPT_AS).and_then(|tag| Lang::from_tag(&tag));
    let preferred = || {
        browser::languages()
            .iter()
            .find_map(|tag| Lang::from_tag(tag))
    };
    let lang = remembered
        .or(configured)
        .or_else(preferred)
        .unwrap_or(Lang::En);
    load(lang).await?;
    CHOSEN.with(|chosen| chosen.set(lang));
    show(lang);
    Ok(())
}

fn show(lang: Lang) {
    browser::set_root_attribute("lang", Some(lang.code()));
    LANG.with(|signal| signal.set(lang));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_read_by_its_language() {
        assert_eq!(Lang::from_tag("fr-CA"), Some(Lang::Fr));
        assert_eq!(Lang::from_tag("EN"), Some(Lang::En));
        assert_eq!(Lang::from_tag("fro"), None);
        assert_eq!(Lang::from_tag(""), None);
    }
}
