//! Marking, moving and relabeling names.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::document::run::edit::{Edit, sorted_parts};
use crate::document::{
    Annotation, AnnotationId, Body, CommandError, EntityId, LabelId, MentionBody, Origin, Outcome, Review, StepKind,
};
use crate::text::TextRange;

pub(crate) fn add_mentions(
    edit: &mut Edit,
    ranges: &[TextRange],
    label: LabelId,
    entity: Option<EntityId>,
) -> Result<Outcome, CommandError> {
    edit.known_label(label)?;
    if let Some(id) = entity
        && edit.entity(id)?.label != label
    {
        return Err(CommandError::LabelsDiffer);
    }
    if ranges.is_empty() {
        return Err(CommandError::EmptyRange);
    }
    let mut known = known_mentions(edit, label);
    let (mut added, mut first) = (0, None);
    for &range in ranges {
        let range = edit.checked(range)?;
        let rejected = match known.get(&range) {
            Some((_, true)) => continue,
            Some((id, false)) => Some(*id),
            None => None,
        };
        let words = edit.document.source().slice(range).to_owned();
        let joined = match entity {
            Some(id) => id,
            None => edit.cluster_for(label, &words),
        };
        let body = Body::Mention(MentionBody { range, label, entity: Some(joined) });
        let id = match rejected {
            // What the person once rejected and now marks is the same annotation again.
            Some(id) => {
                let old = edit.annotation(id)?;
                edit.change_body(&old, body);
                id
            }
            None => edit.add(body),
        };
        known.insert(range, (id, true));
        first = first.or(Some(id));
        added += 1;
    }
    if added == 0 {
        return Err(CommandError::AlreadyMarked);
    }
    Outcome::of(StepKind::Mark, added, first)
}

/// The mentions of a label by range, and whether they are live.
fn known_mentions(edit: &Edit, label: LabelId) -> BTreeMap<TextRange, (AnnotationId, bool)> {
    let mut known = BTreeMap::new();
    for annotation in edit.document.annotations() {
        if let Some(mention) = annotation.body.mention().filter(|mention| mention.label == label) {
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

pub(crate) fn retarget(
    edit: &mut Edit,
    id: AnnotationId,
    part: usize,
    range: TextRange,
) -> Result<Outcome, CommandError> {
    let annotation = edit.annotation(id)?;
    let range = edit.checked(range)?;
    let body = match &annotation.body {
        Body::Mention(mention) => {
            if part != 0 {
                return Err(CommandError::WrongKind);
            }
            if annotation.is_live() {
                edit.free(range, mention.label, id)?;
            }
            Body::Mention(MentionBody { range, ..mention.clone() })
        }
        Body::Quote(quote) => {
            let mut parts = quote.parts.to_vec();
            *parts.get_mut(part).ok_or(CommandError::WrongKind)? = range;
            let mut quote = quote.clone();
            quote.parts = sorted_parts(parts)?;
            Body::Quote(quote)
        }
    };
    if body == annotation.body {
        return Err(CommandError::NothingToDo);
    }
    let body = with_fitting_cluster(edit, body);
    if annotation.is_live() {
        edit.change_body(&annotation, body);
    } else {
        return Err(CommandError::UnknownAnnotation);
    }
    Outcome::of(StepKind::Retarget, 1, Some(id))
}

/// A mention whose cluster is gone or has another label gets the one that fits its words.
pub(crate) fn with_fitting_cluster(edit: &mut Edit, body: Body) -> Body {
    let Body::Mention(mut mention) = body else { return body };
    let fits = mention
        .entity
        .and_then(|entity| edit.document.entity(entity))
        .is_some_and(|entity| entity.label == mention.label);
    if !fits {
        let words = edit.document.source().slice(mention.range).to_owned();
        mention.entity = Some(edit.cluster_for(mention.label, &words));
    }
    Body::Mention(mention)
}

/// The mentions of these ids, each once; refuses quotes and unknown ids.
pub(crate) fn mentions(edit: &Edit, ids: &[AnnotationId]) -> Result<Vec<(Arc<Annotation>, MentionBody)>, CommandError> {
    let ids: BTreeSet<_> = ids.iter().copied().collect();
    ids.into_iter()
        .map(|id| {
            let annotation = edit.annotation(id)?;
            let mention = annotation.body.mention().cloned().ok_or(CommandError::WrongKind)?;
            Ok((annotation, mention))
        })
        .collect()
}

pub(crate) fn relabel(edit: &mut Edit, ids: &[AnnotationId], label: LabelId) -> Result<Outcome, CommandError> {
    edit.known_label(label)?;
    let all = mentions(edit, ids)?;
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
        let whole = entity.filter(|&entity| {
            let uses = edit.document.index.uses.get(&entity);
            uses.is_some_and(|uses| uses.mentions.iter().all(|mention| members.binary_search(mention).is_ok()))
        });
        let target = whole.filter(|&entity| twin(edit, entity, label).is_none());
        if let Some(e) = target {
            let mut relabeled = (*edit.entity(e)?).clone();
            relabeled.label = label;
            relabeled.place = None;
            edit.put_entity(relabeled);
        }
        for id in members {
            set_label(edit, id, label, target)?;
        }
    }
    Outcome::of(StepKind::Relabel, count, ids.first().copied())
}

/// Another shown cluster of `label` with the name of cluster `id`.
pub(crate) fn twin(edit: &Edit, id: EntityId, label: LabelId) -> Option<EntityId> {
    let name = &edit.document.entity(id)?.name;
    edit.document
        .entities()
        .find(|entity| entity.id != id && entity.label == label && entity.name == *name)
        .map(|entity| entity.id)
}

/// Gives a mention a label and the cluster `target`, or the one that fits its words.
pub(crate) fn set_label(
    edit: &mut Edit,
    id: AnnotationId,
    label: LabelId,
    target: Option<EntityId>,
) -> Result<(), CommandError> {
    let annotation = edit.annotation(id)?;
    let Body::Mention(mention) = &annotation.body else { return Err(CommandError::WrongKind) };
    edit.free(mention.range, label, id)?;
    let words = edit.document.source().slice(mention.range).to_owned();
    let entity = match target {
        Some(e) => e,
        None => edit.cluster_for(label, &words),
    };
    let body = Body::Mention(MentionBody { range: mention.range, label, entity: Some(entity) });
    let mut changed = (*annotation).clone();
    changed.body = body;
    changed.origin = Origin::Person;
    changed.review = Review::Accepted;
    edit.put_annotation(changed);
    Ok(())
}

/// Discards annotations: see [`Edit::discard`].
pub(crate) fn discard_all(edit: &mut Edit, action: StepKind, ids: &[AnnotationId]) -> Result<Outcome, CommandError> {
    let mut count = 0;
    for id in ids.iter().copied().collect::<BTreeSet<_>>() {
        let annotation = edit.annotation(id)?;
        if annotation.is_live() {
            edit.discard(&annotation);
            count += 1;
        }
    }
    Outcome::of(action, count, None)
}
