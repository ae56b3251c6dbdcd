//! Training examples: runs of candidate tokens as lists of feature numbers.

use std::collections::HashMap;

use super::corpus::Document;
use crate::lexicon::Lexicon;
use crate::tagger::features::{self, Sink, Template};
use crate::tagger::{Article, Label, Line, all_features, runs};

/// The bits of a key.
const MASK: u32 = (1 << features::KEY_BITS) - 1;

/// A document to learn from.
#[derive(Clone, Copy, Debug)]
pub struct Lesson<'a> {
    /// The document.
    pub document: &'a Document,
    /// How much it counts.
    pub weight: f32,
    /// Whether its labels are noisy, and read again before anything is learned from them.
    pub noisy: bool,
}

/// A run of tokens that is labeled on its own.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
    /// How much it counts.
    pub weight: f32,
    /// The document.
    pub document: u32,
}

/// All examples, flat.
#[derive(Debug, Default)]
pub struct Examples {
    /// Feature numbers of all tokens, one after the other.
    pub features: Vec<u32>,
    /// Where the features of each token start; one more at the end.
    pub starts: Vec<u32>,
    /// The right label of each token.
    pub labels: Vec<u8>,
    /// Runs of tokens.
    pub runs: Vec<Run>,
    /// The key of each feature number.
    pub keys: Vec<u32>,
    /// What each feature knows the word by ([`features::Sort`]).
    pub sorts: Vec<u8>,
    /// Tokens read, candidates or not.
    pub tokens: usize,
}

/// Collects keys, the sort of each above its bits.
#[derive(Debug, Default)]
pub struct Keys(pub Vec<u32>);

impl Sink for Keys {
    fn add(&mut self, template: Template, first: u64, second: u64) {
        self.0.push(features::key(template, first, second) | (template.sort() as u32) << features::KEY_BITS);
    }
}

impl Examples {
    /// Examples of these documents with their weights, with the features of the first stage; features seen only once
    /// are left out.
    pub fn new(lessons: &[Lesson<'_>], lexicon: &Lexicon) -> Self {
        Self::with(
            lessons,
            lexicon,
            |_, _| (),
            |(), article, line, token, sink| all_features(article, line, token, sink),
        )
    }

    /// Examples with features of one's own: `prepare` looks at an article, `add` adds the features of one of its tokens.
    pub fn with<T>(
        lessons: &[Lesson<'_>],
        lexicon: &Lexicon,
        mut prepare: impl FnMut(usize, &Article) -> T,
        mut add: impl FnMut(&T, &Article, Line, usize, &mut Keys),
    ) -> Self {
        let mut out = Self::default();
        let mut keys = Keys::default();
        out.starts.push(0);
        for (number, Lesson { document, weight, .. }) in lessons.iter().enumerate() {
            let segmentation = document.segment();
            let article = Article::new(&document.source, &segmentation, lexicon);
            let labels = document.labels(&segmentation);
            let prepared = prepare(number, &article);
            out.tokens += labels.len();
            for &line in &article.lines {
                for run in runs(&article, line) {
                    let start = out.labels.len() as u32;
                    let mut before = Label::OUTSIDE;
                    for token in run {
                        add(&prepared, &article, line, token, &mut keys);
                        out.starts.push(keys.0.len() as u32);
                        before = repaired(before, labels[token]);
                        out.labels.push(before.0);
                    }
                    let end = out.labels.len() as u32;
                    out.runs.push(Run { start, end, weight: *weight, document: number as u32 });
                }
            }
        }
        out.number(&keys.0);
        out
    }

    /// Gives each key that occurs twice or more a number and drops the others.
    fn number(&mut self, keys: &[u32]) {
        let mut once = vec![0_u64; 1 << (features::KEY_BITS - 6)];
        let mut twice = vec![0_u64; 1 << (features::KEY_BITS - 6)];
        for &key in keys {
            let key = key & MASK;
            let (word, bit) = ((key >> 6) as usize, 1_u64 << (key & 63));
            twice[word] |= once[word] & bit;
            once[word] |= bit;
        }
        let mut numbers: HashMap<u32, u32> = HashMap::new();
        let mut token = 0;
        for (index, &key) in keys.iter().enumerate() {
            while self.starts[token] as usize == index {
                self.starts[token] = self.features.len() as u32;
                token += 1;
                if token >= self.starts.len() {
                    break;
                }
            }
            let (key, sort) = (key & MASK, (key >> features::KEY_BITS) as u8);
            if twice[(key >> 6) as usize] >> (key & 63) & 1 == 1 {
                let number = *numbers.entry(key).or_insert_with(|| {
                    self.keys.push(key);
                    self.sorts.push(sort);
                    self.keys.len() as u32 - 1
                });
                self.features.push(number);
            }
        }
        for start in &mut self.starts[token..] {
            *start = self.features.len() as u32;
        }
    }

    /// The features of a token.
    pub fn of(&self, token: usize) -> &[u32] {
        &self.features[self.starts[token] as usize..self.starts[token + 1] as usize]
    }
}

/// A name whose first token is no candidate begins at its first candidate.
fn repaired(before: Label, label: Label) -> Label {
    match label.class() {
        Some(class) if label.is_inside() && before.class() != Some(class) => Label::begin(class),
        _ => label,
    }
}
