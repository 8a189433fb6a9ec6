//! What has changed since the seed: JSON documents by key, kept in memory by the native server and
//! in IndexedDB by the page.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use serde_json::Value;

/// The changed documents. A handler reads and writes them synchronously; the page stores what
/// [`Documents::take_changes`] names before it answers.
#[derive(Clone, Debug, Default)]
pub struct Documents {
    all: BTreeMap<String, Value>,
    touched: BTreeSet<String>,
}

impl Documents {
    pub fn from_stored(all: impl IntoIterator<Item = (String, Value)>) -> Self {
        Documents {
            all: all.into_iter().collect(),
            touched: BTreeSet::new(),
        }
    }

    pub fn get(&self, key: &str) -> Option<&Value> {
        self.all.get(key)
    }

    pub fn put(&mut self, key: impl Into<String>, value: Value) {
        let key = key.into();
        self.touched.insert(key.clone());
        self.all.insert(key, value);
    }

    pub fn remove(&mut self, key: &str) {
        if self.all.remove(key).is_some() {
            self.touched.insert(key.to_owned());
        }
    }

    /// The documents whose keys begin with `prefix`, in the order of their keys.
    pub fn scan<'a>(
        &'a self,
        prefix: &'a str,
    ) -> impl DoubleEndedIterator<Item = (&'a str, &'a Value)> {
        let end = format!("{prefix}\u{10FFFF}");
        self.all
            .range::<str, _>((Bound::Included(prefix), Bound::Excluded(end.as_str())))
            .map(|(key, value)| (key.as_str(), value))
    }

    /// Adds one to a counter and returns its new value.
    pub fn count(&mut self, key: &str) -> u64 {
        let value = self.get(key).and_then(Value::as_u64).unwrap_or_default() + 1;
        self.put(key, value.into());
        value
    }

    pub fn clear(&mut self) {
        self.touched
            .extend(std::mem::take(&mut self.all).into_keys());
    }

    /// What changed since the last call: the new value, or `None` for a document that is gone.
    pub fn take_changes(&mut self) -> Vec<(String, Option<Value>)> {
        let touched = std::mem::take(&mut self.touched);
        let value = |key: &String| self.all.get(key).cloned();
        touched
            .into_iter()
            .map(|key| (key.clone(), value(&key)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changed_is_to_be_stored() {
        let mut documents =
            Documents::from_stored([("a".to_owned(), 1.into()), ("b".to_owned(), 2.into())]);
        documents.put("c", 3.into());
        assert_eq!(documents.take_changes(), [("c".to_owned(), Some(3.into()))]);
        assert!(documents.take_changes().is_empty());
        documents.clear();
        documents.put("b", 4.into());
        let gone = |key: &str| (key.to_owned(), None);
        let expected = [gone("a"), ("b".to_owned(), Some(4.into())), gone("c")];
        assert_eq!(documents.take_changes(), expected);
    }

    #[test]
    fn a_scan_stays_within_its_prefix() {
        let keys = ["audit/1", "audit/2", "auditor", "b"];
        let documents = Documents::from_stored(keys.map(|key| (key.to_owned(), Value::Null)));
        let found: Vec<_> = documents.scan("audit/").map(|(key, _)| key).collect();
        assert_eq!(found, ["audit/1", "audit/2"]);
    }
}
