//! Reading the file: what cannot be kept is said, what contradicts itself is refused.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::error::Category;

use super::anchor::{Anchor, Repairs};
use super::record::{
    ChangeRecord, ClusterRecord, CommonRecord, DeltaRecord, EngineRecord, EvidenceRecord, FileRecord, Head,
    HistoryRecord, LabelRecord, MentionRecord, QuoteRecord, RoleRecord, SpanRecord, StepRecord,
};
use super::words::{PAGE, Word};
use super::{FORMAT, VERSION, sha256};
use crate::document::{
    Annotation, AnnotationId, Body, Change, CheckStatus, Delta, DocumentParts, EngineInfo, Entity, EntityId, Label,
    LabelId, MentionBody, Origin, Place, QuoteBody, Review, Session, SpeakerCandidate, Step, StepKind, TextState,
};
use crate::formats::limits::{MAX_FILE_BYTES, MAX_TEXT_BYTES};
use crate::formats::{BadValue, OpenError};
use crate::text::{Source, TextRange};
use crate::vocabulary::{ArticleLanguage, BlockKind, Confidence, Evidence, Language, LanguageBy, QuoteKind};

/// Colors of labels.
const PALETTE: u8 = 12;

/// More labels than this are a mistake.
const MAX_LABELS: usize = 1000;

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The document, and its history when the file had one.
    pub session: Session,
    /// What had to be repaired; say it to the person when it is not empty.
    pub repairs: Repairs,
}

/// Reads what [`super::write`] or [`super::write_session`] wrote.
///
/// # Errors
/// One sentence on why the file cannot be opened.
pub fn read(json: &str) -> Result<Opened, OpenError> {
    if json.len() > MAX_FILE_BYTES {
        return Err(OpenError::TooLarge { bytes: json.len(), limit: MAX_FILE_BYTES });
    }
    read_whole(json)
}

/// Without a limit: what was written must be read again.
fn read_whole(json: &str) -> Result<Opened, OpenError> {
    let json = json.trim_start_matches('\u{feff}');
    if json.trim().is_empty() {
        return Err(OpenError::Empty);
    }
    let head: Head = serde_json::from_str(json).map_err(|error| match error.classify() {
        Category::Data => OpenError::NotOurs,
        _ => refusal(&error),
    })?;
    if head.format.as_ref().and_then(|out| out.as_str()) != Some(FORMAT) {
        return Err(OpenError::NotOurs);
    }
    match head.version {
        None | Some(0) => return Err(OpenError::BadValue(BadValue::NoVersion)),
        Some(version) if version > VERSION => return Err(OpenError::Newer { version, known: VERSION }),
        Some(_) => {}
    }
    let file: FileRecord<'_> = serde_json::from_str(json).map_err(|error| refusal(&error))?;
    if file.text.len() > MAX_TEXT_BYTES {
        return Err(OpenError::TooLarge { bytes: file.text.len(), limit: MAX_TEXT_BYTES });
    }
    if file.text.contains('\0') {
        return Err(OpenError::NulBytes);
    }
    open(&file)
}

fn refusal(error: &serde_json::Error) -> OpenError {
    match error.classify() {
        Category::Eof => OpenError::Truncated,
        Category::Data => parser(error),
        Category::Syntax | Category::Io => OpenError::BadJson { line: error.line(), column: error.column() },
    }
}

/// A value that the parser does not take.
fn parser(error: &serde_json::Error) -> OpenError {
    OpenError::BadValue(BadValue::Parser { line: error.line(), column: error.column(), detail: error.to_string() })
}

fn word<T: Word>(word: &str) -> Result<T, OpenError> {
    T::from_word(word).ok_or_else(|| OpenError::BadValue(BadValue::Word(T::CHOICE, word.to_owned())))
}

fn by_person(word: &str) -> Result<bool, OpenError> {
    match word {
        "person" => Ok(true),
        "engine" => Ok(false),
        other => Err(OpenError::BadValue(BadValue::Maker(other.to_owned()))),
    }
}

/// The language and who said so; none where the file has none, or one that is no language.
fn language(lang: Option<&str>, by: Option<&str>) -> Result<Option<ArticleLanguage>, OpenError> {
    let by = match by {
        Some(PAGE) => LanguageBy::Page,
        Some(by) if by_person(by)? => LanguageBy::Person,
        _ => LanguageBy::Engine,
    };
    Ok(lang.and_then(Language::from_tag).map(|language| ArticleLanguage { language, by }))
}

fn confidence(share: f64) -> Result<Confidence, OpenError> {
    if (0.0..=1.0).contains(&share) {
        Ok(Confidence::permille((share * 1000.0).round() as u16))
    } else {
        Err(OpenError::BadValue(BadValue::Confidence(share.to_string())))
    }
}

fn degrees(value: f64) -> Result<i16, OpenError> {
    if (-180.0..=180.0).contains(&value) {
        Ok((value * 100.0).round() as i16)
    } else {
        Err(OpenError::BadValue(BadValue::Degrees(value.to_string())))
    }
}

