//! Everything a person can do to a document.

use std::fmt;
use std::sync::Arc;

use crate::analysis::Analysis;
use crate::document::annotation::CheckStatus;
use crate::document::entity::Label;
use crate::document::ids::{AnnotationId, EntityId, LabelId};
use crate::text::TextRange;
use crate::vocabulary::{BlockKind, Language, QuoteKind};

/// One action of the person (or the arrival of an analysis), before it is checked. Running it gives one undo step.
///
/// Ranges are already snapped (`Document::snap`); a command never changes them silently.
///
/// What a person changed counts as theirs ([`crate::document::Origin::Person`]) and reviewed. Actions on "all mentions" are these
/// commands with the ids that `Document::same_words` or `Document::mentions_of` gives, whose number the page shows
/// beforehand.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Marks names. Several ranges make one step ("mark all 14"). Ranges that already carry the label are skipped.
    AddMentions {
        /// What to mark.
        ranges: Vec<TextRange>,
        /// As what.
        label: LabelId,
        /// The cluster to join, of the same label; `None` finds one by name or makes one.
        entity: Option<EntityId>,
    },
    /// Marks a quote.
    AddQuote {
        /// In any order, disjoint; marks included.
        parts: Vec<TextRange>,
        /// How the words are attributed.
        kind: QuoteKind,
    },
    /// Deletes what a person made; what the engine found becomes rejected, so that it does not come back.
    Remove(Vec<AnnotationId>),
    /// Gives a mention, or one part of a quote, another range; id, links and notes stay.
    Retarget {
        /// The annotation.
        id: AnnotationId,
        /// Which part, 0 for a mention.
        part: usize,
        /// What it covers now.
        range: TextRange,
    },
    /// Adds a part to a quote.
    AddPart {
        /// The quote.
        id: AnnotationId,
        /// Disjoint from the other parts.
        range: TextRange,
    },
    /// Takes a part from a quote that has several.
    RemovePart {
        /// The quote.
        id: AnnotationId,
        /// Which part.
        part: usize,
    },
    /// Another label for mentions. When it is all of a cluster, the cluster is relabeled and keeps its name.
    Relabel {
        /// Mentions.
        ids: Vec<AnnotationId>,
        /// What they are now.
        label: LabelId,
    },
    /// Makes a mention a quote of this kind, or changes a quote's kind.
    SetQuoteKind {
        /// A quote or a mention.
        id: AnnotationId,
        /// What it is now.
        kind: QuoteKind,
    },
    /// Makes a quote a mention of its first part without the marks.
    QuoteToMention {
        /// The quote.
        id: AnnotationId,
        /// What it is now.
        label: LabelId,
    },
    /// Who said it.
    SetSpeaker {
        /// The quote.
        id: AnnotationId,
        /// The cluster; `None` for a source without a name, or nobody.
        entity: Option<EntityId>,
        /// The words that name the speaker.
        mention: Option<TextRange>,
    },
    /// The words that introduce a quote.
    SetCue {
        /// The quote.
        id: AnnotationId,
        /// The words; `None` when there are none.
        cue: Option<TextRange>,
    },
    /// Another canonical name.
    RenameEntity {
        /// The cluster.
        id: EntityId,
        /// Its name; white space is made single spaces.
        name: Arc<str>,
    },
    /// Another label for a cluster and all its mentions.
    RelabelEntity {
        /// The cluster.
        id: EntityId,
        /// What it is now.
        label: LabelId,
    },
    /// All mentions and quotes of `from` now belong to `into`; mentions take its label.
    MergeEntities {
        /// Those that go.
        from: Vec<EntityId>,
        /// The one that stays, with its name.
        into: EntityId,
    },
    /// These mentions leave their cluster and form a new one (named after the longest) or join `into`, whose label they
    /// take.
    MoveMentions {
        /// Mentions, of one label unless `into` is given.
        ids: Vec<AnnotationId>,
        /// The cluster to join; `None` makes a new one.
        into: Option<EntityId>,
    },
    /// "Not a person": rejects or removes all mentions of a cluster; its quotes lose their speaker.
    RemoveEntity(EntityId),
    /// Right.
    Accept(Vec<AnnotationId>),
    /// Wrong: rejects what the engine found, deletes what a person made.
    Reject(Vec<AnnotationId>),
    /// Back to a suggestion; works on what the engine found.
    Unreview(Vec<AnnotationId>),
    /// A note; empty text removes it.
    SetNote {
        /// The annotation.
        id: AnnotationId,
        /// The note.
        note: Arc<str>,
    },
    /// State of fact checking.
    SetStatus {
        /// The annotations.
        ids: Vec<AnnotationId>,
        /// Their state.
        status: CheckStatus,
    },
    /// The role of a paragraph.
    SetBlock {
        /// Index into the paragraphs of the source.
        paragraph: u32,
        /// Its role.
        kind: BlockKind,
    },
    /// The language of the article, which the next analysis reads it as; `None` has it found out again.
    SetLanguage(Option<Language>),
    /// A new label, or other properties of one; the built-in ones keep their names.
    PutLabel {
        /// The label to change; `None` makes a new one.
        id: Option<LabelId>,
        /// Its properties; name and key must be free.
        label: Label,
    },
    /// Deletes a label of the person's own. Those behind it move up by one number, and all that wears them follows.
    RemoveLabel {
        /// The label, none of the built-in ones.
        id: LabelId,
        /// What its mentions and clusters become, a name it already has there joined; `None` deletes them with it.
        into: Option<LabelId>,
    },
    /// The title of the session.
    SetTitle(Arc<str>),
    /// Takes over an analysis: replaces untouched suggestions, keeps everything a person did.
    ApplyAnalysis(Arc<Analysis>),
    /// Several commands as one step, all or none.
    Together(Vec<Command>),
}

