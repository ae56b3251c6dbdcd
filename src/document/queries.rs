//! What the panels, the inspector and the review queue ask.

use std::sync::Arc;

use super::index::reading_key;
use super::{Annotation, AnnotationId, Body, Document, EntityId, LabelId, QuoteBody, SpeakerCandidate};
use crate::text::TextRange;
use crate::vocabulary::{Confidence, Evidence, QuoteKind};

/// How many of what; rejected ones left out where nothing else is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Mentions by label, same index as [`Document::labels`].
    pub mentions: Vec<usize>,
    /// Quotes of any kind.
    pub quotes: usize,
    /// Quotes that are somebody's words (not [`QuoteKind::NotQuote`]) and have neither speaker words nor a person.
    pub orphan_quotes: usize,
    /// Shown clusters by label, same index as [`Document::labels`].
    pub entities: Vec<usize>,
    /// Rejected annotations.
    pub rejected: usize,
}

/// How often a cluster is named and quoted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EntityCounts {
    /// Mentions that are not rejected.
    pub mentions: usize,
    /// Quotes that are not rejected.
    pub quotes: usize,
}

/// One possible speaker of a quote, for a list numbered 1 to 9.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeakerOption {
    /// The cluster; none for a source without a name ("the minister").
    pub entity: Option<EntityId>,
    /// The words that name it nearest to the quote.
    pub mention: TextRange,
    /// Share among the engine's candidates; none when the engine did not propose it.
    pub score: Option<Confidence>,
    /// Why the engine proposed it.
    pub evidence: Arc<[Evidence]>,
}

/// From this share on a candidate of the engine stands before the other people of the article, permille. Below it are
/// words like "the mood", which merely stand where a speaker could.
const LIKELY: Confidence = Confidence::permille(20);

impl SpeakerOption {
    fn of(candidate: &SpeakerCandidate) -> Self {
        Self {
            entity: candidate.entity,
            mention: candidate.range,
            score: Some(candidate.score),
            evidence: Arc::clone(&candidate.evidence),
        }
    }
}

/// Whether the candidate is the quote's speaker now.
fn chosen(quote: &QuoteBody, candidate: &SpeakerCandidate) -> bool {
    match candidate.entity {
        Some(entity) => quote.person == Some(entity),
        None => quote.person.is_none() && quote.speaker == Some(candidate.range),
    }
}

impl Document {
    fn live_in_order<'a>(&'a self, ids: &[AnnotationId]) -> Vec<&'a Arc<Annotation>> {
        let mut found: Vec<_> = ids.iter().filter_map(|id| self.annotations.get(id)).collect();
        found.sort_by_key(|a| reading_key(a));
        found
    }

    /// The mentions of a cluster in reading order, rejected ones left out.
    pub fn mentions_of(&self, id: EntityId) -> Vec<&Arc<Annotation>> {
        self.index.uses.get(&id).map(|u| self.live_in_order(&u.mentions)).unwrap_or_default()
    }

    /// The quotes of a cluster in reading order, rejected ones left out.
    pub fn quotes_of(&self, id: EntityId) -> Vec<&Arc<Annotation>> {
        self.index.uses.get(&id).map(|u| self.live_in_order(&u.quotes)).unwrap_or_default()
    }

    /// How often a cluster is named and quoted. Cheap.
    pub fn counts_of(&self, id: EntityId) -> EntityCounts {
        let uses = self.index.uses.get(&id);
        uses.map_or_else(EntityCounts::default, |u| EntityCounts { mentions: u.mentions.len(), quotes: u.quotes.len() })
    }

    /// All annotations that are not rejected, in reading order.
    pub fn in_reading_order(&self) -> Vec<&Arc<Annotation>> {
        let mut found: Vec<_> = self.annotations.values().filter(|a| a.is_live()).collect();
        found.sort_by_key(|a| reading_key(a));
        found
    }

    /// How many of what.
    pub fn counts(&self) -> Counts {
        let mut counts =
            Counts { mentions: vec![0; self.labels.len()], entities: vec![0; self.labels.len()], ..Counts::default() };
        for annotation in self.annotations.values() {
            match &annotation.body {
                _ if !annotation.is_live() => counts.rejected += 1,
                Body::Mention(mention) => counts.mentions[mention.label.0 as usize] += 1,
                Body::Quote(quote) => {
                    counts.quotes += 1;
                    let orphan = quote.kind != QuoteKind::NotQuote && quote.person.is_none() && quote.speaker.is_none();
                    counts.orphan_quotes += usize::from(orphan);
                }
            }
        }
        for entity in self.entities() {
            counts.entities[entity.label.0 as usize] += 1;
        }
        counts
    }

    /// Who may have said a quote. First those whom the engine thinks likely, best first; then the other people, then
    /// organizations, the nearest to the quote first. Each cluster once. Empty when `id` is not a quote.
    pub fn speakers(&self, id: AnnotationId) -> Vec<SpeakerOption> {
        let Some(annotation) = self.annotation(id) else { return Vec::new() };
        let Some(quote) = annotation.body.quote() else { return Vec::new() };
        let span = annotation.body.span();
        let (likely, unlikely): (Vec<_>, Vec<_>) = quote
            .candidates
            .iter()
            .filter(|c| c.entity.is_none_or(|e| self.is_shown(e)))
            .partition(|c| c.score >= LIKELY || chosen(quote, c));
        let mut options: Vec<SpeakerOption> = Vec::new();
        for candidate in likely {
            let new = options.iter().all(|o| match candidate.entity {
                Some(e) => o.entity != Some(e),
                None => o.entity.is_some() || o.mention != candidate.range,
            });
            if new {
                options.push(SpeakerOption::of(candidate));
            }
        }
        let mut others: Vec<_> = self
            .entities()
            .filter(|e| matches!(e.label, LabelId::PERSON | LabelId::ORGANIZATION))
            .filter(|e| options.iter().all(|o| o.entity != Some(e.id)))
            .filter_map(|e| {
                let nearest = self.nearest_mention(e.id, span)?;
                Some((e.label, distance(nearest, span), nearest, e.id))
            })
            .collect();
        others.sort_unstable();
        options.extend(others.into_iter().map(|(_, _, mention, entity)| {
            let proposed = unlikely.iter().find(|c| c.entity == Some(entity));
            proposed.map_or(
                SpeakerOption { entity: Some(entity), mention, score: None, evidence: Arc::default() },
                |candidate| SpeakerOption::of(candidate),
            )
        }));
        options
    }

    /// The mention of a cluster nearest to `span`.
    pub fn nearest_mention(&self, id: EntityId, span: TextRange) -> Option<TextRange> {
        let uses = self.index.uses.get(&id)?;
        let ranges = uses.mentions.iter().filter_map(|m| self.annotation(*m)).map(|a| a.body.span());
        ranges.min_by_key(|&r| (distance(r, span), r))
    }
}

/// Bytes between two ranges, 0 when they touch or overlap.
fn distance(a: TextRange, b: TextRange) -> u32 {
    if a.end() <= b.start() {
        (b.start() - a.end()).get()
    } else if b.end() <= a.start() {
        (a.start() - b.end()).get()
    } else {
        0
    }
}
