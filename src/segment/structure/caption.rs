//! What stands below a picture, told by its last words: who took it.

use crate::segment::chars::{self, LOWER, UPPER};
use crate::segment::structure::line::Line;
use crate::segment::structure::phrases;

/// A longer line is no caption.
const LONGEST: usize = 700;
/// A credit is no longer than this, in bytes and words.
const CREDIT: usize = 100;
const WORDS: usize = 9;

/// Whether the line ends with the name of a photographer or an agency ("… in Lyon. (Ana Díaz/AFP)", "… Photo: dpa").
pub(super) fn is_caption(line: &Line<'_>) -> bool {
    let text = line.text;
    if text.len() > LONGEST || line.words < 2 {
        return false;
    }
    let tail = &text[text.ceil_char_boundary(text.len().saturating_sub(CREDIT))..];
    in_brackets(tail) || behind_mark(tail) || behind_stop(tail)
}

/// "(Ana Díaz/The Paper)", "(AP Photo)", "[Photo: Ana Díaz]".
fn in_brackets(tail: &str) -> bool {
    let Some(inner) = tail.strip_suffix([')', ']']) else { return false };
    let Some(open) = inner.rfind(['(', '[']) else { return false };
    let credit = &inner[open + 1..];
    let marked = || phrases::credits(&credit.to_lowercase()).any(|(start, _)| start == 0);
    is_names(credit) && (is_shared(credit) || marked())
}

/// "… Credit: Ana Díaz", "… Photo by Ana Díaz".
fn behind_mark(tail: &str) -> bool {
    let lower = tail.to_lowercase();
    // A letter that changes its length in lower case would move all that follows.
    lower.len() == tail.len() && phrases::credits(&lower).any(|(_, end)| is_names(&tail[end..]))
}

/// "… in Lyon. Ana Díaz/AFP", "… in Lyon | Getty Images".
fn behind_stop(tail: &str) -> bool {
    let Some(at) = tail.rfind(['.', '|', '©']) else { return false };
    let credit = tail[at..].trim_start_matches(['.', '|', '©']).trim_start();
    at > 0 && credit.starts_with(char::is_alphabetic) && is_shared(credit) && is_names(credit)
}

/// Two names with a slash between them.
fn is_shared(credit: &str) -> bool {
    credit.split_once('/').is_some_and(|(before, after)| before.ends_with(char::is_alphanumeric) && !after.is_empty())
}

/// Words with capitals and little else.
fn is_names(credit: &str) -> bool {
    let words: Vec<_> = credit
        .split([' ', '/', ',', '\u{a0}'])
        .filter(|word| word.contains(char::is_alphanumeric))
        .take(WORDS)
        .collect();
    let small = words.iter().filter(|word| word.chars().next().is_some_and(|first| chars::of(first) & LOWER != 0));
    let capital = |word: &&str| word.chars().any(|character| chars::of(character) & UPPER != 0);
    !words.is_empty()
        && words.len() < WORDS
        && small.count() * 3 <= words.len()
        && words.iter().any(capital)
        && !credit.trim_end().ends_with(['.', '!', '?', '”', '"'])
}
