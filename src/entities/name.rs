//! Names while they are being settled.

use std::ops::Range;

use crate::lexicon::extend;
use crate::segment::Segmentation;
use crate::tagger::{Article, Class, Tags};
use crate::text::{Source, TextRange};

/// A name while it is being settled.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// Its class.
    pub(super) class: Class,
    /// How far the model prefers it, in units of weight; negative when the model alone would not have it.
    pub(super) margin: i32,
    /// Whether the article elsewhere decided the class.
    pub(super) known: bool,
}

/// What all steps look at.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) source: &'a Source,
    pub(super) segmentation: &'a Segmentation,
    pub(super) article: &'a Article,
    pub(super) lexicon: &'a crate::lexicon::Lexicon,
    pub(super) tags: &'a Tags,
}

impl<'a> View<'a> {
    pub(super) fn text(&self, token: usize) -> &'a str {
        self.source.slice(self.segmentation.tokens[token].range)
    }

    pub(super) fn range(&self, tokens: &Range<usize>) -> TextRange {
        self.segmentation.tokens[tokens.start].range.cover(self.segmentation.tokens[tokens.end - 1].range)
    }

    pub(super) fn slice(&self, tokens: &Range<usize>) -> &'a str {
        self.source.slice(self.range(tokens))
    }

    /// Hash of the words, case aside.
    pub(super) fn key(&self, tokens: Range<usize>) -> u64 {
        tokens.fold(0, |h, index| extend(h, self.article.word(index).lower))
    }

    /// The sentence that holds a token, as token indices.
    pub(super) fn line(&self, token: usize) -> Range<usize> {
        let lines = &self.article.lines;
        let at = lines.partition_point(|last| last.end <= token);
        lines.get(at).map_or(token..token + 1, |last| last.start.min(token)..last.end.max(token + 1))
    }

    /// The token before `i` in its sentence.
    pub(super) fn before(&self, index: usize) -> Option<usize> {
        (index > self.line(index).start).then(|| index - 1)
    }

    /// The token after `i` in its sentence.
    pub(super) fn after(&self, index: usize) -> Option<usize> {
        (index + 1 < self.line(index).end).then_some(index + 1)
    }

    pub(super) fn is_capital(&self, index: usize) -> bool {
        self.article.word(index).case.is_capital()
    }
}

/// Permille of the logistic function, by margin in steps of eight units: what a margin is worth before calibration.
const LOGISTIC: [u16; 20] =
    [547, 638, 720, 790, 846, 889, 921, 945, 961, 973, 981, 987, 991, 994, 996, 997, 998, 999, 999, 999];

/// Probability in permille that a margin stands for.
pub(super) fn permille(margin: i32) -> i32 {
    let step = (margin.unsigned_abs() / 8) as usize;
    let prior = i32::from(LOGISTIC.get(step).copied().unwrap_or(999));
    if margin >= 0 { prior } else { 1000 - prior }
}
