//! From `locales/en.json` and `locales/fr.json` to what the page is built from: the constants and
//! functions behind `i18n::text`, and one file of texts for each language.
//!
//! A key or a placeholder that one language has and the other lacks is refused. So are malformed
//! placeholders, empty texts and plurals without both forms.

mod code;
mod leaf;
mod parameters;
mod typography;

use std::fs;
use std::path::Path;

use leaf::Leaves;

/// The languages, by the names of their files, in the order of `Lang::ALL`.
pub const LANGUAGES: [&str; 2] = ["en", "fr"];

/// Stands between two texts of a file. No text may hold it.
pub const SEPARATOR: char = '\u{1e}';

/// What is made of the texts.
#[derive(Debug)]
pub struct Texts {
    /// Rust: a constant or a function for each key, and how many texts a language has.
    pub code: String,
    /// For each of [`LANGUAGES`] its texts, in the order of the places that `code` names.
    pub files: [String; 2],
}

/// Reads the two files in a directory.
///
/// # Errors
/// What is wrong with them, one complaint a line.
pub fn read(locales: &Path) -> Result<Texts, String> {
    let [en, fr] = LANGUAGES.map(|language| {
        let path = locales.join(format!("{language}.json"));
        let path = path.display();
        fs::read_to_string(path.to_string()).map_err(|error| format!("{path}: {error}"))
    });
    from_json(&en?, &fr?)
}

/// Does the same with what the two files hold.
///
/// # Errors
/// See [`read`].
pub fn from_json(en: &str, fr: &str) -> Result<Texts, String> {
    let [en, fr] = [
        Leaves::read(LANGUAGES[0], en)?,
        Leaves::read(LANGUAGES[1], fr)?,
    ];
    code::generate(&en, &fr)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(en: &str, fr: &str) -> String {
        from_json(en, fr).unwrap_err()
    }

    #[test]
    fn each_key_becomes_code_and_each_language_a_file() {
        let en = r#"{"a":{"b":"It's","days":{"one":"{count} day","other":"{count} days of {name}"}},"c":"{y} by {x}"}"#;
        let fr = r#"{"a":{"b":"C'est !","days":{"one":"{count} jour","other":"{count} jours de {name}"}},"c":"{x}, {y}"}"#;
        let texts = from_json(en, fr).unwrap();
        assert_eq!(
            texts.files[0],
            "It’s\u{1e}{0} day\u{1e}{0} days of {1}\u{1e}{0} by {1}"
        );
        assert_eq!(
            texts.files[1],
            "C’est\u{202f}!\u{1e}{0} jour\u{1e}{0} jours de {1}\u{1e}{1}, {0}"
        );
        for line in [
            "pub const A_B: Text = Text(0);",
            "pub fn a_days(lang: Lang, count: u32, name: &str) -> String { fill_plural(1, lang, count, &[name]) }",
            "pub fn c(lang: Lang, y: &str, x: &str) -> String { fill(3, lang, &[y, x]) }",
            "const COUNT: usize = 4;",
        ] {
            assert!(texts.code.contains(line), "{line}\n---\n{}", texts.code);
        }
    }

    #[test]
    fn what_one_language_lacks_is_named() {
        let said = refusal(r#"{"a":"x","b":"x"}"#, r#"{"b":"x","c":"x"}"#);
        assert_eq!(said, "en.json: `c` is missing\nfr.json: `a` is missing");
        assert!(refusal(r#"{"a":"{x}"}"#, r#"{"a":"{y}"}"#).contains("placeholders differ"));
        let plural = r#"{"a":{"one":"x","other":"x"}}"#;
        assert!(refusal(plural, r#"{"a":"{count}"}"#).contains("plural in one language only"));
    }

    #[test]
    fn what_cannot_be_shown_is_refused() {
        for wrong in [
            r#"{"a":""}"#,
            r#"{"a":" "}"#,
            r#"{"a":"x\u001ey"}"#,
            r#"{"a":"{x"}"#,
            r#"{"a":"x}"}"#,
            r#"{"a":"{X}"}"#,
            r#"{"a":{"other":"x"}}"#,
            r#"{"a":{"one":"x","other":"x","few":"x"}}"#,
            r#"{"a-b":"x"}"#,
            r#"{"a":1}"#,
            "{",
        ] {
            assert!(from_json(wrong, wrong).is_err(), "{wrong}");
        }
    }
}
