//! What was said, in which words, and who said it.

mod attribute;
mod candidates;
mod feature;
#[cfg(feature = "train")]
pub mod fit;
mod glyphs;
mod marks;
#[cfg(test)]
mod marks_tests;
mod noms;
mod scan;
mod weights;
mod words;

use crate::entities::Recognition;
use crate::lexicon::Lexicon;
use crate::segment::Segmentation;
use crate::text::{Source, TextRange};
use crate::vocabulary::{BlockKind, Confidence, Evidence, QuoteKind};

use candidates::{Field, Region, Shape};
use marks::Marked;
use words::Words;

/// The words that name the speaker at the quote: a name, a role noun ("the minister"), an organization or a pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpeakerMention {
    /// With its title, as the text has it.
    pub range: TextRange,
    /// The person or organization it resolves to, as an index into [`Recognition::entities`]; `None` when the engine is
    /// not sure enough: a wrong name is worse than none.
    pub entity: Option<u32>,
}

/// One possible speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Index into [`Recognition::entities`], if the candidate is one.
    pub entity: Option<u32>,
    /// The words nearest to the quote that name it.
    pub range: TextRange,
    /// Share among the candidates, permille.
    pub score: Confidence,
    /// Why.
    pub evidence: Vec<Evidence>,
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

/// Finds quotes and their speakers.
pub fn extract(source: &Source, segmentation: &Segmentation, _lexicon: &Lexicon, names: &Recognition) -> Vec<Quote> {
    let spans = top_level(marks::pair(source.text(), &readable(segmentation)));
    let words = Words::read(source, segmentation, &spans);
    let nominals = noms::nominals(&words, names);
    let shapes: Vec<Shape> = spans.iter().map(|q| Shape::of(words.text, q)).collect();
    let field = Field { words: &words, nominals: &nominals, shapes: &shapes, quotes: &spans };
    let decisions = attribute::decide(&field);
    let range =
        |first: u32, last: u32| TextRange::at(words.items[first as usize].start, words.items[last as usize - 1].end);
    let mut out = Vec::with_capacity(spans.len());
    for ((span, shape), decision) in spans.iter().zip(&shapes).zip(decisions) {
        let kind = match decision.best.region {
            Region::Nobody => QuoteKind::NotQuote,
            _ if shape.is_whole() => QuoteKind::Direct,
            _ => QuoteKind::Partial,
        };
        let speaker = decision.best.speaker.map(|s| {
            let n = &nominals[s as usize];
            SpeakerMention { range: range(n.first, n.last), entity: n.entity }
        });
        let candidates = decision
            .ranked
            .iter()
            .map(|&(s, share)| {
                let n = &nominals[s as usize];
                Candidate {
                    entity: n.entity,
                    range: range(n.first, n.last),
                    score: Confidence::permille(share),
                    evidence: Vec::new(),
                }
            })
            .collect();
        out.push(Quote {
            kind,
            parts: span.parts.clone(),
            cue: decision.best.cue.map(|(a, b)| range(a, b)),
            speaker,
            candidates,
            confidence: Confidence::permille(decision.quoted.min(decision.certainty)),
            evidence: Vec::new(),
            unclosed: span.unclosed,
        });
    }
    out
}

/// The paragraphs to read: page furniture stays out.
fn readable(segmentation: &Segmentation) -> Vec<TextRange> {
    segmentation.blocks.iter().filter(|b| b.kind != BlockKind::Furniture).map(|b| b.range).collect()
}

/// Quotations that stand in no other.
fn top_level(spans: Vec<Marked>) -> Vec<Marked> {
    let mut end = 0;
    spans
        .into_iter()
        .filter(|s| {
            let outer = s.depth == 0 && s.start() >= end;
            end = if outer { s.end() } else { end };
            outer
        })
        .collect()
}
