//! The shape of the file: `schema/annotations.schema.json` says the same in JSON Schema.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// The whole file.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct FileRecord<'a> {
    pub(super) format: Cow<'a, str>,
    pub(super) version: u64,
    pub(super) offset_unit: Cow<'a, str>,
    pub(super) title: Cow<'a, str>,
    pub(super) text: Cow<'a, str>,
    pub(super) text_sha256: Cow<'a, str>,
    /// Left out where it is still to be found out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) lang: Option<Cow<'a, str>>,
    /// Who said so: `engine`, `page` or `person`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) lang_by: Option<Cow<'a, str>>,
    pub(super) engine: Option<EngineRecord<'a>>,
    pub(super) labels: Vec<LabelRecord<'a>>,
    pub(super) paragraphs: Vec<ParagraphRecord<'a>>,
    pub(super) clusters: Vec<ClusterRecord<'a>>,
    pub(super) mentions: Vec<MentionRecord<'a>>,
    pub(super) quotes: Vec<QuoteRecord<'a>>,
    /// Only in what the page stores for itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) history: Option<HistoryRecord<'a>>,
}

/// Enough of a file to say what it is.
#[derive(Debug, Deserialize)]
pub(super) struct Head {
    pub(super) format: Option<serde_json::Value>,
    pub(super) version: Option<u64>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct EngineRecord<'a> {
    pub(super) version: Cow<'a, str>,
    pub(super) model: Cow<'a, str>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(in crate::formats) struct LabelRecord<'a> {
    pub(super) name: Cow<'a, str>,
    pub(super) key: Option<char>,
    pub(super) color: u8,
    pub(super) shape: Cow<'a, str>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ParagraphRecord<'a> {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) role: Cow<'a, str>,
    /// Who said so: `engine` or `person`.
    pub(super) role_by: Cow<'a, str>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct PlaceRecord<'a> {
    pub(super) country: Cow<'a, str>,
    pub(super) kind: Cow<'a, str>,
    pub(super) latitude: f64,
    pub(super) longitude: f64,
    pub(super) population_rank: u8,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ClusterRecord<'a> {
    pub(super) id: u32,
    pub(super) label: Cow<'a, str>,
    pub(super) name: Cow<'a, str>,
    /// Who chose name and members: `engine` or `person`.
    pub(super) name_by: Cow<'a, str>,
    pub(super) place: Option<PlaceRecord<'a>>,
}

/// A stretch of the text; `text` is left out in the history.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SpanRecord<'a> {
    pub(super) start: u32,
    pub(super) end: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<Cow<'a, str>>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct EvidenceRecord<'a> {
    pub(super) rule: Cow<'a, str>,
    pub(super) detail: Cow<'a, str>,
}

/// What names and quotes have in common.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct CommonRecord<'a> {
    pub(super) origin: Cow<'a, str>,
    pub(super) review: Cow<'a, str>,
    pub(super) confidence: Option<f64>,
    pub(super) evidence: Vec<EvidenceRecord<'a>>,
    pub(super) note: Cow<'a, str>,
    pub(super) status: Cow<'a, str>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct MentionRecord<'a> {
    pub(super) id: u32,
    pub(super) label: Cow<'a, str>,
    #[serde(flatten)]
    pub(super) span: SpanRecord<'a>,
    pub(super) cluster: Option<u32>,
    #[serde(flatten)]
    pub(super) common: CommonRecord<'a>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct CandidateRecord<'a> {
    pub(super) cluster: Option<u32>,
    #[serde(flatten)]
    pub(super) span: SpanRecord<'a>,
    pub(super) score: f64,
    pub(super) evidence: Vec<EvidenceRecord<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct QuoteRecord<'a> {
    pub(super) id: u32,
    /// Always `QUOTE`.
    pub(super) label: Cow<'a, str>,
    pub(super) kind: Cow<'a, str>,
    /// From the first part to the last.
    #[serde(flatten)]
    pub(super) span: SpanRecord<'a>,
    pub(super) parts: Vec<SpanRecord<'a>>,
    pub(super) cue: Option<SpanRecord<'a>>,
    pub(super) speaker: Option<SpanRecord<'a>>,
    /// The cluster that said it.
    pub(super) person: Option<u32>,
    pub(super) candidates: Vec<CandidateRecord<'a>>,
    pub(super) unclosed: bool,
    #[serde(flatten)]
    pub(super) common: CommonRecord<'a>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct HistoryRecord<'a> {
    /// Oldest first.
    pub(super) undo: Vec<StepRecord<'a>>,
    /// The next one last.
    pub(super) redo: Vec<StepRecord<'a>>,
}

/// What changed since the session was written before; only in what the page stores for itself.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct DeltaRecord<'a> {
    pub(super) changes: Vec<ChangeRecord<'a>>,
    pub(super) undo_kept: usize,
    pub(super) undo: Vec<StepRecord<'a>>,
    pub(super) redo_kept: usize,
    pub(super) redo: Vec<StepRecord<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct StepRecord<'a> {
    pub(super) action: Cow<'a, str>,
    pub(super) count: usize,
    pub(super) before: Option<u32>,
    pub(super) after: Option<u32>,
    pub(super) changes: Vec<ChangeRecord<'a>>,
}

/// The role of a paragraph of a text in the history.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct RoleRecord<'a> {
    pub(super) role: Cow<'a, str>,
    /// Who said so: `engine`, `page` or `person`.
    pub(super) role_by: Cow<'a, str>,
}

/// One value of the history, spans without their text.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum ChangeRecord<'a> {
    Mention(MentionRecord<'a>),
    Quote(Box<QuoteRecord<'a>>),
    NoAnnotation(u32),
    Cluster(ClusterRecord<'a>),
    NoCluster(u32),
    Text { text: Cow<'a, str>, roles: Vec<RoleRecord<'a>> },
    Labels(Vec<LabelRecord<'a>>),
    Paragraph { index: u32, role: Cow<'a, str>, role_by: Cow<'a, str> },
    Title(Cow<'a, str>),
    Language { lang: Option<String>, lang_by: Cow<'a, str> },
    Engine(Option<EngineRecord<'a>>),
}
