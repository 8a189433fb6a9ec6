//! Reading the JSON of one language.

use std::collections::BTreeMap;
use std::collections::btree_map::{Keys, Values};

use serde_json::Value;

use crate::SEPARATOR;
use crate::typography::typography;

/// What stands at one key of one language.
pub enum Leaf {
    Text(String),
    Plural { one: String, other: String },
}

/// All of a language, by key (`customers.title`), in the order of the keys.
pub struct Leaves {
    file: String,
    french: bool,
    all: BTreeMap<String, Leaf>,
}

impl Leaves {
    /// Reads the JSON of a language.
    pub fn read(language: &str, json: &str) -> Result<Self, String> {
        let mut leaves = Self {
            file: format!("{language}.json"),
            french: language == "fr",
            all: BTreeMap::new(),
        };
        let value: Value =
            serde_json::from_str(json).map_err(|error| format!("{}: {error}", leaves.file))?;
        leaves.collect("", &value)?;
        Ok(leaves)
    }

    pub fn keys(&self) -> Keys<'_, String, Leaf> {
        self.all.keys()
    }

    pub fn values(&self) -> Values<'_, String, Leaf> {
        self.all.values()
    }

    pub fn has(&self, key: &str) -> bool {
        self.all.contains_key(key)
    }

    /// What is wrong, with the name of the file before it.
    pub fn wrong(&self, what: &str) -> String {
        format!("{}: {what}", self.file)
    }

    fn collect(&mut self, key: &str, value: &Value) -> Result<(), String> {
        match value {
            Value::String(text) => {
                let text = self.text(key, text)?;
                self.all.insert(key.to_owned(), Leaf::Text(text));
                Ok(())
            }
            Value::Object(map) if map.contains_key("other") => {
                let form = |name: &str| match map.get(name) {
                    Some(Value::String(text)) => self.text(key, text),
                    _ => Err(self.wrong(&format!("plural `{key}` needs the form `{name}`"))),
                };
                let (one, other) = (form("one")?, form("other")?);
                if map.len() != 2 {
                    let what = format!("plural `{key}` has more than `one` and `other`");
                    return Err(self.wrong(&what));
                }
                self.all.insert(key.to_owned(), Leaf::Plural { one, other });
                Ok(())
            }
            Value::Object(map) => map.iter().try_for_each(|(name, value)| {
                if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
                    return Err(self.wrong(&format!("`{key}.{name}` is not a usable key")));
                }
                let below = if key.is_empty() {
                    name.clone()
                } else {
                    format!("{key}.{name}")
                };
                self.collect(&below, value)
            }),
            _ => Err(self.wrong(&format!("`{key}` is neither text nor object"))),
        }
    }

    fn text(&self, key: &str, text: &str) -> Result<String, String> {
        if text.trim().is_empty() {
            return Err(self.wrong(&format!("`{key}` is empty")));
        }
        if text.contains(SEPARATOR) {
            let what = format!("`{key}` holds {SEPARATOR:?}, which parts texts");
            return Err(self.wrong(&what));
        }
        Ok(typography(text, self.french))
    }
}
