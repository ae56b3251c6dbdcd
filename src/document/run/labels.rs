//! Labels of the person's own: made, changed and deleted.

use std::sync::Arc;

use crate::document::run::clusters::{merge_entities, relabel_entity, remove_entity};
use crate::document::run::edit::Edit;
use crate::document::run::mentions::{set_label, twin};
use crate::document::{
    Annotation, AnnotationId, Body, Change, CommandError, Entity, EntityId, Label, LabelId, MentionBody, Outcome,
    StepKind, is_name,
};
use crate::text::one_line;

pub(crate) fn put_label(edit: &mut Edit, id: Option<LabelId>, label: Label) -> Result<Outcome, CommandError> {
    let mut label = label;
    label.name = one_line(&label.name);
    label.key = label.key.map(|key| key.to_lowercase().next().unwrap_or(key));
    if !label.name.contains(char::is_alphanumeric) {
        return Err(CommandError::BadName);
    }
    let mut labels = edit.document.labels().to_vec();
    let at = match id {
        Some(id) => id.index(),
        None => labels.len(),
    };
    let taken = |other: &Label| {
        other.name.to_lowercase() == label.name.to_lowercase() || (label.key.is_some() && other.key == label.key)
    };
    if labels.iter().enumerate().any(|(index, other)| index != at && taken(other)) || !is_name(&label.name) {
        return Err(CommandError::LabelTaken);
    }
    if at == labels.len() && u16::try_from(at).is_ok() {
        labels.push(label);
    } else {
        let old = labels.get_mut(at).ok_or(CommandError::UnknownLabel)?;
        if at < LabelId::BUILT_IN && old.name != label.name {
            return Err(CommandError::BuiltInLabel);
        }
        *old = label;
    }
    edit.put(Change::Labels(labels.into()));
    Outcome::of(StepKind::Label, 1, None)
}

pub(crate) fn remove_label(edit: &mut Edit, id: LabelId, into: Option<LabelId>) -> Result<Outcome, CommandError> {
    edit.known_label(id)?;
    if id <= LabelId::ORGANIZATION {
        return Err(CommandError::BuiltInLabel);
    }
    if let Some(other) = into {
        edit.known_label(other)?;
        if other == id {
            return Err(CommandError::UnknownLabel);
        }
    }
    let clusters: Vec<EntityId> =
        edit.document.all_entities().filter(|entity| entity.label == id).map(|entity| entity.id).collect();
    for cluster in clusters {
        match into {
            Some(other) => hand_over(edit, cluster, other)?,
            None => dissolve(edit, cluster)?,
        }
    }
    // Mentions without a cluster, and what was rejected: it keeps its place, so that it does not come back.
    for mention in mentions_with(edit, id) {
        let annotation = edit.annotation(mention)?;
        match into {
            Some(other) if annotation.is_live() => match set_label(edit, mention, other, None) {
                Err(CommandError::AlreadyMarked) => edit.discard(&annotation),
                done => done?,
            },
            None if annotation.is_live() => edit.discard(&annotation),
            _ => {}
        }
    }
    for mention in mentions_with(edit, id) {
        let annotation = edit.annotation(mention)?;
        let label = into.unwrap_or(LabelId::PERSON);
        change_mention(edit, &annotation, |mention| MentionBody { label, entity: None, ..mention });
    }
    close_gap(edit, id);
    Outcome::of(StepKind::RemoveLabel, 1, None)
}

/// The mentions of a label, rejected ones included.
fn mentions_with(edit: &Edit, label: LabelId) -> Vec<AnnotationId> {
    let wears = |annotation: &&Arc<Annotation>| annotation.body.mention().is_some_and(|mention| mention.label == label);
    edit.document.annotations().filter(wears).map(|annotation| annotation.id).collect()
}

/// A cluster takes another label with all its mentions; one of that name which is there already takes it in.
fn hand_over(edit: &mut Edit, cluster: EntityId, label: LabelId) -> Result<(), CommandError> {
    let twin = twin(edit, cluster, label);
    relabel_entity(edit, cluster, label)?;
    if let Some(twin) = twin {
        merge_entities(edit, &[cluster], twin)?;
    }
    Ok(())
}

/// A cluster goes with all its mentions; no quote names it any more, not even as a possible speaker.
fn dissolve(edit: &mut Edit, cluster: EntityId) -> Result<(), CommandError> {
    if edit.document.is_shown(cluster) {
        remove_entity(edit, cluster)?;
    }
    let all: Vec<_> = edit.document.annotations().cloned().collect();
    for annotation in all {
        let mut body = annotation.body.clone();
        match &mut body {
            Body::Mention(mention) => mention.entity = mention.entity.filter(|&entity| entity != cluster),
            Body::Quote(quote) => {
                quote.entity = quote.entity.filter(|&entity| entity != cluster);
                let mut candidates = quote.candidates.to_vec();
                for candidate in &mut candidates {
                    candidate.entity = candidate.entity.filter(|&entity| entity != cluster);
                }
                quote.candidates = candidates.into();
            }
        }
        if body != annotation.body {
            edit.put_annotation(Annotation { body, ..(*annotation).clone() });
        }
    }
    Ok(())
}

fn change_mention(edit: &mut Edit, annotation: &Annotation, change: impl Fn(MentionBody) -> MentionBody) {
    if let Body::Mention(mention) = &annotation.body {
        let body = Body::Mention(change(mention.clone()));
        edit.put_annotation(Annotation { body, ..annotation.clone() });
    }
}

/// Takes a label that nothing wears out of the list; those behind it move up.
fn close_gap(edit: &mut Edit, gone: LabelId) {
    let behind = |label: LabelId| label > gone;
    let clusters: Vec<_> = edit.document.all_entities().filter(|entity| behind(entity.label)).cloned().collect();
    for cluster in clusters {
        edit.put_entity(Entity { label: LabelId(cluster.label.0 - 1), ..(*cluster).clone() });
    }
    let wearing =
        |annotation: &&Arc<Annotation>| annotation.body.mention().is_some_and(|mention| behind(mention.label));
    let mentions: Vec<_> = edit.document.annotations().filter(wearing).cloned().collect();
    for annotation in mentions {
        change_mention(edit, &annotation, |mention| MentionBody { label: LabelId(mention.label.0 - 1), ..mention });
    }
    let mut labels = edit.document.labels().to_vec();
    labels.remove(usize::from(gone.0));
    edit.put(Change::Labels(labels.into()));
}
