//! A command at work: a scratch copy of the document and the changes that take it back.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::document::check::is_whole;
use crate::document::{
    Annotation, AnnotationId, Body, Change, CheckStatus, CommandError, Document, Entity, EntityId, LabelId, Origin,
    Review,
};
use crate::text::{InOrder as _, TextRange, one_line};

/// The scratch copy. Dropped on refusal, so that nothing has changed.
pub(crate) struct Edit {
    pub(crate) document: Document,
    /// Take the edit back, in the order in which the changes were made.
    undo: Vec<Change>,
    next_annotation: u32,
    next_entity: u32,
    /// Clusters found or made in this edit, by label and words: "mark all" looks each name up once.
    found: BTreeMap<(LabelId, String), EntityId>,
}

/// What an edit leaves behind.
pub(crate) struct Done {
    pub(crate) document: Document,
    /// In the order to apply.
    pub(crate) undo: Vec<Change>,
    pub(crate) next_annotation: u32,
    pub(crate) next_entity: u32,
}

impl Edit {
    pub(crate) fn new(document: &Document, next_annotation: u32, next_entity: u32) -> Self {
        let document = document.clone();
        Self { document, undo: Vec::new(), next_annotation, next_entity, found: BTreeMap::new() }
    }

    /// Whether anything changed so far.
    pub(crate) fn is_empty(&self) -> bool {
        self.undo.is_empty()
    }

    /// Ends the edit: clusters that nothing refers to any more disappear.
    pub(crate) fn finish(mut self) -> Done {
        let gone: Vec<EntityId> = self
            .undo
            .iter()
            .flat_map(|change| match change {
                Change::Annotation(_, Some(before)) => referenced(before),
                Change::Entity(id, _) => vec![*id],
                _ => Vec::new(),
            })
            .collect();
        for id in gone {
            if !self.document.index.uses.contains_key(&id) && self.document.entities.contains_key(&id) {
                self.put(Change::Entity(id, None));
            }
        }
        self.undo.reverse();
        Done {
            document: self.document,
            undo: self.undo,
            next_annotation: self.next_annotation,
            next_entity: self.next_entity,
        }
    }

    pub(crate) fn put(&mut self, change: Change) {
        let done = change.clone();
        let inverse = self.document.swap(change);
        if inverse != done {
            self.undo.push(inverse);
        }
    }

    pub(crate) fn annotation(&self, id: AnnotationId) -> Result<Arc<Annotation>, CommandError> {
        self.document.annotation(id).cloned().ok_or(CommandError::UnknownAnnotation)
    }

    pub(crate) fn entity(&self, id: EntityId) -> Result<Arc<Entity>, CommandError> {
        self.document.entity(id).cloned().ok_or(CommandError::UnknownEntity)
    }

    pub(crate) fn known_label(&self, id: LabelId) -> Result<(), CommandError> {
        self.document.label(id).map(|_| ()).ok_or(CommandError::UnknownLabel)
    }

    /// Refuses a range that is empty, blank, outside the text or splits a grapheme.
    pub(crate) fn checked(&self, range: TextRange) -> Result<TextRange, CommandError> {
        if range.is_empty() {
            return Err(CommandError::EmptyRange);
        }
        if !is_whole(&self.document.source, range) {
            return Err(CommandError::BadRange);
        }
        if self.document.source.slice(range).trim().is_empty() {
            return Err(CommandError::EmptyRange);
        }
        Ok(range)
    }

    pub(crate) fn put_annotation(&mut self, annotation: Annotation) {
        self.put(Change::Annotation(annotation.id, Some(Arc::new(annotation))));
    }

    /// Many at once, each with an id of its own and different from what is there.
    pub(crate) fn put_annotations(&mut self, all: Vec<Annotation>) {
        self.put_all(all.into_iter().map(|one| Change::Annotation(one.id, Some(Arc::new(one)))));
    }

    pub(crate) fn remove_annotations(&mut self, ids: impl Iterator<Item = AnnotationId>) {
        self.put_all(ids.map(|id| Change::Annotation(id, None)));
    }

    fn put_all(&mut self, changes: impl Iterator<Item = Change>) {
        self.undo.extend(self.document.swap_all(changes));
    }

    pub(crate) fn put_entity(&mut self, entity: Entity) {
        self.put(Change::Entity(entity.id, Some(Arc::new(entity))));
    }

    /// A new annotation made by the person.
    pub(crate) fn add(&mut self, body: Body) -> AnnotationId {
        let id = self.new_id();
        self.put_annotation(Annotation {
            id,
            body,
            origin: Origin::Person,
            review: Review::Accepted,
            confidence: None,
            evidence: Arc::default(),
            note: "".into(),
            status: CheckStatus::Unchecked,
        });
        id
    }

