//! What changed from one moment of a session to a later one: little, however long the article is.

use std::sync::Arc;

use crate::document::change::Change;
use crate::document::check::check;
use crate::document::session::Session;
use crate::document::sharing::difference::changes;
use crate::document::step::Step;

/// What leads from an earlier moment of a session to a later one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Delta {
    /// Values of the later document that differ.
    pub changes: Vec<Change>,
    /// How many of the oldest undoable steps are the same.
    pub undo_kept: usize,
    /// The undoable steps above them.
    pub undo: Vec<Arc<Step>>,
    /// How many of the redoable steps, from the one that comes last, are the same.
    pub redo_kept: usize,
    /// The redoable steps above them.
    pub redo: Vec<Arc<Step>>,
}

impl Delta {
    /// How many values it holds, those of the history included.
    pub fn size(&self) -> usize {
        self.changes.len() + self.undo.iter().chain(&self.redo).map(|step| step.changes.len()).sum::<usize>()
    }
}

impl Delta {
    /// What leads from `before`, an earlier moment of a session, to `now`; `None` for a session of another text.
    pub fn between(before: &Session, now: &Session) -> Option<Self> {
        if now.document.source != before.document.source || now.document.told != before.document.told {
            return None;
        }
        let kept = |old: &[Arc<Step>], new: &[Arc<Step>]| {
            old.iter().zip(new).take_while(|(old, new)| Arc::ptr_eq(old, new)).count()
        };
        let undo_kept = kept(&before.undo, &now.undo);
        let redo_kept = kept(&before.redo, &now.redo);
        Some(Self {
            changes: changes(&before.document, &now.document),
            undo_kept,
            undo: now.undo[undo_kept..].to_vec(),
            redo_kept,
            redo: now.redo[redo_kept..].to_vec(),
        })
    }

    /// The session that these lead to from `session`, one after the other, and how many of them fit: the first that does
    /// not, and all behind it, are left out.
    #[must_use]
    pub fn replay(session: Session, deltas: &[Self]) -> (Session, usize) {
        let count = deltas.len();
        if let Some(end) = deltas.iter().try_fold(session.clone(), then).and_then(whole) {
            return (end, count);
        }
        let mut reached = (session, 0);
        for delta in deltas {
            let Some(next) = then(reached.0.clone(), delta).and_then(whole) else { break };
            reached = (next, reached.1 + 1);
        }
        reached
    }
}

/// The session behind `delta`; `None` when the history that it goes on from is not there.
fn then(mut session: Session, delta: &Delta) -> Option<Session> {
    if delta.undo_kept > session.undo.len() || delta.redo_kept > session.redo.len() {
        return None;
    }
    session.document.swap_all(delta.changes.iter().cloned());
    let turn = |steps: &mut Arc<Vec<Arc<Step>>>, kept: usize, new: &[Arc<Step>]| {
        let steps = Arc::make_mut(steps);
        steps.truncate(kept);
        steps.extend_from_slice(new);
    };
    turn(&mut session.undo, delta.undo_kept, &delta.undo);
    turn(&mut session.redo, delta.redo_kept, &delta.redo);
    Some(session)
}

/// The session itself, when document and history agree.
fn whole(session: Session) -> Option<Session> {
    check(&session.document).ok()?;
    let (session, kept) = Session::with_history(session.document, session.undo.to_vec(), session.redo.to_vec());
    kept.then_some(session)
}
