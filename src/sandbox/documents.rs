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
    /// The bytes of files, kept apart: the page reads those of a single file when they are asked for.
    bytes: BTreeMap<String, Vec<u8>>,
    touched_bytes: BTreeSet<String>,
    cleared: bool,
}

/// What changed, to be stored.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// All bytes that are stored are to go first.
    pub cleared: bool,
    /// The new value, or `None` for a document that is gone.
    pub documents: Vec<(String, Option<Value>)>,
    pub bytes: Vec<(String, Option<Vec<u8>>)>,
}

impl Documents {
    pub fn from_stored(all: impl IntoIterator<Item = (String, Value)>) -> Self {
        Documents {
            all: all.into_iter().collect(),
            ..Documents::default()
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

    pub fn bytes(&self, key: &str) -> Option<&[u8]> {
        self.bytes.get(key).map(Vec::as_slice)
    }

    pub fn put_bytes(&mut self, key: impl Into<String>, bytes: Vec<u8>) {
        let key = key.into();
        self.touched_bytes.insert(key.clone());
        self.bytes.insert(key, bytes);
    }

    /// Removes bytes, whether or not they have been read.
    pub fn remove_bytes(&mut self, key: &str) {
        self.bytes.remove(key);
        self.touched_bytes.insert(key.to_owned());
    }

    /// Adds bytes as they are stored already.
    pub fn add_stored_bytes(&mut self, bytes: impl IntoIterator<Item = (String, Vec<u8>)>) {
        self.bytes.extend(bytes);
    }

    pub fn clear(&mut self) {
        self.touched
            .extend(std::mem::take(&mut self.all).into_keys());
        self.bytes.clear();
        self.touched_bytes.clear();
        self.cleared = true;
    }

    /// What changed since the last call.
    pub fn take_changes(&mut self) -> Changes {
        let touched = std::mem::take(&mut self.touched).into_iter();
        let bytes = std::mem::take(&mut self.touched_bytes).into_iter();
        Changes {
            cleared: std::mem::take(&mut self.cleared),
            documents: touched
                .map(|key| (key.clone(), self.all.get(&key).cloned()))
                .collect(),
            bytes: bytes
                .map(|key| (key.clone(), self.bytes.get(&key).cloned()))
                .collect(),
        }
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
        let changed = documents.take_changes().documents;
        assert_eq!(changed, [("c".to_owned(), Some(3.into()))]);
        assert_eq!(documents.take_changes(), Changes::default());
        documents.clear();
        documents.put("b", 4.into());
        let gone = |key: &str| (key.to_owned(), None);
        let expected = [gone("a"), ("b".to_owned(), Some(4.into())), gone("c")];
        assert_eq!(documents.take_changes().documents, expected);
    }

    #[test]
    fn bytes_are_stored_apart_and_removed_even_if_they_were_not_read() {
        let mut documents = Documents::default();
        documents.put_bytes("a", vec![1, 2]);
        documents.remove_bytes("b");
        let changes = documents.take_changes();
        let expected = [("a".to_owned(), Some(vec![1, 2])), ("b".to_owned(), None)];
        assert_eq!((changes.bytes, changes.cleared), (expected.to_vec(), false));
        documents.clear();
        documents.put_bytes("c", vec![3]);
        let changes = documents.take_changes();
        let expected = [("c".to_owned(), Some(vec![3]))];
        assert_eq!((changes.bytes, changes.cleared), (expected.to_vec(), true));
        assert_eq!(
            (documents.bytes("a"), documents.bytes("c")),
            (None, Some(&[3][..]))
        );
    }

    #[test]
    fn a_scan_stays_within_its_prefix() {
        let keys = ["audit/1", "audit/2", "auditor", "b"];
        let documents = Documents::from_stored(keys.map(|key| (key.to_owned(), Value::Null)));
        let found: Vec<_> = documents.scan("audit/").map(|(key, _)| key).collect();
        assert_eq!(found, ["audit/1", "audit/2"]);
    }
}
