//! Determiners: articles, quantifiers, number words.

use crate::text::words;

/// Articles.
pub(crate) const ARTICLES: &[&str] = words!("the a an");
/// Articles and pronouns that stand before a word that is no name: "the Kingdom", "our River".
pub(crate) const BEFORE_NO_NAME: &[&str] = words!("the this our a");
/// Determiners that stand before common nouns, and not before first names.
pub(crate) const DEFINITE: &[&str] = words!("the this");
/// Determiners that may stand for people.
pub(crate) const QUANTIFIERS: &[&str] = words!("some many most few several both all another one");
/// Numbers that count as determiners.
pub(crate) const SMALL_NUMBERS: &[&str] = words!("two three four five");
/// Numbers and fractions that do not.
pub(crate) const LARGER_NUMBERS: &[&str] = words!("six seven eight nine ten half quarter third thirds quarters");
/// Numbers that a clock or thermometer shows, too.
const READINGS: &[&str] = words!("one eleven twelve twenty thirty forty fifty sixty zero minus");
/// Short answers: "said no", "said nothing".
const ANSWERS: &[&str] = words!("no yes nothing none");
/// Further determiners.
pub(crate) const OTHERS: &[&str] = words!("each every no other any");
/// What begins the words for somebody not named before.
const INDEFINITE: &[&str] = words!("a an one another");

/// Whether `word` may count people.
pub(crate) fn counts_people(word: &str) -> bool {
    SMALL_NUMBERS.contains(&word) || LARGER_NUMBERS.contains(&word)
}

/// Whether `word` is a number that a clock or thermometer may show.
pub(crate) fn is_reading(word: &str) -> bool {
    counts_people(word) || READINGS.contains(&word)
}

/// Whether `word` is a short answer, or begins one.
pub(crate) fn is_answer(word: &str) -> bool {
    ANSWERS.contains(&word)
}

/// Whether `word` begins the words for somebody not named before: "a minister".
pub(crate) fn is_indefinite(word: &str) -> bool {
    crate::text::has_capitalized(INDEFINITE, word)
}
