//! The document itself: what it holds and how it is read.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::check::{Violation, check};
use super::index::Index;
use super::{Annotation, AnnotationId, Change, EngineInfo, Entity, EntityId, Label, Shape};
use crate::text::{Source, TextRange, TextSize};
use crate::vocabulary::BlockKind;

/// An article with its annotations. Cheap to clone; two versions share what did not change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub(super) source: Source,
    pub(super) title: Arc<str>,
    pub(super) annotations: Arc<BTreeMap<AnnotationId, Arc<Annotation>>>,
    pub(super) entities: Arc<BTreeMap<EntityId, Arc<Entity>>>,
    pub(super) labels: Arc<[Label]>,
    /// The role of each paragraph.
    pub(super) blocks: Arc<Vec<BlockKind>>,
    /// The paragraphs whose role the person set.
    pub(super) chosen: Arc<BTreeSet<u32>>,
    /// None before the first analysis.
    pub(super) engine: Option<Arc<EngineInfo>>,
    pub(super) index: Arc<Index>,
}

/// Everything a document holds, as plain data: how files are read and written.
#[derive(Clone, Debug)]
pub struct DocumentParts {
    /// The article.
    pub source: Source,
    /// What the person calls it.
    pub title: Arc<str>,
    /// Rejected ones included.
    pub annotations: Vec<Annotation>,
    /// Every cluster that an annotation refers to.
    pub entities: Vec<Entity>,
    /// The first three are PERSON, PLACE, ORGANIZATION.
    pub labels: Vec<Label>,
    /// The role of each paragraph of the source.
    pub blocks: Vec<BlockKind>,
    /// The paragraphs whose role the person set.
    pub chosen: Vec<u32>,
    /// The engine whose suggestions these are.
    pub engine: Option<EngineInfo>,
}

impl Document {
    /// A document without annotations, with the three built-in labels.
    pub fn new(source: Source) -> Self {
        let blocks = Arc::new(vec![BlockKind::Body; source.paragraphs().len()]);
        let label = |name: &str, key, color, shape| Label { name: name.into(), key: Some(key), color, shape };
        Self {
            index: Arc::new(Index::new(&source)),
            source,
            title: "".into(),
            annotations: Arc::default(),
            entities: Arc::default(),
            labels: Arc::new([
                label("PERSON", 'p', 0, Shape::Underline),
                label("PLACE", 'l', 1, Shape::Dotted),
                label("ORGANIZATION", 'o', 2, Shape::Double),
            ]),
            blocks,
            chosen: Arc::default(),
            engine: None,
        }
    }

    /// A document of these parts.
    ///
    /// # Errors
    /// The first broken invariant.
    pub fn from_parts(parts: DocumentParts) -> Result<Self, Violation> {
        let mut document = Self::new(parts.source);
        if parts.blocks.len() != document.blocks.len() {
            return Err(Violation::Blocks);
        }
        document.title = parts.title;
        document.labels = parts.labels.into();
        document.blocks = Arc::new(parts.blocks);
        document.chosen = Arc::new(parts.chosen.into_iter().collect());
        document.engine = parts.engine.map(Arc::new);
        let mut entities = BTreeMap::new();
        for entity in parts.entities {
            if entities.insert(entity.id, Arc::new(entity)).is_some() {
                return Err(Violation::TwiceTheSameId);
            }
        }
        document.entities = Arc::new(entities);
        let len = TextSize::of(document.source.text());
        for annotation in parts.annotations {
            if annotation.body.parts().is_empty() {
                return Err(Violation::Parts(annotation.id));
            }
            if annotation.body.parts().iter().any(|r| r.end() > len) {
                return Err(Violation::Range(annotation.id));
            }
            if document.annotations.contains_key(&annotation.id) {
                return Err(Violation::TwiceTheSameId);
            }
            document.swap(Change::Annotation(annotation.id, Some(Arc::new(annotation))));
        }
        check(&document)?;
        Ok(document)
    }

