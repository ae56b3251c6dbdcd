//! A text as its words: what two versions of a text are compared by.

use std::collections::BTreeMap;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::document::words::occurrences::is_unspaced;
use crate::document::words::snap::is_trimmed;
use crate::text::{Source, TextRange, TextSize};

/// Numbers for words: the same bytes, the same number.
#[derive(Default)]
pub(crate) struct Numbers<'a>(BTreeMap<&'a str, u32>);

impl<'a> Numbers<'a> {
    fn of(&mut self, word: &'a str) -> u32 {
        let next = u32::try_from(self.0.len()).expect("invariant: texts are far below 4 GiB");
        *self.0.entry(word).or_insert(next)
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }
}

/// One version of a text. White space and punctuation stand between its words.
pub(crate) struct Text<'a> {
    source: &'a Source,
    /// In order and disjoint; each is whole graphemes.
    pub(crate) words: Vec<TextRange>,
    /// The number of each word.
    pub(crate) ids: Vec<u32>,
    /// The words of each paragraph of the source: at least one. A line of punctuation is one word.
    pub(crate) paragraphs: Vec<Range<usize>>,
}

impl<'a> Text<'a> {
    pub(crate) fn new(source: &'a Source, numbers: &mut Numbers<'a>) -> Self {
        let mut text = Self { source, words: Vec::new(), ids: Vec::new(), paragraphs: Vec::new() };
        for &paragraph in source.paragraphs() {
            let first = text.words.len();
            split(source.slice(paragraph), paragraph.start(), &mut text.words);
            text.paragraphs.push(first..text.words.len());
        }
        text.ids = text.words.iter().map(|&word| numbers.of(source.slice(word))).collect();
        text
    }

    /// All of it.
    pub(crate) fn text(&self) -> &'a str {
        self.source.text()
    }

    /// What stands before `at`.
    pub(crate) fn before(&self, at: TextSize) -> &'a str {
        &self.text()[..at.index()]
    }

    /// What stands from `at` on.
    pub(crate) fn after(&self, at: TextSize) -> &'a str {
        &self.text()[at.index()..]
    }

    pub(crate) fn slice(&self, range: TextRange) -> &'a str {
        self.source.slice(range)
    }

    pub(crate) fn source(&self) -> &'a Source {
        self.source
    }

    /// The words that share a byte with `range`.
    pub(crate) fn words_in(&self, range: TextRange) -> Range<usize> {
        let first = self.words.partition_point(|word| word.end() <= range.start());
        let end = self.words.partition_point(|word| word.start() < range.end());
        first..end.max(first)
    }

    /// The paragraph of a word.
    pub(crate) fn paragraph_of(&self, word: usize) -> usize {
        self.paragraphs.partition_point(|words| words.end <= word)
    }

    /// What stands between a word and the next one.
    pub(crate) fn gap(&self, word: usize) -> &'a str {
        self.slice(TextRange::new(self.words[word].end(), self.words[word + 1].start()))
    }
}

/// What a grapheme is to the comparison.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece {
    /// Part of a longer word.
    Letter,
    /// A word by itself.
    Word,
    /// Stands between words.
    Mark,
    Blank,
}

fn piece(grapheme: &str) -> Piece {
    let first = grapheme.chars().next().unwrap_or(' ');
    if grapheme.chars().all(char::is_whitespace) {
        Piece::Blank
    } else if first.is_alphanumeric() {
        if is_unspaced(first) { Piece::Word } else { Piece::Letter }
    } else if grapheme.chars().all(is_trimmed) {
        Piece::Mark
    } else {
        Piece::Word
    }
}

/// Adds the words of a paragraph that starts at `at`.
fn split(paragraph: &str, at: TextSize, words: &mut Vec<TextRange>) {
    let before = words.len();
    let mut open: Option<TextSize> = None;
    let mut whole: Option<TextRange> = None;
    let mut start = at;
    for grapheme in paragraph.graphemes(true) {
        let range = TextRange::new(start, start + TextSize::of(grapheme));
        let piece = piece(grapheme);
        if piece != Piece::Letter
            && let Some(from) = open.take()
        {
            words.push(TextRange::new(from, start));
        }
        match piece {
            Piece::Letter => open = open.or(Some(start)),
            Piece::Word => words.push(range),
            Piece::Mark | Piece::Blank => {}
        }
        if piece != Piece::Blank {
            whole = Some(whole.map_or(range, |all| all.cover(range)));
        }
        start = range.end();
    }
    words.extend(open.map(|from| TextRange::new(from, start)));
    if words.len() == before {
        words.extend(whole);
    }
}

/// The straight mark for every form of it: who sets the same text with other marks has not changed its words.
pub(crate) fn folded(mark: char) -> char {
    match mark {
        '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' => '"',
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '´' | '`' => '\'',
        other => other,
    }
}

/// Whether it opens or closes what somebody says.
pub(crate) fn is_quotation_mark(mark: char) -> bool {
    matches!(folded(mark), '"' | '\'')
}

/// Whether two stretches between words differ in no more than the amount of white space and the form of marks.
pub(crate) fn is_same_gap(one: &str, other: &str) -> bool {
    one == other
        || (one.starts_with(char::is_whitespace) == other.starts_with(char::is_whitespace)
            && one.ends_with(char::is_whitespace) == other.ends_with(char::is_whitespace)
            && one.split_whitespace().flat_map(spelled).eq(other.split_whitespace().flat_map(spelled)))
}

fn spelled(run: &str) -> impl Iterator<Item = char> {
    run.chars().map(folded).chain([' '])
}
