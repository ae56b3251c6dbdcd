//! The text of one article, with what is derived from it once.

use std::sync::{Arc, OnceLock};

use super::{OffsetMap, TextRange, TextSize};

/// The cleaned text of an article. Cheap to clone; never changes.
#[derive(Clone, Debug)]
pub struct Source {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    text: Arc<str>,
    map: OffsetMap,
    /// Every line that has something other than white space, without its line break. Sorted and disjoint.
    paragraphs: Vec<TextRange>,
    /// Counted when somebody asks first.
    words: OnceLock<usize>,
}

impl Source {
    /// A source of already cleaned text (`text::clean`): line breaks are `\n`.
    pub fn new(text: impl Into<Arc<str>>) -> Self {
        let text = text.into();
        let map = OffsetMap::new(&text);
        let mut paragraphs = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let body = line.strip_suffix('\n').unwrap_or(line);
            if !body.trim().is_empty() {
                paragraphs.push(TextRange::at(start, start + TextSize::of(body).get()));
            }
            start += TextSize::of(line).get();
        }
        Self { inner: Arc::new(Inner { text, map, paragraphs, words: OnceLock::new() }) }
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.inner.text
    }

    /// The whole text, shared.
    pub fn shared_text(&self) -> Arc<str> {
        Arc::clone(&self.inner.text)
    }

    /// How many words there are, by white space. Counted once.
    pub fn word_count(&self) -> usize {
        *self.inner.words.get_or_init(|| self.inner.text.split_whitespace().count())
    }

    /// The conversion between units.
    pub fn map(&self) -> &OffsetMap {
        &self.inner.map
    }

    /// The paragraphs: lines that are not blank, in order.
    pub fn paragraphs(&self) -> &[TextRange] {
        &self.inner.paragraphs
    }

    /// The text in parts that begin at the paragraphs `starts`, which are in order: joined, they are the text.
    pub fn parts(&self, starts: &[u32]) -> Vec<TextRange> {
        let paragraphs = &self.inner.paragraphs;
        let starts = starts.iter().skip(1).filter_map(|&start| paragraphs.get(usize::try_from(start).ok()?));
        let mut parts = Vec::new();
        let mut from = TextSize::default();
        for start in starts.map(|paragraph| paragraph.start()) {
            if start > from {
                parts.push(TextRange::new(from, start));
                from = start;
            }
        }
        parts.push(TextRange::new(from, TextSize::of(&self.inner.text)));
        parts
    }

    /// The index of the paragraph that holds `offset`, or of the next one; `None` after the last.
    pub fn paragraph_at(&self, offset: TextSize) -> Option<usize> {
        let index = self.inner.paragraphs.partition_point(|part| part.end() < offset);
        (index < self.inner.paragraphs.len()).then_some(index)
    }

    /// The text of `range`.
    ///
    /// # Panics
    /// When `range` does not lie on character boundaries of this text.
    pub fn slice(&self, range: TextRange) -> &str {
        &self.inner.text[std::ops::Range::from(range)]
    }
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.inner, &other.inner) || self.inner.text == other.inner.text
    }
}

impl Eq for Source {}
