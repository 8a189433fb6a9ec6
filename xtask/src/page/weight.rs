//! What a build weighs.

use std::fmt::Write;
use std::path::Path;

use super::files::{files_below, read};
use crate::failure::Result;
use crate::say::bytes;

/// What starting may take, in bytes of brotli (`docs/decisions.md`, *Weight*).
pub const BUDGET: usize = 175_000;

/// The main files: everything a deployment without the sandbox loads to start, but for the texts.
const MAIN: [(&str, &str); 4] = [
    ("assets/latchkey-", ".wasm"),
    ("assets/boot-", ".js"),
    ("assets/latchkey-", ".css"),
    ("index.html", ""),
];

/// The texts of each language, of which one is loaded to start.
const TEXTS: (&str, &str) = ("assets/texts-", ".txt");

/// The part of the program that follows once the page starts.
const LATER: (&str, &str) = ("assets/customers-", ".wasm");

struct Row {
    name: String,
    plain: usize,
    gzip: Option<usize>,
    brotli: Option<usize>,
}

impl Row {
    /// Bytes that travel to a browser that takes brotli.
    fn sent(&self) -> usize {
        self.brotli.unwrap_or(self.plain)
    }

    fn is(&self, (begin, end): (&str, &str)) -> bool {
        self.name.starts_with(begin) && self.name.ends_with(end)
    }

    fn is_main(&self) -> bool {
        MAIN.into_iter().any(|name| self.is(name))
    }

    fn is_texts(&self) -> bool {
        self.is(TEXTS)
    }

    fn is_later(&self) -> bool {
        self.is(LATER)
    }
}

/// What starting takes, in bytes of brotli: the main files, and the texts of the language that has
/// the most.
pub fn main_total(dir: &Path) -> Result<usize> {
    Ok(total(&rows(dir)?))
}

fn total(rows: &[Row]) -> usize {
    let main = rows.iter().filter(|row| row.is_main()).map(Row::sent);
    let texts = rows.iter().filter(|row| row.is_texts()).map(Row::sent);
    main.sum::<usize>() + texts.max().unwrap_or_default()
}

/// What a build weighs, in bytes of brotli.
#[derive(Debug, PartialEq, Eq)]
pub struct Weight {
    /// What starting takes, as [`main_total`].
    pub start: usize,
    /// The same and the part of the program that follows.
    pub with_what_follows: usize,
    /// Each file as it is sent.
    pub files: Vec<(String, usize)>,
}

/// Weighs a build.
pub fn weigh(dir: &Path) -> Result<Weight> {
    let rows = rows(dir)?;
    Ok(Weight {
        start: total(&rows),
        with_what_follows: total(&rows) + later(&rows),
        files: rows
            .into_iter()
            .map(|row| (row.name.clone(), row.sent()))
            .collect(),
    })
}

fn later(rows: &[Row]) -> usize {
    let later = rows.iter().filter(|row| row.is_later());
    later.map(Row::sent).sum()
}

/// A table for the terminal: the main files and the texts, what starting takes, what follows, then
/// the others.
pub fn table(dir: &Path) -> Result<String> {
    let rows = rows(dir)?;
    let total = total(&rows);
    let (main, others): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(Row::is_main);
    let (texts, others): (Vec<Row>, Vec<Row>) = others.into_iter().partition(Row::is_texts);
    let (later, others): (Vec<Row>, Vec<Row>) = others.into_iter().partition(Row::is_later);
    let mut text = format!(
        "{:<40} {:>11} {:>11} {:>11}\n",
        "", "plain", "gzip", "brotli"
    );
    let line = |text: &mut String, row: &Row| {
        let cell = |size: Option<usize>| size.map_or_else(|| "–".to_owned(), bytes);
        let _ = writeln!(
            text,
            "{:<40} {:>11} {:>11} {:>11}",
            row.name,
            bytes(row.plain),
            cell(row.gzip),
            cell(row.brotli)
        );
    };
    main.iter()
        .chain(&texts)
        .for_each(|row| line(&mut text, row));
    let _ = writeln!(
        text,
        "{:<40} {:>35}  (at most {})",
        "main files and one language together",
        bytes(total),
        bytes(BUDGET)
    );
    later.iter().for_each(|row| line(&mut text, row));
    let all = total + self::later(&later);
    let _ = writeln!(text, "{:<40} {:>35}", "with what follows", bytes(all));
    others.iter().for_each(|row| line(&mut text, row));
    Ok(text)
}

fn rows(dir: &Path) -> Result<Vec<Row>> {
    let names = files_below(dir)?;
    let size = |name: &str| read(&dir.join(name)).map(|content| content.len());
    let copy = |name: &str, ending: &str| {
        let copy = format!("{name}{ending}");
        names.contains(&copy).then(|| size(&copy)).transpose()
    };
    let originals = names
        .iter()
        .filter(|name| !name.ends_with(".br") && !name.ends_with(".gz"));
    originals
        .map(|name| {
            Ok(Row {
                name: name.clone(),
                plain: size(name)?,
                gzip: copy(name, ".gz")?,
                brotli: copy(name, ".br")?,
            })
        })
        .collect()
}
