//! A map of few entries that lie beside each other: every product of a large catalogue has two, and a
//! tree's half empty nodes would take three times the memory.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Entries in the order of their keys; in JSON a map like any other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "BTreeMap<K, V>", into = "BTreeMap<K, V>")]
#[serde(bound(
    serialize = "K: Ord + Clone + Serialize, V: Clone + Serialize",
    deserialize = "K: Ord + Deserialize<'de>, V: Deserialize<'de>"
))]
pub struct Few<K, V>(Vec<(K, V)>);

impl<K, V> Default for Few<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Few<K, V> {
    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &K) -> Option<&V> {
        let at = self.0.binary_search_by(|(known, _)| known.cmp(key)).ok()?;
        Some(&self.0[at].1)
    }

    /// Puts a value in, in the place of the one before.
    pub fn insert(&mut self, key: K, value: V) {
        match self.0.binary_search_by(|(known, _)| known.cmp(&key)) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => {
                // Few are added after the first: no room is kept for more.
                self.0.reserve_exact(1);
                self.0.insert(at, (key, value));
            }
        }
    }

    /// The keys, in their order.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    /// The entries, in the order of their keys.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }
}

impl<K: Ord, V> Extend<(K, V)> for Few<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        for (key, value) in entries {
            self.insert(key, value);
        }
    }
}

impl<K, V> From<BTreeMap<K, V>> for Few<K, V> {
    fn from(map: BTreeMap<K, V>) -> Self {
        Self(map.into_iter().collect())
    }
}

impl<K: Ord, V> From<Few<K, V>> for BTreeMap<K, V> {
    fn from(few: Few<K, V>) -> Self {
        few.0.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_holds_what_a_map_would_hold(entries in prop::collection::vec((0_u8..12, any::<i32>()), 0..30)) {
            let mut few = Few::default();
            let mut map = BTreeMap::new();
            for (key, value) in entries {
                few.insert(key, value);
                map.insert(key, value);
            }
            prop_assert!(few.iter().eq(map.iter()));
            for key in 0..12 {
                prop_assert_eq!(few.get(&key), map.get(&key));
            }
            let json = serde_json::to_string(&map).unwrap();
            prop_assert_eq!(&serde_json::to_string(&few).unwrap(), &json);
            prop_assert_eq!(serde_json::from_str::<Few<u8, i32>>(&json).unwrap(), few);
        }
    }
}