    pub(crate) fn new_id(&mut self) -> AnnotationId {
        let id = AnnotationId(self.next_annotation);
        self.next_annotation += 1;
        id
    }

    pub(crate) fn new_entity_id(&mut self) -> EntityId {
        let id = EntityId(self.next_entity);
        self.next_entity += 1;
        id
    }

    /// Puts a changed body: what a person changed is the person's, and reviewed.
    pub(crate) fn change_body(&mut self, annotation: &Annotation, body: Body) {
        let mut changed = annotation.clone();
        changed.body = body;
        changed.origin = Origin::Person;
        changed.review = Review::Accepted;
        self.put_annotation(changed);
    }

    /// Wrong or deleted: what the engine found stays as rejected, so that it does not come back; the rest goes.
    pub(crate) fn discard(&mut self, annotation: &Annotation) {
        if annotation.is_found() || annotation.review == Review::Suggested {
            let mut rejected = annotation.clone();
            rejected.review = Review::Rejected;
            self.put_annotation(rejected);
        } else {
            self.put(Change::Annotation(annotation.id, None));
        }
    }

    /// The mention of this label that covers exactly `range`, rejected ones included.
    pub(crate) fn mention_at(&self, range: TextRange, label: LabelId) -> Option<Arc<Annotation>> {
        let same = |annotation: &&Arc<Annotation>| {
            annotation.body.mention().is_some_and(|mention| mention.range == range && mention.label == label)
        };
        let live = self.document.overlapping(range).into_iter().find(same);
        live.cloned()
    }

    /// Refuses a second live mention of one label on the same words.
    pub(crate) fn free(&self, range: TextRange, label: LabelId, except: AnnotationId) -> Result<(), CommandError> {
        match self.mention_at(range, label) {
            Some(other) if other.id != except => Err(CommandError::AlreadyMarked),
            _ => Ok(()),
        }
    }

    /// The cluster for a name of this label: one of that name or with a mention of the same words, else the only person
    /// whose name ends with the word, else a new one.
    pub(crate) fn cluster_for(&mut self, label: LabelId, words: &str) -> EntityId {
        let key = (label, words.to_owned());
        if let Some(&id) = self.found.get(&key)
            && self.document.entity(id).is_some_and(|entity| entity.label == label)
        {
            return id;
        }
        let id = self.find_cluster(label, words).unwrap_or_else(|| self.new_cluster(label, words));
        self.found.insert(key, id);
        id
    }

    pub(crate) fn new_cluster(&mut self, label: LabelId, name: &str) -> EntityId {
        let id = self.new_entity_id();
        self.put_entity(Entity { id, label, name: one_line(name), by_person: false, place: None });
        id
    }

    fn find_cluster(&self, label: LabelId, words: &str) -> Option<EntityId> {
        let name = one_line(words);
        let of_label = || self.document.entities().filter(|entity| entity.label == label);
        if let Some(entity) = of_label().find(|entity| entity.name == name) {
            return Some(entity.id);
        }
        let source = &self.document.source;
        let same_words = |entity: &&Arc<Entity>| {
            let uses = self.document.index.uses.get(&entity.id);
            uses.is_some_and(|uses| {
                uses.mentions.iter().filter_map(|id| self.document.annotation(*id)).any(|annotation| {
                    annotation.body.mention().is_some_and(|mention| source.slice(mention.range) == words)
                })
            })
        };
        if let Some(entity) = of_label().find(same_words) {
            return Some(entity.id);
        }
        if label != LabelId::PERSON || words.contains(char::is_whitespace) {
            return None;
        }
        let is_last = |entity: &&Arc<Entity>| entity.name.rsplit_once(' ').is_some_and(|(_, last)| last == words);
        let mut fits = of_label().filter(is_last);
        match (fits.next(), fits.next()) {
            (Some(only), None) => Some(only.id),
            _ => None,
        }
    }
}

fn referenced(annotation: &Annotation) -> Vec<EntityId> {
    match &annotation.body {
        Body::Mention(mention) => mention.entity.into_iter().collect(),
        Body::Quote(quote) => {
            quote.entity.into_iter().chain(quote.candidates.iter().filter_map(|candidate| candidate.entity)).collect()
        }
    }
}

/// Sorted and disjoint parts.
pub(crate) fn sorted_parts(mut parts: Vec<TextRange>) -> Result<Arc<[TextRange]>, CommandError> {
    parts.order();
    if parts.is_empty() {
        return Err(CommandError::EmptyRange);
    }
    if parts.windows(2).any(|pair| pair[0].end() > pair[1].start()) {
        return Err(CommandError::PartsOverlap);
    }
    Ok(parts.into())
}
