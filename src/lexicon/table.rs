//! The hash table of all listed words and phrases, filled once when the engine starts.

use crate::lexicon::entry::Entry;

/// Keys have this many bits: enough that an unlisted phrase is mistaken for a listed one about once in two hundred times, mostly with no harm, for a
/// quarter less to load.
pub(super) const KEY_BITS: u32 = 25;

/// The key of a phrase hash.
pub(super) const fn key(phrase: u64) -> u32 {
    (phrase >> (64 - KEY_BITS)) as u32
}

/// Open addressing with linear probing; at most two thirds full.
#[derive(Debug, Default)]
pub(super) struct Table {
    keys: Vec<u32>,
    entries: Vec<Entry>,
    len: usize,
}

const EMPTY: u32 = u32::MAX;

impl Table {
    pub(super) fn with_capacity(entries: usize) -> Self {
        let slots = (entries * 3 / 2 + 8).next_power_of_two();
        Self { keys: vec![EMPTY; slots], entries: vec![Entry::default(); slots], len: 0 }
    }

    fn slot(&self, key: u32) -> usize {
        let mask = self.keys.len() - 1;
        let mut index = key.wrapping_mul(0x9e37_79b1) as usize >> 4 & mask;
        while self.keys[index] != key && self.keys[index] != EMPTY {
            index = (index + 1) & mask;
        }
        index
    }

    pub(super) fn get(&self, key: u32) -> Option<&Entry> {
        if self.keys.is_empty() {
            return None;
        }
        let index = self.slot(key);
        (self.keys[index] != EMPTY).then(|| &self.entries[index])
    }

    pub(super) fn entry(&mut self, key: u32) -> &mut Entry {
        if (self.len + 1) * 3 > self.keys.len() * 2 {
            self.grow();
        }
        let index = self.slot(key);
        if self.keys[index] == EMPTY {
            self.keys[index] = key;
            self.len += 1;
        }
        &mut self.entries[index]
    }

    fn grow(&mut self) {
        let mut larger = Self::with_capacity(self.keys.len().max(64));
        for (index, &key) in self.keys.iter().enumerate() {
            if key != EMPTY {
                *larger.entry(key) = self.entries[index];
            }
        }
        *self = larger;
    }
}
