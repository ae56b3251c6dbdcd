//! What the panels, the inspector and the review queue ask.

use std::sync::Arc;

use crate::document::annotation::{Body, QuoteBody, SpeakerCandidate};
use crate::document::ids::{AnnotationId, EntityId, LabelId};
use crate::document::model::Document;
use crate::text::{InOrder as _, TextRange};
use crate::vocabulary::{Confidence, Evidence};

/// How many of what; rejected ones left out where nothing else is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Mentions by label, same index as [`Document::labels`].
    pub mentions: Vec<usize>,
    /// Quotes of any kind: somebody's words.
    pub quotes: usize,
    /// Words in quotation marks that nobody says ([`crate::vocabulary::QuoteKind::NotQuote`]).
    pub not_quotes: usize,
    /// Quotes that have neither speaker words nor a person.
    pub orphan_quotes: usize,
    /// Shown clusters by label, same index as [`Document::labels`].
    pub entities: Vec<usize>,
    /// Rejected annotations.
    pub rejected: usize,
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
        Some(entity) => quote.entity == Some(entity),
        None => quote.entity.is_none() && quote.speaker == Some(candidate.range),
    }
}

impl Counts {
    /// What `document` holds.
    pub fn of(document: &Document) -> Self {
        let mut counts = Counts {
            mentions: vec![0; document.labels.len()],
            entities: vec![0; document.labels.len()],
            ..Counts::default()
        };
        for annotation in document.annotations.values() {
            match &annotation.body {
                _ if !annotation.is_live() => counts.rejected += 1,
                Body::Mention(mention) => counts.mentions[mention.label.index()] += 1,
                body if body.quote().is_some() && !body.is_said() => counts.not_quotes += 1,
                Body::Quote(quote) => {
                    counts.quotes += 1;
                    let orphan = quote.entity.is_none() && quote.speaker.is_none();
                    counts.orphan_quotes += usize::from(orphan);
                }
            }
        }
        for entity in document.entities() {
            counts.entities[entity.label.index()] += 1;
        }
        counts
    }
}

/// Who may have said a quote. First those whom the engine thinks likely, best first; then the other people, then
/// organizations, the nearest to the quote first. Each cluster once. Empty when `id` is not a quote.
pub fn speakers(document: &Document, id: AnnotationId) -> Vec<SpeakerOption> {
    let Some(annotation) = document.annotation(id) else { return Vec::new() };
    let Some(quote) = annotation.body.quote() else { return Vec::new() };
    let span = annotation.body.span();
    let (likely, unlikely): (Vec<_>, Vec<_>) = quote
        .candidates
        .iter()
        .filter(|candidate| candidate.entity.is_none_or(|entity| document.is_shown(entity)))
        .partition(|candidate| candidate.score >= LIKELY || chosen(quote, candidate));
    let mut options: Vec<SpeakerOption> = Vec::new();
    for candidate in likely {
        let new = options.iter().all(|option| match candidate.entity {
            Some(entity) => option.entity != Some(entity),
            None => option.entity.is_some() || option.mention != candidate.range,
        });
        if new {
            options.push(SpeakerOption::of(candidate));
        }
    }
    let mut others: Vec<_> = document
        .entities()
        .filter(|entity| matches!(entity.label, LabelId::PERSON | LabelId::ORGANIZATION))
        .filter(|entity| options.iter().all(|option| option.entity != Some(entity.id)))
        .filter_map(|entity| {
            let nearest = nearest_mention(document, entity.id, span)?;
            Some((entity.label, distance(nearest, span), nearest, entity.id))
        })
        .collect();
    others.order();
    options.extend(others.into_iter().map(|(_, _, mention, entity)| {
        let proposed = unlikely.iter().find(|candidate| candidate.entity == Some(entity));
        proposed.map_or(
            SpeakerOption { entity: Some(entity), mention, score: None, evidence: Arc::default() },
            |candidate| SpeakerOption::of(candidate),
        )
    }));
    options
}

/// The mention of a cluster nearest to `span`.
fn nearest_mention(document: &Document, id: EntityId, span: TextRange) -> Option<TextRange> {
    let uses = document.index.uses.get(&id)?;
    let ranges = uses
        .mentions
        .iter()
        .filter_map(|mention| document.annotation(*mention))
        .map(|annotation| annotation.body.span());
    ranges.min_by_key(|&range| (distance(range, span), range))
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
