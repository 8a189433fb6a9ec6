//! The pickers over a list of options.

use super::nearest::nearest;
use super::{Choice, Column, DownloadOption, Outcome};
use crate::model::fold::fold;
use crate::model::sorted::sorted_by;

/// What a picker shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub value: String,
    pub label: String,
    /// Whether it goes with what the other pickers hold.
    pub fits: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picker {
    pub column: Column,
    /// In the order to show; every value of the list, those that do not fit included.
    pub entries: Vec<Entry>,
    /// What it holds: the person's choice, or the only value left.
    pub value: Option<String>,
    /// Held by itself, not by choice.
    pub by_itself: bool,
    /// The choice is no value of the list: an old link, or a withdrawn version.
    pub unknown: bool,
}

impl Picker {
    /// The words for what it holds.
    pub fn label(&self) -> Option<&str> {
        let value = self.value.as_deref()?;
        let entry = self.entries.iter().find(|entry| entry.value == value);
        Some(entry.map_or(value, |entry| entry.label.as_str()))
    }
}

/// All three, and where they lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pickers {
    /// In the order of [`Column::ALL`].
    pub pickers: Vec<Picker>,
    pub outcome: Outcome,
    /// What the pickers hold together, whether chosen or picked by itself.
    pub held: Choice,
}

/// Words that the model does not have.
pub struct Words<'a> {
    /// The name of a language by its tag, in the person's language.
    pub language: &'a dyn Fn(&str) -> Option<String>,
    /// `64` → “64-bit”.
    pub bits: &'a dyn Fn(u32) -> String,
}

impl Pickers {
    /// Sets the pickers over `options` to `choice`.
    pub fn new(options: &[DownloadOption], choice: &Choice, words: &Words) -> Self {
        let rows: Vec<Choice> = options.iter().map(Choice::of).collect();
        let held = complete(&rows, choice);
        let pickers = Column::ALL
            .into_iter()
            .map(|column| picker(column, options, &rows, choice, &held, words))
            .collect();
        Pickers {
            pickers,
            outcome: outcome(&rows, &held),
            held,
        }
    }

    pub fn get(&self, column: Column) -> &Picker {
        &self.pickers[column as usize]
    }

    /// The combination in words: version, language, bit.
    pub fn words(&self) -> Vec<&str> {
        self.pickers.iter().filter_map(Picker::label).collect()
    }

    /// The words of a combination.
    pub fn words_of<'a>(&'a self, choice: &'a Choice) -> Vec<&'a str> {
        let label = |picker: &'a Picker| {
            let value = choice.get(picker.column)?;
            let entry = picker.entries.iter().find(|entry| entry.value == value);
            Some(entry.map_or(value, |entry| entry.label.as_str()))
        };
        self.pickers.iter().filter_map(label).collect()
    }
}

/// Rows that agree with a choice in every column but `except`.
fn agreeing<'a>(
    rows: &'a [Choice],
    choice: &'a Choice,
    except: Option<Column>,
) -> impl Iterator<Item = &'a Choice> {
    rows.iter().filter(move |row| {
        Column::ALL.into_iter().all(|column| {
            let wanted = choice.get(column);
            Some(column) == except || wanted.is_none() || row.get(column) == wanted
        })
    })
}

/// Adds to a choice what is the only value left for a column, until nothing more follows.
fn complete(rows: &[Choice], choice: &Choice) -> Choice {
    let mut held = choice.clone();
    loop {
        let found = Column::ALL.into_iter().find_map(|column| {
            if held.get(column).is_some() {
                return None;
            }
            let mut left = agreeing(rows, &held, Some(column)).map(|row| row.get(column));
            let only = left.next()??;
            left.all(|value| value == Some(only))
                .then(|| (column, only.to_owned()))
        });
        match found {
            Some((column, value)) => held = held.with(column, &value),
            None => return held,
        }
    }
}

fn outcome(rows: &[Choice], held: &Choice) -> Outcome {
    if rows.is_empty() {
        return Outcome::NothingOffered;
    }
    let fitting = |row: &Choice| {
        Column::ALL
            .into_iter()
            .all(|c| held.get(c).is_none_or(|value| row.get(c) == Some(value)))
    };
    let chosen: Vec<usize> = (0..rows.len()).filter(|at| fitting(&rows[*at])).collect();
    if chosen.is_empty() {
        return Outcome::NoSuch(nearest(rows, held));
    }
    let open: Vec<Column> = Column::ALL
        .into_iter()
        .filter(|column| held.get(*column).is_none())
        .collect();
    match open.is_empty() {
        true => Outcome::Chosen(chosen),
        false => Outcome::Incomplete(open),
    }
}

fn picker(
    column: Column,
    options: &[DownloadOption],
    rows: &[Choice],
    choice: &Choice,
    held: &Choice,
    words: &Words,
) -> Picker {
    let fitting: Vec<&str> = agreeing(rows, choice, Some(column))
        .filter_map(|row| row.get(column))
        .collect();
    // What to sort by, then the entry.
    let mut entries: Vec<(Order, Entry)> = Vec::new();
    for (option, row) in options.iter().zip(rows) {
        let value = row.get(column).unwrap_or_default();
        if entries.iter().any(|(_, entry)| entry.value == value) {
            continue;
        }
        let label = label(column, option, options, words);
        let entry = Entry {
            value: value.to_owned(),
            fits: fitting.contains(&value),
            label,
        };
        entries.push((order(column, option, &entry.label), entry));
    }
    let entries = sorted_by(entries, &|(left, _), (right, _)| left.cmp(right));
    let value = held.get(column).map(str::to_owned);
    let known = |value: &String| entries.iter().any(|(_, entry)| entry.value == *value);
    Picker {
        column,
        by_itself: value.is_some() && choice.get(column).is_none(),
        unknown: value.as_ref().is_some_and(|value| !known(value)),
        entries: entries.into_iter().map(|(_, entry)| entry).collect(),
        value,
    }
}

type Order = (i64, String);

/// Versions as the server ranks them, languages by name, the widest processor first.
fn order(column: Column, option: &DownloadOption, label: &str) -> Order {
    match column {
        Column::Version => (option.rank.unwrap_or(i64::MAX), String::new()),
        Column::Language => (0, fold(label)),
        Column::Bit => (-i64::from(option.bit().0.unwrap_or(0)), fold(label)),
    }
}

fn label(
    column: Column,
    option: &DownloadOption,
    options: &[DownloadOption],
    words: &Words,
) -> String {
    match column {
        Column::Version => option.title.clone(),
        Column::Language => {
            let name = (words.language)(&option.language_code);
            name.unwrap_or_else(|| match option.language_name.is_empty() {
                true => option.language_code.clone(),
                false => option.language_name.clone(),
            })
        }
        Column::Bit => {
            let (Some(bits), file_type) = option.bit() else {
                return option.cpu_and_file_type.clone();
            };
            let words = (words.bits)(bits);
            let several = options.iter().any(|other| {
                let (other_bits, other_type) = other.bit();
                other_bits == Some(bits) && other_type != file_type
            });
            match several && !file_type.is_empty() {
                true => format!("{words}, {file_type}"),
                false => words,
            }
        }
    }
}
