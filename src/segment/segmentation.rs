//! Paragraphs, sentences and tokens as flat arrays that point into one another.

use std::ops::Range;

use crate::segment::token::Token;
use crate::text::TextRange;
use crate::vocabulary::BlockKind;

/// One paragraph of the source, same index as [`Source::paragraphs`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Without the line break.
    pub range: TextRange,
    /// Its role.
    pub kind: BlockKind,
    /// Leading dateline such as "ASTANA, Jan 11 (Reuters) —", if any.
    pub dateline: Option<TextRange>,
    /// Sentences of this block, as indices into [`Segmentation::sentences`]. Empty for what is not read.
    pub sentences: Range<u32>,
    /// Tokens of this block, as indices into [`Segmentation::tokens`]. Empty for what is not read.
    pub tokens: Range<u32>,
}

/// One sentence. Never crosses a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first to its last token.
    pub range: TextRange,
    /// Tokens of this sentence, as indices into [`Segmentation::tokens`].
    pub tokens: Range<u32>,
}

/// Paragraphs, sentences and tokens of one source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segmentation {
    /// One for each paragraph of the source.
    pub blocks: Vec<Block>,
    /// In order, disjoint.
    pub sentences: Vec<Sentence>,
    /// In order, disjoint.
    pub tokens: Vec<Token>,
}

/// What the person said of a paragraph's role, overriding the guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlockChoice {
    /// Index into [`Source::paragraphs`].
    pub paragraph: u32,
    /// The role to use.
    pub kind: BlockKind,
}
