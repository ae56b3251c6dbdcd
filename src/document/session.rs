//! A document with its history: what the page holds.

use std::sync::Arc;

use crate::document::change::Change;
use crate::document::check::check;
use crate::document::command::{Command, CommandError};
use crate::document::entity::Label;
use crate::document::ids::{AnnotationId, LabelId};
use crate::document::model::Document;
use crate::document::run;
use crate::document::run::edit::Edit;
use crate::document::sharing::difference::changes;
use crate::document::step::{Outcome, Step, StepKind};

/// A document and its unlimited history. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub(crate) document: Document,
    revision: u32,
    /// Oldest first.
    pub(crate) undo: Arc<Vec<Arc<Step>>>,
    /// The next to redo last.
    pub(crate) redo: Arc<Vec<Arc<Step>>>,
    /// Ids are not used twice within a session, also not after undo.
    next_annotation: u32,
    next_entity: u32,
}

impl Session {
    /// A session that starts with `document`.
    pub fn new(document: Document) -> Self {
        let next_annotation = document.annotations.last_key().map_or(1, |id| id.0.saturating_add(1));
        let next_entity = document.entities.last_key().map_or(1, |id| id.0.saturating_add(1));
        Self { document, revision: 0, undo: Arc::default(), redo: Arc::default(), next_annotation, next_entity }
    }

    /// A session with a history read from storage. A history that does not fit the document is left out: the second
    /// value says whether it was kept.
    pub fn with_history(document: Document, undo: Vec<Arc<Step>>, redo: Vec<Arc<Step>>) -> (Self, bool) {
        let mut session = Self::new(document);
        let fits = |start: &Document, steps: &[Arc<Step>]| {
            let mut at = start.clone();
            at.swap_all(steps.iter().rev().flat_map(|step| &step.changes).cloned());
            at.index.paragraphs.len() == at.source.paragraphs().len() && check(&at).is_ok()
        };
        if !fits(&session.document, &undo) || !fits(&session.document, &redo) {
            return (session, false);
        }
        for change in undo.iter().chain(&redo).flat_map(|step| &step.changes) {
            match change {
                Change::Annotation(id, _) => {
                    session.next_annotation = session.next_annotation.max(id.0.saturating_add(1));
                }
                Change::Entity(id, _) => session.next_entity = session.next_entity.max(id.0.saturating_add(1)),
                _ => {}
            }
        }
        session.undo = Arc::new(undo);
        session.redo = Arc::new(redo);
        (session, true)
    }

    /// The same with these labels of the person's own, if nobody and nothing has read the article yet and it has none.
    #[must_use]
    pub fn beginning_with(mut self, own: &[Label]) -> Self {
        let is_new = self.undo.is_empty() && self.redo.is_empty() && self.document.annotations.last_key().is_none();
        if is_new && self.document.labels().len() == LabelId::BUILT_IN {
            self.document = self.document.with_labels(own);
        }
        self
    }

    /// The document as it is now.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Grows with each change, undo and redo included.
    pub fn revision(&self) -> u32 {
        self.revision
    }

    /// Steps that can be taken back, oldest first.
    pub fn undo_steps(&self) -> &[Arc<Step>] {
        &self.undo
    }

    /// Steps that can be done again, the next one last.
    pub fn redo_steps(&self) -> &[Arc<Step>] {
        &self.redo
    }

    /// Runs a command; on refusal nothing has changed. Undo will select what the command concerned.
    ///
    /// # Errors
    /// Why it was refused, as a sentence.
    pub fn run(&mut self, command: Command) -> Result<Outcome, CommandError> {
        let before = command.concerns();
        self.run_selected(command, before)
    }

    /// Runs a command; undo will select `selected` again.
    ///
    /// # Errors
    /// Why it was refused, as a sentence.
    pub fn run_selected(&mut self, command: Command, selected: Option<AnnotationId>) -> Result<Outcome, CommandError> {
        let mut edit = Edit::new(&self.document, self.next_annotation, self.next_entity);
        let outcome = run::run(&mut edit, command)?;
        if edit.is_empty() {
            // An analysis that finds the same again is no step, and no failure either.
            return if outcome.action == StepKind::Analyze { Ok(outcome) } else { Err(CommandError::NothingToDo) };
        }
        let done = edit.finish();
        debug_assert_eq!(check(&done.document), Ok(()), "after {:?}", outcome.action);
        self.document = done.document;
        self.next_annotation = done.next_annotation;
        self.next_entity = done.next_entity;
        self.revision += 1;
        self.redo = Arc::default();
        let step = Step {
            action: outcome.action,
            count: outcome.count,
            before: selected,
            after: outcome.select,
            changes: done.undo,
        };
        let undo = Arc::make_mut(&mut self.undo);
        match undo.last_mut().filter(|last| step.action == StepKind::Analyze && asks_for_analysis(last.action)) {
            Some(last) => *last = Arc::new(Step { changes: [step.changes, last.changes.clone()].concat(), ..**last }),
            None => undo.push(Arc::new(step)),
        }
        Ok(outcome)
    }

