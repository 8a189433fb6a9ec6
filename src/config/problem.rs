//! What can be wrong with `config.json`, in words.

use crate::i18n::{Lang, text};

/// A field and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    /// `api.capabilities.softwareKeys`, `downloadHosts[1]`; empty for the file as a whole.
    pub field: String,
    pub problem: Problem,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// From 1.
    NotJson {
        line: usize,
        column: usize,
    },
    UnknownField,
    Missing,
    NotText,
    /// Not a whole number, or outside of these bounds.
    NotNumber {
        least: u64,
        most: u64,
    },
    NotTrueOrFalse,
    NotList,
    NotObject,
    /// None of these words.
    NotOneOf(&'static [&'static str]),
    NotUrl,
    NotHost,
    /// Not a plain path that begins with a slash.
    NotPath,
    /// Not the name of a header.
    NotHeader,
    /// Plain http is for this machine only.
    Insecure,
    /// The page itself came by plain http.
    InsecurePage,
    /// A real API has no policy by itself.
    NoPolicy,
    /// Either `days` or `hours`.
    NotOneLength,
    /// Not possible yet: `null` is the only value.
    NotSupported,
}

impl ConfigError {
    pub(super) fn new(field: impl Into<String>, problem: Problem) -> Self {
        ConfigError {
            field: field.into(),
            problem,
        }
    }

    /// What is wrong, in a sentence without the field's name.
    pub fn words(&self, lang: Lang) -> String {
        let constant = match &self.problem {
            Problem::NotJson { line, column } => {
                let (line, column) = (line.to_string(), column.to_string());
                return text::config_not_json(lang, &line, &column);
            }
            Problem::NotNumber { least, most } => {
                let (least, most) = (least.to_string(), most.to_string());
                return text::config_not_number(lang, &least, &most);
            }
            Problem::NotOneOf(words) => {
                return text::config_not_one_of(lang, &words.join(", "));
            }
            Problem::UnknownField => text::CONFIG_UNKNOWN_FIELD,
            Problem::Missing => text::CONFIG_MISSING,
            Problem::NotText => text::CONFIG_NOT_TEXT,
            Problem::NotTrueOrFalse => text::CONFIG_NOT_TRUE_OR_FALSE,
            Problem::NotList => text::CONFIG_NOT_LIST,
            Problem::NotObject => text::CONFIG_NOT_OBJECT,
            Problem::NotUrl => text::CONFIG_NOT_URL,
            Problem::NotHost => text::CONFIG_NOT_HOST,
            Problem::NotPath => text::CONFIG_NOT_PATH,
            Problem::NotHeader => text::CONFIG_NOT_HEADER,
            Problem::Insecure => text::CONFIG_INSECURE,
            Problem::InsecurePage => text::CONFIG_INSECURE_PAGE,
            Problem::NoPolicy => text::CONFIG_NO_POLICY,
            Problem::NotOneLength => text::CONFIG_NOT_ONE_LENGTH,
            Problem::NotSupported => text::CONFIG_NOT_SUPPORTED,
        };
        constant.get(lang).to_owned()
    }
}
