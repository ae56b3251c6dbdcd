//! Everything a document holds, as plain data: how files are read and written.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::document::annotation::Annotation;
use crate::document::change::Change;
use crate::document::check::{Violation, check};
use crate::document::entity::{EngineInfo, Entity, Label};
use crate::document::model::Document;
use crate::text::{Source, TextSize};
use crate::vocabulary::{ArticleLanguage, BlockKind};

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
    /// The paragraphs whose role the page said that the article was read from.
    pub told: Vec<u32>,
    /// The language of the article and who says so, if anybody does.
    pub language: Option<ArticleLanguage>,
    /// The engine whose suggestions these are.
    pub engine: Option<EngineInfo>,
}

impl DocumentParts {
    /// The parts of `document`; [`DocumentParts::assemble`] makes the same document of them.
    pub fn of(document: &Document) -> Self {
        Self {
            source: document.source.clone(),
            title: Arc::clone(&document.title),
            annotations: document.annotations.values().map(|annotation| (**annotation).clone()).collect(),
            entities: document.entities.values().map(|entity| (**entity).clone()).collect(),
            labels: document.labels.to_vec(),
            blocks: document.blocks.to_vec(),
            chosen: document.chosen.iter().copied().collect(),
            told: document.told.iter().copied().collect(),
            language: document.language,
            engine: document.engine.as_deref().cloned(),
        }
    }

    /// A document of these parts.
    ///
    /// # Errors
    /// The first broken invariant.
    pub fn assemble(self) -> Result<Document, Violation> {
        let mut document = Document::new(self.source);
        if self.blocks.len() != document.blocks.len() {
            return Err(Violation::Blocks);
        }
        document.title = self.title;
        document.labels = self.labels.into();
        document.blocks = Arc::new(self.blocks);
        document.chosen = Arc::new(self.chosen.into_iter().collect());
        document.told = Arc::new(self.told.into_iter().collect());
        document.language = self.language;
        document.engine = self.engine.map(Arc::new);
        for entity in self.entities {
            if document.entities.insert(entity.id, Arc::new(entity)).is_some() {
                return Err(Violation::TwiceTheSameId);
            }
        }
        let len = TextSize::of(document.source.text());
        let mut ids = BTreeSet::new();
        for annotation in &self.annotations {
            if annotation.body.parts().is_empty() {
                return Err(Violation::Parts(annotation.id));
            }
            if annotation.body.parts().iter().any(|range| range.end() > len) {
                return Err(Violation::Range(annotation.id));
            }
            if !ids.insert(annotation.id) {
                return Err(Violation::TwiceTheSameId);
            }
        }
        let all = self.annotations.into_iter().map(|one| Change::Annotation(one.id, Some(Arc::new(one))));
        document.swap_all(all);
        check(&document)?;
        Ok(document)
    }
}
