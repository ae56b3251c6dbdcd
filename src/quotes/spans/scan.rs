//! Finds the marks of a paragraph and what their neighbors say of them; apostrophes and inch marks stay out.

use std::ops::Range;

use unicode_segmentation::GraphemeCursor;

use crate::lexicon::speech::elisions::ELISIONS;
use crate::text::{TextRange, TextSize, has_in_any_case};

use crate::quotes::spans::glyph::{Glyph, is_word};

/// Bytes that are looked at together.
const AT_A_TIME: usize = 8;
/// A tag of markup has no more bytes.
const LONGEST_TAG: usize = 400;
/// In a run of straight single marks no more are counted: each looks ahead.
const LONGEST_TICKS: usize = 64;
/// A word that begins with an apostrophe has no more bytes behind it.
const LONGEST_ELISION: usize = 6;

/// Prepositions and articles joined to a Hebrew word have fewer letters.
const HEBREW_STEM: usize = 3;

/// Which side of a quotation a mark looks to be on, by the characters around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lean {
    /// Space before, word after.
    Open,
    /// Word or full stop before, space after.
    Close,
    /// Both or neither.
    Either,
}

/// One mark in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Its first byte.
    pub(crate) at: TextSize,
    /// One past its last byte.
    pub(crate) end: TextSize,
    pub(crate) glyph: Glyph,
    pub(crate) lean: Lean,
    /// A digit stands before it: perhaps inches, feet, minutes.
    pub(crate) after_digit: bool,
    /// An `s` stands before it and a space after: perhaps a plural possessive.
    pub(crate) after_s: bool,
    /// Sentence punctuation stands before it: a quotation ends here rather than a possessive.
    pub(crate) after_stop: bool,
}

/// Whether a byte may begin a mark or a tag: every mark but the straight ones begins with one of four bytes in UTF-8.
const BEGINS: [bool; 256] = {
    let mut out = [false; 256];
    let bytes = [b'"', b'\'', b'`', b'<', b'>', 0xc2, 0xe2, 0xe3, 0xef];
    let mut index = 0;
    while index < bytes.len() {
        out[bytes[index] as usize] = true;
        index += 1;
    }
    out
};

/// Where the first byte stands that may begin a mark or a tag: eight bytes at a time, because every text is read so.
fn first(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        let (words, _) = bytes[at..].as_chunks::<AT_A_TIME>();
        at += AT_A_TIME * words.iter().take_while(|word| !may_begin(u64::from_le_bytes(**word))).count();
        let near = &bytes[at..bytes.len().min(at + AT_A_TIME)];
        if let Some(found) = near.iter().position(|&byte| BEGINS[usize::from(byte)]) {
            return Some(at + found);
        }
        at += near.len();
        if at == bytes.len() {
            return None;
        }
    }
}

/// Whether one of eight bytes may begin a mark or a tag, or is not ASCII.
const fn may_begin(word: u64) -> bool {
    const LOW: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    /// The high bit of the lowest byte that equals `byte`, and perhaps of some above it.
    const fn equal(word: u64, byte: u8) -> u64 {
        let x = word ^ (LOW * byte as u64);
        x.wrapping_sub(LOW) & !x
    }
    // `<` and `>` differ in one bit.
    let tag = equal(word & !(LOW * 2), b'<');
    (word | equal(word, b'"') | equal(word, b'\'') | equal(word, b'`') | tag) & HIGH != 0
}

/// The marks of one paragraph of `text`, appended to `out`.
pub(crate) fn scan(text: &str, paragraph: TextRange, out: &mut Vec<Mark>) {
    let bytes = text.as_bytes();
    let Range { start, end } = Range::from(paragraph);
    let mut at = start;
    let mut in_tag = false;
    while let Some(skipped) = first(&bytes[at..end]) {
        at += skipped;
        match bytes[at] {
            // Quotation marks within markup that was pasted along belong to its attributes.
            b'<' => {
                in_tag = bytes[at + 1..end].first().is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'/')
                    && bytes[at + 1..end.min(at + LONGEST_TAG)].contains(&b'>');
                at += 1;
                continue;
            }
            b'>' => {
                in_tag = false;
                at += 1;
                continue;
            }
            // Most marks are apostrophes within words.
            b'\'' | 0xe2 => {
                let apostrophe = ["'", "’"].into_iter().find(|mark| bytes[at..end].starts_with(mark.as_bytes()));
                let len = apostrophe.map_or(0, str::len);
                let word = |index: usize| bytes.get(index).is_some_and(u8::is_ascii_alphanumeric);
                if len > 0 && at > start && word(at - 1) && at + len < end && word(at + len) {
                    at += len;
                    continue;
                }
            }
            _ => {}
        }
        let character = char_at(text, at, end).unwrap_or(' ');
        let glyph = Glyph::of(character);
        let inner = glyph.is_some() && in_grapheme(text, at, at + character.len_utf8(), end);
        if in_tag || inner || (glyph.is_none() && !text[at..end].starts_with("``")) {
            at += character.len_utf8();
            continue;
        }
        let behind = at + character.len_utf8();
        let next = char_at(text, behind, end);
        at = match (glyph, next) {
            // Most marks stand alone.
            (Some(glyph), next) if next.is_none_or(|character| Glyph::of(character).is_none() && character != '`') => {
                let before = char_before(text, start, at);
                if !is_apostrophe(text, start, at, behind, end, before, next) {
                    out.push(mark(at..behind, glyph, lean(before, next), true, before, next));
                }
                behind
            }
            _ => run(text, start, at, end, out),
        };
    }
}

