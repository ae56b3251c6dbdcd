//! Writing the file.

use std::borrow::Cow;
use std::sync::Arc;

use super::record::{
    CandidateRecord, ChangeRecord, ClusterRecord, CommonRecord, DeltaRecord, EngineRecord, EvidenceRecord, FileRecord,
    HistoryRecord, LabelRecord, MentionRecord, ParagraphRecord, PlaceRecord, QuoteRecord, RoleRecord, SpanRecord,
    StepRecord,
};
use super::words::{PAGE, Word, by, language_by};
use super::{FORMAT, OFFSET_UNIT, VERSION, sha256};
use crate::document::{
    Annotation, Body, Change, Delta, Document, EngineInfo, Entity, Label, LabelId, MentionBody, QuoteBody, Session,
    Step, TextState,
};
use crate::text::{InOrder as _, Source, TextRange};
use crate::vocabulary::{BlockKind, Confidence, Evidence};

/// The file to download, indented for reading.
pub fn write(document: &Document) -> String {
    let mut json = serde_json::to_string_pretty(&file(document)).expect("invariant: the records are plain data");
    json.push('\n');
    json
}

/// What the page keeps for itself: the file, compact, with the history of undo and redo.
pub fn write_session(session: &Session) -> String {
    let mut record = file(session.document());
    record.history = Some(HistoryRecord {
        undo: steps(session.document(), session.undo_steps()),
        redo: steps(session.document(), session.redo_steps()),
    });
    serde_json::to_string(&record).expect("invariant: the records are plain data")
}

/// What leads from `before`, a moment of this session that is written already, to `session`, to be written behind it;
/// `None` where writing the whole session is no more work.
pub fn write_change(before: &Session, session: &Session) -> Option<String> {
    let delta = Delta::between(before, session)?;
    if delta.size() > FEW + session.document().annotations().count() / 4 {
        return None;
    }
    let writer = Writer::new(session.document(), Covered::Left);
    let record = DeltaRecord {
        changes: delta.changes.iter().map(|character| writer.change(character)).collect(),
        undo_kept: delta.undo_kept,
        undo: steps(session.document(), &delta.undo),
        redo_kept: delta.redo_kept,
        redo: steps(session.document(), &delta.redo),
    };
    Some(serde_json::to_string(&record).expect("invariant: the records are plain data"))
}

/// Steps, of which the last begins at `document`: each is written by the text it begins at.
fn steps<'a>(document: &'a Document, all: &'a [Arc<Step>]) -> Vec<StepRecord<'a>> {
    let mut writer = Writer::new(document, Covered::Left);
    let mut records: Vec<_> = all.iter().rev().map(|step| writer.step(step)).collect();
    records.reverse();
    records
}

/// Values that are always worth writing apart.
const FEW: usize = 40;

/// Whether spans repeat the words they cover.
#[derive(Clone, Copy, PartialEq)]
enum Covered {
    Written,
    Left,
}

fn file(document: &Document) -> FileRecord<'_> {
    let writer = Writer::new(document, Covered::Written);
    let indices = |blocks: Vec<(u32, BlockKind)>| blocks.into_iter().map(|(index, _)| index).collect::<Vec<u32>>();
    let (chosen, told) = (indices(document.chosen_blocks()), indices(document.told_blocks()));
    let source = document.source();
    let paragraph = |(index, (&range, kind)): (usize, (&TextRange, &BlockKind))| {
        let span = writer.span(range);
        let among = |indices: &[u32]| indices.binary_search(&(index as u32)).is_ok();
        let role_by = if among(&told) { PAGE } else { by(among(&chosen)) }.into();
        ParagraphRecord { start: span.start, end: span.end, role: kind.word().into(), role_by }
    };
    let mut all: Vec<_> = document.annotations().collect();
    all.order_by_key(|first| (first.body.span().start(), std::cmp::Reverse(first.body.span().end()), first.id));
    let (mut mentions, mut quotes) = (Vec::new(), Vec::new());
    for annotation in all {
        match &annotation.body {
            Body::Mention(mention) => mentions.push(writer.mention(annotation, mention)),
            Body::Quote(quote) => quotes.push(writer.quote(annotation, quote)),
        }
    }
    FileRecord {
        format: FORMAT.into(),
        version: VERSION,
        offset_unit: OFFSET_UNIT.into(),
        title: document.title().into(),
        text: source.text().into(),
        text_sha256: sha256(source.text()).into(),
        lang: document.language().map(|known| known.language.to_string().into()),
        lang_by: document.language().map(|known| language_by(known.by).into()),
        engine: document.engine().map(engine),
        labels: document.labels().iter().map(label_record).collect(),
        paragraphs: source.paragraphs().iter().zip(document.blocks()).enumerate().map(paragraph).collect(),
        clusters: document.all_entities().map(|entity| writer.cluster(entity)).collect(),
        mentions,
        quotes,
        history: None,
    }
}

fn text(state: &TextState) -> ChangeRecord<'_> {
    let role = |(paragraph, kind): (u32, &BlockKind)| {
        let role_by = if state.told.contains(&paragraph) { PAGE } else { by(state.chosen.contains(&paragraph)) };
        RoleRecord { role: kind.word().into(), role_by: role_by.into() }
    };
    ChangeRecord::Text {
        text: state.source.text().into(),
        roles: (0_u32..).zip(state.blocks.iter()).map(role).collect(),
    }
}

fn engine(info: &EngineInfo) -> EngineRecord<'_> {
    EngineRecord { version: (&*info.version).into(), model: (&*info.model).into() }
}

pub(in crate::formats) fn label_record(label: &Label) -> LabelRecord<'_> {
    LabelRecord { name: (&*label.name).into(), key: label.key, color: label.color, shape: label.shape.word().into() }
}

