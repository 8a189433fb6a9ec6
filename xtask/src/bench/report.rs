//! The figures as a table and as JSON.

use std::fmt::Write;

use serde_json::{Map, Value, json};

use super::figures::Measured;
use crate::page::Weight;

/// A table for the terminal, in milliseconds.
pub fn table(measured: &[Measured]) -> String {
    const HEAD: &str = "milliseconds";
    let names = measured.iter().map(|one| one.name.chars().count());
    let width = names.chain([HEAD.len()]).max().unwrap_or_default();
    let mut text = format!(
        "{HEAD:<width$} {:>6} {:>9} {:>9} {:>9}\n",
        "times", "median", "p95", "worst"
    );
    for one in measured {
        let _ = writeln!(
            text,
            "{:<width$} {:>6} {:>9.1} {:>9.1} {:>9.1}",
            one.name,
            one.values.len(),
            one.median(),
            one.p95(),
            one.worst()
        );
    }
    text
}

/// The same with every value, and the bytes of each file as it is sent.
pub fn json(measured: &[Measured], weight: &Weight) -> Value {
    let one = |one: &Measured| {
        json!({
            "name": one.name,
            "unit": "ms",
            "median": one.median(),
            "p95": one.p95(),
            "worst": one.worst(),
            "values": one.values,
        })
    };
    let files = weight.files.iter();
    let files: Map<String, Value> = files
        .map(|(name, bytes)| (name.clone(), json!(bytes)))
        .collect();
    json!({
        "measured": measured.iter().map(one).collect::<Vec<_>>(),
        "weight": {
            "unit": "bytes of brotli",
            "start": weight.start,
            "withWhatFollows": weight.with_what_follows,
            "files": files,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two() -> [Measured; 2] {
        [
            Measured {
                name: "typing".into(),
                values: vec![12.0, 8.0, 30.25],
            },
            Measured {
                name: "first rows".into(),
                values: vec![1234.5],
            },
        ]
    }

    #[test]
    fn a_row_says_how_often_and_how_long() {
        assert_eq!(
            table(&two()),
            "milliseconds  times    median       p95     worst\n\
             typing            3      12.0      30.2      30.2\n\
             first rows        1    1234.5    1234.5    1234.5\n"
        );
    }

    #[test]
    fn the_json_holds_every_value_and_every_file() {
        let weight = Weight {
            start: 150,
            with_what_follows: 320,
            files: vec![("index.html".into(), 20), ("assets/a.wasm".into(), 130)],
        };
        let json = json(&two(), &weight);
        assert_eq!(json["measured"][0]["name"], "typing");
        assert_eq!(json["measured"][0]["median"], 12.0);
        assert_eq!(
            json["measured"][0]["values"],
            serde_json::json!([12.0, 8.0, 30.25])
        );
        assert_eq!(json["measured"][1]["worst"], 1234.5);
        assert_eq!(json["weight"]["start"], 150);
        assert_eq!(json["weight"]["withWhatFollows"], 320);
        assert_eq!(json["weight"]["files"]["assets/a.wasm"], 130);
    }
}
