//! One object of the file: its members by name, and the problems met so far.

use std::cell::RefCell;

use serde_json::{Map, Value};

use super::{ConfigError, Problem};

pub type Problems = RefCell<Vec<ConfigError>>;

/// An object, or `None` where it is missing or no object: then every member is missing.
pub struct Reader<'a> {
    members: Option<&'a Map<String, Value>>,
    path: String,
    problems: &'a Problems,
}

impl<'a> Reader<'a> {
    /// Reads an object whose members all have one of these names.
    pub fn new(
        value: Option<&'a Value>,
        path: String,
        names: &[&str],
        problems: &'a Problems,
    ) -> Self {
        let reader = Reader {
            members: value.and_then(Value::as_object),
            path,
            problems,
        };
        if value.is_some() && reader.members.is_none() {
            reader.report_path(reader.path.clone(), Problem::NotObject);
        }
        for name in reader.members.into_iter().flat_map(Map::keys) {
            if !names.contains(&name.as_str()) {
                reader.report(name, Problem::UnknownField);
            }
        }
        reader
    }

    pub fn object(&self, name: &str, names: &[&str]) -> Reader<'a> {
        Reader::new(self.get(name), self.field(name), names, self.problems)
    }

    pub fn get(&self, name: &str) -> Option<&'a Value> {
        self.members.and_then(|members| members.get(name))
    }

    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// All members; none where there is no object.
    pub fn members(&self) -> impl Iterator<Item = (&'a String, &'a Value)> {
        self.members.into_iter().flatten()
    }

    pub fn report(&self, name: &str, problem: Problem) {
        self.report_path(self.field(name), problem);
    }

    fn report_path(&self, path: String, problem: Problem) {
        let error = ConfigError::new(path, problem);
        self.problems.borrow_mut().push(error);
    }

    fn field(&self, name: &str) -> String {
        match self.path.as_str() {
            "" => name.to_owned(),
            path => format!("{path}.{name}"),
        }
    }

    pub fn text(&self, name: &str) -> Option<&'a str> {
        let value = self.get(name)?;
        if !value.is_string() {
            self.report(name, Problem::NotText);
        }
        value.as_str()
    }

    pub fn truth(&self, name: &str, default: bool) -> bool {
        let Some(value) = self.get(name) else {
            return default;
        };
        value.as_bool().unwrap_or_else(|| {
            self.report(name, Problem::NotTrueOrFalse);
            default
        })
    }

    pub fn number(&self, name: &str, least: u64, most: u64) -> Option<u64> {
        let value = self.get(name)?;
        let number = value.as_u64().filter(|n| (least..=most).contains(n));
        if number.is_none() {
            self.report(name, Problem::NotNumber { least, most });
        }
        number
    }

    /// The place of a text among these words.
    pub fn one_of(&self, name: &str, words: &'static [&'static str]) -> Option<usize> {
        let text = self.text(name)?;
        let place = words.iter().position(|word| *word == text);
        if place.is_none() {
            self.report(name, Problem::NotOneOf(words));
        }
        place
    }

    /// The elements of a list with the names of their fields.
    pub fn list(&self, name: &str) -> Option<Vec<(String, &'a Value)>> {
        let value = self.get(name)?;
        let Some(items) = value.as_array() else {
            self.report(name, Problem::NotList);
            return None;
        };
        let named = items.iter().enumerate();
        Some(
            named
                .map(|(at, item)| (format!("{name}[{at}]"), item))
                .collect(),
        )
    }

    /// An element of one of the lists as an object.
    pub fn element(&self, name: &str, value: &'a Value, names: &[&str]) -> Reader<'a> {
        Reader::new(Some(value), self.field(name), names, self.problems)
    }
}
