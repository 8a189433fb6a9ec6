//! The downloads of a product: one flat list of options, chosen from by three pickers.
//!
//! Partner Center's Version, Language and Bit are three columns of that list (156 options for one
//! SKU in the published sample). The rules:
//! - What the person chose is never changed for them. It narrows the other pickers: what does not
//!   go with it stands apart, and can still be chosen.
//! - A picker with a single value left is picked by itself; such a pick is not a choice, and gives
//!   way when the choices change.
//! - Choices that contradict each other are said to, and the nearest combinations that exist are
//!   offered.

use super::fold::{fold, slug};

mod nearest;
mod pickers;
#[cfg(test)]
mod tests;

pub use pickers::{Entry, Picker, Pickers, Words};

/// One file: a version, a language, a processor and file type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DownloadOption {
    /// Opaque name of the option; may hold `/` and `=`.
    pub key: String,
    /// The product version: `Access 2016`.
    pub title: String,
    /// Where the server wants it in the list.
    pub rank: Option<i64>,
    /// `32 Bit, ISO`
    pub cpu_and_file_type: String,
    /// `pt-BR`
    pub language_code: String,
    /// In the language of the request; used where the code says nothing.
    pub language_name: String,
    /// Bytes
    pub size: Option<u64>,
}

/// The three columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    Version,
    Language,
    Bit,
}

impl Column {
    pub const ALL: [Column; 3] = [Column::Version, Column::Language, Column::Bit];

    /// The name of its parameter in a URL.
    pub fn as_str(self) -> &'static str {
        match self {
            Column::Version => "version",
            Column::Language => "language",
            Column::Bit => "bit",
        }
    }
}

impl DownloadOption {
    /// Its value in a column, fit for a URL: `exchange-server-2019`, `fr-FR`, `64-bit-iso`.
    pub fn value(&self, column: Column) -> String {
        match column {
            Column::Version => named(&self.title),
            Column::Language => match is_tag(&self.language_code) {
                true => self.language_code.clone(),
                false => named(&self.language_name),
            },
            Column::Bit => named(&self.cpu_and_file_type),
        }
    }

    /// How many bits its processor has, and its file type, as far as `32 Bit, ISO` says them.
    pub fn bit(&self) -> (Option<u32>, &str) {
        let (cpu, file_type) = match self.cpu_and_file_type.split_once(',') {
            Some((cpu, file_type)) => (cpu.trim(), file_type.trim()),
            None => (self.cpu_and_file_type.trim(), ""),
        };
        let digits: String = cpu.chars().take_while(char::is_ascii_digit).collect();
        let rest = fold(&cpu[digits.len()..]);
        let bits = rest.trim_matches([' ', '-']).starts_with("bit");
        (digits.parse().ok().filter(|_| bits), file_type)
    }
}

fn is_tag(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (2..=35).contains(&text.len()) && text.bytes().all(allowed)
}

/// The slug of a text; a text in a script without one still gets a value of its own.
fn named(text: &str) -> String {
    let slug = slug(text);
    if !slug.is_empty() || text.trim().is_empty() {
        return slug;
    }
    let sum = text.bytes().fold(0x811c_9dc5_u32, |sum, byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    format!("x{sum:08x}")
}

/// What the person chose, as values of the columns. Nothing else ever stands in the URL.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    pub version: Option<String>,
    pub language: Option<String>,
    pub bit: Option<String>,
}

impl Choice {
    /// Reads the parameters of a URL, given a way to look one up.
    pub fn from_params(param: &dyn Fn(&str) -> Option<String>) -> Self {
        let read = |column: Column| param(column.as_str()).filter(|value| !value.is_empty());
        Choice {
            version: read(Column::Version),
            language: read(Column::Language),
            bit: read(Column::Bit),
        }
    }

    pub fn get(&self, column: Column) -> Option<&str> {
        match column {
            Column::Version => self.version.as_deref(),
            Column::Language => self.language.as_deref(),
            Column::Bit => self.bit.as_deref(),
        }
    }

    /// The same with one column chosen, or given up with an empty value.
    pub fn with(mut self, column: Column, value: &str) -> Self {
        let value = Some(value.to_owned()).filter(|value| !value.is_empty());
        match column {
            Column::Version => self.version = value,
            Column::Language => self.language = value,
            Column::Bit => self.bit = value,
        }
        self
    }

    pub fn is_empty(&self) -> bool {
        *self == Choice::default()
    }

    fn of(option: &DownloadOption) -> Self {
        let value = |column| Some(option.value(column));
        Choice {
            version: value(Column::Version),
            language: value(Column::Language),
            bit: value(Column::Bit),
        }
    }
}

/// Where a choice leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The product has no downloads.
    NothingOffered,
    /// These pickers are still open.
    Incomplete(Vec<Column>),
    /// The files of the chosen combination, by their place in the list of options. Nearly always
    /// one.
    Chosen(Vec<usize>),
    /// The combination does not exist. Others that do, the nearest first.
    NoSuch(Vec<Choice>),
}
