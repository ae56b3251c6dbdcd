//! Words: letters and digits with the hyphens, apostrophes and full stops that belong to them.

use crate::segment::abbreviations::abbreviation;
use crate::segment::chars::{self, DIGIT, LETTER, LOWER, MARK, UNCASED, UPPER, WORD};
use crate::segment::lists::abbreviations::{Abbreviation, MIXED, MIXED_LONGEST};

/// In [`Word::classes`]: a capital that is neither the first letter nor the first after an apostrophe.
pub(super) const INNER_UPPER: u8 = 64;
/// In [`Word::classes`]: a single capital, perhaps with a full stop.
pub(super) const SINGLE: u8 = 128;

/// A scanned word.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) end: usize,
    /// The end of its first run of letters and digits.
    pub(super) first_run: usize,
    /// Classes of all its characters.
    pub(super) classes: u8,
}

/// The word at `start`, which holds a letter or digit.
pub(super) fn word(text: &str, start: usize) -> Word {
    let (first, first_len) = chars::at(text, start);
    if first & UPPER != 0
        && let Some(len) = mixed(text, start)
    {
        let end = start + len + usize::from(text[start + len..].starts_with('.'));
        return Word { end, first_run: start + first_len, classes: UPPER | LOWER | INNER_UPPER };
    }
    if first & LETTER != 0
        && text.as_bytes().get(start + first_len) == Some(&b'.')
        && let Some(end) = dotted(text, start)
    {
        let classes = if first & UPPER != 0 { UPPER } else { LOWER };
        return Word { end, first_run: start + first_len, classes };
    }
    let mut at = start;
    let mut classes = run(text, &mut at, true);
    let first_run = at;
    loop {
        let before = at;
        classes |= joined(text, start, &mut at, classes);
        if at == before {
            break;
        }
    }
    let single = at == start + first_len && first & UPPER != 0;
    if single {
        classes |= SINGLE;
    }
    if text.as_bytes().get(at) == Some(&b'.') && keeps_stop(text, start, at, single) {
        at += 1;
    }
    Word { end: at, first_run, classes }
}

/// The length of an abbreviation of one word and a part of another ("Ph.D", "W.Va") that begins at `start`.
fn mixed(text: &str, start: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[start..];
    let stop = bytes.iter().take(MIXED_LONGEST).position(|&byte| byte == b'.')?;
    // Most words have no letter behind their full stop.
    if !bytes.get(stop + 1).is_some_and(u8::is_ascii_uppercase) {
        return None;
    }
    let known = MIXED.iter().find(|word| bytes.starts_with(word.as_bytes()))?;
    (chars::at(text, start + known.len()).0 & (WORD | MARK) == 0).then_some(known.len())
}

/// Moves `at` over letters, digits and their marks and gives their classes; `head` when it starts a word or follows its
/// apostrophe, so that a capital there is not an inner one.
fn run(text: &str, at: &mut usize, head: bool) -> u8 {
    let mut classes = 0;
    let mut head = head;
    loop {
        let (class, len) = chars::at(text, *at);
        if class & (WORD | MARK) == 0 {
            return classes;
        }
        if class & UNCASED != 0 && chars::char_at(text, *at).is_some_and(chars::is_ideograph) {
            return classes;
        }
        classes |= class | if class & UPPER != 0 && !head { INNER_UPPER } else { 0 };
        head = false;
        *at += len;
    }
}

/// Moves `at` over one joint (hyphen, apostrophe, separator of digits) and the run behind it, if they belong to the word
/// that started at `start`; gives the classes of what was added.
fn joined(text: &str, start: usize, at: &mut usize, classes: u8) -> u8 {
    let Some(joint) = chars::char_at(text, *at) else { return 0 };
    let next = *at + joint.len_utf8();
    let class = chars::at(text, next).0;
    if class & WORD == 0 {
        return 0;
    }
    let belongs = match joint {
        '.' | ',' | ':' | '/' => class & DIGIT != 0 && ends_in_digit(text, *at) && classes & LETTER == 0,
        '&' => classes & (LOWER | DIGIT) == 0 && classes & UPPER != 0 && class & UPPER != 0,
        '·' => class & LETTER != 0 && classes & LETTER != 0,
        character if chars::is_hyphen(character) => hyphenated(text, next, classes, class),
        character if chars::is_apostrophe(character) => {
            class & LETTER != 0 && clitic(text, *at, character.len_utf8()).is_none()
        }
        _ => false,
    };
    // A word of digits alone never takes an apostrophe in ("the 1990's" is a clitic, "5'10" is two numbers).
    if !belongs || chars::is_apostrophe(joint) && text[start..*at].bytes().all(|byte| byte.is_ascii_digit()) {
        return 0;
    }
    *at = next;
    let head = chars::is_apostrophe(joint) || joint == '&';
    run(text, at, head)
}