    /// Puts another version of the text in, with the annotations that go with it, as one step.
    ///
    /// # Errors
    /// [`CommandError::NothingToDo`] when it is the same text.
    pub fn edit_text(&mut self, version: &Document) -> Result<Outcome, CommandError> {
        if version.source == self.document.source {
            return Err(CommandError::NothingToDo);
        }
        Ok(self.put_version(StepKind::Text, self.with_text(version)))
    }

    /// Puts an earlier state of the article back as it was, with its text, as one step.
    ///
    /// # Errors
    /// [`CommandError::NothingToDo`] when the article is in that state.
    pub fn restore(&mut self, version: &Document) -> Result<Outcome, CommandError> {
        if *version == self.document {
            return Err(CommandError::NothingToDo);
        }
        let same_text = version.source == self.document.source && version.told == self.document.told;
        let all = if same_text { changes(&self.document, version) } else { self.with_text(version) };
        // Ids of that state count as used.
        let seen = Self::new(version.clone());
        self.next_annotation = self.next_annotation.max(seen.next_annotation);
        self.next_entity = self.next_entity.max(seen.next_entity);
        Ok(self.put_version(StepKind::Restore, all))
    }

    /// The changes that put another text in, with all that belongs to it.
    fn with_text(&self, version: &Document) -> Vec<Change> {
        let gone = self.document.annotations.keys().map(|&id| Change::Annotation(id, None));
        let text = Change::Text(Arc::new(version.text_state()));
        // Roles of paragraphs go with the text.
        let rest = changes(&self.document, version).into_iter();
        let rest = rest.filter(|change| !matches!(change, Change::Annotation(..) | Change::Block { .. }));
        let new =
            version.annotations.iter().map(|(&id, annotation)| Change::Annotation(id, Some(Arc::clone(annotation))));
        gone.chain([text]).chain(rest).chain(new).collect()
    }

    fn put_version(&mut self, action: StepKind, all: Vec<Change>) -> Outcome {
        let mut back = self.document.swap_all(all);
        back.reverse();
        debug_assert_eq!(check(&self.document), Ok(()), "after {action:?}");
        self.revision += 1;
        self.redo = Arc::default();
        let step = Step { action, count: 1, before: None, after: None, changes: back };
        Arc::make_mut(&mut self.undo).push(Arc::new(step));
        Outcome { action, count: 1, select: None }
    }

    /// Takes the last step back; `None` when there is none.
    pub fn undo(&mut self) -> Option<Outcome> {
        let step = Arc::make_mut(&mut self.undo).pop()?;
        let back = self.turn(&step);
        Arc::make_mut(&mut self.redo).push(Arc::new(back));
        Some(Outcome { action: step.action, count: step.count, select: self.existing(step.before) })
    }

    /// Does the last undone step again; `None` when there is none.
    pub fn redo(&mut self) -> Option<Outcome> {
        let step = Arc::make_mut(&mut self.redo).pop()?;
        let back = self.turn(&step);
        Arc::make_mut(&mut self.undo).push(Arc::new(back));
        Some(Outcome { action: step.action, count: step.count, select: self.existing(step.after) })
    }

    /// Whether nobody has changed anything since the engine read the text.
    pub fn is_untouched(&self) -> bool {
        self.redo.is_empty() && self.undo.iter().all(|step| step.action == StepKind::Analyze)
    }

    /// What undo would take back: the action and its count.
    pub fn undoable(&self) -> Option<(StepKind, usize)> {
        self.undo.last().map(|step| (step.action, step.count))
    }

    /// What redo would do again.
    pub fn redoable(&self) -> Option<(StepKind, usize)> {
        self.redo.last().map(|step| (step.action, step.count))
    }

    /// The ids that the next annotation and the next entity get.
    pub(crate) fn next_ids(&self) -> (u32, u32) {
        (self.next_annotation, self.next_entity)
    }

    /// These changes on top, as one step; `None` when the document would contradict itself.
    pub(crate) fn stepped(mut self, changes: Vec<Change>, next_annotation: u32, next_entity: u32) -> Option<Self> {
        let count = changes.len();
        let mut back = self.document.swap_all(changes);
        back.reverse();
        check(&self.document).ok()?;
        self.next_annotation = next_annotation;
        self.next_entity = next_entity;
        self.revision += 1;
        self.redo = Arc::default();
        let step = Step { action: StepKind::Several, count, before: None, after: None, changes: back };
        Arc::make_mut(&mut self.undo).push(Arc::new(step));
        Some(self)
    }

    /// Applies a step and gives the step that leads back.
    fn turn(&mut self, step: &Step) -> Step {
        let mut changes = self.document.swap_all(step.changes.iter().cloned());
        changes.reverse();
        self.revision += 1;
        debug_assert_eq!(check(&self.document), Ok(()), "after undo or redo of {:?}", step.action);
        Step { changes, ..*step }
    }

    fn existing(&self, id: Option<AnnotationId>) -> Option<AnnotationId> {
        id.filter(|id| self.document.annotation(*id).is_some_and(|annotation| annotation.is_live()))
    }
}

/// Whether the text is read anew after such a step: what is found then belongs to the step, and one undo takes back both.
fn asks_for_analysis(action: StepKind) -> bool {
    matches!(action, StepKind::Block | StepKind::Language | StepKind::Text)
}
