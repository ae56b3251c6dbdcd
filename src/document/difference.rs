//! What one document has otherwise than another of the same text.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::document::change::Change;
use crate::document::model::Document;

/// The changes that turn `old` into `new`.
pub(crate) fn changes(old: &Document, new: &Document) -> Vec<Change> {
    let mut out = Vec::new();
    out.extend(differing(&old.entities, &new.entities).into_iter().map(|(id, entity)| Change::Entity(id, entity)));
    out.extend(
        differing(&old.annotations, &new.annotations)
            .into_iter()
            .map(|(id, annotation)| Change::Annotation(id, annotation)),
    );
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
    if old.language != new.language {
        out.push(Change::Language(new.language));
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
