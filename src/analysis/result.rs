//! Plain data that an analysis gives.

use super::EngineTag;
use crate::entities::{Entity, Mention};
use crate::quotes::Quote;
use crate::vocabulary::{BlockKind, Language};

/// How far an analysis is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// 0 to 1000.
    pub permille: u16,
}

/// What was found in one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Analysis {
    /// The language it was read as. Of another one than English only what is sound in any language was looked for:
    /// quotation marks, and names by list.
    pub language: Language,
    /// The role of each paragraph of the source.
    pub blocks: Vec<BlockKind>,
    /// The paragraphs at which articles begin, the first of them 0, where the source looks like several; else nothing.
    pub articles: Vec<u32>,
    /// In reading order, disjoint.
    pub mentions: Vec<Mention>,
    /// Clusters, in order of first mention.
    pub entities: Vec<Entity>,
    /// In order of their first part.
    pub quotes: Vec<Quote>,
    /// Who says so.
    pub engine: EngineTag,
}
