//! A sorted map of which two versions share what they have in common, so that a change of one entry costs as much in an
//! article of a hundred thousand words as in one of a hundred, and so does finding out what differs.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

/// Entries in one allocation, at most.
const MOST: usize = 64;

type Chunk<K, V> = Arc<Vec<(K, V)>>;

/// A sorted map in chunks. A clone shares all of them; a change copies one, and the list of them.
#[derive(Clone)]
pub(crate) struct SharedMap<K, V> {
    /// In order, none empty.
    chunks: Arc<Vec<Chunk<K, V>>>,
}

/// What one key has in an older and in a newer map; none where it is not there.
pub(crate) type Difference<'a, K, V> = (K, Option<&'a V>, Option<&'a V>);

impl<K: Ord + Copy, V: Clone> SharedMap<K, V> {
    /// In which chunk a key stands or would stand.
    fn chunk_of(&self, key: &K) -> usize {
        self.chunks.partition_point(|chunk| chunk[0].0 <= *key).saturating_sub(1)
    }

    fn place(chunk: &[(K, V)], key: &K) -> Result<usize, usize> {
        chunk.binary_search_by_key(key, |entry| entry.0)
    }

    /// The value of a key.
    pub(crate) fn get(&self, key: &K) -> Option<&V> {
        let chunk = self.chunks.get(self.chunk_of(key))?;
        Some(&chunk[Self::place(chunk, key).ok()?].1)
    }

    /// Whether a key is there.
    pub(crate) fn contains_key(&self, key: &K) -> bool {
        self.get(key).is_some()
    }

    /// The value of a key, to be changed.
    pub(crate) fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        let at = self.chunk_of(key);
        let place = Self::place(self.chunks.get(at)?, key).ok()?;
        Some(&mut Arc::make_mut(&mut Arc::make_mut(&mut self.chunks)[at])[place].1)
    }

    /// Puts a value in and gives the one that was there.
    pub(crate) fn insert(&mut self, key: K, value: V) -> Option<V> {
        let at = self.chunk_of(&key);
        let chunks = Arc::make_mut(&mut self.chunks);
        let Some(chunk) = chunks.get_mut(at) else {
            chunks.push(Arc::new(vec![(key, value)]));
            return None;
        };
        let chunk = Arc::make_mut(chunk);
        match Self::place(chunk, &key) {
            Ok(place) => return Some(std::mem::replace(&mut chunk[place].1, value)),
            // What comes in order, as from a file, fills its chunks.
            Err(place) if chunk.len() >= MOST && place == chunk.len() => {
                chunks.insert(at + 1, Arc::new(vec![(key, value)]));
            }
            Err(place) => {
                chunk.insert(place, (key, value));
                if chunk.len() > MOST {
                    let behind = chunk.split_off(chunk.len() / 2);
                    chunks.insert(at + 1, Arc::new(behind));
                }
            }
        }
        None
    }

    /// Takes a key out and gives the value that was there.
    pub(crate) fn remove(&mut self, key: &K) -> Option<V> {
        let at = self.chunk_of(key);
        let place = Self::place(self.chunks.get(at)?, key).ok()?;
        let chunks = Arc::make_mut(&mut self.chunks);
        let chunk = Arc::make_mut(&mut chunks[at]);
        let (_, value) = chunk.remove(place);
        if chunk.is_empty() {
            chunks.remove(at);
        }
        Some(value)
    }

    /// The entries in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.chunks.iter().flat_map(|chunk| chunk.iter()).map(|(key, value)| (key, value))
    }

    /// The keys in order.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &K> {
        self.iter().map(|(key, _)| key)
    }

    /// The values in order.
    pub(crate) fn values(&self) -> impl Iterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }

    /// The last key.
    pub(crate) fn last_key(&self) -> Option<&K> {
        self.chunks.last()?.last().map(|(key, _)| key)
    }

    /// Where `newer` differs from this one, by key. What both share is not looked at.
    pub(crate) fn differences<'a>(&'a self, newer: &'a Self) -> Vec<Difference<'a, K, V>>
    where
        V: PartialEq,
    {
        let mut out = Vec::new();
        if Arc::ptr_eq(&self.chunks, &newer.chunks) {
            return out;
        }
        let (mut old, mut new) = (Cursor::new(&self.chunks), Cursor::new(&newer.chunks));
        loop {
            if old.skips_with(&new) {
                old.next_chunk();
                new.next_chunk();
                continue;
            }
            let (before, after) = (old.entry(), new.entry());
            let order = match (before, after) {
                (None, None) => return out,
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some((before, _)), Some((after, _))) => before.cmp(after),
            };
            let before = before.filter(|_| order.is_le());
            let after = after.filter(|_| order.is_ge());
            if let Some((key, _)) = before.or(after)
                && before.map(|(_, value)| value) != after.map(|(_, value)| value)
            {
                out.push((*key, before.map(|(_, value)| value), after.map(|(_, value)| value)));
            }
            if order.is_le() {
                old.step();
            }
            if order.is_ge() {
                new.step();
            }
        }
    }
}