/// Whether a mark is part of a larger grapheme: a combining mark stands behind it, or what joins it stands before it.
fn in_grapheme(text: &str, at: usize, behind: usize, end: usize) -> bool {
    let border = |offset: usize| GraphemeCursor::new(offset, text.len(), true).is_boundary(text, 0).unwrap_or(true);
    let plain = |character: Option<char>| {
        character.is_none_or(|character| {
            character.is_ascii()
                || Glyph::of(character).is_some()
                || matches!(character, '\u{a0}'..='\u{2ff}' | '\u{2010}'..='\u{2027}')
        })
    };
    !plain(char_at(text, behind, end)) && !border(behind) || !plain(char_before(text, 0, at)) && !border(at)
}

/// Reads the run of adjacent marks that starts at `at`; returns where it ends.
fn run(text: &str, start: usize, at: usize, end: usize, out: &mut Vec<Mark>) -> usize {
    let stop = text[at..end]
        .char_indices()
        .find(|&(_, character)| Glyph::of(character).is_none() && character != '`')
        .map_or(end, |(index, _)| at + index);
    let (before, after) = (char_before(text, start, at), char_at(text, stop, end));
    let lean = lean(before, after);
    let mut index = at;
    while index < stop {
        let rest = &text[index..stop];
        let character = rest.chars().next().unwrap_or(' ');
        let singles = rest.bytes().take(LONGEST_TICKS).take_while(|&byte| byte == b'\'').count();
        let ticks = rest.starts_with("``")
            || singles == 2
            || (singles > 2 && (lean == Lean::Open || singles.is_multiple_of(2)));
        // "`` We lost , ''" in text that was cut into words: grave accents open.
        let lean = if rest.starts_with("``") && lean == Lean::Either { Lean::Open } else { lean };
        let (glyph, len) = if ticks { (Some(Glyph::Ticks), 2) } else { (Glyph::of(character), character.len_utf8()) };
        // What joins the last mark of a run makes it no mark.
        let inner = index + len == stop && in_grapheme(text, index, stop, end);
        // An apostrophe inside a word before another mark ("the boys’”) is left to the pairing.
        if let Some(glyph) = glyph.filter(|_| !inner) {
            out.push(mark(index..index + len, glyph, lean, index == at, before, after));
        }
        index += len;
    }
    stop
}

/// A mark, `first` of its run, which stands between two characters.
fn mark(range: Range<usize>, glyph: Glyph, lean: Lean, first: bool, before: Option<char>, after: Option<char>) -> Mark {
    let size = |offset| TextSize::new(u32::try_from(offset).expect("invariant: texts are far below 4 GiB"));
    let [at, end] = [range.start, range.end].map(size);
    Mark {
        at,
        end,
        glyph,
        lean,
        after_digit: first && before.is_some_and(|character| character.is_ascii_digit()),
        after_s: first && matches!(before, Some('s' | 'S')) && after == Some(' '),
        after_stop: matches!(before, Some('.' | ',' | '!' | '?' | '…' | ';' | ':')),
    }
}

/// The character at `at`, before `end`.
fn char_at(text: &str, at: usize, end: usize) -> Option<char> {
    match text.as_bytes()[..end].get(at) {
        Some(&byte) if byte.is_ascii() => Some(char::from(byte)),
        Some(_) => text[at..end].chars().next(),
        None => None,
    }
}

/// The character before `at`, behind `start`.
fn char_before(text: &str, start: usize, at: usize) -> Option<char> {
    match text.as_bytes()[start..at].last() {
        Some(&byte) if byte.is_ascii() => Some(char::from(byte)),
        Some(_) => text[start..at].chars().next_back(),
        None => None,
    }
}

