//! Reading one record: a name, a quote, a cluster, a value of the history.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::anchor::Anchor;
use super::record::{
    ChangeRecord, ClusterRecord, CommonRecord, EngineRecord, EvidenceRecord, LabelRecord, MentionRecord, QuoteRecord,
    RoleRecord,
};
use super::words::{PAGE, Word};
use crate::document::{
    Annotation, AnnotationId, Body, Change, CheckStatus, EngineInfo, Entity, EntityId, Label, LabelId, MentionBody,
    Origin, Place, QuoteBody, Review, SpeakerCandidate, TextState,
};
use crate::formats::{BadValue, OpenError};
use crate::text::{InOrder as _, Source, TextRange};
use crate::vocabulary::{ArticleLanguage, BlockKind, Confidence, Evidence, Language, LanguageBy, QuoteKind};

/// Colors of labels.
const PALETTE: u8 = 12;

pub(super) fn word<T: Word>(word: &str) -> Result<T, OpenError> {
    T::from_word(word).ok_or_else(|| OpenError::BadValue(BadValue::Word(T::CHOICE, word.to_owned())))
}

pub(super) fn by_person(word: &str) -> Result<bool, OpenError> {
    match word {
        "person" => Ok(true),
        "engine" => Ok(false),
        other => Err(OpenError::BadValue(BadValue::Maker(other.to_owned()))),
    }
}

/// The language and who said so; none where the file has none, or one that is no language.
pub(super) fn language(lang: Option<&str>, by: Option<&str>) -> Result<Option<ArticleLanguage>, OpenError> {
    let by = match by {
        Some(PAGE) => LanguageBy::Page,
        Some(by) if by_person(by)? => LanguageBy::Person,
        _ => LanguageBy::Engine,
    };
    Ok(lang.and_then(Language::from_tag).map(|language| ArticleLanguage { language, by }))
}

pub(super) fn confidence(share: f64) -> Result<Confidence, OpenError> {
    if (0.0..=1.0).contains(&share) {
        Ok(Confidence::permille((share * 1000.0).round() as u16))
    } else {
        Err(OpenError::BadValue(BadValue::Confidence(share.to_string())))
    }
}

pub(super) fn degrees(value: f64) -> Result<i16, OpenError> {
    if (-180.0..=180.0).contains(&value) {
        Ok((value * 100.0).round() as i16)
    } else {
        Err(OpenError::BadValue(BadValue::Degrees(value.to_string())))
    }
}

/// Ids leave room for those to come.
pub(super) fn id(number: u32) -> Result<u32, OpenError> {
    if number < u32::MAX / 2 { Ok(number) } else { Err(OpenError::BadValue(BadValue::Id(number))) }
}

pub(in crate::formats) fn label(record: &LabelRecord<'_>) -> Result<Label, OpenError> {
    if record.color >= PALETTE {
        return Err(OpenError::BadValue(BadValue::Color(record.color)));
    }
    let shape = word(&record.shape)?;
    Ok(Label { name: (&*record.name).into(), key: record.key, color: record.color, shape })
}

pub(super) fn engine(record: &EngineRecord<'_>) -> EngineInfo {
    EngineInfo { version: (&*record.version).into(), model: (&*record.model).into() }
}

pub(super) fn evidence(all: &[EvidenceRecord<'_>]) -> Arc<[Evidence]> {
    all.iter().map(|entity| Evidence::new(Cow::Owned(entity.rule.to_string()), &*entity.detail)).collect()
}

pub(super) fn annotation(number: u32, body: Body, common: &CommonRecord<'_>) -> Result<Annotation, OpenError> {
    Ok(Annotation {
        id: AnnotationId(self::id(number)?),
        body,
        origin: word::<Origin>(&common.origin)?,
        review: word::<Review>(&common.review)?,
        confidence: common.confidence.map(confidence).transpose()?,
        evidence: evidence(&common.evidence),
        note: (&*common.note).into(),
        status: word::<CheckStatus>(&common.status)?,
    })
}

/// How a record names a label.
pub(super) enum Labels {
    /// In the file.
    ByName(BTreeMap<String, LabelId>),
    /// In the history, where names may change.
    ByNumber,
}

pub(super) struct Reader<'a> {
    pub(super) labels: Labels,
    pub(super) anchor: Anchor<'a>,
}

impl<'a> Reader<'a> {
    /// Reads values of the history, at a moment when the article had this text.
    pub(super) fn of_history(source: &'a Source) -> Self {
        Self { labels: Labels::ByNumber, anchor: Anchor::new(source, &std::iter::empty()) }
    }
}

