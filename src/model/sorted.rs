//! Small collections as sorted lists, and sorting them. None here holds more than some thousand
//! entries, and the standard library's ways cost much more page: two kilobytes for each kind of
//! `BTreeMap`, four for each thing that `sort_by` is called with.

use std::cmp::Ordering;

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

/// Adds a value to a sorted list that holds each value once, and says whether it is new.
pub fn include<T: Ord>(list: &mut Vec<T>, value: T) -> bool {
    let place = list.binary_search(&value);
    if let Err(place) = place {
        list.insert(place, value);
    }
    place.is_err()
}

/// The things in the order of `compare`; equals stay as they were.
pub fn sorted_by<T>(
    things: impl IntoIterator<Item = T>,
    compare: &dyn Fn(&T, &T) -> Ordering,
) -> Vec<T> {
    let mut sorted = Vec::new();
    for thing in things {
        let place = sorted.partition_point(|before| compare(before, &thing).is_le());
        sorted.insert(place, thing);
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_stay_as_they_were() {
        let words = ["pear", "fig", "plum", "kiwi", "date", "apple"];
        let sorted = sorted_by(words, &|left, right| left.len().cmp(&right.len()));
        assert_eq!(sorted, ["fig", "pear", "plum", "kiwi", "date", "apple"]);
    }

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
        let new = [3, 1, 2, 1, 3].map(|value| include(&mut list, value));
        assert_eq!(new, [true, true, true, false, false]);
        assert_eq!(list, [1, 2, 3]);
    }
}
