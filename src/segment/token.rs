//! What a token is.

use crate::text::TextRange;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters without any capital ("said", "co-operation", "'s").
    Lower,
    /// A capital, then lower case ("Tokayev"; also "O'Neill", "Mr.", a single capital or initial "J.").
    Capitalized,
    /// All capitals, two letters or more ("NATO", "U.S.", "AT&T").
    Upper,
    /// Other mixtures of case and digits that have a capital ("iPhone", "COVID-19", "McDonald").
    Mixed,
    /// Letters of a script without case (Arabic, Chinese, Thai).
    Uncased,
    /// Starts with a digit and has no capital ("1,200.50", "1990s", "20-year-old").
    Number,
    /// An e-mail or web address, a @handle or #tag.
    Address,
    /// A quotation mark of any kind (also an apostrophe that stands alone).
    QuoteMark,
    /// Other punctuation and symbols.
    Punctuation,
}

impl TokenKind {
    /// Whether the token has letters or digits (addresses left out).
    pub const fn is_word(self) -> bool {
        matches!(self, Self::Lower | Self::Capitalized | Self::Upper | Self::Mixed | Self::Uncased | Self::Number)
    }

    /// Whether the token is a word with a capital somewhere.
    pub const fn has_capital(self) -> bool {
        matches!(self, Self::Capitalized | Self::Upper | Self::Mixed)
    }
}

/// One token. A word that has a capital is split at its hyphens ("Ankara", "-", "Baghdad"), any other is not
/// ("co-operation"); the parts have [`Token::spaced`] false.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// The token's bytes. Never empty, never holds white space.
    pub range: TextRange,
    /// What it is made of.
    pub kind: TokenKind,
    /// White space or the start of the paragraph stands before it.
    pub spaced: bool,
}