fn share(confidence: Confidence) -> f64 {
    f64::from(confidence.get()) / 1000.0
}

fn evidence(all: &[Evidence]) -> Vec<EvidenceRecord<'_>> {
    all.iter().map(|entity| EvidenceRecord { rule: (&*entity.rule).into(), detail: (&*entity.detail).into() }).collect()
}

fn common(annotation: &Annotation) -> CommonRecord<'_> {
    CommonRecord {
        origin: annotation.origin.word().into(),
        review: annotation.review.word().into(),
        confidence: annotation.confidence.map(share),
        evidence: evidence(&annotation.evidence),
        note: (&*annotation.note).into(),
        status: annotation.status.word().into(),
    }
}

struct Writer<'a> {
    source: &'a Source,
    labels: Vec<String>,
    covered: Covered,
}

impl<'a> Writer<'a> {
    fn new(document: &'a Document, covered: Covered) -> Self {
        let labels = document.labels().iter().map(|label| label.name.to_string()).collect();
        Self { source: document.source(), labels, covered }
    }

    /// A label by its name; in the history, where names may change, by its number.
    fn label_name(&self, id: LabelId) -> Cow<'a, str> {
        match self.labels.get(id.0 as usize) {
            Some(name) if self.covered == Covered::Written => name.clone().into(),
            _ => id.0.to_string().into(),
        }
    }

    fn span(&self, range: TextRange) -> SpanRecord<'a> {
        let (text, map) = (self.source.text(), self.source.map());
        SpanRecord {
            start: map.to_char(text, range.start()).0,
            end: map.to_char(text, range.end()).0,
            text: (self.covered == Covered::Written).then(|| self.source.slice(range).into()),
        }
    }

    fn cluster<'b>(&self, entity: &'b Entity) -> ClusterRecord<'b>
    where
        'a: 'b,
    {
        ClusterRecord {
            id: entity.id.0,
            label: self.label_name(entity.label),
            name: (&*entity.name).into(),
            name_by: by(entity.by_person).into(),
            place: entity.place.as_ref().map(|place| PlaceRecord {
                country: (&*place.country).into(),
                kind: (&*place.kind).into(),
                latitude: f64::from(place.latitude_e2) / 100.0,
                longitude: f64::from(place.longitude_e2) / 100.0,
                population_rank: place.population_rank,
            }),
        }
    }

    fn mention<'b>(&self, annotation: &'b Annotation, mention: &MentionBody) -> MentionRecord<'b>
    where
        'a: 'b,
    {
        MentionRecord {
            id: annotation.id.0,
            label: self.label_name(mention.label),
            span: self.span(mention.range),
            cluster: mention.entity.map(|entity| entity.0),
            common: common(annotation),
        }
    }

    fn quote<'b>(&self, annotation: &'b Annotation, quote: &'b QuoteBody) -> QuoteRecord<'b>
    where
        'a: 'b,
    {
        QuoteRecord {
            id: annotation.id.0,
            label: "QUOTE".into(),
            kind: quote.kind.word().into(),
            span: self.span(annotation.body.span()),
            parts: quote.parts.iter().map(|&range| self.span(range)).collect(),
            cue: quote.cue.map(|range| self.span(range)),
            speaker: quote.speaker.map(|range| self.span(range)),
            person: quote.entity.map(|entity| entity.0),
            candidates: quote
                .candidates
                .iter()
                .map(|candidate| CandidateRecord {
                    cluster: candidate.entity.map(|entity| entity.0),
                    span: self.span(candidate.range),
                    score: share(candidate.score),
                    evidence: evidence(&candidate.evidence),
                })
                .collect(),
            unclosed: quote.unclosed,
            common: common(annotation),
        }
    }

    /// Afterwards the writer writes by the text that the step leads to.
    fn step(&mut self, step: &'a Step) -> StepRecord<'a> {
        let mut changes = Vec::with_capacity(step.changes.len());
        for change in &step.changes {
            changes.push(self.change(change));
            if let Change::Text(text) = change {
                self.source = &text.source;
            }
        }
        StepRecord {
            action: step.action.code().into(),
            count: step.count,
            before: step.before.map(|id| id.0),
            after: step.after.map(|id| id.0),
            changes,
        }
    }

    fn change<'b>(&self, change: &'b Change) -> ChangeRecord<'b>
    where
        'a: 'b,
    {
        match change {
            Change::Annotation(id, None) => ChangeRecord::NoAnnotation(id.0),
            Change::Annotation(_, Some(annotation)) => match &annotation.body {
                Body::Mention(mention) => ChangeRecord::Mention(self.mention(annotation, mention)),
                Body::Quote(quote) => ChangeRecord::Quote(Box::new(self.quote(annotation, quote))),
            },
            Change::Entity(id, None) => ChangeRecord::NoCluster(id.0),
            Change::Entity(_, Some(entity)) => ChangeRecord::Cluster(self.cluster(entity)),
            Change::Text(state) => text(state),
            Change::Labels(labels) => ChangeRecord::Labels(labels.iter().map(label_record).collect()),
            Change::Block { paragraph, kind, chosen } => {
                ChangeRecord::Paragraph { index: *paragraph, role: kind.word().into(), role_by: by(*chosen).into() }
            }
            Change::Title(title) => ChangeRecord::Title((&**title).into()),
            Change::Language(known) => ChangeRecord::Language {
                lang: known.map(|known| known.language.to_string()),
                lang_by: language_by(known.map(|known| known.by).unwrap_or_default()).into(),
            },
            Change::Engine(info) => ChangeRecord::Engine(info.as_deref().map(engine)),
        }
    }
}
