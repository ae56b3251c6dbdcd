//! What the words of a quote look like from outside.

use super::marks::Marked;

/// So many words say something whatever they look like; more are not counted.
const MANY: u32 = 13;

/// What the words of a quote look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    /// Words in it, as far as they are counted.
    pub(super) words: u32,
    /// Begins with a capital (or dots, a bracket).
    pub(super) capital: bool,
    /// The punctuation it ends with, inside the closing mark or right behind it.
    pub(super) last: char,
    /// Every word of four letters and more has a capital.
    pub(super) title: bool,
}

impl Shape {
    pub(super) fn of(text: &str, quote: &Marked) -> Self {
        let first = std::ops::Range::from(quote.parts[0]);
        let end = quote.end() as usize;
        let last = std::ops::Range::from(quote.parts[quote.parts.len() - 1]);
        let mark = |c: char| super::glyphs::Glyph::of(c).is_some() || c.is_whitespace() || c == '`';
        let inner = text[first].trim_start_matches(mark);
        let capital = inner.starts_with(|c: char| {
            c.is_uppercase() || c.is_numeric() || matches!(c, '…' | '[' | '.' | '¿' | '¡' | '$' | '—' | '-')
        }) || inner.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase());
        let mut ends = text[last].trim_end_matches(mark).chars().next_back().unwrap_or(' ');
        if ends.is_alphanumeric() || ends == ')' {
            ends = text[end..]
                .chars()
                .next()
                .filter(|c| matches!(c, ',' | '.' | '?' | '!'))
                .map_or(ends, |c| if c == '.' { ends } else { c });
        }
        let (words, title) = count(text, quote);
        Self { words, capital, last: ends, title }
    }

    /// A whole utterance rather than a fragment.
    pub(super) fn is_whole(self) -> bool {
        self.capital
            && (matches!(self.last, '.' | ',' | '?' | '!' | '…' | '—' | '–' | '-' | ';' | ':' | '。')
                || self.words >= MANY)
    }
}

/// How many words there are, as far as they are counted, and whether each of four letters and more has a capital.
fn count(text: &str, quote: &Marked) -> (u32, bool) {
    let (mut words, mut title) = (0, true);
    for part in quote.parts.iter().take(3) {
        let part = &text[std::ops::Range::from(*part)];
        for word in part.split_ascii_whitespace().flat_map(pieces).take(400) {
            let Some(first) = word.find(|c: char| c.is_alphanumeric()) else { continue };
            words += 1;
            if title && word[first..].starts_with(char::is_lowercase) {
                let letters = word[first..].trim_end_matches(|c: char| !c.is_alphanumeric());
                title = letters.chars().count() < 4;
            }
            if words >= MANY && !title {
                return (words, title);
            }
        }
    }
    (words, title)
}

/// What stands between the spaces that are not ASCII: mostly the word itself.
fn pieces(word: &str) -> impl Iterator<Item = &str> {
    let ascii = word.is_ascii();
    let others = (!ascii).then(|| word.split_whitespace()).into_iter().flatten();
    ascii.then_some(word).into_iter().chain(others)
}
