//! Turns `locales/en.json` and `locales/fr.json` into the table of texts behind `i18n::text`.
//!
//! A key or a placeholder that one language has and the other lacks stops the build. So do
//! malformed placeholders and plurals without both forms. Typography is set here, once, so that the
//! JSON can be typed on any keyboard: apostrophes become `’`, and French punctuation gets its
//! non-breaking spaces.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, process};

use serde_json::Value;

/// What stands at one key of one language.
#[derive(Clone)]
enum Leaf {
    Text(String),
    Plural { one: String, other: String },
}

type Leaves = BTreeMap<String, Leaf>;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=locales");
    let written = read("en")
        .and_then(|en| read("fr").and_then(|fr| generate(&en, &fr)))
        .and_then(|code| {
            let out = env::var("OUT_DIR").map_err(|error| error.to_string())?;
            fs::write(Path::new(&out).join("text.rs"), code).map_err(|error| error.to_string())
        });
    if let Err(message) = written {
        for line in message.lines() {
            println!("cargo:error={line}");
        }
        process::exit(1);
    }
}

fn read(language: &str) -> Result<Leaves, String> {
    let path = format!("locales/{language}.json");
    let json = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    let value: Value = serde_json::from_str(&json).map_err(|error| format!("{path}: {error}"))?;
    let mut leaves = Leaves::new();
    collect(&path, "", &value, language == "fr", &mut leaves)?;
    Ok(leaves)
}

fn collect(
    path: &str,
    key: &str,
    value: &Value,
    french: bool,
    leaves: &mut Leaves,
) -> Result<(), String> {
    match value {
        Value::String(text) => {
            let text = typography(text, french);
            leaves.insert(key.to_owned(), Leaf::Text(text));
            Ok(())
        }
        Value::Object(map) if map.contains_key("other") => {
            let form = |name: &str| match map.get(name) {
                Some(Value::String(text)) => Ok(typography(text, french)),
                _ => Err(format!("{path}: plural `{key}` needs the form `{name}`")),
            };
            let (one, other) = (form("one")?, form("other")?);
            if map.len() != 2 {
                return Err(format!(
                    "{path}: plural `{key}` has more than `one` and `other`"
                ));
            }
            leaves.insert(key.to_owned(), Leaf::Plural { one, other });
            Ok(())
        }
        Value::Object(map) => map.iter().try_for_each(|(name, value)| {
            if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
                return Err(format!("{path}: `{key}.{name}` is not a usable key"));
            }
            let below = if key.is_empty() {
                name.clone()
            } else {
                format!("{key}.{name}")
            };
            collect(path, &below, value, french, leaves)
        }),
        _ => Err(format!("{path}: `{key}` is neither text nor object")),
    }
}

/// Apostrophes, and in French the spaces that must not break (U+00A0; U+202F before `;`, `?`, `!`).
fn typography(text: &str, french: bool) -> String {
    let text = text.replace('\'', "’");
    if !french {
        return text;
    }
    [
        (" :", "\u{a0}:"),
        (" ;", "\u{202f};"),
        (" ?", "\u{202f}?"),
        (" !", "\u{202f}!"),
        ("« ", "«\u{a0}"),
        (" »", "\u{a0}»"),
        (" %", "\u{a0}%"),
    ]
    .iter()
    .fold(text, |text, (from, to)| text.replace(from, to))
}

/// Names of the placeholders of a text, in the order in which they first stand in it.
fn placeholders(key: &str, text: &str, names: &mut Vec<String>) -> Result<(), String> {
    let mut rest = text;
    while let Some(open) = rest.find(['{', '}']) {
        let wrong = || format!("`{key}`: braces only stand around the name of a placeholder");
        let after = rest[open..].strip_prefix('{').ok_or_else(wrong)?;
        let close = after.find('}').ok_or_else(wrong)?;
        let name = &after[..close];
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_lowercase() || c == '_') {
            return Err(wrong());
        }
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
        rest = &after[close + 1..];
    }
    Ok(())
}

