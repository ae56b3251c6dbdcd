//! Naming, joining and splitting people, places and organizations.

use std::collections::BTreeSet;

use crate::document::run::edit::Edit;
use crate::document::run::mentions::{mentions, set_label};
use crate::document::{AnnotationId, Body, CommandError, EntityId, LabelId, Outcome, QuoteBody, StepKind};
use crate::text::one_line;

pub(crate) fn rename_entity(edit: &mut Edit, id: EntityId, name: &str) -> Result<Outcome, CommandError> {
    let mut entity = (*edit.entity(id)?).clone();
    let name = one_line(name);
    if !name.contains(char::is_alphanumeric) {
        return Err(CommandError::BadName);
    }
    if entity.name == name {
        return Err(CommandError::NothingToDo);
    }
    entity.name = name;
    entity.by_person = true;
    edit.put_entity(entity);
    Outcome::of(StepKind::Rename, 1, None)
}

pub(crate) fn relabel_entity(edit: &mut Edit, id: EntityId, label: LabelId) -> Result<Outcome, CommandError> {
    edit.known_label(label)?;
    let mut entity = (*edit.entity(id)?).clone();
    if entity.label == label {
        return Err(CommandError::NothingToDo);
    }
    let mentions = live_mentions(edit, id);
    entity.label = label;
    entity.place = None;
    entity.by_person = true;
    edit.put_entity(entity);
    for &mention in &mentions {
        take_label(edit, mention, label, id)?;
    }
    Outcome::of(StepKind::RelabelEntity, mentions.len().max(1), mentions.first().copied())
}

/// A mention follows its cluster to another label; where the words carry that label already it is discarded.
fn take_label(edit: &mut Edit, id: AnnotationId, label: LabelId, entity: EntityId) -> Result<(), CommandError> {
    match set_label(edit, id, label, Some(entity)) {
        Err(CommandError::AlreadyMarked) => {
            let annotation = edit.annotation(id)?;
            edit.discard(&annotation);
            Ok(())
        }
        other => other,
    }
}

fn live_mentions(edit: &Edit, id: EntityId) -> Vec<AnnotationId> {
    edit.document.index.uses.get(&id).map(|uses| uses.mentions.clone()).unwrap_or_default()
}

fn live_quotes(edit: &Edit, id: EntityId) -> Vec<AnnotationId> {
    edit.document.index.uses.get(&id).map(|uses| uses.quotes.clone()).unwrap_or_default()
}

pub(crate) fn merge_entities(edit: &mut Edit, from: &[EntityId], into: EntityId) -> Result<Outcome, CommandError> {
    let mut target = (*edit.entity(into)?).clone();
    let from: BTreeSet<_> = from.iter().copied().filter(|&id| id != into).collect();
    for &id in &from {
        let label = edit.entity(id)?.label;
        for mention in live_mentions(edit, id) {
            if label == target.label {
                let mut moved = (*edit.annotation(mention)?).clone();
                if let Body::Mention(m) = &mut moved.body {
                    m.entity = Some(into);
                }
                edit.put_annotation(moved);
            } else {
                take_label(edit, mention, target.label, into)?;
            }
        }
        for quote in live_quotes(edit, id) {
            put_speaker(edit, quote, Some(into))?;
        }
    }
    // Candidates and rejected annotations follow too, so that the merged cluster is gone for good.
    let all: Vec<_> =
        edit.document.annotations().filter(|annotation| refers(&annotation.body, &from)).cloned().collect();
    for annotation in all {
        let mut moved = (*annotation).clone();
        redirect(&mut moved.body, &from, into);
        edit.put_annotation(moved);
    }
    if !from.is_empty() {
        target.by_person = true;
        edit.put_entity(target);
    }
    Outcome::of(StepKind::Merge, from.len(), None)
}

/// Another person for a quote, without touching whether it was reviewed.
fn put_speaker(edit: &mut Edit, id: AnnotationId, entity: Option<EntityId>) -> Result<(), CommandError> {
    let mut annotation = (*edit.annotation(id)?).clone();
    if let Body::Quote(quote) = &mut annotation.body {
        quote.entity = entity;
    }
    edit.put_annotation(annotation);
    Ok(())
}

pub(crate) fn move_mentions(
    edit: &mut Edit,
    ids: &[AnnotationId],
    into: Option<EntityId>,
) -> Result<Outcome, CommandError> {
    let all = mentions(edit, ids)?;
    let first = all.first().ok_or(CommandError::NothingToDo)?;
    let target = if let Some(id) = into {
        edit.entity(id)?;
        id
    } else {
        let label = first.1.label;
        if all.iter().any(|(_, mention)| mention.label != label) {
            return Err(CommandError::LabelsDiffer);
        }
        let source = edit.document.source().clone();
        let longest =
            all.iter().map(|(_, mention)| source.slice(mention.range)).max_by_key(|word| word.chars().count());
        edit.new_cluster(label, longest.unwrap_or_default())
    };
    let mut entity = (*edit.entity(target)?).clone();
    let mut count = 0;
    for (annotation, mention) in &all {
        if mention.entity == Some(target) && annotation.is_live() {
            continue;
        }
        set_label(edit, annotation.id, entity.label, Some(target))?;
        count += 1;
    }
    if count > 0 {
        entity.by_person = true;
        edit.put_entity(entity);
    }
    Outcome::of(StepKind::Move, count, ids.first().copied())
}

pub(crate) fn remove_entity(edit: &mut Edit, id: EntityId) -> Result<Outcome, CommandError> {
    edit.entity(id)?;
    let mentions = live_mentions(edit, id);
    let quotes = live_quotes(edit, id);
    for &mention in &mentions {
        let annotation = edit.annotation(mention)?;
        edit.discard(&annotation);
    }
    for &quote in &quotes {
        put_speaker(edit, quote, None)?;
    }
    Outcome::of(StepKind::RemoveEntity, mentions.len() + quotes.len(), None)
}

fn refers(body: &Body, from: &BTreeSet<EntityId>) -> bool {
    let is_in = |entity: Option<EntityId>| entity.is_some_and(|entity| from.contains(&entity));
    match body {
        Body::Mention(mention) => is_in(mention.entity),
        Body::Quote(quote) => is_in(quote.entity) || quote.candidates.iter().any(|candidate| is_in(candidate.entity)),
    }
}

fn redirect(body: &mut Body, from: &BTreeSet<EntityId>, into: EntityId) {
    let turn = |entity: Option<EntityId>| entity.map(|entity| if from.contains(&entity) { into } else { entity });
    match body {
        Body::Mention(mention) => mention.entity = turn(mention.entity),
        Body::Quote(QuoteBody { entity, candidates, .. }) => {
            *entity = turn(*entity);
            let mut turned = candidates.to_vec();
            for candidate in &mut turned {
                candidate.entity = turn(candidate.entity);
            }
            *candidates = turned.into();
        }
    }
}
