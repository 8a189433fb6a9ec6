//! The texts by name, generated from `locales/*.json` by the build script. Their words are not part
//! of the page's program: `tables` holds those that were loaded.
//!
//! A leaf without placeholders is a constant (`customers.title` is `CUSTOMERS_TITLE`), one with
//! placeholders a function (`customers.found` is `customers_found(lang, …)`), whose first parameter
//! after the language is `count` where the leaf is a plural.

use super::{Lang, format, intl, lang, tables};

/// One text in both languages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Text(u16);

impl Text {
    /// The text in a language, whatever the interface's language is. Its texts have to be loaded
    /// ([`super::load`]): while they are not, the other language's stand in for them.
    #[must_use]
    pub fn get(self, lang: Lang) -> &'static str {
        look_up(self.0, lang)
    }

    /// The text in the interface's language; follows it where this is called reactively.
    #[must_use]
    pub fn now(self) -> &'static str {
        self.get(lang())
    }
}

fn look_up(place: u16, lang: Lang) -> &'static str {
    let texts = tables::texts(lang);
    // The code and the tables are made together: there is a text at every place.
    texts.get(usize::from(place)).copied().unwrap_or_default()
}

/// Puts `args` where the text says `{0}`, `{1}` and so on.
fn fill(place: u16, lang: Lang, args: &[&str]) -> String {
    let mut filled = String::new();
    for piece in look_up(place, lang).split('{') {
        let digit = piece
            .as_bytes()
            .first()
            .map_or(0, |byte| byte.wrapping_sub(b'0'));
        match (piece.get(1..2), args.get(usize::from(digit))) {
            (Some("}"), Some(value)) => {
                filled.push_str(value);
                filled.push_str(piece.get(2..).unwrap_or_default());
            }
            _ => filled.push_str(piece),
        }
    }
    filled
}

/// The form for `count` of the two that stand at `place`; `{0}` is the count itself.
fn fill_plural(place: u16, lang: Lang, count: u32, args: &[&str]) -> String {
    let place = if intl::is_one(lang, count) {
        place
    } else {
        place + 1
    };
    let number = format::number(lang, f64::from(count));
    let mut all = vec![number.as_str()];
    all.extend_from_slice(args);
    fill(place, lang, &all)
}

include!(concat!(env!("OUT_DIR"), "/text.rs"));

/// How many texts there are in each language.
pub(super) const fn count() -> usize {
    COUNT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_in_both_languages() {
        assert_eq!(NAV_CUSTOMERS.get(Lang::En), "Customers");
        assert_eq!(NAV_CUSTOMERS.get(Lang::Fr), "Clients");
    }

    #[test]
    fn placeholders_are_filled_even_with_braces_in_their_values() {
        assert_eq!(notices_copied(Lang::En, "{0}}"), "{0}} copied");
    }

    #[test]
    fn a_plural_follows_the_rules_of_its_language() {
        assert_eq!(format_days_left(Lang::En, 1), "1 day left");
        assert_eq!(format_days_left(Lang::En, 0), "0 days left");
        assert_eq!(format_days_left(Lang::Fr, 0), "0 jour restant");
        assert_eq!(format_days_left(Lang::Fr, 2), "2 jours restants");
    }

    #[test]
    fn french_punctuation_never_breaks_off() {
        for text in tables::texts(Lang::Fr) {
            for wrong in [" :", " ;", " ?", " !", " »", "« ", "'", "..."] {
                assert!(!text.contains(wrong), "{text}");
            }
            assert!(!text.trim().is_empty());
        }
    }
}
