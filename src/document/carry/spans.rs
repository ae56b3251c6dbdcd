//! From a span of the old text to the same words in the new one.

use crate::document::carry::align::Alignment;
use crate::document::carry::text::{Text, folded, is_quotation_mark, is_same_gap};
use crate::document::is_whole;
use crate::text::{TextRange, TextSize};

/// How many bytes of punctuation at its ends belong to a span.
const LONGEST_EDGE: usize = 64;
/// How many new words may stand between the kept words of a quote and its marks, for each word that it had.
const ADDED_FOR_EACH: usize = 2;
/// How many more.
const ADDED: usize = 8;
/// How often each word of the texts may be looked at: what spans that lie in one another by the thousand would ask
/// beyond that is not found.
const LOOKS: usize = 100;

/// A span in the new text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Placed {
    pub(crate) range: TextRange,
    /// Its words are not the same.
    pub(crate) changed: bool,
    /// It stands at another place than its neighbors.
    pub(crate) moved: bool,
}

/// Both texts and what is known of their words.
pub(crate) struct Carrier<'a> {
    pub(crate) old: Text<'a>,
    pub(crate) new: Text<'a>,
    pub(crate) alignment: Alignment,
    /// How many words may still be looked at.
    looks: usize,
}

impl<'a> Carrier<'a> {
    pub(crate) fn new(old: Text<'a>, new: Text<'a>, numbers: usize) -> Self {
        let alignment = Alignment::new(&old, &new, numbers);
        let looks = LOOKS * (old.words.len() + new.words.len() + 1);
        Self { old, new, alignment, looks }
    }

    /// Whether so many words more may be looked at.
    pub(crate) fn may_look(&mut self, words: usize) -> bool {
        let enough = self.looks >= words;
        self.looks = self.looks.saturating_sub(words);
        enough
    }

    /// The first new word of a row of old words, when all of them stand there in one row.
    fn row(&mut self, words: &std::ops::Range<usize>) -> Option<usize> {
        let first = self.alignment.to[words.clone().next()?]?;
        if !self.may_look(words.len()) {
            return None;
        }
        let same = words.clone().zip(first..).all(|(one, other)| self.alignment.to[one] == Some(other));
        same.then_some(first)
    }

    /// A span that keeps its words to the letter, with the marks between them.
    pub(crate) fn exact(&mut self, range: TextRange) -> Option<Placed> {
        let words = self.old.words_in(range);
        let first = self.row(&words)?;
        let last = words.end - 1;
        let mut inner = (words.start..last).zip(first..);
        if !inner.all(|(one, other)| is_same_gap(self.old.gap(one), self.new.gap(other))) {
            return None;
        }
        let start = self.start(range, words.start, first, Edge::Same)?;
        let end = self.end(range, last, first + words.len() - 1, Edge::Same)?;
        let placed = whole(&self.new, start, end)?;
        Some(Placed { range: placed, changed: false, moved: self.alignment.moved[words.start] })
    }

    /// A part of a quote: the same words with whatever marks, or what is left of them.
    pub(crate) fn part(&mut self, range: TextRange) -> Option<Placed> {
        let words = self.old.words_in(range);
        if let Some(first) = self.row(&words) {
            let last = words.end - 1;
            let start = self.start(range, words.start, first, Edge::Mark)?;
            let end = self.end(range, last, first + words.len() - 1, Edge::Mark)?;
            let placed = whole(&self.new, start, end)?;
            return Some(Placed { range: placed, changed: false, moved: self.alignment.moved[words.start] });
        }
        self.edited(range)
    }

