//! What one document has otherwise than another of the same text. What both share is not looked at.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::document::change::Change;
use crate::document::model::Document;
use crate::document::{Annotation, AnnotationId, EntityId};

/// An annotation in two documents; none where it is not there.
pub(crate) type AnnotationPair<'a> = (AnnotationId, Option<&'a Arc<Annotation>>, Option<&'a Arc<Annotation>>);

/// The annotations of which `newer` has others, by id.
pub(crate) fn differing_annotations<'a>(old: &'a Document, newer: &'a Document) -> Vec<AnnotationPair<'a>> {
    old.annotations.differences(&newer.annotations)
}

/// The clusters that are others in `newer`, or to which others refer there.
pub(crate) fn differing_entities(old: &Document, newer: &Document) -> BTreeSet<EntityId> {
    let entities = old.entities.differences(&newer.entities).into_iter().map(|(id, ..)| id);
    entities.chain(old.index.uses.differences(&newer.index.uses).into_iter().map(|(id, ..)| id)).collect()
}

/// Whether the paragraphs have the same roles, as far as that is known without looking at each.
pub(crate) fn share_blocks(old: &Document, newer: &Document) -> bool {
    Arc::ptr_eq(&old.blocks, &newer.blocks)
}

/// The changes that turn `old` into `new`.
pub(crate) fn changes(old: &Document, new: &Document) -> Vec<Change> {
    let mut out = Vec::new();
    let entities = old.entities.differences(&new.entities).into_iter();
    out.extend(entities.map(|(id, _, entity)| Change::Entity(id, entity.cloned())));
    let annotations = old.annotations.differences(&new.annotations).into_iter();
    out.extend(annotations.map(|(id, _, annotation)| Change::Annotation(id, annotation.cloned())));
    if old.labels != new.labels {
        out.push(Change::Labels(Arc::clone(&new.labels)));
    }
    let same_blocks = Arc::ptr_eq(&old.blocks, &new.blocks) && Arc::ptr_eq(&old.chosen, &new.chosen);
    let blocks = (0_u32..).zip(old.blocks.iter().zip(new.blocks.iter())).filter(|_| !same_blocks);
    for (paragraph, (&before, &kind)) in blocks {
        let chosen = new.chosen.contains(&paragraph);
        if before != kind || chosen != old.chosen.contains(&paragraph) {
            out.push(Change::Block { paragraph, kind, chosen });
        }
    }
    if old.title != new.title {
        out.push(Change::Title(Arc::clone(&new.title)));
    }
    if old.language != new.language {
        out.push(Change::Language(new.language));
    }
    if old.engine != new.engine {
        out.push(Change::Engine(new.engine.clone()));
    }
    out
}
