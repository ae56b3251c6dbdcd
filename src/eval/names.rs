//! Scores of the engine's names on a corpus.

use super::clusters::{self, Overlap};
use super::spans::Counts;
use crate::analysis::Engine;
use crate::entities::{EntityKind, Recognition, recognize};
use crate::segment::segment;
use crate::text::{Source, TextRange};

/// The kinds in the order of the tables.
pub const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Place, EntityKind::Organization];

/// A text with its right names, and the number of the person, place or organization of each where the corpus says.
#[derive(Clone, Debug)]
pub struct Gold {
    /// The text.
    pub source: Source,
    /// The names, in order.
    pub names: Vec<(TextRange, EntityKind)>,
    /// Empty, or a number for each name.
    pub clusters: Vec<u32>,
}

/// Scores on one corpus.
#[derive(Clone, Debug, Default)]
pub struct Scores {
    /// By [`KINDS`].
    pub counts: [Counts; 3],
    /// By tenths of confidence: names found, of them right to the border.
    pub reliability: [(usize, usize); 10],
    /// Agreement of clusters, where the corpus has them.
    pub clusters: Overlap,
    /// Tokens read.
    pub tokens: usize,
}

/// Scores the engine on `corpus`.
pub fn score(corpus: &[Gold], engine: &Engine) -> Scores {
    let mut scores = Scores::default();
    for gold in corpus {
        let segmentation = segment(&gold.source, &[]);
        scores.tokens += segmentation.tokens.len();
        let found = recognize(&gold.source, &segmentation, engine.lexicon(), engine.tagger());
        scores.add(gold, &found);
    }
    scores
}

impl Scores {
    /// Adds one document.
    pub fn add(&mut self, gold: &Gold, found: &Recognition) {
        for (kind, counts) in KINDS.into_iter().zip(&mut self.counts) {
            let right: Vec<TextRange> =
                gold.names.iter().filter(|count| count.1 == kind).map(|count| count.0).collect();
            let ours: Vec<TextRange> = found.mentions.iter().filter(|m| m.kind == kind).map(|m| m.range).collect();
            counts.add(&right, &ours);
        }
        for mention in &found.mentions {
            let (all, right) = &mut self.reliability[usize::from(mention.confidence.get() / 100).min(9)];
            *all += 1;
            *right += usize::from(gold.names.contains(&(mention.range, mention.kind)));
        }
        if !gold.clusters.is_empty() {
            let right: Vec<(TextRange, u32)> =
                gold.names.iter().zip(&gold.clusters).map(|((range, _), cluster)| (*range, *cluster)).collect();
            let ours: Vec<(TextRange, u32)> = found.mentions.iter().map(|m| (m.range, m.entity.get())).collect();
            self.clusters.add(clusters::compare(&right, &ours));
        }
    }
}
