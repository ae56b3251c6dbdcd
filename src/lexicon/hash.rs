//! Hashes of words and phrases, equal on every target. Case and the form of the apostrophe do not count.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map whose keys are hashes of words or phrases, taken as they are.
pub type ByHash<T> = HashMap<u64, T, BuildHasherDefault<Given>>;

/// Hashes a hash as itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Given(u64);

impl Hasher for Given {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = mix(self.0 ^ u64::from(byte));
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

const PRIME: u64 = 0x0000_0100_0000_01b3;
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// Spreads the bits of `h` (a bijection on 64 bits).
pub const fn mix(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    let hash = (hash ^ (hash >> 29)).wrapping_mul(GOLDEN);
    hash ^ (hash >> 32)
}

const START: u64 = 0xcbf2_9ce4_8422_2325;

const fn next(hash: u64, unit: u64) -> u64 {
    (hash ^ unit).wrapping_mul(PRIME)
}

/// Hash of a word as written, letter by letter.
pub fn exact_hash(word: &str) -> u64 {
    let mut hash = START;
    for &byte in word.as_bytes() {
        if byte >= 0x80 {
            return mix(word.chars().fold(START, |h, character| next(h, u64::from(u32::from(character)))));
        }
        hash = next(hash, u64::from(byte));
    }
    mix(hash)
}

/// Hash of a word without regard to case.
pub fn word_hash(word: &str) -> u64 {
    let mut hash = START;
    for &byte in word.as_bytes() {
        if byte >= 0x80 {
            return mix(word
                .chars()
                .flat_map(fold)
                .fold(START, |h, character| next(h, u64::from(u32::from(character)))));
        }
        hash = next(hash, u64::from(byte.to_ascii_lowercase()));
    }
    mix(hash)
}

/// The lower case of `c`, with one form of apostrophe.
pub fn fold(character: char) -> impl Iterator<Item = char> {
    let character = if matches!(character, '’' | 'ʼ') { '\'' } else { character };
    character.to_lowercase()
}

/// Extends the hash of a phrase (0 for the empty one) by a word's hash.
pub const fn extend(phrase: u64, word: u64) -> u64 {
    mix(phrase.rotate_left(23) ^ word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_apostrophes_do_not_count() {
        assert_eq!(word_hash("ASTANA"), word_hash("Astana"));
        assert_eq!(word_hash("O’Neill"), word_hash("o'neill"));
        assert_eq!(word_hash("ÁLVAREZ"), word_hash("álvarez"));
        assert_ne!(word_hash("Astana"), word_hash("Almaty"));
        assert_ne!(exact_hash("Astana"), exact_hash("ASTANA"));
    }

    #[test]
    fn order_counts_in_a_phrase() {
        let (first, byte) = (word_hash("new"), word_hash("york"));
        assert_ne!(extend(extend(0, first), byte), extend(extend(0, byte), first));
    }
}
