//! Terms that engine, document and page share: roles of paragraphs, kinds of quotes, confidence and evidence, languages.

mod language;

pub use language::{ArticleLanguage, Language, LanguageBy};

use std::borrow::Cow;
use std::sync::Arc;

/// How sure the engine is, in permille (0 to 1000), calibrated so that of results with confidence 800 about 80 % are
/// right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Confidence(u16);

impl Confidence {
    /// The confidence of `permille` thousandths; more than 1000 counts as 1000.
    pub const fn permille(permille: u16) -> Self {
        Self(if permille > 1000 { 1000 } else { permille })
    }

    /// Thousandths.
    pub const fn get(self) -> u16 {
        self.0
    }
}

/// One reason, as data: `rule` is a stable kebab-case code that the page turns into a sentence in the reader's language,
/// `detail` the word or name it speaks of ("said", "President"), empty when there is none.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Evidence {
    /// Stable code, for example `title-before`, `first-name`, `gazetteer`, `cue-after`.
    pub rule: Cow<'static, str>,
    /// What in the text or lists the rule speaks of.
    pub detail: Arc<str>,
}

impl Evidence {
    /// Evidence of `rule` about `detail`.
    pub fn new(rule: impl Into<Cow<'static, str>>, detail: impl Into<Arc<str>>) -> Self {
        Self { rule: rule.into(), detail: detail.into() }
    }
}

/// What a paragraph is in the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BlockKind {
    /// The title of the article.
    Headline,
    /// A heading within the article.
    Heading,
    /// Who wrote it ("By Ana Díaz").
    Byline,
    /// Where it was written, on a line of its own ("OSLO, Norway (AP) —").
    Dateline,
    /// When it appeared, or when what follows was written: not analyzed.
    Date,
    /// What stands below a picture: not analyzed.
    Caption,
    /// Running text.
    #[default]
    Body,
    /// An item of a list.
    ListItem,
    /// A paragraph of a longer passage by somebody else, set apart from the text around it.
    BlockQuote,
    /// A row of a table; tabs stand between its cells.
    TableRow,
    /// Page furniture pasted along (navigation, weather, advertisement, "Read more"): not analyzed.
    Furniture,
}

impl BlockKind {
    /// Every kind, in the order of an article.
    pub const ALL: &'static [Self] = &[
        Self::Headline,
        Self::Heading,
        Self::Byline,
        Self::Dateline,
        Self::Date,
        Self::Caption,
        Self::Body,
        Self::ListItem,
        Self::BlockQuote,
        Self::TableRow,
        Self::Furniture,
    ];

    /// Whether it is text of the article, in whatever form it is set.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Body | Self::ListItem | Self::BlockQuote | Self::TableRow)
    }

    /// Whether its words are read for names and quotes.
    pub fn is_read(self) -> bool {
        !matches!(self, Self::Date | Self::Caption | Self::Furniture)
    }
}

/// How words are attributed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum QuoteKind {
    /// Whole words in quotation marks (or a dialogue dash, block quote, transcript line).
    Direct,
    /// A quoted fragment within a reported clause.
    Partial,
    /// Reported without marks ("said that …").
    Indirect,
    /// Thought, belief or feeling.
    Thought,
    /// In marks but nobody's words: scare quotes, titles of works, terms, nicknames, mottos.
    NotQuote,
}
