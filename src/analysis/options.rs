//! What the caller decides.

use crate::segment::BlockChoice;
use crate::vocabulary::{ArticleLanguage, Confidence, Language, LanguageBy};

/// What the caller of an analysis decides. No `Default`: the caller says at least
/// how much reported speech it wants ([`Options::new`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Roles of paragraphs that the person set.
    pub blocks: Vec<BlockChoice>,
    /// Reported speech and thought (quotes without marks) below this confidence is left out: zero gives everything,
    /// [`Options::READABLE`] what a reader would mark, 1000 permille nothing: no reported speech is ever that sure.
    /// What stands in marks is never left out.
    pub reported_from: Confidence,
    /// The language that the person or the command line chose; none to find it out.
    pub language: Option<Language>,
    /// The language that the page declares from which the article was read: believed where the text does not tell.
    pub declared: Option<Language>,
}

impl Options {
    /// Reported speech from this confidence on; of blocks and language nothing is known.
    pub fn new(reported_from: Confidence) -> Self {
        Self { blocks: Vec::new(), reported_from, language: None, declared: None }
    }

    /// The same for an article of which this is known: what the engine itself found is found anew.
    #[must_use]
    pub fn in_language(self, known: Option<ArticleLanguage>) -> Self {
        let said = |by: LanguageBy| known.filter(|known| known.by == by).map(|known| known.language);
        Self { language: said(LanguageBy::Person), declared: said(LanguageBy::Page), ..self }
    }

    /// From this confidence on, reported speech is worth a reader's time: clauses behind verbs of saying, not yet each
    /// mention of what somebody opposes, wants or seems to do.
    pub const READABLE: Confidence = Confidence::permille(500);
}