impl Command {
    /// The same role for several paragraphs, as one step.
    pub fn set_blocks(paragraphs: impl IntoIterator<Item = u32>, kind: BlockKind) -> Self {
        let mut commands: Vec<_> = paragraphs.into_iter().map(|paragraph| Self::SetBlock { paragraph, kind }).collect();
        match commands.len() {
            1 => commands.remove(0),
            _ => Self::Together(commands),
        }
    }

    /// The annotation a command is about, if it is about one that exists before it runs.
    pub(crate) fn concerns(&self) -> Option<AnnotationId> {
        match self {
            Self::Remove(ids)
            | Self::Accept(ids)
            | Self::Reject(ids)
            | Self::Unreview(ids)
            | Self::Relabel { ids, .. }
            | Self::MoveMentions { ids, .. }
            | Self::SetStatus { ids, .. } => ids.first().copied(),
            Self::Retarget { id, .. }
            | Self::AddPart { id, .. }
            | Self::RemovePart { id, .. }
            | Self::SetQuoteKind { id, .. }
            | Self::QuoteToMention { id, .. }
            | Self::SetSpeaker { id, .. }
            | Self::SetCue { id, .. }
            | Self::SetNote { id, .. } => Some(*id),
            Self::Together(commands) => commands.first().and_then(Self::concerns),
            Self::AddMentions { .. }
            | Self::AddQuote { .. }
            | Self::RenameEntity { .. }
            | Self::RelabelEntity { .. }
            | Self::MergeEntities { .. }
            | Self::RemoveEntity(_)
            | Self::SetBlock { .. }
            | Self::SetLanguage(_)
            | Self::PutLabel { .. }
            | Self::RemoveLabel { .. }
            | Self::SetTitle(_)
            | Self::ApplyAnalysis(_) => None,
        }
    }
}

/// Why a command was refused, as data: who shows it has the words.
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
    /// A name, title or label without a letter.
    BadName,
    /// The built-in labels keep their names.
    BuiltInLabel,
    /// The mentions, or a mention and its cluster, have different labels.
    LabelsDiffer,
    /// The parts of a quote overlap.
    PartsOverlap,
    /// The paragraph does not exist, or the analysis is of another text.
    OtherText,
}

/// For logs.
impl fmt::Display for CommandError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, formatter)
    }
}

impl std::error::Error for CommandError {}
