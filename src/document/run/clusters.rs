//! Naming, joining and splitting people, places and organizations.

use std::collections::BTreeSet;

use super::outcome;
use crate::document::edit::Edit;
use crate::document::{AnnotationId, Body, CommandError, EntityId, LabelId, Outcome, QuoteBody};
use crate::text::one_line;

impl Edit {
    pub(super) fn rename_entity(&mut self, id: EntityId, name: &str) -> Result<Outcome, CommandError> {
        let mut entity = (*self.entity(id)?).clone();
        let name = one_line(name);
        if !name.contains(char::is_alphanumeric) {
            return Err(CommandError::BadName);
        }
        if entity.name == name {
            return Err(CommandError::NothingToDo);
        }
        entity.name = name;
        entity.by_person = true;
        self.put_entity(entity);
        outcome("rename", 1, None)
    }

    pub(super) fn relabel_entity(&mut self, id: EntityId, label: LabelId) -> Result<Outcome, CommandError> {
        self.known_label(label)?;
        let mut entity = (*self.entity(id)?).clone();
        if entity.label == label {
            return Err(CommandError::NothingToDo);
        }
        let mentions = self.live_mentions(id);
        entity.label = label;
        entity.place = None;
        entity.by_person = true;
        self.put_entity(entity);
        for &mention in &mentions {
            self.take_label(mention, label, id)?;
        }
        outcome("relabel-entity", mentions.len().max(1), mentions.first().copied())
    }

    /// A mention follows its cluster to another label; where the words carry that label already it is discarded.
    fn take_label(&mut self, id: AnnotationId, label: LabelId, entity: EntityId) -> Result<(), CommandError> {
        match self.set_label(id, label, Some(entity)) {
            Err(CommandError::AlreadyMarked) => {
                let annotation = self.annotation(id)?;
                self.discard(&annotation);
                Ok(())
            }
            other => other,
        }
    }

    fn live_mentions(&self, id: EntityId) -> Vec<AnnotationId> {
        self.document.index.uses.get(&id).map(|u| u.mentions.clone()).unwrap_or_default()
    }

    fn live_quotes(&self, id: EntityId) -> Vec<AnnotationId> {
        self.document.index.uses.get(&id).map(|u| u.quotes.clone()).unwrap_or_default()
    }

    pub(super) fn merge_entities(&mut self, from: &[EntityId], into: EntityId) -> Result<Outcome, CommandError> {
        let mut target = (*self.entity(into)?).clone();
        let from: BTreeSet<_> = from.iter().copied().filter(|&id| id != into).collect();
        for &id in &from {
            let label = self.entity(id)?.label;
            for mention in self.live_mentions(id) {
                if label == target.label {
                    let mut moved = (*self.annotation(mention)?).clone();
                    if let Body::Mention(m) = &mut moved.body {
                        m.entity = Some(into);
                    }
                    self.put_annotation(moved);
                } else {
                    self.take_label(mention, target.label, into)?;
                }
            }
            for quote in self.live_quotes(id) {
                self.put_person(quote, Some(into))?;
            }
        }
        // Candidates and rejected annotations follow too, so that the merged cluster is gone for good.
        let all: Vec<_> = self.document.annotations().filter(|a| refers(&a.body, &from)).cloned().collect();
        for annotation in all {
            let mut moved = (*annotation).clone();
            redirect(&mut moved.body, &from, into);
            self.put_annotation(moved);
        }
        if !from.is_empty() {
            target.by_person = true;
            self.put_entity(target);
        }
        outcome("merge", from.len(), None)
    }

    /// Another person for a quote, without touching whether it was reviewed.
    fn put_person(&mut self, id: AnnotationId, person: Option<EntityId>) -> Result<(), CommandError> {
        let mut annotation = (*self.annotation(id)?).clone();
        if let Body::Quote(quote) = &mut annotation.body {
            quote.person = person;
        }
        self.put_annotation(annotation);
        Ok(())
    }

    pub(super) fn move_mentions(
        &mut self,
        ids: &[AnnotationId],
        into: Option<EntityId>,
    ) -> Result<Outcome, CommandError> {
        let all = self.mentions(ids)?;
        let first = all.first().ok_or(CommandError::NothingToDo)?;
        let target = if let Some(id) = into {
            self.entity(id)?;
            id
        } else {
            let label = first.1.label;
            if all.iter().any(|(_, m)| m.label != label) {
                return Err(CommandError::LabelsDiffer);
            }
            let source = self.document.source().clone();
            let longest = all.iter().map(|(_, m)| source.slice(m.range)).max_by_key(|w| w.chars().count());
            self.new_cluster(label, longest.unwrap_or_default())
        };
        let mut entity = (*self.entity(target)?).clone();
        let mut count = 0;
        for (annotation, mention) in &all {
            if mention.entity == Some(target) && annotation.is_live() {
                continue;
            }
            self.set_label(annotation.id, entity.label, Some(target))?;
            count += 1;
        }
        if count > 0 {
            entity.by_person = true;
            self.put_entity(entity);
        }
        outcome("move", count, ids.first().copied())
    }

    pub(super) fn remove_entity(&mut self, id: EntityId) -> Result<Outcome, CommandError> {
        self.entity(id)?;
        let mentions = self.live_mentions(id);
        let quotes = self.live_quotes(id);
        for &mention in &mentions {
            let annotation = self.annotation(mention)?;
            self.discard(&annotation);
        }
        for &quote in &quotes {
            self.put_person(quote, None)?;
        }
        outcome("remove-entity", mentions.len() + quotes.len(), None)
    }
}

fn refers(body: &Body, from: &BTreeSet<EntityId>) -> bool {
    let is_in = |e: Option<EntityId>| e.is_some_and(|e| from.contains(&e));
    match body {
        Body::Mention(mention) => is_in(mention.entity),
        Body::Quote(quote) => is_in(quote.person) || quote.candidates.iter().any(|c| is_in(c.entity)),
    }
}

fn redirect(body: &mut Body, from: &BTreeSet<EntityId>, into: EntityId) {
    let turn = |e: Option<EntityId>| e.map(|e| if from.contains(&e) { into } else { e });
    match body {
        Body::Mention(mention) => mention.entity = turn(mention.entity),
        Body::Quote(QuoteBody { person, candidates, .. }) => {
            *person = turn(*person);
            let mut turned = candidates.to_vec();
            for candidate in &mut turned {
                candidate.entity = turn(candidate.entity);
            }
            *candidates = turned.into();
        }
    }
}
