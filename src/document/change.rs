//! The smallest change of a document, which is its own undo: putting a value in gives the value that was there.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::document::annotation::Annotation;
use crate::document::entity::{EngineInfo, Entity, Label};
use crate::document::ids::{AnnotationId, EntityId};
use crate::text::Source;
use crate::vocabulary::{ArticleLanguage, BlockKind};

/// The text of a document, with what is counted in its paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextState {
    /// The text.
    pub(crate) source: Source,
    /// The role of each paragraph.
    pub(crate) blocks: Arc<Vec<BlockKind>>,
    /// The paragraphs whose role the person set.
    pub(crate) chosen: Arc<BTreeSet<u32>>,
    /// The paragraphs whose role the page said that the article was read from.
    pub(crate) told: Arc<BTreeSet<u32>>,
}

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
    /// Another text. The annotations of the text before are taken out before it, those of this one are put in behind it.
    Text(Arc<TextState>),
    /// The title.
    Title(Arc<str>),
    /// The language of the article, or that it is not known.
    Language(Option<ArticleLanguage>),
    /// The engine whose suggestions the document holds.
    Engine(Option<Arc<EngineInfo>>),
}