impl Reader<'_> {
    fn label(&self, name: &str) -> Result<LabelId, OpenError> {
        let id = match &self.labels {
            Labels::ByName(ids) => ids.get(name).copied(),
            Labels::ByNumber => name.parse().ok().map(LabelId),
        };
        id.ok_or_else(|| OpenError::BadValue(BadValue::UnlistedLabel(name.to_owned())))
    }

    pub(super) fn cluster(&self, record: &ClusterRecord<'_>) -> Result<Entity, OpenError> {
        let place = match &record.place {
            None => None,
            Some(part) => Some(Place {
                country: (&*part.country).into(),
                kind: (&*part.kind).into(),
                latitude_e2: degrees(part.latitude)?,
                longitude_e2: degrees(part.longitude)?,
                population_rank: part.population_rank,
            }),
        };
        Ok(Entity {
            id: EntityId(id(record.id)?),
            label: self.label(&record.label)?,
            name: (&*record.name).into(),
            by_person: by_person(&record.name_by)?,
            place,
        })
    }

    /// `None` when its words are not in the text.
    pub(super) fn mention(&mut self, record: &MentionRecord<'_>) -> Result<Option<Annotation>, OpenError> {
        let label = self.label(&record.label)?;
        let Some(range) = self.anchor.place(&record.span) else { return Ok(None) };
        let body = MentionBody { range, label, entity: record.cluster.map(EntityId) };
        annotation(record.id, Body::Mention(body), &record.common).map(Some)
    }

    /// `None` when the words of a part are not in the text.
    pub(super) fn quote(&mut self, record: &QuoteRecord<'_>) -> Result<Option<Annotation>, OpenError> {
        let kind = word::<QuoteKind>(&record.kind)?;
        let parts: Option<Vec<TextRange>> = record.parts.iter().map(|part| self.anchor.place(part)).collect();
        let Some(mut parts) = parts.filter(|part| !part.is_empty()) else { return Ok(None) };
        if self.anchor.repairs.moved > 0 {
            parts.order();
            parts.dedup();
            if parts.windows(2).any(|pair| pair[0].end() > pair[1].start()) {
                return Ok(None);
            }
        }
        let mut candidates = Vec::new();
        for record in &record.candidates {
            if let Some(range) = self.anchor.place(&record.span) {
                let entity = record.cluster.map(EntityId);
                let score = confidence(record.score)?;
                candidates.push(SpeakerCandidate { entity, range, score, evidence: evidence(&record.evidence) });
            }
        }
        let body = QuoteBody {
            kind,
            parts: parts.into(),
            cue: record.cue.as_ref().and_then(|step| self.anchor.place(step)),
            speaker: record.speaker.as_ref().and_then(|step| self.anchor.place(step)),
            entity: record.person.map(EntityId),
            candidates: candidates.into(),
            unclosed: record.unclosed,
        };
        annotation(record.id, Body::Quote(body), &record.common).map(Some)
    }

    pub(super) fn change(&mut self, record: &ChangeRecord<'_>) -> Option<Change> {
        let annotation = |first: Annotation| Change::Annotation(first.id, Some(Arc::new(first)));
        Some(match record {
            ChangeRecord::Mention(record) => annotation(self.mention(record).ok()??),
            ChangeRecord::Quote(record) => annotation(self.quote(record).ok()??),
            ChangeRecord::NoAnnotation(id) => Change::Annotation(AnnotationId(*id), None),
            ChangeRecord::Cluster(record) => {
                let entity = self.cluster(record).ok()?;
                Change::Entity(entity.id, Some(Arc::new(entity)))
            }
            ChangeRecord::NoCluster(id) => Change::Entity(EntityId(*id), None),
            ChangeRecord::Text { text, roles } => Change::Text(Arc::new(text_state(text, roles)?)),
            ChangeRecord::Labels(all) => Change::Labels(all.iter().map(label).collect::<Result<_, _>>().ok()?),
            ChangeRecord::Paragraph { index, role, role_by } => {
                Change::Block { paragraph: *index, kind: BlockKind::from_word(role)?, chosen: by_person(role_by).ok()? }
            }
            ChangeRecord::Title(title) => Change::Title((&**title).into()),
            ChangeRecord::Language { lang, lang_by } => {
                Change::Language(language(lang.as_deref(), Some(lang_by)).ok()?)
            }
            ChangeRecord::Engine(info) => Change::Engine(info.as_ref().map(|at| Arc::new(engine(at)))),
        })
    }
}

/// A text of the history; `None` when it has not one role for each paragraph.
fn text_state(text: &str, roles: &[RoleRecord<'_>]) -> Option<TextState> {
    let source = Source::new(text);
    let mut state = TextState { source, blocks: Arc::default(), chosen: Arc::default(), told: Arc::default() };
    let mut blocks = Vec::with_capacity(roles.len());
    for (paragraph, RoleRecord { role, role_by }) in (0_u32..).zip(roles) {
        blocks.push(BlockKind::from_word(role)?);
        if role_by == PAGE {
            Arc::make_mut(&mut state.told).insert(paragraph);
        } else if by_person(role_by).ok()? {
            Arc::make_mut(&mut state.chosen).insert(paragraph);
        }
    }
    state.blocks = Arc::new(blocks);
    (state.blocks.len() == state.source.paragraphs().len()).then_some(state)
}
