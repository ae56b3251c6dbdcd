//! A fixed set of words, found by hash.

/// Words with what is known of each; the first of equal words stands.
#[derive(Debug)]
pub struct WordIndex<T> {
    words: Vec<(Box<str>, T)>,
    /// The upper half of a key's hash, so that few others are compared, and one more than its index; 0 is empty. A power
    /// of two, at most half full.
    slots: Vec<u32>,
}

impl<T> WordIndex<T> {
    /// The index of `words`.
    pub fn new(words: impl IntoIterator<Item = (String, T)>) -> Self {
        let words = words.into_iter().take(usize::from(u16::MAX) - 1);
        let words: Vec<_> = words.map(|(word, value)| (word.into_boxed_str(), value)).collect();
        let slots = vec![0; (words.len() * 2).next_power_of_two().max(16)];
        let mut out = Self { words, slots };
        for index in 0..out.words.len() {
            let at = out.slot(out.words[index].0.as_bytes());
            if out.slots[at] == 0 {
                out.slots[at] = tag(Key::of(out.words[index].0.as_bytes()).hash()) | (index as u32 + 1);
            }
        }
        out
    }

    /// What is known of `word`.
    pub fn get(&self, word: &str) -> Option<&T> {
        self.at(self.slot(word.as_bytes()))
    }

    /// All words, as they were given; of equal ones the first stands.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.words.iter().map(|(word, value)| (&**word, value))
    }

    fn at(&self, slot: usize) -> Option<&T> {
        let word = (self.slots[slot] & INDEX).checked_sub(1)?;
        Some(&self.words[word as usize].1)
    }

    /// The slot of `word`, or the empty one where it would stand.
    fn slot(&self, word: &[u8]) -> usize {
        let key = Key::of(word);
        let hash = key.hash();
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = self.slots[at];
            let index = (slot & INDEX) as usize;
            if slot == 0 || (slot & !INDEX == tag(hash) && self.words[index - 1].0.as_bytes() == word) {
                return at;
            }
            at = (at + 1) & mask;
        }
    }
}

/// The bits of a slot that hold an index.
const INDEX: u32 = 0xffff;

/// The bits of a slot that hold some of the hash.
const fn tag(hash: u64) -> u32 {
    (hash >> 32) as u32 & !INDEX
}

/// The length, the first and the last letters of a word: read without a loop over the letters.
#[derive(Clone, Copy)]
struct Key {
    head: u64,
    tail: u64,
    len: u32,
}

impl Key {
    fn of(bytes: &[u8]) -> Self {
        let (head, tail) = match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
            (Some(head), Some(tail)) => (u64::from_le_bytes(*head), u64::from_le_bytes(*tail)),
            _ => match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
                (Some(head), Some(tail)) => (u32::from_le_bytes(*head).into(), u32::from_le_bytes(*tail).into()),
                _ => match bytes {
                    [] => (0, 0),
                    [one] => (u64::from(*one), 0),
                    [first, .., last] => (u64::from(*first), u64::from(bytes[1]) << 8 | u64::from(*last)),
                },
            },
        };
        Self { head, tail, len: bytes.len() as u32 }
    }

    const fn hash(self) -> u64 {
        let mixed = (self.head ^ self.len as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mixed = (mixed ^ (mixed >> 32) ^ self.tail).wrapping_mul(0xd6e8_feb8_6659_fd93);
        mixed ^ (mixed >> 29)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_equal_words_stands() {
        let index = WordIndex::new([("a".to_owned(), 1), ("b".to_owned(), 2), ("a".to_owned(), 3)]);
        assert_eq!((index.get("a"), index.get("b"), index.get("c")), (Some(&1), Some(&2), None));
    }

    #[test]
    fn words_of_any_length_are_told_apart() {
        let words = ["", "a", "it", "its", "item", "items", "spokesman", "a spokesman said so", "a spokesman says so"];
        let index = WordIndex::new(words.iter().enumerate().map(|(at, w)| ((*w).to_owned(), at)));
        for (at, word) in words.iter().enumerate() {
            assert_eq!(index.get(word), Some(&at), "{word}");
        }
        assert_eq!((index.get("Item"), index.get("i"), index.get("aspokesman")), (None, None, None));
    }
}
