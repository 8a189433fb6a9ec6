//! What a build weighs.

use std::fmt::Write;
use std::path::Path;

use super::files::{files_below, read};
use crate::failure::Result;
use crate::say::bytes;

/// What the main files should weigh together, in bytes of brotli.
pub const GOAL: usize = 150_000;

/// What they may weigh at most for now: a ratchet, lowered with every saving until it is [`GOAL`]
/// (`docs/decisions.md`, *Weight*).
pub const CEILING: usize = 480_000;

/// The main files: everything a deployment without the sandbox loads to start.
const MAIN: [(&str, &str); 4] = [
    ("assets/latchkey-", ".wasm"),
    ("assets/boot-", ".js"),
    ("assets/latchkey-", ".css"),
    ("index.html", ""),
];

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

    fn is_main(&self) -> bool {
        MAIN.iter()
            .any(|(begin, end)| self.name.starts_with(begin) && self.name.ends_with(end))
    }
}

/// What the main files of a build weigh together, in bytes of brotli.
pub fn main_total(dir: &Path) -> Result<usize> {
    Ok(rows(dir)?
        .iter()
        .filter(|row| row.is_main())
        .map(Row::sent)
        .sum())
}

/// A table for the terminal: the main files, their sum, then the others.
pub fn table(dir: &Path) -> Result<String> {
    let (main, others): (Vec<Row>, Vec<Row>) = rows(dir)?.into_iter().partition(Row::is_main);
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
    main.iter().for_each(|row| line(&mut text, row));
    let total = main.iter().map(Row::sent).sum();
    let _ = writeln!(
        text,
        "{:<40} {:>35}  (at most {}, goal {})",
        "main files together",
        bytes(total),
        bytes(CEILING),
        bytes(GOAL)
    );
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
