//! The smallest change of a document, which is its own undo: putting a value in gives the value that was there.

use std::sync::Arc;

use crate::document::annotation::Annotation;
use crate::document::entity::{EngineInfo, Entity, Label};
use crate::document::ids::{AnnotationId, EntityId};
use crate::vocabulary::{ArticleLanguage, BlockKind};

/// One value put into the document. [`crate::document::Document::swap`] returns the change that takes it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// An annotation, or its absence.
    Annotation(AnnotationId, Option<Arc<Annotation>>),
    /// A cluster, or its absence.
    Entity(EntityId, Option<Arc<Entity>>),
    /// All labels.
    Labels(Arc<[Label]>),
    /// The role of one paragraph.
    Block {
        /// Index into the paragraphs of the source.
        paragraph: u32,
        /// Its role.
        kind: BlockKind,
        /// The person set it.
        chosen: bool,
    },
    /// The title.
    Title(Arc<str>),
    /// The language of the article, or that it is not known.
    Language(Option<ArticleLanguage>),
    /// The engine whose suggestions the document holds.
    Engine(Option<Arc<EngineInfo>>),
}
