//! Finds words in a text, nearest to a place, many times over: by a table of where each few bytes of the text stand, so
//! that what is not there costs no walk through the text.

/// Bytes that are looked up together; words of fewer bytes have a table of their own.
const LONGEST: usize = 4;
/// Bits of the number under which the bytes are kept.
const BITS: u32 = 16;
/// So many grams of the words are compared for the one that is rarest.
const LOOKED_AT: usize = 64;
/// On each side of the place so many occurrences of that gram are looked at. Only a text that says the same again and
/// again has more, and there something near is found.
const TRIED: usize = 2048;

/// Where the grams of one length stand.
#[derive(Debug)]
struct Table {
    /// For each number where its positions begin in `positions`; one more at the end.
    starts: Vec<u32>,
    /// Positions in the text, those of a number in order.
    positions: Vec<u32>,
}

impl Table {
    fn new(text: &[u8], length: usize) -> Self {
        let mut starts = vec![0_u32; (1 << BITS) + 1];
        for gram in text.windows(length) {
            starts[number(gram) + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut positions = vec![0; text.len().saturating_sub(length - 1)];
        for (at, gram) in text.windows(length).enumerate() {
            let slot = &mut next[number(gram)];
            positions[*slot as usize] = at as u32;
            *slot += 1;
        }
        Self { starts, positions }
    }

    fn of(&self, gram: &[u8]) -> &[u32] {
        let number = number(gram);
        &self.positions[self.starts[number] as usize..self.starts[number + 1] as usize]
    }
}

/// A number for some bytes; different ones may share it (multiplicative hashing after Knuth).
fn number(gram: &[u8]) -> usize {
    let all = gram.iter().fold(0_u32, |all, &byte| all << 8 | u32::from(byte));
    (all.wrapping_mul(0x9e37_79b1) >> (u32::BITS - BITS)) as usize
}

/// The grams of one text.
#[derive(Debug)]
pub(super) struct Grams<'a> {
    text: &'a str,
    /// By the length of the grams; made when first asked for.
    tables: [Option<Table>; LONGEST],
}

impl<'a> Grams<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, tables: [None, None, None, None] }
    }

    /// Where `words` stand nearest to `place`: before it, or from it on; among equally near ones before it.
    pub(super) fn nearest(&mut self, words: &str, place: usize) -> Option<usize> {
        let (text, words) = (self.text.as_bytes(), words.as_bytes());
        let length = words.len().min(LONGEST);
        let table = self.tables[length.checked_sub(1)?].get_or_insert_with(|| Table::new(text, length));
        let grams = words.windows(length).take(LOOKED_AT).enumerate();
        let (offset, positions) = grams.map(|(at, gram)| (at, table.of(gram))).min_by_key(|(_, all)| all.len())?;
        let stands = |&at: &usize| text[at..].starts_with(words);
        let starts = |from: usize| positions.partition_point(|&at| (at as usize) < from + offset);
        let start = |&at: &u32| (at as usize).checked_sub(offset);
        let after = positions[starts(place)..].iter().take(TRIED).filter_map(start).find(stands);
        let last = (place + 1).checked_sub(words.len());
        let before =
            last.and_then(|last| positions[..starts(last)].iter().rev().take(TRIED).filter_map(start).find(stands));
        match (before, after) {
            (Some(before), Some(after)) if place - before > after - place => Some(after),
            (before, after) => before.or(after),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same by walking through the text.
    fn walked(text: &str, words: &str, place: usize) -> Option<usize> {
        let before = text[..place].rfind(words);
        let after = text[place..].find(words).map(|at| at + place);
        match (before, after) {
            (Some(before), Some(after)) if place - before > after - place => Some(after),
            (before, after) => before.or(after),
        }
    }

    #[test]
    fn the_nearest_is_the_one_a_walk_finds() {
        let text = "Ana met Ben; Ben saw Anastasia and a man. Díaz, Zoë 🙂, Ana! aaaa abab aaab";
        let mut grams = Grams::new(text);
        for words in
            ["Ana", "Ben", "a", "an", "aa", "aaa", "aaaa", "aaab", "Díaz", "🙂", "Zoë 🙂", "man. D", "Carl", "x", text]
        {
            for (place, _) in text.char_indices().chain([(text.len(), ' ')]) {
                assert_eq!(grams.nearest(words, place), walked(text, words, place), "{words} at {place}");
            }
        }
    }

    #[test]
    fn an_empty_text_holds_nothing() {
        assert_eq!(Grams::new("").nearest("Ana", 0), None);
        assert_eq!(Grams::new("Ana").nearest("", 0), None);
    }
}
