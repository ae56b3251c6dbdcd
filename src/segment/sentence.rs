//! Sentence boundaries within one paragraph.

use std::ops::Range;

use crate::segment::abbreviations::{abbreviation, begins_sentence};
use crate::segment::chars::{self, UPPER};
use crate::segment::lists::abbreviations::Abbreviation;
use crate::segment::lists::speech_verbs::SPEECH_VERBS;
use crate::segment::segmentation::Sentence;
use crate::segment::token::{Token, TokenKind};
use crate::text::TextRange;

/// Appends the sentences of one paragraph, whose tokens are `range` of `tokens`.
pub(super) fn split(text: &str, tokens: &[Token], range: Range<u32>, sentences: &mut Vec<Sentence>) {
    let reader = Reader { text, tokens: &tokens[..range.end as usize] };
    let mut start = range.start as usize;
    let mut at = start;
    while at < range.end as usize {
        let end = reader.boundary(at).unwrap_or(at + 1);
        if reader.ends_at(at, end) && !reader.is_number(start, end) {
            reader.push(start, end, sentences);
            start = end;
        }
        at = end;
    }
    if start < range.end as usize {
        reader.push(start, range.end as usize, sentences);
    }
}

/// Appends one sentence of all of `range`, if it has a token.
pub(super) fn whole(tokens: &[Token], range: Range<u32>, sentences: &mut Vec<Sentence>) {
    if let [first, .., last] | [first @ last] = &tokens[range.start as usize..range.end as usize] {
        sentences.push(Sentence { range: first.range.cover(last.range), tokens: range });
    }
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl Reader<'_> {
    fn str(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |token| &self.text[Range::from(token.range)])
    }

    fn push(&self, start: usize, end: usize, sentences: &mut Vec<Sentence>) {
        let range = self.tokens[start].range.cover(self.tokens[end - 1].range);
        sentences
            .push(Sentence { range: TextRange::new(range.start(), range.end()), tokens: start as u32..end as u32 });
    }

    /// Whether tokens `start..end` are the number of a list's item ("3.").
    fn is_number(&self, start: usize, end: usize) -> bool {
        let first = start == 0 || self.text[self.tokens[start - 1].range.end().index()..].starts_with('\n');
        first && end == start + 2 && self.tokens[start].kind == TokenKind::Number && self.str(start).len() <= 3
    }

    /// If token `at` may end a sentence, the index behind the closing marks that belong to it.
    fn boundary(&self, at: usize) -> Option<usize> {
        let token = self.tokens[at];
        let bytes = self.text[Range::from(token.range)].as_bytes();
        let ends = match token.kind {
            TokenKind::Punctuation => match bytes[0] {
                b'.' | b'!' | b'?' => true,
                byte if byte.is_ascii() => false,
                _ => matches!(self.str(at), "…" | "。" | "！" | "？" | "؟" | "۔" | "।" | "॥" | "‼" | "⁇" | "⁉" | "．"),
            },
            kind => kind.is_word() && bytes.len() > 1 && bytes.last() == Some(&b'.'),
        };
        if !ends {
            return None;
        }
        let mut end = at + 1;
        while self.tokens.get(end).is_some_and(|t| !t.spaced) && self.closes(end) {
            end += 1;
        }
        Some(end)
    }

    /// Whether the token, which stands directly behind a full stop or the like, belongs to the same sentence.
    fn closes(&self, index: usize) -> bool {
        match self.tokens[index].kind {
            // A mark that stands directly before a word opens, unless the word is a closing one's neighbor without space.
            TokenKind::QuoteMark => {
                !matches!(self.str(index), "“" | "„" | "‘" | "«" | "「" | "『")
                    || self.tokens.get(index + 1).is_none_or(|next| next.spaced)
            }
            TokenKind::Punctuation => {
                matches!(self.str(index).as_bytes()[0], b')' | b']' | b'!' | b'?' | b'.')
                    || matches!(self.str(index), "…" | "！" | "？" | "）")
            }
            _ => false,
        }
    }

    /// Whether the sentence whose last tokens are `at..end` is over there.
    fn ends_at(&self, at: usize, end: usize) -> bool {
        let Some(next) = self.tokens.get(end) else { return false };
        let token = self.tokens[at];
        let terminator = token.kind == TokenKind::Punctuation;
        let stop = self.str(at);
        if end == at + 1 && !terminator && !self.is_stopped_word(at) {
            return false;
        }
        if terminator && self.boundary(at).is_none() {
            return false;
        }
        // Scripts that write no space after the full stop; elsewhere only "end.The" is worth a boundary.
        let wide = terminator && !stop.is_ascii() && stop != "…";
        if !next.spaced && !wide {
            return terminator
                && stop == "."
                && end == at + 1
                && next.kind == TokenKind::Capitalized
                && at > 0
                && self.tokens[at - 1].kind == TokenKind::Lower;
        }
        if !self.can_begin(end) {
            return false;
        }
        if !terminator {
            return self.abbreviation_ends(at, end);
        }
        // “Why?” Tokayev asked. is one sentence.
        let quoted = end > at + 1 && self.tokens[end - 1].kind == TokenKind::QuoteMark;
        !(quoted && stop != "." && self.speech_follows(end))
    }

    /// A word that brought its own full stop.
    fn is_stopped_word(&self, index: usize) -> bool {
        let word = self.str(index);
        self.tokens[index].kind.is_word() && word.len() > 1 && word.ends_with('.')
    }

    /// Whether a sentence can begin with token `i`.
    fn can_begin(&self, index: usize) -> bool {
        let token = self.tokens[index];
        match token.kind {
            TokenKind::Lower => {
                self.str(index).starts_with(['i', 'e'])
                    && self.str(index).chars().nth(1).is_some_and(|character| chars::of(character) & UPPER != 0)
            }
            TokenKind::Punctuation => {
                let character = chars::char_at(self.text, token.range.start().index()).unwrap_or(' ');
                match character {
                    '(' | '[' | '¿' | '¡' | '$' | '€' | '£' | '•' => true,
                    '-' | '–' | '—' | '*' | '…' | '.' => {
                        self.tokens.get(index + 1).is_some_and(|t| t.kind != TokenKind::Lower && t.kind.is_word())
                    }
                    _ => character > '\u{2000}',
                }
            }
            TokenKind::QuoteMark => self.tokens.get(index + 1).is_some_and(|t| t.kind != TokenKind::Lower || !t.spaced),
            _ => true,
        }
    }

    /// Whether an abbreviation or initial that is followed by what can begin a sentence ends its own.
    fn abbreviation_ends(&self, at: usize, next: usize) -> bool {
        let word = self.str(at).trim_end_matches('.');
        // A closing bracket or quotation mark behind it: as after any other full stop.
        if next > at + 1 {
            return abbreviation(word) != Some(Abbreviation::Title);
        }
        let starter = begins_sentence(self.str(next));
        match abbreviation(word) {
            // An initial: "P. The road", "George P. Bushell".
            Some(Abbreviation::BeforeNumber) if word.len() == 1 && word.starts_with(char::is_uppercase) => starter,
            Some(Abbreviation::Title | Abbreviation::BeforeNumber) => false,
            Some(Abbreviation::Open) => starter || self.tokens[next].kind == TokenKind::QuoteMark,
            None => starter,
        }
    }

    /// Whether a speech verb stands among the next words, before any other punctuation: then the quote before it is
    /// part of their sentence.
    fn speech_follows(&self, from: usize) -> bool {
        for index in from..(from + 5).min(self.tokens.len()) {
            match self.tokens[index].kind {
                TokenKind::Lower if SPEECH_VERBS.contains(&self.str(index)) => return true,
                TokenKind::Punctuation | TokenKind::QuoteMark => return false,
                _ => {}
            }
        }
        false
    }
}
