//! Classes of characters, as bits that a word's scan collects.

/// A letter in lower case.
pub(super) const LOWER: u8 = 1;
/// A capital.
pub(super) const UPPER: u8 = 2;
/// A digit or other number.
pub(super) const DIGIT: u8 = 4;
/// A letter without case.
pub(super) const UNCASED: u8 = 8;
/// Continues the character before it: combining marks, joiners, variation selectors.
pub(super) const MARK: u8 = 16;
/// White space, controls and characters that show nothing.
pub(super) const SPACE: u8 = 32;
/// A letter or digit.
pub(super) const WORD: u8 = LOWER | UPPER | DIGIT | UNCASED;
/// A letter.
pub(super) const LETTER: u8 = LOWER | UPPER | UNCASED;

/// Classes of the ASCII characters; 0 for punctuation.
const ASCII: [u8; 128] = {
    let mut table = [0; 128];
    let mut b = 0;
    while b < 128 {
        table[b] = match b as u8 {
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => UPPER,
            b'0'..=b'9' => DIGIT,
            0..=b' ' | 127 => SPACE,
            _ => 0,
        };
        b += 1;
    }
    table
};

/// The class of the character at byte `at` and its length; `(0, 0)` at the end.
#[inline]
pub(super) fn at(text: &str, at: usize) -> (u8, usize) {
    match text.as_bytes().get(at) {
        None => (0, 0),
        Some(&byte) if byte < 128 => (ASCII[byte as usize], 1),
        Some(_) => text[at..].chars().next().map_or((0, 0), |character| (wide(character), character.len_utf8())),
    }
}

/// The character at byte `at`.
#[inline]
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        None => None,
        Some(&byte) if byte < 128 => Some(char::from(byte)),
        Some(_) => text[at..].chars().next(),
    }
}

/// The class of one character.
pub(super) fn of(character: char) -> u8 {
    if character.is_ascii() { ASCII[character as usize] } else { wide(character) }
}

fn wide(character: char) -> u8 {
    if is_mark(character) {
        MARK
    } else if is_apostrophe(character) {
        // Some shapes count as letters in Unicode; whether they belong to a word is for its scan to say.
        0
    } else if character.is_lowercase() {
        LOWER
    } else if character.is_uppercase() {
        UPPER
    } else if character.is_alphabetic() {
        UNCASED
    } else if character.is_numeric() {
        DIGIT
    } else if character.is_whitespace() || character.is_control() || is_blank(character) {
        SPACE
    } else {
        0
    }
}

/// Combining marks that are not alphabetic, joiners, variation selectors and skin tones, and the soft hyphen, which is
/// part of the word it stands in.
fn is_mark(character: char) -> bool {
    matches!(character,
        '\u{ad}'
        | '\u{300}'..='\u{36f}'
        | '\u{483}'..='\u{489}'
        | '\u{591}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{6d6}'..='\u{6dc}'
        | '\u{6df}'..='\u{6e4}'
        | '\u{6e7}'..='\u{6e8}'
        | '\u{6ea}'..='\u{6ed}'
        | '\u{93c}' | '\u{94d}' | '\u{9bc}' | '\u{9cd}' | '\u{a3c}' | '\u{a4d}' | '\u{abc}' | '\u{acd}'
        | '\u{b3c}' | '\u{b4d}' | '\u{bcd}' | '\u{c4d}' | '\u{cbc}' | '\u{ccd}' | '\u{d4d}' | '\u{dca}'
        | '\u{e47}'..='\u{e4e}'
        | '\u{eba}' | '\u{ec8}'..='\u{ece}'
        | '\u{f39}' | '\u{1037}' | '\u{1039}' | '\u{103a}' | '\u{17c9}'..='\u{17d3}'
        | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}'
        | '\u{200c}' | '\u{200d}'
        | '\u{20d0}'..='\u{20f0}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{fe20}'..='\u{fe2f}'
        | '\u{1f3fb}'..='\u{1f3ff}'
        | '\u{e0020}'..='\u{e007f}'
        | '\u{e0100}'..='\u{e01ef}')
}

/// Characters that show nothing and separate words: zero-width space, byte order mark, directional controls.
fn is_blank(character: char) -> bool {
    matches!(character, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206f}' | '\u{feff}')
}

/// Whether `c` can stand for an apostrophe within a word: every shape that keyboards, word processors and scanned text
/// give.
pub(super) fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | '‘' | '‛' | 'ʼ' | 'ʻ' | 'ʽ' | 'ʹ' | '′' | '´' | '`' | '＇')
}

/// Whether `c` is a quotation mark of some language, or an apostrophe, which may be one.
pub(super) fn is_quote_mark(character: char) -> bool {
    matches!(
        character,
        '"' | '“'
            | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '‚'
            | '「'
            | '」'
            | '『'
            | '』'
            | '〝'
            | '〞'
            | '〟'
            | '＂'
            | '″'
            | '❝'
            | '❞'
            | '❛'
            | '❜'
            | '⹂'
    ) || is_apostrophe(character)
}

/// Whether `c` joins the parts of a hyphenated word.
pub(super) fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '‐' | '‑')
}

/// Whether `c` belongs to a script written without spaces whose characters are words or near to it: each is a token.
pub(super) fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3134f}')
}
