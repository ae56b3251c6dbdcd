//! An analysis as plain numbers and strings, and the way back, which believes nothing.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::code::{Coded, place_kind};
use crate::analysis::{
    Analysis, ArticleLanguage, BlockChoice, BlockKind, Candidate, Confidence, EngineTag, Entity, EntityIndex,
    EntityKind, Evidence, Gender, Language, LanguageBy, Mention, PlaceFacts, Quote, QuoteKind, SpeakerMention,
};
use crate::text::{TextRange, TextSize};

/// A range in bytes.
type Span = (u32, u32);

/// The role of a paragraph that the person set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WireBlock {
    paragraph: u32,
    kind: u8,
}

/// The language of an article, by whom it was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WireLanguage {
    code: String,
    by: u8,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct WireEvidence {
    rule: String,
    detail: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct WireMention {
    range: Span,
    kind: u8,
    entity: u32,
    confidence: u16,
    evidence: Vec<WireEvidence>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct WirePlace {
    country: String,
    kind: String,
    latitude_e2: i16,
    longitude_e2: i16,
    population_rank: u8,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct WireEntity {
    kind: u8,
    name: String,
    mentions: Vec<u32>,
    gender: u8,
    roles: Vec<String>,
    place: Option<WirePlace>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct WireSpeaker {
    range: Span,
    entity: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct WireCandidate {
    entity: Option<u32>,
    range: Span,
    score: u16,
    evidence: WireEvidence,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct WireQuote {
    kind: u8,
    parts: Vec<Span>,
    cue: Option<Span>,
    speaker: Option<WireSpeaker>,
    candidates: Vec<WireCandidate>,
    confidence: u16,
    evidence: Vec<WireEvidence>,
    unclosed: bool,
}

/// An [`Analysis`] on its way from the worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WireAnalysis {
    language: String,
    blocks: Vec<u8>,
    articles: Vec<u32>,
    mentions: Vec<WireMention>,
    entities: Vec<WireEntity>,
    quotes: Vec<WireQuote>,
    version: String,
    model: String,
}

/// What does not fit in a message from the worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WireError {
    /// A range is reversed, leaves the text or splits a character.
    Range,
    /// A reference to a cluster or mention that is not there.
    Reference,
    /// A code outside its table.
    Code,
    /// A quote without a part.
    EmptyQuote,
    /// Not the JSON of an analysis.
    Json,
}

impl fmt::Display for WireError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Range => "a range does not fit the text",
            Self::Reference => "a reference points nowhere",
            Self::Code => "an unknown code",
            Self::EmptyQuote => "a quote without words",
            Self::Json => "not an analysis",
        })
    }
}

impl std::error::Error for WireError {}

fn span(range: TextRange) -> Span {
    (range.start().get(), range.end().get())
}

impl From<&Evidence> for WireEvidence {
    fn from(from: &Evidence) -> Self {
        Self { rule: from.rule.to_string(), detail: from.detail.to_string() }
    }
}

impl From<WireEvidence> for Evidence {
    fn from(from: WireEvidence) -> Self {
        Self::new(from.rule, from.detail)
    }
}

fn evidence(from: &[Evidence]) -> Vec<WireEvidence> {
    from.iter().map(WireEvidence::from).collect()
}

fn evidence_back(from: Vec<WireEvidence>) -> Vec<Evidence> {
    from.into_iter().map(Evidence::from).collect()
}

fn shared(texts: Vec<String>) -> Vec<Arc<str>> {
    texts.into_iter().map(Arc::from).collect()
}

impl From<BlockChoice> for WireBlock {
    fn from(choice: BlockChoice) -> Self {
        Self { paragraph: choice.paragraph, kind: choice.kind.code() }
    }
}

impl WireBlock {
    /// The choice; the segmenter ignores a paragraph that is not there.
    pub fn resolve(self) -> Result<BlockChoice, WireError> {
        let kind = BlockKind::from_code(self.kind).ok_or(WireError::Code)?;
        Ok(BlockChoice { paragraph: self.paragraph, kind })
    }
}

impl From<ArticleLanguage> for WireLanguage {
    fn from(known: ArticleLanguage) -> Self {
        Self { code: known.language.code().to_owned(), by: known.by.code() }
    }
}

impl WireLanguage {
    /// The language, if it is one.
    pub fn resolve(self) -> Result<ArticleLanguage, WireError> {
        let language = Language::from_tag(&self.code).ok_or(WireError::Code)?;
        Ok(ArticleLanguage { language, by: LanguageBy::from_code(self.by).ok_or(WireError::Code)? })
    }
}

impl From<&Analysis> for WireAnalysis {
    fn from(from: &Analysis) -> Self {
        let mentions = from.mentions.iter().map(|mention| WireMention {
            range: span(mention.range),
            kind: mention.kind.code(),
            entity: mention.entity.get(),
            confidence: mention.confidence.get(),
            evidence: evidence(&mention.evidence),
        });
        let entities = from.entities.iter().map(|entity| WireEntity {
            kind: entity.kind.code(),
            name: entity.name.to_string(),
            mentions: entity.mentions.clone(),
            gender: entity.gender.code(),
            roles: entity.roles.iter().map(ToString::to_string).collect(),
            place: entity.place.as_ref().map(|place| WirePlace {
                country: place.country.to_string(),
                kind: place.kind.to_owned(),
                latitude_e2: place.latitude_e2,
                longitude_e2: place.longitude_e2,
                population_rank: place.population_rank,
            }),
        });
        let quotes = from.quotes.iter().map(|quote| WireQuote {
            kind: quote.kind.code(),
            parts: quote.parts.iter().copied().map(span).collect(),
            cue: quote.cue.map(span),
            speaker: quote.speaker.map(|speaker| WireSpeaker {
                range: span(speaker.range),
                entity: speaker.entity.map(EntityIndex::get),
            }),
            candidates: quote
                .candidates
                .iter()
                .map(|candidate| WireCandidate {
                    entity: candidate.entity.map(EntityIndex::get),
                    range: span(candidate.range),
                    score: candidate.score.get(),
                    evidence: (&candidate.evidence).into(),
                })
                .collect(),
            confidence: quote.confidence.get(),
            evidence: evidence(&quote.evidence),
            unclosed: quote.unclosed,
        });
        Self {
            language: from.language.code().to_owned(),
            blocks: from.blocks.iter().map(|kind| kind.code()).collect(),
            articles: from.articles.clone(),
            mentions: mentions.collect(),
            entities: entities.collect(),
            quotes: quotes.collect(),
            version: from.engine.version.clone(),
            model: from.engine.model.clone(),
        }
    }
}

