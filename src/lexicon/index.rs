//! A fixed set of words, found by hash.

/// Words with what is known of each; the first of equal words stands.
#[derive(Debug)]
pub struct WordIndex<T> {
    words: Vec<(String, T)>,
    /// One more than the index of a word; 0 is empty. A power of two, at most half full.
    slots: Vec<u16>,
}

impl<T: Copy> WordIndex<T> {
    /// The index of `words`.
    pub fn new(mut words: Vec<(String, T)>) -> Self {
        words.truncate(usize::from(u16::MAX) - 1);
        let mut slots = vec![0u16; (words.len() * 2).next_power_of_two().max(16)];
        let mask = slots.len() - 1;
        for i in 0..words.len() {
            let mut at = hash(&words[i].0) & mask;
            while slots[at] != 0 && words[usize::from(slots[at]) - 1].0 != words[i].0 {
                at = (at + 1) & mask;
            }
            if slots[at] == 0 {
                slots[at] = i as u16 + 1;
            }
        }
        Self { words, slots }
    }

    /// What is known of `word`.
    pub fn get(&self, word: &str) -> Option<T> {
        let mask = self.slots.len() - 1;
        let mut at = hash(word) & mask;
        loop {
            match self.slots[at] {
                0 => return None,
                n => {
                    let (known, value) = &self.words[usize::from(n) - 1];
                    if known == word {
                        return Some(*value);
                    }
                }
            }
            at = (at + 1) & mask;
        }
    }
}

/// FNV-1a.
fn hash(word: &str) -> usize {
    word.bytes().fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_equal_words_stands() {
        let index = WordIndex::new(vec![("a".to_owned(), 1), ("b".to_owned(), 2), ("a".to_owned(), 3)]);
        assert_eq!((index.get("a"), index.get("b"), index.get("c")), (Some(1), Some(2), None));
    }
}
