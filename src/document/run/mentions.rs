//! Marking, moving and relabeling names.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::outcome;
use crate::document::edit::Edit;
use crate::document::{
    Annotation, AnnotationId, Body, CommandError, EntityId, LabelId, MentionBody, Origin, Outcome, Review,
};
use crate::text::TextRange;

impl Edit {
    pub(super) fn add_mentions(
        &mut self,
        ranges: &[TextRange],
        label: LabelId,
        entity: Option<EntityId>,
    ) -> Result<Outcome, CommandError> {
        self.known_label(label)?;
        if let Some(id) = entity
            && self.entity(id)?.label != label
        {
            return Err(CommandError::LabelsDiffer);
        }
        if ranges.is_empty() {
            return Err(CommandError::EmptyRange);
        }
        let mut known = self.known_mentions(label);
        let (mut added, mut first) = (0, None);
        for &range in ranges {
            let range = self.checked(range)?;
            let rejected = match known.get(&range) {
                Some((_, true)) => continue,
                Some((id, false)) => Some(*id),
                None => None,
            };
            let words = self.document.source().slice(range).to_owned();
            let joined = match entity {
                Some(id) => id,
                None => self.cluster_for(label, &words),
            };
            let body = Body::Mention(MentionBody { range, label, entity: Some(joined) });
            let id = match rejected {
                // What the person once rejected and now marks is the same annotation again.
                Some(id) => {
                    let old = self.annotation(id)?;
                    self.change_body(&old, body);
                    id
                }
                None => self.add(body),
            };
            known.insert(range, (id, true));
            first = first.or(Some(id));
            added += 1;
        }
        if added == 0 {
            return Err(CommandError::AlreadyMarked);
        }
        outcome("mark", added, first)
    }

    /// The mentions of a label by range, and whether they are live.
    fn known_mentions(&self, label: LabelId) -> BTreeMap<TextRange, (AnnotationId, bool)> {
        let mut known = BTreeMap::new();
        for annotation in self.document.annotations() {
            if let Some(mention) = annotation.body.mention().filter(|m| m.label == label) {
                let live = annotation.is_live();
                known
                    .entry(mention.range)
                    .and_modify(|entry| {
                        if live {
                            *entry = (annotation.id, true);
                        }
                    })
                    .or_insert((annotation.id, live));
            }
        }
        known
    }

    pub(super) fn retarget(
        &mut self,
        id: AnnotationId,
        part: usize,
        range: TextRange,
    ) -> Result<Outcome, CommandError> {
        let annotation = self.annotation(id)?;
        let range = self.checked(range)?;
        let body = match &annotation.body {
            Body::Mention(mention) => {
                if part != 0 {
                    return Err(CommandError::WrongKind);
                }
                if annotation.is_live() {
                    self.free(range, mention.label, id)?;
                }
                Body::Mention(MentionBody { range, ..mention.clone() })
            }
            Body::Quote(quote) => {
                let mut parts = quote.parts.to_vec();
                *parts.get_mut(part).ok_or(CommandError::WrongKind)? = range;
                let mut quote = quote.clone();
                quote.parts = super::quotes::sorted_parts(parts)?;
                Body::Quote(quote)
            }
        };
        if body == annotation.body {
            return Err(CommandError::NothingToDo);
        }
        let body = self.with_fitting_cluster(body);
        if annotation.is_live() {
            self.change_body(&annotation, body);
        } else {
            return Err(CommandError::UnknownAnnotation);
        }
        outcome("retarget", 1, Some(id))
    }

    /// A mention whose cluster is gone or has another label gets the one that fits its words.
    pub(super) fn with_fitting_cluster(&mut self, body: Body) -> Body {
        let Body::Mention(mut mention) = body else { return body };
        let fits = mention.entity.and_then(|e| self.document.entity(e)).is_some_and(|e| e.label == mention.label);
        if !fits {
            let words = self.document.source().slice(mention.range).to_owned();
            mention.entity = Some(self.cluster_for(mention.label, &words));
        }
        Body::Mention(mention)
    }

    /// The mentions of these ids, each once; refuses quotes and unknown ids.
    pub(super) fn mentions(&self, ids: &[AnnotationId]) -> Result<Vec<(Arc<Annotation>, MentionBody)>, CommandError> {
        let ids: BTreeSet<_> = ids.iter().copied().collect();
        ids.into_iter()
            .map(|id| {
                let annotation = self.annotation(id)?;
                let mention = annotation.body.mention().cloned().ok_or(CommandError::WrongKind)?;
                Ok((annotation, mention))
            })
            .collect()
    }

    pub(super) fn relabel(&mut self, ids: &[AnnotationId], label: LabelId) -> Result<Outcome, CommandError> {
        self.known_label(label)?;
        let all = self.mentions(ids)?;
        let mut groups: BTreeMap<Option<EntityId>, Vec<AnnotationId>> = BTreeMap::new();
        let mut count = 0;
        for (annotation, mention) in &all {
            if mention.label == label {
                continue;
            }
            groups.entry(mention.entity).or_default().push(annotation.id);
            count += 1;
        }
        for (entity, members) in groups {
            let whole = entity.filter(|&e| {
                let uses = self.document.index.uses.get(&e);
                uses.is_some_and(|u| u.mentions.iter().all(|m| members.binary_search(m).is_ok()))
            });
            let target = whole.filter(|&e| self.twin(e, label).is_none());
            if let Some(e) = target {
                let mut relabeled = (*self.entity(e)?).clone();
                relabeled.label = label;
                relabeled.place = None;
                self.put_entity(relabeled);
            }
            for id in members {
                self.set_label(id, label, target)?;
            }
        }
        outcome("relabel", count, ids.first().copied())
    }

    /// Another shown cluster of `label` with the name of cluster `id`.
    pub(super) fn twin(&self, id: EntityId, label: LabelId) -> Option<EntityId> {
        let name = &self.document.entity(id)?.name;
        self.document.entities().find(|e| e.id != id && e.label == label && e.name == *name).map(|e| e.id)
    }

    /// Gives a mention a label and the cluster `target`, or the one that fits its words.
    pub(super) fn set_label(
        &mut self,
        id: AnnotationId,
        label: LabelId,
        target: Option<EntityId>,
    ) -> Result<(), CommandError> {
        let annotation = self.annotation(id)?;
        let Body::Mention(mention) = &annotation.body else { return Err(CommandError::WrongKind) };
        self.free(mention.range, label, id)?;
        let words = self.document.source().slice(mention.range).to_owned();
        let entity = match target {
            Some(e) => e,
            None => self.cluster_for(label, &words),
        };
        let body = Body::Mention(MentionBody { range: mention.range, label, entity: Some(entity) });
        let mut changed = (*annotation).clone();
        changed.body = body;
        changed.origin = Origin::Person;
        changed.review = Review::Accepted;
        self.put_annotation(changed);
        Ok(())
    }

    /// Discards annotations: see [`Edit::discard`].
    pub(super) fn discard_all(&mut self, action: &'static str, ids: &[AnnotationId]) -> Result<Outcome, CommandError> {
        let mut count = 0;
        for id in ids.iter().copied().collect::<BTreeSet<_>>() {
            let annotation = self.annotation(id)?;
            if annotation.is_live() {
                self.discard(&annotation);
                count += 1;
            }
        }
        outcome(action, count, None)
    }
}
