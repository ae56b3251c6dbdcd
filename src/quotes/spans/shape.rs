//! What the words of a quote look like from outside.

use crate::quotes::spans::glyph::is_word;
use crate::quotes::spans::pairing::Marked;

/// So many words say something whatever they look like; more are not counted.
const MANY: u32 = 13;

/// The words of no more parts are counted.
const PARTS_COUNTED: usize = 3;
/// Of a part no more words are looked at.
const WORDS_SEEN: usize = 400;
/// Words of more letters than these have a capital in titles.
const SHORT_WORD: usize = 3;

/// What the words of a quote look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shape {
    /// Words in it, as far as they are counted.
    pub(crate) words: u32,
    /// Begins with a capital (or dots, a bracket).
    pub(crate) capital: bool,
    /// The punctuation it ends with, inside the closing mark or right behind it.
    pub(crate) last: char,
    /// Every word of four letters and more has a capital.
    pub(crate) title: bool,
}

impl Shape {
    pub(crate) fn of(text: &str, quote: &Marked) -> Self {
        let first = std::ops::Range::from(quote.parts[0]);
        let end = quote.parts[quote.parts.len() - 1].end().index();
        let last = std::ops::Range::from(quote.parts[quote.parts.len() - 1]);
        let mark = |character: char| {
            crate::quotes::spans::glyph::Glyph::of(character).is_some() || character.is_whitespace() || character == '`'
        };
        let inner = text[first].trim_start_matches(mark);
        let capital =
            inner.starts_with(|character: char| {
                character.is_uppercase()
                    || character.is_numeric()
                    || matches!(character, '…' | '[' | '.' | '¿' | '¡' | '$' | '—' | '-')
            }) || inner.chars().next().is_some_and(|character| character.is_alphabetic() && !character.is_lowercase());
        let mut ends = text[last].trim_end_matches(mark).chars().next_back().unwrap_or(' ');
        if is_word(ends) || ends == ')' {
            ends = text[end..]
                .chars()
                .next()
                .filter(|character| matches!(character, ',' | '.' | '?' | '!'))
                .map_or(ends, |character| if character == '.' { ends } else { character });
        }
        let (words, title) = count(text, quote);
        Self { words, capital, last: ends, title }
    }

    /// A whole utterance rather than a fragment.
    pub(crate) fn is_whole(self) -> bool {
        self.capital
            && (matches!(self.last, '.' | ',' | '?' | '!' | '…' | '—' | '–' | '-' | ';' | ':' | '。')
                || self.words >= MANY)
    }
}

/// How many words there are, as far as they are counted, and whether each of four letters and more has a capital.
fn count(text: &str, quote: &Marked) -> (u32, bool) {
    let (mut words, mut title) = (0, true);
    for part in quote.parts.iter().take(PARTS_COUNTED) {
        let part = &text[std::ops::Range::from(*part)];
        let mut add = |word: Word| {
            words += u32::from(word != Word::None);
            title &= word != Word::Small;
            words >= MANY && !title
        };
        let bytes = part.as_bytes();
        let mut at = 0;
        for _ in 0..WORDS_SEEN {
            let start = at + bytes[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            if start == bytes.len() {
                break;
            }
            let mut ascii = true;
            at = start;
            while let Some(byte) = bytes.get(at).filter(|byte| !byte.is_ascii_whitespace()) {
                ascii &= byte.is_ascii();
                at += 1;
            }
            let enough = if ascii {
                add(Word::of_ascii(&bytes[start..at]))
            } else {
                // What stands between the spaces that are not ASCII: mostly the word itself.
                part[start..at].split_whitespace().any(|word| add(Word::of(word)))
            };
            if enough {
                return (words, title);
            }
        }
    }
    (words, title)
}

/// What counts of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    /// No letter or digit.
    None,
    /// Four letters and more, the first small.
    Small,
    /// Any other.
    Other,
}

impl Word {
    fn of(word: &str) -> Self {
        let Some(first) = word.find(is_word) else { return Self::None };
        let word = &word[first..];
        if !word.starts_with(char::is_lowercase) {
            return Self::Other;
        }
        let letters = word.trim_end_matches(|character: char| !is_word(character));
        if letters.chars().nth(SHORT_WORD).is_some() { Self::Small } else { Self::Other }
    }

    /// The same of a word in ASCII.
    fn of_ascii(word: &[u8]) -> Self {
        let Some(first) = word.iter().position(u8::is_ascii_alphanumeric) else { return Self::None };
        let word = &word[first..];
        let small = word[0].is_ascii_lowercase() && word.iter().skip(SHORT_WORD).any(u8::is_ascii_alphanumeric);
        if small { Self::Small } else { Self::Other }
    }
}

#[cfg(test)]
mod tests {
    use super::Word;

    #[test]
    fn words_in_ascii_count_as_all_others() {
        let table = [
            ("--", Word::None),
            ("", Word::None),
            ("the", Word::Other),
            ("the,\"", Word::Other),
            ("them", Word::Small),
            ("(them)", Word::Small),
            ("o'er", Word::Small),
            ("it's!", Word::Small),
            ("Them", Word::Other),
            ("24th", Word::Other),
        ];
        for (word, expected) in table {
            assert_eq!((Word::of_ascii(word.as_bytes()), Word::of(word)), (expected, expected), "{word}");
        }
        for (word, expected) in
            [("été", Word::Other), ("était", Word::Small), ("“était”", Word::Small), ("”", Word::None)]
        {
            assert_eq!(Word::of(word), expected, "{word}");
        }
    }
}