/// Whether the part at `next`, whose first character has `class`, belongs to the word with `classes` before the hyphen:
/// it does when neither has a capital, and behind capitals when it is a number ("COVID-19").
fn hyphenated(text: &str, next: usize, classes: u8, class: u8) -> bool {
    if classes & UPPER != 0 {
        return classes & (LOWER | DIGIT) == 0 && class & DIGIT != 0;
    }
    if classes & LETTER == 0 && class & DIGIT != 0 {
        return false;
    }
    let mut end = next;
    run(text, &mut end, false) & UPPER == 0
}

fn ends_in_digit(text: &str, at: usize) -> bool {
    text.as_bytes()[..at].last().is_some_and(u8::is_ascii_digit)
}

/// The end of the short ending that starts with the apostrophe at `start` and is a token of its own: 's, 're, 've, 'll,
/// 'd, 'm (with the 't of "don't" the word stays whole).
pub(super) fn clitic(text: &str, start: usize, apostrophe: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let from = start + apostrophe;
    let letters = bytes.get(from..).unwrap_or_default();
    let count = letters.iter().take(3).take_while(|byte| byte.is_ascii_alphabetic()).count();
    let known = match count {
        1 => matches!(letters[0] | 32, b's' | b'd' | b'm'),
        2 => matches!((letters[0] | 32, letters[1] | 32), (b'r' | b'v', b'e') | (b'l', b'l')),
        _ => false,
    };
    // Behind a word only, and not the first letters of a longer one.
    let after_word =
        text[..start].chars().next_back().is_some_and(|character| chars::of(character) & (WORD | MARK) != 0);
    let (class, _) = chars::at(text, from + count);
    let whole = class & (WORD | MARK) == 0 && !continues(text, from + count);
    (known && after_word && whole).then_some(from + count)
}

/// Whether an apostrophe and a letter follow, as in "L'd'A": then it is a name, not an ending.
fn continues(text: &str, at: usize) -> bool {
    chars::char_at(text, at).is_some_and(|character| {
        chars::is_apostrophe(character) && chars::at(text, at + character.len_utf8()).0 & LETTER != 0
    })
}

/// The end of an acronym with full stops ("U.S.", "a.m.", "U.S" without the last one), of two letters or more.
fn dotted(text: &str, start: usize) -> Option<usize> {
    let mut at = start;
    let mut letters = 0;
    loop {
        let (class, len) = chars::at(text, at);
        let after = chars::at(text, at + len).0;
        if class & LETTER == 0 || after & (WORD | MARK) != 0 {
            break;
        }
        letters += 1;
        if text.as_bytes().get(at + len) != Some(&b'.') {
            at += len;
            break;
        }
        at += len + 1;
    }
    (letters >= 2).then_some(at)
}

/// Whether the full stop at `stop` belongs to the word before it.
fn keeps_stop(text: &str, start: usize, stop: usize, single: bool) -> bool {
    let bytes = text.as_bytes();
    let word = &text[start..stop];
    if bytes.get(stop + 1) == Some(&b'.') {
        return false;
    }
    if word.as_bytes().contains(&b'\'') {
        return false;
    }
    match abbreviation(word) {
        // "P. 12", but also "George P. Bushell".
        Some(Abbreviation::BeforeNumber) => {
            next_word_class(text, stop + 1) & if single { DIGIT | LETTER } else { DIGIT } != 0
        }
        Some(_) => true,
        // An initial, unless it is the last word of the paragraph or of a quote.
        None => single && next_word_class(text, stop + 1) & LETTER != 0,
    }
}

/// The class of the first character after at most two spaces or a comma.
fn next_word_class(text: &str, at: usize) -> u8 {
    let skip = text[at..].chars().take(2).take_while(|character| matches!(character, ' ' | '\u{a0}' | '\u{202f}'));
    chars::at(text, at + skip.map(char::len_utf8).sum::<usize>()).0
}
