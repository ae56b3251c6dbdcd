//! The smallest change of a document, which is its own undo: putting a value in gives the value that was there.

use std::sync::Arc;

use super::{Annotation, AnnotationId, Document, EngineInfo, Entity, EntityId, Label};
use crate::vocabulary::BlockKind;

/// One value put into the document. [`Document::swap`] returns the change that takes it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// An annotation, or its absence.
    Annotation(AnnotationId, Option<Arc<Annotation>>),
    /// A cluster, or its absence.
    Entity(EntityId, Option<Arc<Entity>>),
    /// All labels.
    Labels(Arc<[Label]>),
    /// The role of one paragraph.
    Block {
        /// Index into the paragraphs of the source.
        paragraph: u32,
        /// Its role.
        kind: BlockKind,
        /// The person set it.
        chosen: bool,
    },
    /// The title.
    Title(Arc<str>),
    /// The engine whose suggestions the document holds.
    Engine(Option<Arc<EngineInfo>>),
}

impl Document {
    /// Puts a value in and gives the change that restores what was there.
    ///
    /// Changes come from a checked command or from a history checked when it was read; a paragraph that does not exist
    /// changes nothing.
    pub(crate) fn swap(&mut self, change: Change) -> Change {
        match change {
            Change::Annotation(id, after) => {
                let annotations = Arc::make_mut(&mut self.annotations);
                let before = match &after {
                    Some(annotation) => annotations.insert(id, Arc::clone(annotation)),
                    None => annotations.remove(&id),
                };
                let index = Arc::make_mut(&mut self.index);
                if let Some(old) = &before {
                    index.remove(&self.source, old);
                }
                if let Some(new) = &after {
                    index.insert(&self.source, new);
                }
                Change::Annotation(id, before)
            }
            Change::Entity(id, after) => {
                let entities = Arc::make_mut(&mut self.entities);
                let before = match after {
                    Some(entity) => entities.insert(id, entity),
                    None => entities.remove(&id),
                };
                Change::Entity(id, before)
            }
            Change::Labels(after) => Change::Labels(std::mem::replace(&mut self.labels, after)),
            Change::Block { paragraph, kind, chosen } => {
                let Some(&old_kind) = self.blocks.get(paragraph as usize) else {
                    return Change::Block { paragraph, kind, chosen };
                };
                let old_chosen = self.chosen.contains(&paragraph);
                if old_kind != kind {
                    Arc::make_mut(&mut self.blocks)[paragraph as usize] = kind;
                }
                if old_chosen != chosen {
                    let all = Arc::make_mut(&mut self.chosen);
                    if chosen {
                        all.insert(paragraph);
                    } else {
                        all.remove(&paragraph);
                    }
                }
                Change::Block { paragraph, kind: old_kind, chosen: old_chosen }
            }
            Change::Title(after) => Change::Title(std::mem::replace(&mut self.title, after)),
            Change::Engine(after) => Change::Engine(std::mem::replace(&mut self.engine, after)),
        }
    }
}
