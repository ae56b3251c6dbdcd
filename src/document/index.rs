//! What is derived from the annotations: which lie in a paragraph, which belong to a cluster.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::document::sharing::shared_map::SharedMap;
use crate::document::{Annotation, AnnotationId, Body, EntityId, Review};
use crate::text::{InOrder as _, Source, TextRange, TextSize};

/// Where an annotation stands in reading order: by start, the longer first, then by id.
pub(crate) fn reading_key(annotation: &Annotation) -> (TextSize, Reverse<TextSize>, AnnotationId) {
    let span = annotation.body.span();
    (span.start(), Reverse(span.end()), annotation.id)
}

/// Who refers to a cluster.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Uses {
    /// Mentions that are not rejected, sorted by id.
    pub(crate) mentions: Vec<AnnotationId>,
    /// Quotes of this person that are not rejected, sorted by id.
    pub(crate) quotes: Vec<AnnotationId>,
    /// All other references: rejected annotations and speaker candidates. They keep the cluster in the document (an
    /// undone rejection finds it again), but it is not shown.
    pub(crate) others: u32,
}

impl Uses {
    fn is_empty(&self) -> bool {
        self.mentions.is_empty() && self.quotes.is_empty() && self.others == 0
    }
}

/// What annotations were and are: one entry each, also when one changed more than once.
#[derive(Default)]
pub(crate) struct Replaced(BTreeMap<AnnotationId, (Before, After)>);

type Before = Option<Arc<Annotation>>;
type After = Option<Arc<Annotation>>;

impl Replaced {
    pub(crate) fn note(&mut self, id: AnnotationId, before: Option<&Arc<Annotation>>, after: Option<&Arc<Annotation>>) {
        self.0.entry(id).or_insert_with(|| (before.cloned(), None)).1 = after.cloned();
    }
}

/// Kept up to date by [`crate::document::Document::swap`] and `swap_all`; equal documents have equal indices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Index {
    /// For each paragraph, in reading order, the annotations that are not rejected and of which a part lies in it. A
    /// slot stays the same allocation until one of its annotations changes.
    pub(crate) paragraphs: Vec<Arc<Vec<Arc<Annotation>>>>,
    /// Clusters that something refers to.
    pub(crate) uses: SharedMap<EntityId, Arc<Uses>>,
}

impl Index {
    pub(crate) fn new(source: &Source) -> Self {
        let empty = Arc::new(Vec::new());
        Self { paragraphs: vec![empty; source.paragraphs().len()], uses: SharedMap::default() }
    }

    /// Takes in what is there instead of what was, for many annotations at once: no dearer than sorting them.
    pub(crate) fn replace(&mut self, source: &Source, replaced: &Replaced) {
        let (mut gone, mut new) = (BTreeMap::<usize, BTreeSet<AnnotationId>>::new(), BTreeMap::<usize, Vec<_>>::new());
        // From the end, where taking out of a list moves nothing; in from the start for the same reason.
        for old in replaced.0.values().rev().filter_map(|(before, _)| before.as_ref()) {
            self.forget(old);
            for paragraph in shown_in(source, old) {
                gone.entry(paragraph).or_default().insert(old.id);
            }
        }
        for annotation in replaced.0.values().filter_map(|(_, after)| after.as_ref()) {
            self.refer(annotation);
            for paragraph in shown_in(source, annotation) {
                new.entry(paragraph).or_default().push(Arc::clone(annotation));
            }
        }
        for (paragraph, ids) in gone {
            Arc::make_mut(&mut self.paragraphs[paragraph]).retain(|annotation| !ids.contains(&annotation.id));
        }
        for (paragraph, annotations) in new {
            let slot = Arc::make_mut(&mut self.paragraphs[paragraph]);
            slot.extend(annotations);
            slot.order_by_key(|annotation| reading_key(annotation));
        }
    }