    /// A part of a quote whose words were edited: from its first word that is left to its last, or to its marks.
    fn edited(&mut self, range: TextRange) -> Option<Placed> {
        let words = self.old.words_in(range);
        if words.is_empty() || !self.may_look(words.len()) {
            return None;
        }
        let kept: Vec<(usize, usize)> =
            words.clone().filter_map(|word| Some((word, self.alignment.to[word]?))).collect();
        let (&first, &last) = (kept.first()?, kept.last()?);
        let in_order = kept.windows(2).all(|pair| pair[0].1 < pair[1].1);
        if !in_order || 2 * kept.len() < words.len() || !self.may_look(last.1 - first.1) {
            return None;
        }
        let foreign = |word: usize| self.alignment.from[word].is_some_and(|one| !words.contains(&one));
        let paragraph = self.new.paragraphs[self.new.paragraph_of(first.1)].clone();
        if !paragraph.contains(&last.1) || (first.1..last.1).any(foreign) {
            return None;
        }
        let most = ADDED_FOR_EACH * words.len() + ADDED;
        let start = if first.0 == words.start {
            self.start(range, first.0, first.1, Edge::Mark)
        } else {
            self.opening(range, words.start, first.1, paragraph.start, most)
        }?;
        let end = if last.0 + 1 == words.end {
            self.end(range, last.0, last.1, Edge::Mark)
        } else {
            self.closing(range, words.end - 1, last.1, paragraph.end, most)
        }?;
        let placed = whole(&self.new, start, end)?;
        let length = self.new.words_in(placed).len();
        let enough = 2 * kept.len() >= length;
        enough.then_some(Placed { range: placed, changed: true, moved: self.alignment.moved[first.0] })
    }

    /// The opening mark before a new word, where the old span began with one; only words of nobody lie between.
    fn opening(&mut self, range: TextRange, was: usize, word: usize, border: usize, most: usize) -> Option<TextSize> {
        let lead = lead(&self.old, range, was)?;
        if !lead.contains(is_quotation_mark) || !self.may_look(most) {
            return None;
        }
        for at in (border.max(word.saturating_sub(most))..=word).rev() {
            let gap_start = if at == border { self.paragraph_start(at) } else { self.new.words[at - 1].end() };
            let gap = self.new.slice(TextRange::new(gap_start, self.new.words[at].start()));
            if !is_apostrophe(gap)
                && let Some(mark) = last_mark(gap)
            {
                return Some(gap_start + TextSize::of(&gap[..mark]));
            }
            if at == border || self.alignment.from[at - 1].is_some() {
                return None;
            }
        }
        None
    }

    /// The closing mark behind a new word, where the old span ended with one.
    fn closing(&mut self, range: TextRange, was: usize, word: usize, border: usize, most: usize) -> Option<TextSize> {
        let tail = tail(&self.old, range, was)?;
        if !tail.contains(is_quotation_mark) || !self.may_look(most) {
            return None;
        }
        for at in word..border.min(word + most) {
            let gap_end = if at + 1 == border { self.paragraph_end(at) } else { self.new.words[at + 1].start() };
            let from = self.new.words[at].end();
            let gap = self.new.slice(TextRange::new(from, gap_end));
            if !is_apostrophe(gap)
                && let Some(mark) = first_mark(gap)
            {
                return Some(from + TextSize::of(&gap[..mark]));
            }
            if at + 1 == border || self.alignment.from[at + 1].is_some() {
                return None;
            }
        }
        None
    }

    fn paragraph_start(&self, word: usize) -> TextSize {
        self.new.source().paragraphs()[self.new.paragraph_of(word)].start()
    }

    fn paragraph_end(&self, word: usize) -> TextSize {
        self.new.source().paragraphs()[self.new.paragraph_of(word)].end()
    }

    /// Where a span begins whose first word, `was`, is now `word`.
    fn start(&self, range: TextRange, was: usize, word: usize, edge: Edge) -> Option<TextSize> {
        let at = self.new.words[word].start();
        let Some(lead) = lead(&self.old, range, was) else {
            return Some(at + (range.start() - self.old.words[was].start()));
        };
        let before = self.new.before(at);
        if let Some(length) = matched(lead.chars().rev(), before.chars().rev()) {
            return Some(at - TextSize::new(length));
        }
        if edge == Edge::Same {
            return None;
        }
        let gap_start = if word == 0 { 0 } else { self.new.words[word - 1].end().index() };
        let line = before[gap_start..].rfind('\n').map_or(gap_start, |line| gap_start + line + 1);
        let gap = &before[line..];
        let mark = last_mark(gap).filter(|_| lead.contains(is_quotation_mark) && !is_apostrophe(gap));
        Some(mark.map_or(at, |mark| TextSize::of(&before[..line + mark])))
    }