/// Parameters of a leaf. A plural's `count` comes first whether or not its forms print it.
fn parameters(key: &str, leaf: &Leaf) -> Result<Vec<String>, String> {
    let mut names = Vec::new();
    match leaf {
        Leaf::Text(text) => placeholders(key, text, &mut names)?,
        Leaf::Plural { one, other } => {
            names.push("count".to_owned());
            placeholders(key, one, &mut names)?;
            placeholders(key, other, &mut names)?;
        }
    }
    Ok(names)
}

/// Replaces the names of placeholders by their position: the run-time form.
fn numbered(text: &str, names: &[String]) -> String {
    names
        .iter()
        .enumerate()
        .fold(text.to_owned(), |text, (index, name)| {
            text.replace(&format!("{{{name}}}"), &format!("{{{index}}}"))
        })
}

fn generate(en: &Leaves, fr: &Leaves) -> Result<String, String> {
    let mut wrong = Vec::new();
    wrong.extend(
        fr.keys()
            .filter(|key| !en.contains_key(*key))
            .map(|key| format!("en.json lacks `{key}`")),
    );
    wrong.extend(
        en.keys()
            .filter(|key| !fr.contains_key(*key))
            .map(|key| format!("fr.json lacks `{key}`")),
    );
    if !wrong.is_empty() {
        return Err(wrong.join("\n"));
    }

    let mut code = String::new();
    let mut table: [Vec<String>; 2] = Default::default();
    for ((key, english), french) in en.iter().zip(fr.values()) {
        let names = parameters(key, english)?;
        let mut both = [names.clone(), parameters(key, french)?];
        both.iter_mut().for_each(|names| names.sort());
        if both[0] != both[1] {
            return Err(format!(
                "`{key}`: the placeholders differ: {:?} and {:?}",
                both[0], both[1]
            ));
        }
        let place = table[0].len();
        let name = key.replace('.', "_");
        match (english, french) {
            (Leaf::Text(first), Leaf::Text(second)) => {
                table[0].push(numbered(first, &names));
                table[1].push(numbered(second, &names));
                let _ = writeln!(code, "/// {first:?}");
                if names.is_empty() {
                    let name = name.to_uppercase();
                    let _ = writeln!(code, "pub const {name}: Text = Text({place});");
                } else {
                    function(
                        &mut code,
                        &name,
                        &names,
                        &format!("fill({place}, lang"),
                        false,
                    );
                }
            }
            (
                Leaf::Plural { one, other },
                Leaf::Plural {
                    one: un,
                    other: autre,
                },
            ) => {
                table[0].extend([numbered(one, &names), numbered(other, &names)]);
                table[1].extend([numbered(un, &names), numbered(autre, &names)]);
                let _ = writeln!(code, "/// {other:?}");
                function(
                    &mut code,
                    &name,
                    &names,
                    &format!("fill_plural({place}, lang, count"),
                    true,
                );
            }
            _ => return Err(format!("`{key}` is a plural in one language only")),
        }
    }

    for (name, texts) in [("EN", &table[0]), ("FR", &table[1])] {
        let all = texts.concat();
        let mut at = 0;
        let mut ends = vec!["0".to_owned()];
        ends.extend(texts.iter().map(|text| {
            at += text.len();
            at.to_string()
        }));
        if at > usize::from(u16::MAX) {
            return Err(
                "the texts of a language no longer fit 64 kB: widen `Table::ends`".to_owned(),
            );
        }
        let ends = ends.join(",");
        let _ = writeln!(
            code,
            "static {name}: Table = Table {{ all: {all:?}, ends: &[{ends}] }};"
        );
    }
    Ok(code)
}

/// A function with one parameter for each placeholder: `count` a number in plurals, else text.
fn function(code: &mut String, key: &str, names: &[String], call: &str, plural: bool) {
    let name = key.to_lowercase();
    let texts = if plural { &names[1..] } else { names };
    let parameters: String = texts.iter().map(|name| format!(", {name}: &str")).collect();
    let count = if plural { ", count: u32" } else { "" };
    let arguments = texts.join(", ");
    let _ = writeln!(
        code,
        "pub fn {name}(lang: Lang{count}{parameters}) -> String {{ {call}, &[{arguments}]) }}"
    );
}
