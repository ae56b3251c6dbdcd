//! One step of a session: what kind it was, how many things it concerned, and how it is taken back.

use crate::document::change::Change;
use crate::document::command::CommandError;
use crate::document::ids::AnnotationId;

/// What a step did. Each kind of command has its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StepKind {
    /// Names were marked.
    Mark,
    /// A quote was marked.
    Quote,
    /// Annotations were deleted.
    Delete,
    /// A boundary was moved.
    Retarget,
    /// A part was added to a quote.
    AddPart,
    /// A part was taken from a quote.
    RemovePart,
    /// Mentions got another label.
    Relabel,
    /// A quote became of another kind.
    QuoteKind,
    /// A quote got another speaker.
    Speaker,
    /// A quote got another cue.
    Cue,
    /// An entity was renamed.
    Rename,
    /// An entity got another label.
    RelabelEntity,
    /// Entities were merged.
    Merge,
    /// Mentions moved to another entity.
    Move,
    /// An entity was removed.
    RemoveEntity,
    /// Suggestions were accepted.
    Accept,
    /// Suggestions were rejected.
    Reject,
    /// All suggestions were accepted; stands in older files only.
    AcceptAll,
    /// Decisions were taken back.
    Unreview,
    /// A note was written.
    Note,
    /// The state of fact checking changed.
    Status,
    /// A paragraph got another role.
    Block,
    /// A label was made or changed.
    Label,
    /// A label was deleted.
    RemoveLabel,
    /// The text was edited, or another version of it was put in its place.
    Text,
    /// An earlier version was put back.
    Restore,
    /// The title changed.
    Title,
    /// The language changed.
    Language,
    /// An analysis was taken over.
    Analyze,
    /// Several commands of different kinds ran as one.
    Several,
}

impl StepKind {
    /// All of them.
    pub const ALL: &[Self] = &[
        Self::Mark,
        Self::Quote,
        Self::Delete,
        Self::Retarget,
        Self::AddPart,
        Self::RemovePart,
        Self::Relabel,
        Self::QuoteKind,
        Self::Speaker,
        Self::Cue,
        Self::Rename,
        Self::RelabelEntity,
        Self::Merge,
        Self::Move,
        Self::RemoveEntity,
        Self::Accept,
        Self::Reject,
        Self::AcceptAll,
        Self::Unreview,
        Self::Note,
        Self::Status,
        Self::Block,
        Self::Label,
        Self::RemoveLabel,
        Self::Text,
        Self::Restore,
        Self::Title,
        Self::Language,
        Self::Analyze,
        Self::Several,
    ];

    /// How files name it; never changes.
    pub fn code(self) -> &'static str {
        match self {
            Self::Mark => "mark",
            Self::Quote => "quote",
            Self::Delete => "delete",
            Self::Retarget => "retarget",
            Self::AddPart => "add-part",
            Self::RemovePart => "remove-part",
            Self::Relabel => "relabel",
            Self::QuoteKind => "quote-kind",
            Self::Speaker => "speaker",
            Self::Cue => "cue",
            Self::Rename => "rename",
            Self::RelabelEntity => "relabel-entity",
            Self::Merge => "merge",
            Self::Move => "move",
            Self::RemoveEntity => "remove-entity",
            Self::Accept => "accept",
            Self::Reject => "reject",
            Self::AcceptAll => "accept-all",
            Self::Unreview => "unreview",
            Self::Note => "note",
            Self::Status => "status",
            Self::Block => "block",
            Self::Label => "label",
            Self::RemoveLabel => "remove-label",
            Self::Text => "text",
            Self::Restore => "restore",
            Self::Title => "title",
            Self::Language => "language",
            Self::Analyze => "analyze",
            Self::Several => "several",
        }
    }

    /// The kind that files name so; none for the code of a newer version.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }
}

/// What a command, undo or redo did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What happened; the page words it.
    pub action: StepKind,
    /// How many annotations or clusters it concerned.
    pub count: usize,
    /// What to select now, if anything: the new or changed annotation, or what was selected before the undone step.
    pub select: Option<AnnotationId>,
}

impl Outcome {
    /// The outcome of a command; nothing done is a refusal.
    pub(crate) fn of(action: StepKind, count: usize, select: Option<AnnotationId>) -> Result<Self, CommandError> {
        if count == 0 { Err(CommandError::NothingToDo) } else { Ok(Self { action, count, select }) }
    }
}

/// One step of the history: the changes that lead to the other side of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// See [`Outcome::action`].
    pub action: StepKind,
    /// See [`Outcome::count`].
    pub count: usize,
    /// What was selected before the step.
    pub before: Option<AnnotationId>,
    /// What was selected after the step.
    pub after: Option<AnnotationId>,
    /// In the order to apply: of an undoable step they take it back, of a redoable one they do it again.
    pub changes: Vec<Change>,
}