    pub(crate) fn insert(&mut self, source: &Source, annotation: &Arc<Annotation>) {
        let key = reading_key(annotation);
        for paragraph in shown_in(source, annotation) {
            let slot = Arc::make_mut(&mut self.paragraphs[paragraph]);
            let at = slot.partition_point(|annotation| reading_key(annotation) < key);
            slot.insert(at, Arc::clone(annotation));
        }
        self.refer(annotation);
    }

    fn refer(&mut self, annotation: &Annotation) {
        for (entity, role) in references(annotation) {
            if !self.uses.contains_key(&entity) {
                self.uses.insert(entity, Arc::default());
            }
            let Some(uses) = self.uses.get_mut(&entity).map(Arc::make_mut) else { continue };
            match uses.list(role) {
                Some(list) => {
                    if let Err(at) = list.binary_search(&annotation.id) {
                        list.insert(at, annotation.id);
                    }
                }
                None => uses.others += 1,
            }
        }
    }

    pub(crate) fn remove(&mut self, source: &Source, annotation: &Arc<Annotation>) {
        let key = reading_key(annotation);
        for paragraph in shown_in(source, annotation) {
            let slot = Arc::make_mut(&mut self.paragraphs[paragraph]);
            if let Ok(at) = slot.binary_search_by_key(&key, |annotation| reading_key(annotation)) {
                slot.remove(at);
            }
        }
        self.forget(annotation);
    }

    fn forget(&mut self, annotation: &Annotation) {
        for (entity, role) in references(annotation) {
            let Some(uses) = self.uses.get_mut(&entity) else { continue };
            let uses = Arc::make_mut(uses);
            match uses.list(role) {
                Some(list) => {
                    if let Ok(at) = list.binary_search(&annotation.id) {
                        list.remove(at);
                    }
                }
                None => uses.others -= 1,
            }
            if uses.is_empty() {
                self.uses.remove(&entity);
            }
        }
    }
}

/// How an annotation refers to a cluster.
#[derive(Clone, Copy)]
enum Role {
    Mention,
    Speaker,
    Other,
}

impl Uses {
    fn list(&mut self, role: Role) -> Option<&mut Vec<AnnotationId>> {
        match role {
            Role::Mention => Some(&mut self.mentions),
            Role::Speaker => Some(&mut self.quotes),
            Role::Other => None,
        }
    }
}

fn references(annotation: &Annotation) -> Vec<(EntityId, Role)> {
    let live = |role| if annotation.review == Review::Rejected { Role::Other } else { role };
    match &annotation.body {
        Body::Mention(mention) => mention.entity.map(|entity| (entity, live(Role::Mention))).into_iter().collect(),
        Body::Quote(quote) => quote
            .entity
            .map(|entity| (entity, live(Role::Speaker)))
            .into_iter()
            .chain(quote.candidates.iter().filter_map(|candidate| candidate.entity.map(|entity| (entity, Role::Other))))
            .collect(),
    }
}

/// The paragraphs that show the annotation: none when it is rejected.
fn shown_in(source: &Source, annotation: &Annotation) -> Vec<usize> {
    if annotation.review == Review::Rejected { Vec::new() } else { touched(source, annotation) }
}

/// The paragraphs in which a part of the annotation lies, each once, in order.
fn touched(source: &Source, annotation: &Annotation) -> Vec<usize> {
    let mut out: Vec<usize> = Vec::new();
    for range in annotation.body.parts() {
        for i in paragraphs_of(source, *range) {
            if out.last().is_none_or(|&last| last < i) {
                out.push(i);
            }
        }
    }
    out
}

/// The paragraphs that share a byte with `range`; the nearest one when the range lies between paragraphs.
pub(crate) fn paragraphs_of(source: &Source, range: TextRange) -> std::ops::Range<usize> {
    let all = source.paragraphs();
    let first = all.partition_point(|paragraph| paragraph.end() <= range.start());
    let end = all.partition_point(|paragraph| paragraph.start() < range.end());
    if first < end {
        first..end
    } else {
        let nearest = first.min(all.len().saturating_sub(1));
        nearest..(nearest + 1).min(all.len())
    }
}
