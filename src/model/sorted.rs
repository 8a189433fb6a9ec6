//! Small collections as sorted lists: each kind of `BTreeMap` costs two kilobytes of page, and none
//! here holds more than some hundred entries.

/// Values by key, in the order of the keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortedMap<K, V>(Vec<(K, V)>);

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> Self {
        SortedMap(Vec::new())
    }
}

impl<K: Ord, V> SortedMap<K, V> {
    pub fn get(&self, key: &K) -> Option<&V> {
        let place = self.place(key).ok()?;
        self.0.get(place).map(|(_, value)| value)
    }

    /// Keeps a value under a key; one that was there is lost.
    pub fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok(place) => self.0[place].1 = value,
            Err(place) => self.0.insert(place, (key, value)),
        }
    }

    fn place(&self, key: &K) -> Result<usize, usize> {
        self.0.binary_search_by(|(own, _)| own.cmp(key))
    }
}

/// Adds a value to a sorted list that holds each value once.
pub fn include<T: Ord>(list: &mut Vec<T>, value: T) {
    if let Err(place) = list.binary_search(&value) {
        list.insert(place, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_has_the_value_it_got_last() {
        let mut map = SortedMap::default();
        for (key, value) in [("b", 1), ("a", 2), ("c", 3), ("a", 4)] {
            map.insert(key, value);
        }
        let found = ["a", "b", "c", "d"].map(|key| map.get(&key).copied());
        assert_eq!(found, [Some(4), Some(1), Some(3), None]);
    }

    #[test]
    fn a_list_is_sorted_and_holds_each_value_once() {
        let mut list = Vec::new();
        for value in [3, 1, 2, 1, 3] {
            include(&mut list, value);
        }
        assert_eq!(list, [1, 2, 3]);
    }
}