/// Ids leave room for those to come.
fn id(number: u32) -> Result<u32, OpenError> {
    if number < u32::MAX / 2 { Ok(number) } else { Err(OpenError::BadValue(BadValue::Id(number))) }
}

fn label(record: &LabelRecord<'_>) -> Result<Label, OpenError> {
    if record.color >= PALETTE {
        return Err(OpenError::BadValue(BadValue::Color(record.color)));
    }
    let shape = word(&record.shape)?;
    Ok(Label { name: (&*record.name).into(), key: record.key, color: record.color, shape })
}

fn engine(record: &EngineRecord<'_>) -> EngineInfo {
    EngineInfo { version: (&*record.version).into(), model: (&*record.model).into() }
}

fn evidence(all: &[EvidenceRecord<'_>]) -> Arc<[Evidence]> {
    all.iter().map(|entity| Evidence::new(Cow::Owned(entity.rule.to_string()), &*entity.detail)).collect()
}

fn annotation(number: u32, body: Body, common: &CommonRecord<'_>) -> Result<Annotation, OpenError> {
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
enum Labels {
    /// In the file.
    ByName(BTreeMap<String, LabelId>),
    /// In the history, where names may change.
    ByNumber,
}

struct Reader<'a> {
    labels: Labels,
    anchor: Anchor<'a>,
}

impl<'a> Reader<'a> {
    /// Reads values of the history, at a moment when the article had this text.
    fn of_history(source: &'a Source) -> Self {
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

    fn cluster(&self, record: &ClusterRecord<'_>) -> Result<Entity, OpenError> {
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
    fn mention(&mut self, record: &MentionRecord<'_>) -> Result<Option<Annotation>, OpenError> {
        let label = self.label(&record.label)?;
        let Some(range) = self.anchor.place(&record.span) else { return Ok(None) };
        let body = MentionBody { range, label, entity: record.cluster.map(EntityId) };
        annotation(record.id, Body::Mention(body), &record.common).map(Some)
    }

    /// `None` when the words of a part are not in the text.
    fn quote(&mut self, record: &QuoteRecord<'_>) -> Result<Option<Annotation>, OpenError> {
        let kind = word::<QuoteKind>(&record.kind)?;
        let parts: Option<Vec<TextRange>> = record.parts.iter().map(|part| self.anchor.place(part)).collect();
        let Some(mut parts) = parts.filter(|part| !part.is_empty()) else { return Ok(None) };
        if self.anchor.repairs.moved > 0 {
            parts.sort_unstable();
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

    fn change(&mut self, record: &ChangeRecord<'_>) -> Option<Change> {
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

fn open(file: &FileRecord<'_>) -> Result<Opened, OpenError> {
    let source = Source::new(&*file.text);
    if file.labels.len() > MAX_LABELS {
        return Err(OpenError::BadValue(BadValue::Labels(file.labels.len())));
    }
    let labels = file.labels.iter().map(label).collect::<Result<Vec<_>, _>>()?;
    let names = labels.iter().zip(0..).map(|(line, index)| (line.name.to_string(), LabelId(index))).collect();
    let mut reader = Reader { labels: Labels::ByName(names), anchor: Anchor::new(&source, &spans(file)) };
    reader.anchor.repairs.text_changed = !file.text_sha256.eq_ignore_ascii_case(&sha256(&file.text));

    let mut annotations = Vec::new();
    let mut marked = BTreeSet::new();
    for record in &file.mentions {
        let found = reader.mention(record)?;
        // Two mentions of a changed text may come to lie on the same words.
        let moved = reader.anchor.repairs.moved > 0;
        let key = |annotation: &Annotation| {
            (annotation.is_live(), annotation.body.mention().map(|mention| (mention.range, mention.label)))
        };
        match found {
            Some(annotation) if !moved || !annotation.is_live() || !marked.contains(&key(&annotation)) => {
                marked.insert(key(&annotation));
                annotations.push(annotation);
            }
            _ => reader.anchor.repairs.dropped += 1,
        }
    }
    for record in &file.quotes {
        match reader.quote(record)? {
            Some(annotation) => annotations.push(annotation),
            None => reader.anchor.repairs.dropped += 1,
        }
    }
    if annotations.is_empty() && reader.anchor.repairs.dropped > 0 {
        return Err(OpenError::NothingFits);
    }
    let mut entities =
        file.clusters.iter().map(|character| reader.cluster(character)).collect::<Result<Vec<_>, _>>()?;
    let used = referenced(&annotations);
    entities.retain(|entity| used.contains(&entity.id));

    let Roles { blocks, chosen, told } = roles(file, &source, &mut reader.anchor.repairs)?;
    let document = DocumentParts {
        source: source.clone(),
        title: (&*file.title).into(),
        annotations,
        entities,
        labels,
        blocks,
        told,
        chosen,
        language: language(file.lang.as_deref(), file.lang_by.as_deref())?,
        engine: file.engine.as_ref().map(engine),
    }
    .assemble()
    .map_err(OpenError::Inconsistent)?;
    let Some(history) = &file.history else {
        return Ok(Opened { session: Session::new(document), repairs: reader.anchor.repairs });
    };
    let repaired = !reader.anchor.repairs.is_empty();
    let (session, kept) = match both(&source, history).filter(|_| !repaired) {
        Some((undo, redo)) => Session::with_history(document, undo, redo),
        None => (Session::new(document), false),
    };
    reader.anchor.repairs.history_lost = !kept;
    Ok(Opened { session, repairs: reader.anchor.repairs })
}

type Steps = Vec<Arc<Step>>;

/// Steps, of which the last begins at this text: each is read by the text it begins at.
fn steps(source: &Source, all: &[StepRecord<'_>]) -> Option<Steps> {
    let mut here = source.clone();
    let mut steps = all.iter().rev().map(|record| step(&mut here, record).map(Arc::new)).collect::<Option<Vec<_>>>()?;
    steps.reverse();
    Some(steps)
}

/// Afterwards `here` is the text that the step leads to.
fn step(here: &mut Source, record: &StepRecord<'_>) -> Option<Step> {
    let mut changes = Vec::with_capacity(record.changes.len());
    for of_one_text in record.changes.split_inclusive(|change| matches!(change, ChangeRecord::Text { .. })) {
        let source = here.clone();
        let mut reader = Reader::of_history(&source);
        for record in of_one_text {
            changes.push(reader.change(record)?);
        }
        if let Some(Change::Text(text)) = changes.last() {
            *here = text.source.clone();
        }
    }
    Some(Step {
        action: StepKind::of_code(&record.action)?,
        count: record.count,
        before: record.before.map(AnnotationId),
        after: record.after.map(AnnotationId),
        changes,
    })
}

fn both(source: &Source, history: &HistoryRecord<'_>) -> Option<(Steps, Steps)> {
    Some((steps(source, &history.undo)?, steps(source, &history.redo)?))
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

/// Reads what the page keeps: what [`super::write_session`] wrote, and what [`super::write_change`] wrote after it.
///
/// # Errors
/// One sentence on why the session cannot be opened. Changes that do not fit are left out, and said in the repairs.
pub fn read_session(whole: &str, changes: &[impl AsRef<str>]) -> Result<Opened, OpenError> {
    let Opened { session, mut repairs } = read_whole(whole)?;
    let source = session.document().source().clone();
    let deltas: Vec<Delta> = changes.iter().map_while(|change| delta(&source, change.as_ref())).collect();
    let (session, fit) = Delta::replay(session, &deltas);
    repairs.changes_lost = changes.len() - fit;
    Ok(Opened { session, repairs })
}

fn delta(source: &Source, json: &str) -> Option<Delta> {
    let mut reader = Reader::of_history(source);
    let record: DeltaRecord<'_> = serde_json::from_str(json).ok()?;
    Some(Delta {
        changes: record.changes.iter().map(|character| reader.change(character)).collect::<Option<_>>()?,
        undo_kept: record.undo_kept,
        undo: steps(source, &record.undo)?,
        redo_kept: record.redo_kept,
        redo: steps(source, &record.redo)?,
    })
}

/// Every span of a file that says its words.
fn spans<'a>(file: &'a FileRecord<'a>) -> impl Iterator<Item = &'a SpanRecord<'a>> + Clone {
    let parts = file.quotes.iter().flat_map(|quote| quote.parts.iter().chain(&quote.cue).chain(&quote.speaker));
    file.mentions.iter().map(|mention| &mention.span).chain(parts)
}

fn referenced(annotations: &[Annotation]) -> BTreeSet<EntityId> {
    let of = |annotation: &Annotation| match &annotation.body {
        Body::Mention(mention) => mention.entity.into_iter().collect::<Vec<_>>(),
        Body::Quote(quote) => {
            quote.candidates.iter().filter_map(|candidate| candidate.entity).chain(quote.entity).collect()
        }
    };
    annotations.iter().flat_map(of).collect()
}

/// Roles of paragraphs.
struct Roles {
    blocks: Vec<BlockKind>,
    /// The paragraphs whose role the person set, and those whose role the page said.
    chosen: Vec<u32>,
    told: Vec<u32>,
}

/// The roles of paragraphs, which of them the person set, and which the page said; all body text when they do not fit the text.
fn roles(file: &FileRecord<'_>, source: &Source, repairs: &mut Repairs) -> Result<Roles, OpenError> {
    let count = source.paragraphs().len();
    if file.paragraphs.len() != count {
        repairs.roles_lost = true;
        return Ok(Roles { blocks: vec![BlockKind::Body; count], chosen: Vec::new(), told: Vec::new() });
    }
    let (mut blocks, mut chosen, mut told) = (Vec::with_capacity(count), Vec::new(), Vec::new());
    for (record, index) in file.paragraphs.iter().zip(0..) {
        blocks.push(word(&record.role)?);
        if record.role_by == PAGE {
            told.push(index);
        } else if by_person(&record.role_by)? {
            chosen.push(index);
        }
    }
    Ok(Roles { blocks, chosen, told })
}