/// Checks numbers against the text and the counts they refer to.
struct Resolver<'a> {
    text: &'a str,
    mentions: usize,
    entities: usize,
}

impl Resolver<'_> {
    fn range(&self, (start, end): Span) -> Result<TextRange, WireError> {
        let fits = start <= end
            && self.text.is_char_boundary(TextSize::new(start).index())
            && self.text.is_char_boundary(TextSize::new(end).index());
        if fits { Ok(TextRange::at(start, end)) } else { Err(WireError::Range) }
    }

    fn entity(&self, number: u32) -> Result<EntityIndex, WireError> {
        let index = EntityIndex::from(number);
        if index.index() < self.entities { Ok(index) } else { Err(WireError::Reference) }
    }

    fn mention(&self, from: WireMention) -> Result<Mention, WireError> {
        Ok(Mention {
            range: self.range(from.range)?,
            kind: EntityKind::from_code(from.kind).ok_or(WireError::Code)?,
            entity: self.entity(from.entity)?,
            confidence: Confidence::permille(from.confidence),
            evidence: evidence_back(from.evidence),
        })
    }

    fn cluster(&self, from: WireEntity) -> Result<Entity, WireError> {
        if from.mentions.iter().any(|mention| *mention as usize >= self.mentions) {
            return Err(WireError::Reference);
        }
        let place = match from.place {
            None => None,
            Some(part) => Some(PlaceFacts {
                country: part.country.into(),
                kind: place_kind(&part.kind).ok_or(WireError::Code)?,
                latitude_e2: part.latitude_e2,
                longitude_e2: part.longitude_e2,
                population_rank: part.population_rank,
            }),
        };
        Ok(Entity {
            kind: EntityKind::from_code(from.kind).ok_or(WireError::Code)?,
            name: from.name.into(),
            mentions: from.mentions,
            gender: Gender::from_code(from.gender).ok_or(WireError::Code)?,
            roles: shared(from.roles),
            place,
        })
    }

    fn candidate(&self, from: WireCandidate) -> Result<Candidate, WireError> {
        Ok(Candidate {
            entity: from.entity.map(|entity| self.entity(entity)).transpose()?,
            range: self.range(from.range)?,
            score: Confidence::permille(from.score),
            evidence: from.evidence.into(),
        })
    }

    fn quote(&self, from: WireQuote) -> Result<Quote, WireError> {
        if from.parts.is_empty() {
            return Err(WireError::EmptyQuote);
        }
        let speaker = match from.speaker {
            None => None,
            Some(span) => Some(SpeakerMention {
                range: self.range(span.range)?,
                entity: span.entity.map(|entity| self.entity(entity)).transpose()?,
            }),
        };
        Ok(Quote {
            kind: QuoteKind::from_code(from.kind).ok_or(WireError::Code)?,
            parts: from.parts.into_iter().map(|part| self.range(part)).collect::<Result<_, _>>()?,
            cue: from.cue.map(|cue| self.range(cue)).transpose()?,
            speaker,
            candidates: from
                .candidates
                .into_iter()
                .map(|candidate| self.candidate(candidate))
                .collect::<Result<_, _>>()?,
            confidence: Confidence::permille(from.confidence),
            evidence: evidence_back(from.evidence),
            unclosed: from.unclosed,
        })
    }
}

impl WireAnalysis {
    /// Reads what [`WireAnalysis::to_json`] wrote.
    pub fn from_json(json: &str) -> Result<Self, WireError> {
        serde_json::from_str(json).map_err(|_| WireError::Json)
    }

    /// As JSON.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("invariant: no map with odd keys, no failing writer")
    }

    /// The analysis of `text`, every number checked.
    pub fn resolve(self, text: &str) -> Result<Analysis, WireError> {
        let check = Resolver { text, mentions: self.mentions.len(), entities: self.entities.len() };
        let in_order = self.articles.is_sorted_by(|one, next| one < next);
        let in_text =
            self.articles.last().is_none_or(|&last| usize::try_from(last).is_ok_and(|last| last < self.blocks.len()));
        if !in_order || !in_text {
            return Err(WireError::Reference);
        }
        let blocks = self.blocks.into_iter().map(|code| BlockKind::from_code(code).ok_or(WireError::Code));
        Ok(Analysis {
            language: Language::from_tag(&self.language).ok_or(WireError::Code)?,
            blocks: blocks.collect::<Result<_, _>>()?,
            articles: self.articles,
            mentions: self.mentions.into_iter().map(|mention| check.mention(mention)).collect::<Result<_, _>>()?,
            entities: self.entities.into_iter().map(|entity| check.cluster(entity)).collect::<Result<_, _>>()?,
            quotes: self.quotes.into_iter().map(|quote| check.quote(quote)).collect::<Result<_, _>>()?,
            engine: EngineTag { version: self.version, model: self.model },
        })
    }
}
