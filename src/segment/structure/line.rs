//! One line of a pasted article and what can be seen of it at a glance.

use crate::segment::chars::{self, DIGIT, LETTER, LOWER, UPPER, WORD};

/// A line longer than this many bytes is running text and looked at no further.
pub(super) const LONG: usize = 240;

/// A line longer than this many bytes is a paragraph, however it ends.
const PARAGRAPH: usize = 400;

/// What the rules ask of a line.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    /// Without white space at both ends.
    pub(super) text: &'a str,
    /// Words between white space; counted up to 30.
    pub(super) words: usize,
    /// A blank line, or nothing, stands before it.
    pub(super) gap_before: bool,
}

impl<'a> Line<'a> {
    pub(super) fn new(text: &'a str, gap_before: bool) -> Self {
        let text = text.trim();
        let words = if text.len() > LONG { 30 } else { text.split_whitespace().take(30).count() };
        Self { text, words, gap_before }
    }

    /// Short enough for anything but running text.
    pub(super) fn is_short(&self) -> bool {
        self.text.len() <= LONG
    }

    /// Running text: a full sentence or more.
    pub(super) fn is_prose(&self) -> bool {
        !self.is_short() || self.words >= 25 || self.words >= 8 && self.ends_sentence()
    }

    /// Ends in a full stop or the like, perhaps with closing marks behind it.
    pub(super) fn ends_sentence(&self) -> bool {
        self.last()
            .is_some_and(|character| matches!(character, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।' | '۔'))
    }

    /// Ends in dots, outside of quotation marks: the page has cut the text there.
    pub(super) fn is_cut(&self) -> bool {
        let core = self.text.trim_end_matches([' ', ']', ')']);
        core.ends_with("...") || core.ends_with('…')
    }

    /// Ends as a paragraph ends rather than as a title or a text that was cut.
    pub(super) fn is_whole(&self) -> bool {
        self.text.len() > PARAGRAPH || !self.is_cut() && (self.ends_sentence() || self.text.ends_with([':', ';', ',']))
    }

    /// Ends in a full stop.
    pub(super) fn ends_in_stop(&self) -> bool {
        self.last().is_some_and(|character| matches!(character, '.' | '…' | '。' | '।' | '۔'))
            && !self.ends_in_acronym()
    }

    /// "… leaves the U.S." may be a headline.
    fn ends_in_acronym(&self) -> bool {
        let bytes = self.text.as_bytes();
        matches!(bytes, [.., b'.', byte, b'.'] if byte.is_ascii_uppercase())
    }

    /// The last character, closing quotation marks and brackets left out.
    pub(super) fn last(&self) -> Option<char> {
        self.text
            .trim_end_matches(|character: char| chars::is_quote_mark(character) || matches!(character, ')' | ']'))
            .chars()
            .next_back()
    }

    /// The class bits of the first letter or digit.
    pub(super) fn first_class(&self) -> u8 {
        self.text.chars().map(chars::of).find(|character| character & WORD != 0).unwrap_or(0)
    }

    /// Starts with a capital, a digit or a letter without case.
    pub(super) fn starts_like_title(&self) -> bool {
        self.first_class() & (WORD & !LOWER) != 0
    }

    /// Starts with a bullet or a number with a full stop or bracket.
    pub(super) fn is_item(&self) -> bool {
        let mut rest = self.text.chars();
        match rest.next() {
            Some('•' | '·' | '◦' | '▪' | '■' | '●' | '*' | '‣' | '–' | '—' | '-') => true,
            Some(character) if character.is_ascii_digit() => {
                let mut rest = rest.skip_while(char::is_ascii_digit);
                matches!(rest.next(), Some('.' | ')'))
                    && !rest.next().is_some_and(|character| character.is_ascii_digit())
            }
            _ => false,
        }
    }

    /// "Name: words", as in interviews and transcripts.
    pub(super) fn is_turn(&self) -> bool {
        let Some((name, words)) = self.text.split_once([':', '：']) else { return false };
        !words.trim().is_empty()
            && name.split_whitespace().count() <= 5
            && name.chars().next().is_some_and(|character| chars::of(character) & UPPER != 0)
    }

    /// Starts with a quotation mark.
    pub(super) fn starts_quoted(&self) -> bool {
        self.text.chars().next().is_some_and(chars::is_quote_mark)
    }

    /// Holds a letter or a digit.
    pub(super) fn has_word(&self) -> bool {
        self.first_class() != 0
    }

    /// All letters that have case are capitals, and there are some.
    pub(super) fn is_upper(&self) -> bool {
        let classes = self.text.chars().map(chars::of).fold(0, |all, character| all | character);
        classes & UPPER != 0 && classes & LOWER == 0
    }

    /// Holds a digit.
    pub(super) fn has_digit(&self) -> bool {
        self.text.chars().any(|character| chars::of(character) & DIGIT != 0)
    }

    /// The line in lower case, without the symbols around it, white space as single spaces: the form of the tables.
    pub(super) fn key(&self) -> String {
        key(self.text)
    }
}

/// `text` in the form of the tables.
pub(super) fn key(text: &str) -> String {
    let core = text.trim_matches(|character: char| chars::of(character) & (LETTER | DIGIT) == 0);
    let mut out = String::with_capacity(core.len());
    for word in core.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        for character in word.chars() {
            match character {
                _ if character.is_ascii() => out.push(character.to_ascii_lowercase()),
                '’' => out.push('\''),
                _ => out.extend(character.to_lowercase()),
            }
        }
    }
    out
}
