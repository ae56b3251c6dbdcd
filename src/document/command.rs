//! Everything a person can do to a document.

use std::fmt;
use std::sync::Arc;

use super::{AnnotationId, CheckStatus, EntityId, Label, LabelId};
use crate::analysis::Analysis;
use crate::text::TextRange;
use crate::vocabulary::{BlockKind, Confidence, QuoteKind};

/// One action of the person (or the arrival of an analysis), before it is checked. Running it gives one undo step.
///
/// Ranges are already snapped (`Document::snap`); a command never changes them silently.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Marks names. Several ranges make one step ("mark all 14"). `entity` joins a cluster, otherwise one is found by
    /// name or made.
    AddMentions { ranges: Vec<TextRange>, label: LabelId, entity: Option<EntityId> },
    /// Marks a quote.
    AddQuote { parts: Vec<TextRange>, kind: QuoteKind },
    /// Deletes what a person made; an engine's suggestion becomes rejected, so that it does not come back.
    Remove(Vec<AnnotationId>),
    /// Gives a mention another range, or a quote's part `part` another range; id, links and notes stay.
    Retarget { id: AnnotationId, part: usize, range: TextRange },
    /// Adds a part to a quote.
    AddPart { id: AnnotationId, range: TextRange },
    /// Takes a part from a quote that has several.
    RemovePart { id: AnnotationId, part: usize },
    /// Another label for mentions.
    Relabel { ids: Vec<AnnotationId>, label: LabelId },
    /// Makes a mention a quote of this kind, or changes a quote's kind.
    SetQuoteKind { id: AnnotationId, kind: QuoteKind },
    /// Makes a quote a mention.
    QuoteToMention { id: AnnotationId, label: LabelId },
    /// Who said it: the cluster and the words that name it.
    SetSpeaker { id: AnnotationId, person: Option<EntityId>, mention: Option<TextRange> },
    /// The words that introduce a quote.
    SetCue { id: AnnotationId, cue: Option<TextRange> },
    /// Another canonical name.
    RenameEntity { id: EntityId, name: Arc<str> },
    /// Another label for a cluster and all its mentions.
    RelabelEntity { id: EntityId, label: LabelId },
    /// All mentions and quotes of `from` now belong to `into`.
    MergeEntities { from: Vec<EntityId>, into: EntityId },
    /// These mentions leave their cluster and form a new one (named after the longest) or join `into`.
    MoveMentions { ids: Vec<AnnotationId>, into: Option<EntityId> },
    /// "Not a person": rejects or removes all mentions of a cluster.
    RemoveEntity(EntityId),
    /// Right.
    Accept(Vec<AnnotationId>),
    /// Wrong.
    Reject(Vec<AnnotationId>),
    /// Accepts every suggestion of at least this confidence.
    AcceptAll { at_least: Confidence },
    /// Back to a suggestion.
    Unreview(Vec<AnnotationId>),
    /// A note; empty text removes it.
    SetNote { id: AnnotationId, note: Arc<str> },
    /// State of fact checking.
    SetStatus { ids: Vec<AnnotationId>, status: CheckStatus },
    /// The role of a paragraph.
    SetBlock { paragraph: u32, kind: BlockKind },
    /// A new label, or other properties of one.
    PutLabel { id: Option<LabelId>, label: Label },
    /// The title of the session.
    SetTitle(Arc<str>),
    /// Takes over an analysis: replaces untouched suggestions, keeps everything a person did.
    ApplyAnalysis(Arc<Analysis>),
}

/// Why a command was refused, as a sentence for the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommandError {
    /// The annotation is gone.
    UnknownAnnotation,
    /// The cluster is gone.
    UnknownEntity,
    /// The label does not exist.
    UnknownLabel,
    /// Nothing but white space is selected.
    EmptyRange,
    /// The range is not within the text or splits a character.
    BadRange,
    /// The same words already carry this label.
    AlreadyMarked,
    /// The command asks for what is already so.
    NothingToDo,
    /// A quote needs at least one part.
    LastPart,
    /// This is a quote, not a name, or the other way round.
    WrongKind,
    /// Another label already has this name or key.
    LabelTaken,
}

impl fmt::Display for CommandError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::UnknownAnnotation => "That annotation is no longer there",
            Self::UnknownEntity => "That person, place or organization is no longer there",
            Self::UnknownLabel => "That label does not exist",
            Self::EmptyRange => "Select some words first",
            Self::BadRange => "That selection does not lie within the article",
            Self::AlreadyMarked => "These words already carry this label",
            Self::NothingToDo => "Nothing to change",
            Self::LastPart => "A quote needs at least one part; delete the quote instead",
            Self::WrongKind => "That works for names only, or for quotes only",
            Self::LabelTaken => "Another label already has this name or key",
        })
    }
}

impl std::error::Error for CommandError {}
