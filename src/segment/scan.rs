//! The scanner: one pass over the bytes of a paragraph.

use unicode_segmentation::GraphemeCursor;

use crate::segment::address::{self, Addresses};
use crate::segment::chars::{self, DIGIT, LETTER, LOWER, MARK, SPACE, UNCASED, UPPER, WORD};
use crate::segment::token::{Token, TokenKind};
use crate::segment::word;
use crate::text::TextRange;

/// Appends the tokens of the paragraph `text`, which starts at byte `base` of the source.
pub(super) fn scan(text: &str, base: u32, tokens: &mut Vec<Token>) {
    let bytes = text.as_bytes();
    let mut addresses = Addresses::new(text);
    let mut at = 0;
    let mut spaced = true;
    while at < bytes.len() {
        let (class, len) = chars::at(text, at);
        if class & SPACE != 0 {
            spaced = true;
            at += len;
            continue;
        }
        let (end, kind) = if class & WORD != 0 {
            word_token(text, at, spaced, &mut addresses)
        } else {
            symbol(text, at, len, spaced)
        };
        let end = whole(text, end);
        tokens.push(Token { range: TextRange::at(base + at as u32, base + end as u32), kind, spaced });
        at = end;
        spaced = false;
    }
}

/// `end`, or where the grapheme ends that reaches over it: "U.S." before a combining mark. Only what is not ASCII may.
fn whole(text: &str, end: usize) -> usize {
    match text.as_bytes().get(end) {
        Some(byte) if !byte.is_ascii() => grapheme_end(text, end),
        _ => end,
    }
}

/// The first border of graphemes at or behind `at`. Most characters there are quotation marks and dashes.
fn grapheme_end(text: &str, at: usize) -> usize {
    let mut end = at;
    while let Some(character) = chars::char_at(text, end) {
        let apart = matches!(character, '\u{2010}'..='\u{2027}' | '\u{a0}'..='\u{bf}' | '\u{1f1e6}'..='\u{1f1ff}');
        if apart || GraphemeCursor::new(end, text.len(), true).is_boundary(text, 0).unwrap_or(true) {
            break;
        }
        end += character.len_utf8();
    }
    end
}

/// End and kind of the token whose first character is a letter or digit.
fn word_token(text: &str, start: usize, spaced: bool, addresses: &mut Addresses) -> (usize, TokenKind) {
    if !text.as_bytes()[start].is_ascii()
        && let Some(character) = chars::char_at(text, start)
        && chars::is_ideograph(character)
    {
        return (with_marks(text, start + character.len_utf8()), TokenKind::Uncased);
    }
    let found = word::word(text, start);
    // Only a word that starts after a space or bracket can start an address; "/" and "@" within one do not restart it.
    if (spaced || start == 0 || !text.as_bytes()[start - 1].is_ascii_alphanumeric())
        && let Some(end) = addresses.end(text, start, found.first_run)
    {
        return (end, TokenKind::Address);
    }
    (found.end, kind(text, start, found.classes))
}

/// The kind of a word from its first character and the classes of all.
fn kind(text: &str, start: usize, classes: u8) -> TokenKind {
    let first = chars::at(text, start).0;
    if classes & UPPER == 0 {
        return if first & DIGIT != 0 {
            TokenKind::Number
        } else if classes & LOWER != 0 || classes & UNCASED == 0 {
            TokenKind::Lower
        } else {
            TokenKind::Uncased
        };
    }
    if classes & DIGIT != 0 {
        TokenKind::Mixed
    } else if classes & word::SINGLE != 0 {
        TokenKind::Capitalized
    } else if classes & LOWER == 0 {
        TokenKind::Upper
    } else if first & UPPER != 0 && classes & word::INNER_UPPER == 0 {
        TokenKind::Capitalized
    } else {
        TokenKind::Mixed
    }
}

/// End and kind of the token whose first character is neither space, letter nor digit.
fn symbol(text: &str, start: usize, len: usize, spaced: bool) -> (usize, TokenKind) {
    let bytes = text.as_bytes();
    let Some(character) = chars::char_at(text, start) else { return (start + len, TokenKind::Punctuation) };
    if matches!(character, '@' | '#')
        && let Some(end) = address::handle(text, start)
    {
        return (end, TokenKind::Address);
    }
    if chars::is_apostrophe(character)
        && !spaced
        && let Some(end) = word::clitic(text, start, len)
    {
        return (end, TokenKind::Lower);
    }
    let mut end = start + len;
    if matches!(character, '.' | '-' | '`' | '\'' | '=' | '*' | '_' | '~') {
        while bytes.get(end) == Some(&bytes[start]) {
            end += 1;
        }
    } else if !character.is_ascii() {
        end = emoji(text, character, end);
    }
    end = with_marks(text, end);
    (end, if chars::is_quote_mark(character) { TokenKind::QuoteMark } else { TokenKind::Punctuation })
}

/// The end of the combining marks and joiners at `at`.
fn with_marks(text: &str, mut at: usize) -> usize {
    loop {
        let (class, len) = chars::at(text, at);
        if class & MARK == 0 {
            return at;
        }
        at += len;
    }
}

/// The end of an emoji that consists of several characters: joined by zero-width joiners, or a flag's two letters.
fn emoji(text: &str, first: char, mut end: usize) -> usize {
    let flag = |character: char| ('\u{1f1e6}'..='\u{1f1ff}').contains(&character);
    if flag(first) {
        return end + chars::char_at(text, end).filter(|&character| flag(character)).map_or(0, char::len_utf8);
    }
    if first < '\u{2000}' {
        return end;
    }
    loop {
        let marks = with_marks(text, end);
        let joined = text[end..marks].ends_with('\u{200d}');
        end = marks;
        match chars::char_at(text, end) {
            Some(character) if joined && character > '\u{2000}' && chars::of(character) & (LETTER | SPACE) == 0 => {
                end += character.len_utf8();
            }
            _ => return end,
        }
    }
}