/// A place in the chunks of a map.
struct Cursor<'a, K, V> {
    chunks: &'a [Chunk<K, V>],
    at: usize,
}

impl<'a, K, V> Cursor<'a, K, V> {
    fn new(chunks: &'a [Chunk<K, V>]) -> Self {
        Self { chunks, at: 0 }
    }

    fn entry(&self) -> Option<&'a (K, V)> {
        self.chunks.first().map(|chunk| &chunk[self.at])
    }

    fn step(&mut self) {
        self.at += 1;
        if self.chunks.first().is_some_and(|chunk| self.at == chunk.len()) {
            self.next_chunk();
        }
    }

    fn next_chunk(&mut self) {
        self.chunks = &self.chunks[1..];
        self.at = 0;
    }

    /// Whether both stand at the beginning of a chunk which they share.
    fn skips_with(&self, other: &Self) -> bool {
        let both = self.chunks.first().zip(other.chunks.first());
        self.at == 0 && other.at == 0 && both.is_some_and(|(one, two)| Arc::ptr_eq(one, two))
    }
}

impl<K, V> Default for SharedMap<K, V> {
    fn default() -> Self {
        Self { chunks: Arc::default() }
    }
}

impl<K: Ord + Copy, V: Clone + PartialEq> PartialEq for SharedMap<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.differences(other).is_empty()
    }
}

impl<K: Ord + Copy, V: Clone + Eq> Eq for SharedMap<K, V> {}

impl<K: Ord + Copy, V: Clone> FromIterator<(K, V)> for SharedMap<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut out = Self::default();
        for (key, value) in entries {
            out.insert(key, value);
        }
        out
    }
}

impl<K: Ord + Copy + fmt::Debug, V: Clone + fmt::Debug> fmt::Debug for SharedMap<K, V> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_map().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    /// Where two maps differ, the plain way.
    fn plainly(old: &BTreeMap<u16, u8>, new: &BTreeMap<u16, u8>) -> Vec<(u16, Option<u8>, Option<u8>)> {
        let mut keys: Vec<_> = old.keys().chain(new.keys()).copied().collect();
        keys.sort_unstable();
        keys.dedup();
        let of = |key: u16| (key, old.get(&key).copied(), new.get(&key).copied());
        keys.into_iter().map(of).filter(|(_, before, after)| before != after).collect()
    }

    proptest! {
        #[test]
        fn it_is_a_sorted_map_and_tells_what_differs(
            first in prop::collection::vec((0..2000_u16, any::<u8>()), 0..800),
            steps in prop::collection::vec((0..2000_u16, prop::option::of(any::<u8>())), 0..300),
        ) {
            let mut plain: BTreeMap<u16, u8> = first.iter().copied().collect();
            let mut shared: SharedMap<u16, u8> = first.into_iter().collect();
            let before = (plain.clone(), shared.clone());
            for (key, value) in steps {
                if let Some(value) = value {
                    prop_assert_eq!(shared.insert(key, value), plain.insert(key, value));
                } else {
                    prop_assert_eq!(shared.remove(&key), plain.remove(&key));
                }
                prop_assert_eq!(shared.get(&key), plain.get(&key));
            }
            prop_assert!(shared.iter().eq(plain.iter()));
            prop_assert_eq!(shared.last_key(), plain.last_key_value().map(|(key, _)| key));
            prop_assert!(before.1.iter().eq(before.0.iter()), "the version before stays as it was");
            let found: Vec<_> =
                before.1.differences(&shared).into_iter().map(|(key, a, b)| (key, a.copied(), b.copied())).collect();
            prop_assert_eq!(found, plainly(&before.0, &plain));
            prop_assert_eq!(before.1 == shared, before.0 == plain);
            for (key, value) in plain {
                if let Some(place) = shared.get_mut(&key) {
                    *place = value.wrapping_add(1);
                }
                prop_assert_eq!(shared.get(&key), Some(&value.wrapping_add(1)));
            }
        }
    }

    #[test]
    fn a_change_copies_one_chunk_and_what_is_shared_is_not_looked_at() {
        let whole: SharedMap<u32, u32> = (0..20_000).map(|key| (key, key)).collect();
        let mut next = whole.clone();
        next.insert(9_000, 1);
        let copied = whole.chunks.iter().zip(next.chunks.iter()).filter(|(one, two)| !Arc::ptr_eq(one, two)).count();
        assert_eq!((copied, whole.chunks.len()), (1, next.chunks.len()));
        assert_eq!(whole.differences(&next), [(9_000, Some(&9_000), Some(&1))]);
        assert_eq!(whole.differences(&whole.clone()), []);
        // In order, chunks are full.
        assert!(whole.chunks.len() <= 20_000_usize.div_ceil(MOST));
    }
}
