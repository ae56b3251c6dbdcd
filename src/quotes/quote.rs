//! A quote as the engine gives it out: its words, who said them, and why the engine thinks so.

use std::cmp::Reverse;

use crate::entities::EntityIndex;
use crate::text::{TextRange, TextSize};
use crate::vocabulary::{Confidence, Evidence, QuoteKind};

/// The words that name the speaker at the quote: a name, a role noun ("the minister"), an organization or a pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpeakerMention {
    /// With its title, as the text has it.
    pub range: TextRange,
    /// The person or organization it resolves to, as an index into [`Recognition::entities`]; `None` when the engine is
    /// not sure enough: a wrong name is worse than none.
    pub entity: Option<EntityIndex>,
}

/// One possible speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Index into [`Recognition::entities`], if the candidate is one.
    pub entity: Option<EntityIndex>,
    /// The words nearest to the quote that name it.
    pub range: TextRange,
    /// Share among the candidates, permille.
    pub score: Confidence,
    /// Why.
    pub evidence: Evidence,
}

/// One quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// How the words are attributed.
    pub kind: QuoteKind,
    /// In order, disjoint, never empty; marks included. Several when the attribution interrupts the quote or it runs
    /// over paragraphs.
    pub parts: Vec<TextRange>,
    /// Verb or phrase that introduces it ("said", "according to"), auxiliaries left out.
    pub cue: Option<TextRange>,
    /// Who said it, in the words of the text.
    pub speaker: Option<SpeakerMention>,
    /// The best nine, best first.
    pub candidates: Vec<Candidate>,
    /// Calibrated.
    pub confidence: Confidence,
    /// Strongest first.
    pub evidence: Vec<Evidence>,
    /// The opening mark has no closing one.
    pub unclosed: bool,
}

impl Quote {
    /// From the first part's start to the last part's end.
    ///
    /// # Panics
    /// When the quote has no part, which the invariant excludes.
    pub fn span(&self) -> TextRange {
        let first = self.parts.first().expect("invariant: a quote has a part");
        let last = self.parts.last().expect("invariant: a quote has a part");
        first.cover(*last)
    }
}

/// By first part, outer before inner.
pub(crate) fn order(quote: &Quote) -> (TextSize, Reverse<TextSize>) {
    (quote.parts[0].start(), Reverse(quote.parts[0].end()))
}
