//! Everything about one annotation, as the inspector shows it.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use super::panels::excerpt;
use crate::document::{
    Annotation, AnnotationId, Body, CheckStatus, Document, EntityId, LabelId, Origin, QuoteBody, Review,
};
use crate::text::TextRange;
use crate::vocabulary::{Confidence, Evidence, QuoteKind};

/// One entry of the list of speakers. The first nine answer to the digits 1 to 9.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeakerChoice {
    /// The cluster, if it is one.
    pub entity: Option<EntityId>,
    /// Its name, or the words of the text.
    pub name: Rc<str>,
    /// The words at the quote that name the speaker, when the engine proposes them.
    pub mention: Option<TextRange>,
    /// Share among the engine's candidates; none for people that the engine did not consider.
    pub score: Option<Confidence>,
    /// Why, strongest first.
    pub evidence: Arc<[Evidence]>,
    /// This is the speaker now.
    pub current: bool,
}

/// What the annotation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InspectedBody {
    /// A name.
    Mention {
        /// What it is.
        label: LabelId,
        /// Its cluster with name and number of mentions that are not rejected.
        entity: Option<(EntityId, Rc<str>, usize)>,
    },
    /// A quote.
    Quote {
        /// Its kind.
        kind: QuoteKind,
        /// The words that introduce it.
        cue: Option<Rc<str>>,
        /// The words that name the speaker.
        speaker: Option<Rc<str>>,
        /// Who that is.
        person: Option<(EntityId, Rc<str>)>,
        /// Who it could be, best first.
        choices: Rc<[SpeakerChoice]>,
        /// Its parts.
        parts: Rc<[TextRange]>,
        /// The opening mark has no closing one.
        unclosed: bool,
    },
}

/// Everything about one annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspected {
    /// Its name.
    pub id: AnnotationId,
    /// The words, shortened when long.
    pub text: Rc<str>,
    /// From the first covered byte to the last.
    pub range: TextRange,
    /// Name or quote.
    pub body: InspectedBody,
    /// Who made it.
    pub origin: Origin,
    /// What the person decided.
    pub review: Review,
    /// How sure the engine was.
    pub confidence: Option<Confidence>,
    /// Why, strongest first.
    pub evidence: Arc<[Evidence]>,
    /// The person's note.
    pub note: Rc<str>,
    /// State of fact checking.
    pub status: CheckStatus,
}

/// The longest text shown, in characters.
const EXCERPT: usize = 280;

/// Everything about `id`; `None` when it is gone.
pub fn inspect(document: &Document, id: AnnotationId) -> Option<Inspected> {
    let annotation = document.annotation(id)?;
    let (text, body) = match &annotation.body {
        Body::Mention(mention) => {
            let entity = mention.entity.and_then(|id| document.entity(id));
            let entity = entity.map(|e| (e.id, Rc::from(&*e.name), members(document, e.id)));
            (document.source().slice(mention.range).to_owned(), InspectedBody::Mention { label: mention.label, entity })
        }
        Body::Quote(quote) => {
            let words: Vec<_> = quote.parts.iter().map(|&part| document.source().slice(part)).collect();
            (words.join(" \u{2026} "), quote_body(document, quote))
        }
    };
    Some(Inspected {
        id,
        text: excerpt(&text, EXCERPT),
        range: annotation.body.span(),
        body,
        origin: annotation.origin,
        review: annotation.review,
        confidence: annotation.confidence,
        evidence: Arc::clone(&annotation.evidence),
        note: Rc::from(&*annotation.note),
        status: annotation.status,
    })
}

fn members(document: &Document, entity: EntityId) -> usize {
    mentions(document).filter(|&(of, _)| of == entity).count()
}

/// Mentions that are not rejected, with their cluster.
fn mentions(document: &Document) -> impl Iterator<Item = (EntityId, &Annotation)> {
    document.annotations().filter(|a| a.review != Review::Rejected).filter_map(|a| match &a.body {
        Body::Mention(mention) => Some((mention.entity?, &**a)),
        Body::Quote(_) => None,
    })
}

fn quote_body(document: &Document, quote: &QuoteBody) -> InspectedBody {
    let words = |range: TextRange| Rc::from(document.source().slice(range));
    InspectedBody::Quote {
        kind: quote.kind,
        cue: quote.cue.map(words),
        speaker: quote.speaker.map(words),
        person: quote.person.and_then(|id| document.entity(id)).map(|e| (e.id, Rc::from(&*e.name))),
        choices: choices(document, quote),
        parts: quote.parts.iter().copied().collect(),
        unclosed: quote.unclosed,
    }
}

/// The engine's candidates, then the other people and organizations, most mentioned first.
fn choices(document: &Document, quote: &QuoteBody) -> Rc<[SpeakerChoice]> {
    let mut out: Vec<SpeakerChoice> = Vec::new();
    let mut seen: BTreeSet<EntityId> = BTreeSet::new();
    for candidate in quote.candidates.iter() {
        let entity = candidate.entity.and_then(|id| document.entity(id));
        if entity.is_some_and(|e| !seen.insert(e.id)) {
            continue;
        }
        let name: Rc<str> = entity.map_or_else(|| document.source().slice(candidate.range), |e| &e.name).into();
        let current = match entity {
            Some(e) => quote.person == Some(e.id),
            None => quote.person.is_none() && quote.speaker == Some(candidate.range),
        };
        out.push(SpeakerChoice {
            entity: entity.map(|e| e.id),
            name,
            mention: Some(candidate.range),
            score: Some(candidate.score),
            evidence: Arc::clone(&candidate.evidence),
            current,
        });
    }
    let mut counts: BTreeMap<EntityId, usize> = BTreeMap::new();
    for (entity, _) in mentions(document) {
        *counts.entry(entity).or_default() += 1;
    }
    let mut others: Vec<_> = document
        .entities()
        .filter(|e| matches!(e.label, LabelId::PERSON | LabelId::ORGANIZATION) && !seen.contains(&e.id))
        .filter_map(|e| counts.get(&e.id).map(|&n| (e.label, std::cmp::Reverse(n), e)))
        .collect();
    others.sort_by_key(|(label, n, e)| (*label, *n, e.id));
    out.extend(others.into_iter().map(|(_, _, e)| SpeakerChoice {
        entity: Some(e.id),
        name: Rc::from(&*e.name),
        mention: None,
        score: None,
        evidence: Arc::from([]),
        current: quote.person == Some(e.id),
    }));
    out.into()
}