    /// Its parts; [`Document::from_parts`] makes the same document of them.
    pub fn parts(&self) -> DocumentParts {
        DocumentParts {
            source: self.source.clone(),
            title: Arc::clone(&self.title),
            annotations: self.annotations.values().map(|a| (**a).clone()).collect(),
            entities: self.entities.values().map(|e| (**e).clone()).collect(),
            labels: self.labels.to_vec(),
            blocks: self.blocks.to_vec(),
            chosen: self.chosen.iter().copied().collect(),
            engine: self.engine.as_deref().cloned(),
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

    /// One cluster, also one that is not shown because all that refers to it is rejected.
    pub fn entity(&self, id: EntityId) -> Option<&Arc<Entity>> {
        self.entities.get(&id)
    }

    /// The clusters that have a mention or a quote which is not rejected, by id.
    pub fn entities(&self) -> impl Iterator<Item = &Arc<Entity>> {
        self.entities.values().filter(|e| self.is_shown(e.id))
    }

    /// All clusters by id, also those of which everything is rejected.
    pub fn all_entities(&self) -> impl Iterator<Item = &Arc<Entity>> {
        self.entities.values()
    }

    /// Whether a cluster has a mention or a quote that is not rejected.
    pub fn is_shown(&self, id: EntityId) -> bool {
        self.index.uses.get(&id).is_some_and(|u| !u.mentions.is_empty() || !u.quotes.is_empty())
    }

    /// The labels; the first three are PERSON, PLACE, ORGANIZATION.
    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// One label.
    pub fn label(&self, id: super::LabelId) -> Option<&Label> {
        self.labels.get(id.0 as usize)
    }

    /// The role of each paragraph.
    pub fn blocks(&self) -> &[BlockKind] {
        &self.blocks
    }

    /// The paragraphs whose role the person set.
    pub fn chosen_blocks(&self) -> Vec<(u32, BlockKind)> {
        self.chosen.iter().map(|&i| (i, self.blocks[i as usize])).collect()
    }

    /// The engine whose suggestions the document holds; none before the first analysis.
    pub fn engine(&self) -> Option<&EngineInfo> {
        self.engine.as_deref()
    }

    /// The annotations that are not rejected and of which a part lies in paragraph `i`, in reading order.
    ///
    /// The same allocation as long as none of them changed (`Arc::ptr_eq`), so a view can tell untouched paragraphs.
    ///
    /// # Panics
    /// When there is no such paragraph.
    pub fn in_paragraph(&self, i: usize) -> &Arc<Vec<Arc<Annotation>>> {
        &self.index.paragraphs[i]
    }

    /// The annotations that are not rejected and share a byte with `range`, in reading order.
    pub fn overlapping(&self, range: TextRange) -> Vec<&Arc<Annotation>> {
        let mut hits: Vec<&Arc<Annotation>> = Vec::new();
        for i in super::index::paragraphs_of(&self.source, range) {
            let found = self.index.paragraphs[i].iter();
            hits.extend(found.filter(|a| a.body.parts().iter().any(|p| p.overlaps(range))));
        }
        hits.sort_by_key(|a| super::index::reading_key(a));
        hits.dedup_by_key(|a| a.id);
        hits
    }

    /// Annotations that are not rejected and of which a part covers `offset`, smallest first: a click takes the first,
    /// the next click the next.
    pub fn at(&self, offset: TextSize) -> Vec<AnnotationId> {
        let Some(i) = self.source.paragraph_at(offset) else { return Vec::new() };
        let mut hits: Vec<_> = self.index.paragraphs[i]
            .iter()
            .filter(|a| a.body.parts().iter().any(|p| p.contains(offset)))
            .map(|a| (a.body.span().len(), a.id))
            .collect();
        hits.sort_unstable();
        hits.into_iter().map(|(_, id)| id).collect()
    }
}