    /// Where a span ends whose last word, `was`, is now `word`.
    fn end(&self, range: TextRange, was: usize, word: usize, edge: Edge) -> Option<TextSize> {
        let at = self.new.words[word].end();
        let Some(tail) = tail(&self.old, range, was) else {
            return Some(self.new.words[word].start() + (range.end() - self.old.words[was].start()));
        };
        let after = self.new.after(at);
        if let Some(length) = matched(tail.chars(), after.chars()) {
            return Some(at + TextSize::new(length));
        }
        if edge == Edge::Same {
            return None;
        }
        let gap_end = self.new.words.get(word + 1).map_or(after.len(), |next| (next.start() - at).index());
        let gap = after[..gap_end].split('\n').next().unwrap_or_default();
        let mark = first_mark(gap).filter(|_| tail.contains(is_quotation_mark) && !is_apostrophe(gap));
        Some(mark.map_or(at, |mark| at + TextSize::of(&gap[..mark])))
    }
}

/// What must be the same at the ends of a span.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    /// All punctuation.
    Same,
    /// That there are quotation marks.
    Mark,
}

/// What a span has before its first word; none where it begins within that word.
fn lead<'a>(old: &Text<'a>, range: TextRange, first: usize) -> Option<&'a str> {
    let word = old.words[first];
    (range.start() <= word.start()).then(|| edge(old.slice(TextRange::new(range.start(), word.start())), true))
}

/// What a span has behind its last word; none where it ends within that word.
fn tail<'a>(old: &Text<'a>, range: TextRange, last: usize) -> Option<&'a str> {
    let word = old.words[last];
    (word.end() <= range.end()).then(|| edge(old.slice(TextRange::new(word.end(), range.end())), false))
}

/// The part of an edge next to the word, where it is very long.
fn edge(all: &str, last: bool) -> &str {
    if all.len() <= LONGEST_EDGE {
        all.trim()
    } else if last {
        all[all.ceil_char_boundary(all.len() - LONGEST_EDGE)..].trim()
    } else {
        all[..all.floor_char_boundary(LONGEST_EDGE)].trim()
    }
}

/// How many bytes of `text` spell `wanted`, whatever the white space and the form of the marks.
fn matched(wanted: impl Iterator<Item = char>, mut text: impl Iterator<Item = char>) -> Option<u32> {
    let mut length = 0;
    for wanted in wanted.filter(|character| !character.is_whitespace()) {
        loop {
            let character = text.next().filter(|&character| character != '\n')?;
            length += TextSize::of(character.encode_utf8(&mut [0; 4])).get();
            if !character.is_whitespace() {
                if folded(character) != folded(wanted) {
                    return None;
                }
                break;
            }
        }
    }
    Some(length)
}

/// Whether a gap within a word: "O’Neill", "Tokayev’s".
fn is_apostrophe(gap: &str) -> bool {
    let mut marks = gap.chars();
    marks.next().is_some_and(|mark| folded(mark) == '\'') && marks.next().is_none()
}

/// Where the last quotation mark of a gap begins.
fn last_mark(gap: &str) -> Option<usize> {
    gap.rfind(is_quotation_mark)
}

/// Where the first quotation mark of a gap ends.
fn first_mark(gap: &str) -> Option<usize> {
    gap.char_indices().find(|&(_, mark)| is_quotation_mark(mark)).map(|(at, mark)| at + mark.len_utf8())
}

/// The range, if it is one.
fn whole(new: &Text, start: TextSize, end: TextSize) -> Option<TextRange> {
    (start < end).then(|| TextRange::new(start, end)).filter(|&range| is_whole(new.source(), range))
}
