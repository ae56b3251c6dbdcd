//! What changed from one moment of a session to a later one: little, however long the article is.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Change, Document, Session, Step};

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

impl Session {
    /// What leads from `before`, an earlier moment of this session, to this one; `None` for a session of another text.
    pub fn since(&self, before: &Self) -> Option<Delta> {
        if self.document.source != before.document.source {
            return None;
        }
        let kept =
            |old: &[Arc<Step>], new: &[Arc<Step>]| old.iter().zip(new).take_while(|(o, n)| Arc::ptr_eq(o, n)).count();
        let undo_kept = kept(&before.undo, &self.undo);
        let redo_kept = kept(&before.redo, &self.redo);
        Some(Delta {
            changes: changes(&before.document, &self.document),
            undo_kept,
            undo: self.undo[undo_kept..].to_vec(),
            redo_kept,
            redo: self.redo[redo_kept..].to_vec(),
        })
    }

    /// The session that these lead to, one after the other, and how many of them fit: the first that does not, and all
    /// behind it, are left out.
    #[must_use]
    pub fn after(self, deltas: &[Delta]) -> (Self, usize) {
        let count = deltas.len();
        if let Some(end) = deltas.iter().try_fold(self.clone(), Self::then).and_then(Self::whole) {
            return (end, count);
        }
        let mut at = (self, 0);
        for delta in deltas {
            let Some(next) = at.0.clone().then(delta).and_then(Self::whole) else { break };
            at = (next, at.1 + 1);
        }
        at
    }

    fn then(mut self, delta: &Delta) -> Option<Self> {
        if delta.undo_kept > self.undo.len() || delta.redo_kept > self.redo.len() {
            return None;
        }
        for change in &delta.changes {
            self.document.swap(change.clone());
        }
        let turn = |steps: &mut Arc<Vec<Arc<Step>>>, kept: usize, new: &[Arc<Step>]| {
            let steps = Arc::make_mut(steps);
            steps.truncate(kept);
            steps.extend_from_slice(new);
        };
        turn(&mut self.undo, delta.undo_kept, &delta.undo);
        turn(&mut self.redo, delta.redo_kept, &delta.redo);
        Some(self)
    }

    /// Itself, when document and history agree.
    fn whole(self) -> Option<Self> {
        super::check(&self.document).ok()?;
        let (session, kept) = Self::with_history(self.document, self.undo.to_vec(), self.redo.to_vec());
        kept.then_some(session)
    }
}

/// The changes that turn `old` into `new`.
pub(super) fn changes(old: &Document, new: &Document) -> Vec<Change> {
    let mut out = Vec::new();
    out.extend(differing(&old.entities, &new.entities).into_iter().map(|(id, entity)| Change::Entity(id, entity)));
    out.extend(differing(&old.annotations, &new.annotations).into_iter().map(|(id, a)| Change::Annotation(id, a)));
    if old.labels != new.labels {
        out.push(Change::Labels(Arc::clone(&new.labels)));
    }
    for (paragraph, (&before, &kind)) in (0_u32..).zip(old.blocks.iter().zip(new.blocks.iter())) {
        let chosen = new.chosen.contains(&paragraph);
        if before != kind || chosen != old.chosen.contains(&paragraph) {
            out.push(Change::Block { paragraph, kind, chosen });
        }
    }
    if old.title != new.title {
        out.push(Change::Title(Arc::clone(&new.title)));
    }
    if old.engine != new.engine {
        out.push(Change::Engine(new.engine.clone()));
    }
    out
}

/// What `new` has otherwise than `old`, by key; none where it is gone.
fn differing<K: Ord + Copy, V: Eq>(
    old: &Arc<BTreeMap<K, Arc<V>>>,
    new: &Arc<BTreeMap<K, Arc<V>>>,
) -> Vec<(K, Option<Arc<V>>)> {
    if Arc::ptr_eq(old, new) {
        return Vec::new();
    }
    let gone = old.keys().filter(|key| !new.contains_key(key)).map(|&key| (key, None));
    let differs = |(key, value): &(&K, &Arc<V>)| {
        old.get(key).is_none_or(|before| !Arc::ptr_eq(before, value) && before != *value)
    };
    gone.chain(new.iter().filter(differs).map(|(&key, value)| (key, Some(Arc::clone(value))))).collect()
}
