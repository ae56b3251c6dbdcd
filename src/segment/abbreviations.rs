//! What a word with a full stop abbreviates, and whether the word behind it begins a sentence.

use crate::segment::lists::abbreviations::{ABBREVIATIONS, Abbreviation, LONGEST};
use crate::segment::lists::sentence_openers::SENTENCE_OPENERS;

/// What `word`, without its full stop, abbreviates, if anything.
pub(super) fn abbreviation(word: &str) -> Option<Abbreviation> {
    if word.len() > LONGEST || !word.is_ascii() {
        return None;
    }
    let mut lower = [0; LONGEST];
    for (to, from) in lower.iter_mut().zip(word.bytes()) {
        *to = from.to_ascii_lowercase();
    }
    let found = ABBREVIATIONS.binary_search_by(|(entry, ..)| entry.as_bytes().cmp(&lower[..word.len()])).ok()?;
    let (_, case, kind) = ABBREVIATIONS[found];
    (case == 'x' || word.as_bytes()[0].is_ascii_uppercase()).then_some(kind)
}

/// Whether `word` seldom is a name and often begins a sentence.
pub(super) fn begins_sentence(word: &str) -> bool {
    SENTENCE_OPENERS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::lists::abbreviations::Abbreviation::{Open, Title};

    #[test]
    fn the_lists_are_sorted_and_short() {
        assert!(SENTENCE_OPENERS.is_sorted());
        assert!(ABBREVIATIONS.is_sorted_by(|first, byte| first.0 < byte.0));
        assert_eq!(ABBREVIATIONS.iter().map(|(word, ..)| word.len()).max(), Some(LONGEST));
    }

    #[test]
    fn a_month_needs_its_capital() {
        assert_eq!(abbreviation("Mar"), Some(Open));
        assert_eq!(abbreviation("mar"), None);
        assert_eq!(abbreviation("MR"), Some(Title));
        assert_eq!(abbreviation("hour"), None);
        assert_eq!(abbreviation("überlang"), None);
    }
}
