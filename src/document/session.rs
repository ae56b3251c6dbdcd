//! A document with its history: what the page holds.

use super::{AnnotationId, Command, CommandError, Document};

/// What a command, undo or redo did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What happened, as a stable code with the number of things concerned ("mark", 14); the page words it.
    pub action: &'static str,
    /// How many annotations or clusters it concerned.
    pub count: usize,
    /// What to select now, if anything: the new or changed annotation, or what was selected before the undone step.
    pub select: Option<AnnotationId>,
}

/// A document and its unlimited history. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    document: Document,
    revision: u32,
}

impl Session {
    /// A session that starts with `document`.
    pub fn new(document: Document) -> Self {
        Self { document, revision: 0 }
    }

    /// The document as it is now.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Grows with each change, undo and redo included.
    pub fn revision(&self) -> u32 {
        self.revision
    }

    /// Runs a command; on refusal nothing has changed.
    pub fn run(&mut self, command: Command) -> Result<Outcome, CommandError> {
        let _ = command;
        Err(CommandError::NothingToDo)
    }

    /// Takes the last step back; `None` when there is none.
    pub fn undo(&mut self) -> Option<Outcome> {
        None
    }

    /// Does the last undone step again; `None` when there is none.
    pub fn redo(&mut self) -> Option<Outcome> {
        None
    }

    /// What undo would take back: the action and its count.
    pub fn undoable(&self) -> Option<(&'static str, usize)> {
        None
    }

    /// What redo would do again.
    pub fn redoable(&self) -> Option<(&'static str, usize)> {
        None
    }
}