/// What the neighbors of a run of marks say.
fn lean(before: Option<char>, after: Option<char>) -> Lean {
    let opens = before.is_none_or(|character| {
        character.is_whitespace()
            || is_opening(character)
            || is_dash(character)
            || matches!(character, '/' | '=' | '>' | '|' | '¿' | '¡')
    }) && after
        .is_some_and(|character| !character.is_whitespace() && !matches!(character, ')' | ']' | ',' | ';'));
    let closes = before.is_some_and(|character| !character.is_whitespace() && !is_opening(character))
        && after.is_none_or(|character| {
            character.is_whitespace()
                || is_dash(character)
                || matches!(character, '.' | ',' | ';' | ':' | '!' | '?' | '…' | ')' | ']' | '/' | '<' | '|')
        });
    match (opens, closes) {
        (true, false) => Lean::Open,
        (false, true) => Lean::Close,
        _ => Lean::Either,
    }
}

fn is_opening(character: char) -> bool {
    matches!(character, '(' | '[' | '{' | '¿' | '¡')
}

fn is_dash(character: char) -> bool {
    matches!(character, '—' | '–' | '―' | '-')
}

/// Whether a mark between these is the one that Hebrew writes before the last letter of an abbreviation (צה"ל), and not the
/// first of a quotation behind a preposition that is joined to it (ב"עיר הישנה").
fn shortens_hebrew(before: &str, after: &str) -> bool {
    let letters = |letter: &char| ('\u{05d0}'..='\u{05ea}').contains(letter);
    let stem = before.chars().rev().take(HEBREW_STEM).take_while(letters).count();
    let ending = after.chars().take(2).take_while(letters).count();
    stem > 0 && (ending == 1 || ending > 1 && stem == HEBREW_STEM)
}

/// Whether the lone mark at `at` cannot be a quotation mark: within a word, an elision, feet and inches.
fn is_apostrophe(
    text: &str,
    start: usize,
    at: usize,
    stop: usize,
    end: usize,
    before: Option<char>,
    after: Option<char>,
) -> bool {
    let mark = char_at(text, at, stop).unwrap_or(' ');
    let inside = before.is_some_and(is_word) && after.is_some_and(is_word);
    if matches!(mark, '"' | '”' | '″') {
        if inside && shortens_hebrew(&text[start..at], &text[stop..end]) {
            return true;
        }
        // 6'2" tall: the foot mark stands two or three bytes before.
        if !before.is_some_and(|character| character.is_ascii_digit() || matches!(character, '½' | '¼' | '¾')) {
            return false;
        }
        let feet = text[start..at].trim_end_matches(|character: char| {
            character.is_ascii_digit() || matches!(character, '.' | '½' | '¼' | '¾')
        });
        return feet.ends_with(['\'', '’', '′'])
            && feet.trim_end_matches(['\'', '’', '′']).ends_with(|character: char| character.is_ascii_digit());
    }
    if !matches!(mark, '\'' | '’' | '‘') {
        return false;
    }
    if inside {
        return true;
    }
    // rock 'n' roll: both marks.
    let tail = &text[start..at];
    if tail.ends_with(['n', 'N']) {
        let head = &tail[..tail.len() - 1];
        if head.ends_with(['\'', '’', '‘']) {
            return true;
        }
    }
    if before.is_none_or(|character| !is_word(character)) {
        let word = &text[stop..end];
        let len = word.find(|character: char| !is_word(character)).unwrap_or(word.len());
        let word = &word[..len];
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 2 && matches!(&word[2..], "" | "s") {
            // '90s and '08, but not ‘50 people’.
            let closed = text[stop + len..end].starts_with(['\'', '’']);
            return !closed && (mark != '‘' || &word[2..] == "s");
        }
        let lower = word.len() <= LONGEST_ELISION && has_in_any_case(ELISIONS, word);
        let closes = text[stop + len..end].starts_with(['\'', '’', ',']);
        return lower && (!closes || word.eq_ignore_ascii_case("n"));
    }
    // 5' and 30': feet and minutes, unless a quotation is open (the pairing decides by `after_digit`).
    false
}

#[cfg(test)]
mod tests {
    use super::{BEGINS, first};

    #[test]
    fn finds_the_first_byte_that_may_begin_a_mark_wherever_it_stands() {
        for mark in ["\"", "'", "`", "<", ">", "“", "«", "「", "＂", "", "é", "!", ";", "=", "#", "a", "\u{7f}", "&"]
        {
            for before in 0..20 {
                let text = format!("{}{mark}{}", "x;=é ".repeat(before), "abc \"".repeat(before));
                let expected = text.bytes().position(|byte| BEGINS[usize::from(byte)]);
                assert_eq!(first(text.as_bytes()), expected, "{text:?}");
            }
        }
    }
}
