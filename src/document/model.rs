//! The document itself: what it holds and how it is read.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::document::annotation::Annotation;
use crate::document::change::{Change, TextState};
use crate::document::entity::{EngineInfo, Entity, Label};
use crate::document::ids::{AnnotationId, EntityId, LabelId};
use crate::document::index::{Index, Replaced, paragraphs_of, reading_key};
use crate::document::labels::fitting::added;
use crate::document::sharing::shared_map::SharedMap;
use crate::document::words::occurrences::occurrences;
use crate::document::words::snap::{Snap, snap};
use crate::document::words::spans::Spans;
use crate::text::{InOrder as _, Source, TextRange, TextSize};
use crate::vocabulary::{ArticleLanguage, BlockKind, Language, LanguageBy};

/// How often a cluster is named and quoted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EntityCounts {
    /// Mentions that are not rejected.
    pub mentions: usize,
    /// Quotes that are not rejected.
    pub quotes: usize,
}

/// An article with its annotations. Cheap to clone; two versions share what did not change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub(crate) source: Source,
    pub(crate) title: Arc<str>,
    pub(crate) annotations: SharedMap<AnnotationId, Arc<Annotation>>,
    pub(crate) entities: SharedMap<EntityId, Arc<Entity>>,
    pub(crate) labels: Arc<[Label]>,
    /// The role of each paragraph.
    pub(crate) blocks: Arc<Vec<BlockKind>>,
    /// The paragraphs whose role the person set.
    pub(crate) chosen: Arc<BTreeSet<u32>>,
    /// The paragraphs whose role the page said that the article was read from. Fixed, as the text is.
    pub(crate) told: Arc<BTreeSet<u32>>,
    /// None until it is found out, declared or chosen.
    pub(crate) language: Option<ArticleLanguage>,
    /// None before the first analysis.
    pub(crate) engine: Option<Arc<EngineInfo>>,
    pub(crate) index: Arc<Index>,
}

impl Document {
    /// A document without annotations, with the three built-in labels.
    pub fn new(source: Source) -> Self {
        let blocks = Arc::new(vec![BlockKind::Body; source.paragraphs().len()]);
        Self {
            index: Arc::new(Index::new(&source)),
            source,
            title: "".into(),
            annotations: SharedMap::default(),
            entities: SharedMap::default(),
            labels: Arc::new(Label::built_in()),
            blocks,
            chosen: Arc::default(),
            told: Arc::default(),
            language: None,
            engine: None,
        }
    }

    /// A document without annotations of an article that was read from a page which says what these paragraphs are. That is
    /// part of the article like its text: no step to undo, and nobody's correction. What names no paragraph is left out.
    pub fn with_blocks(source: Source, told: &[(u32, BlockKind)]) -> Self {
        let mut document = Self::new(source);
        let mut blocks = document.blocks.to_vec();
        for &(paragraph, kind) in told {
            if let Some(block) = blocks.get_mut(paragraph as usize) {
                *block = kind;
                Arc::make_mut(&mut document.told).insert(paragraph);
            }
        }
        document.blocks = Arc::new(blocks);
        document
    }

    /// The same, of an article that was read from a page which declares this language.
    #[must_use]
    pub fn declared(mut self, language: Option<Language>) -> Self {
        self.language = language.map(|language| ArticleLanguage { language, by: LanguageBy::Page });
        self
    }

    /// The same with these labels of the person's own behind the built-in ones: what an article begins with, so that no
    /// step puts them there. Those that contradict others are left out.
    #[must_use]
    pub fn with_labels(mut self, own: &[Label]) -> Self {
        self.labels = [&Label::built_in()[..], &added(&[], own)].concat().into();
        self
    }

    /// The same under another title.
    #[must_use]
    pub fn titled(mut self, title: Arc<str>) -> Self {
        self.title = title;
        self
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
        self.entities.values().filter(|entity| self.is_shown(entity.id))
    }

    /// All clusters by id, also those of which everything is rejected.
    pub fn all_entities(&self) -> impl Iterator<Item = &Arc<Entity>> {
        self.entities.values()
    }

    /// Whether a cluster has a mention or a quote that is not rejected.
    pub fn is_shown(&self, id: EntityId) -> bool {
        self.index.uses.get(&id).is_some_and(|uses| !uses.mentions.is_empty() || !uses.quotes.is_empty())
    }

    /// The labels; the first three are PERSON, PLACE, ORGANIZATION.
    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// The labels that the person made, in their order.
    pub fn own_labels(&self) -> &[Label] {
        self.labels.get(LabelId::BUILT_IN..).unwrap_or_default()
    }

    /// One label.
    pub fn label(&self, id: LabelId) -> Option<&Label> {
        self.labels.get(id.index())
    }

    /// The role of each paragraph.
    pub fn blocks(&self) -> &[BlockKind] {
        &self.blocks
    }

    /// The paragraphs whose role the person set.
    pub fn chosen_blocks(&self) -> Vec<(u32, BlockKind)> {
        self.chosen.iter().map(|&index| (index, self.blocks[index as usize])).collect()
    }

    /// The paragraphs whose role is known before any analysis: set by the person, or said by the page that the article was
    /// read from.
    pub fn known_blocks(&self) -> Vec<(u32, BlockKind)> {
        self.chosen.union(&self.told).map(|&index| (index, self.blocks[index as usize])).collect()
    }

    /// The paragraphs whose role the page said that the article was read from, and the person did not change.
    pub fn told_blocks(&self) -> Vec<(u32, BlockKind)> {
        self.told.difference(&self.chosen).map(|&index| (index, self.blocks[index as usize])).collect()
    }

    /// The language of the article and who says so; none before the first analysis, where nobody said it.
    pub fn language(&self) -> Option<ArticleLanguage> {
        self.language
    }

    /// The language, as far as it is known before any analysis: chosen by the person, or declared by the page that the
    /// article was read from.
    pub fn known_language(&self) -> Option<ArticleLanguage> {
        self.language.filter(|known| known.by != LanguageBy::Engine)
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
        for i in paragraphs_of(&self.source, range) {
            let found = self.index.paragraphs[i].iter();
            hits.extend(found.filter(|annotation| annotation.body.parts().iter().any(|part| part.overlaps(range))));
        }
        hits.order_by_key(|annotation| reading_key(annotation));
        hits.dedup_by_key(|annotation| annotation.id);
        hits
    }

    /// Annotations that are not rejected and of which a part covers `offset`, smallest first: a click takes the first,
    /// the next click the next.
    pub fn at(&self, offset: TextSize) -> Vec<AnnotationId> {
        let Some(i) = self.source.paragraph_at(offset) else { return Vec::new() };
        let mut hits: Vec<_> = self.index.paragraphs[i]
            .iter()
            .filter(|annotation| annotation.body.parts().iter().any(|part| part.contains(offset)))
            .map(|annotation| (annotation.body.span().len(), annotation.id))
            .collect();
        hits.order();
        hits.into_iter().map(|(_, id)| id).collect()
    }

    fn live_in_order<'a>(&'a self, ids: &[AnnotationId]) -> Vec<&'a Arc<Annotation>> {
        let mut found: Vec<_> = ids.iter().filter_map(|id| self.annotations.get(id)).collect();
        found.order_by_key(|annotation| reading_key(annotation));
        found
    }

    /// The mentions of a cluster in reading order, rejected ones left out.
    pub fn mentions_of(&self, id: EntityId) -> Vec<&Arc<Annotation>> {
        self.index.uses.get(&id).map(|uses| self.live_in_order(&uses.mentions)).unwrap_or_default()
    }

    /// The quotes of a cluster in reading order, rejected ones and those that are nobody's words left out.
    pub fn quotes_of(&self, id: EntityId) -> Vec<&Arc<Annotation>> {
        let mut quotes = self.index.uses.get(&id).map(|uses| self.live_in_order(&uses.quotes)).unwrap_or_default();
        quotes.retain(|annotation| annotation.body.is_said());
        quotes
    }

    /// How often a cluster is named and quoted. Cheap.
    pub fn counts_of(&self, id: EntityId) -> EntityCounts {
        let uses = self.index.uses.get(&id);
        uses.map_or_else(EntityCounts::default, |uses| EntityCounts {
            mentions: uses.mentions.len(),
            quotes: uses
                .quotes
                .iter()
                .filter(|id| self.annotation(**id).is_some_and(|quote| quote.body.is_said()))
                .count(),
        })
    }

    /// All annotations that are not rejected, in reading order.
    pub fn in_reading_order(&self) -> Vec<&Arc<Annotation>> {
        let mut found: Vec<_> = self.annotations.values().filter(|annotation| annotation.is_live()).collect();
        found.order_by_key(|annotation| reading_key(annotation));
        found
    }

    /// A person's selection made tidy; `None` when nothing is left. Snapping twice changes nothing more.
    pub fn snap(&self, range: TextRange, how: Snap) -> Option<TextRange> {
        snap(self.source.text(), range, how)
    }

    /// Other places where the words of `range` stand as whole words, not yet marked with a mention; `range` itself and
    /// page furniture left out (unless `range` lies in furniture).
    pub fn other_occurrences(&self, range: TextRange) -> Vec<TextRange> {
        let words = self.source.slice(range);
        let left_out = self.is_left_out(range);
        let marked = self
            .annotations
            .values()
            .filter(|annotation| annotation.is_live())
            .filter_map(|annotation| annotation.body.mention());
        let marked = Spans::new(marked.map(|mention| mention.range).collect());
        let all = self.occurrences(words).into_iter();
        all.filter(|&r| !r.overlaps(range) && (left_out || !self.is_left_out(r)) && !marked.overlaps(r)).collect()
    }

    /// Every place where `words` stand as whole words, in reading order.
    pub fn occurrences(&self, words: &str) -> Vec<TextRange> {
        occurrences(&self.source, words)
    }

    /// The mentions that are not rejected with the same words and label as mention `id`, itself included, in reading
    /// order: what "all 14" means. Empty for a quote.
    pub fn same_words(&self, id: AnnotationId) -> Vec<AnnotationId> {
        let Some(mention) = self.annotation(id).and_then(|annotation| annotation.body.mention()) else {
            return Vec::new();
        };
        let words = self.source.slice(mention.range);
        let mentions = self
            .annotations
            .values()
            .filter(|annotation| annotation.is_live())
            .filter_map(|annotation| Some((annotation.id, annotation.body.mention()?)));
        // Nearly all have other lengths, which is told at once.
        let same = mentions.filter(|(_, other)| {
            other.label == mention.label
                && other.range.len() == mention.range.len()
                && self.source.slice(other.range) == words
        });
        let mut found: Vec<_> = same.map(|(id, mention)| (mention.range, id)).collect();
        found.order();
        found.into_iter().map(|(_, id)| id).collect()
    }

    fn is_left_out(&self, range: TextRange) -> bool {
        self.source.paragraph_at(range.start()).is_some_and(|index| !self.blocks[index].is_read())
    }

    /// Puts many values in, one after the other, and gives the changes that restore what was there, in the same order.
    /// The index is brought up to date once.
    pub(crate) fn swap_all(&mut self, changes: impl IntoIterator<Item = Change>) -> Vec<Change> {
        let mut replaced = Replaced::default();
        let mut back = Vec::new();
        for change in changes {
            back.push(match change {
                Change::Annotation(id, after) => {
                    let before = self.replace(id, after.as_ref());
                    replaced.note(id, before.as_ref(), after.as_ref());
                    Change::Annotation(id, before)
                }
                Change::Text(after) => {
                    Arc::make_mut(&mut self.index).replace(&self.source, &std::mem::take(&mut replaced));
                    self.swap(Change::Text(after))
                }
                other => self.swap(other),
            });
        }
        Arc::make_mut(&mut self.index).replace(&self.source, &replaced);
        back
    }

    /// The annotation that was there. The index does not know yet.
    fn replace(&mut self, id: AnnotationId, after: Option<&Arc<Annotation>>) -> Option<Arc<Annotation>> {
        match after {
            Some(annotation) => self.annotations.insert(id, Arc::clone(annotation)),
            None => self.annotations.remove(&id),
        }
    }

    /// Puts another text in and gives the one that was there.
    fn swap_text(&mut self, after: &TextState) -> TextState {
        let TextState { source, blocks, chosen, told } = after.clone();
        let before = TextState {
            source: std::mem::replace(&mut self.source, source),
            blocks: std::mem::replace(&mut self.blocks, blocks),
            chosen: std::mem::replace(&mut self.chosen, chosen),
            told: std::mem::replace(&mut self.told, told),
        };
        // None is left, but in a history that does not fit, which is refused by `check`.
        let mut index = Index::new(&self.source);
        for annotation in self.annotations.values() {
            index.insert(&self.source, annotation);
        }
        self.index = Arc::new(index);
        before
    }

    /// The text with what is counted in its paragraphs.
    pub(crate) fn text_state(&self) -> TextState {
        TextState {
            source: self.source.clone(),
            blocks: Arc::clone(&self.blocks),
            chosen: Arc::clone(&self.chosen),
            told: Arc::clone(&self.told),
        }
    }

    /// Puts a value in and gives the change that restores what was there.
    ///
    /// Changes come from a checked command or from a history checked when it was read; a paragraph that does not exist
    /// changes nothing.
    pub(crate) fn swap(&mut self, change: Change) -> Change {
        match change {
            Change::Annotation(id, after) => {
                let before = self.replace(id, after.as_ref());
                let index = Arc::make_mut(&mut self.index);
                if let Some(old) = &before {
                    index.remove(&self.source, old);
                }
                if let Some(new) = &after {
                    index.insert(&self.source, new);
                }
                Change::Annotation(id, before)
            }
            Change::Entity(id, after) => {
                let before = match after {
                    Some(entity) => self.entities.insert(id, entity),
                    None => self.entities.remove(&id),
                };
                Change::Entity(id, before)
            }
            Change::Text(after) => Change::Text(Arc::new(self.swap_text(&after))),
            Change::Labels(after) => Change::Labels(std::mem::replace(&mut self.labels, after)),
            Change::Block { paragraph, kind, chosen } => {
                let Some(&old_kind) = self.blocks.get(paragraph as usize) else {
                    return Change::Block { paragraph, kind, chosen };
                };
                let old_chosen = self.chosen.contains(&paragraph);
                if old_kind != kind {
                    Arc::make_mut(&mut self.blocks)[paragraph as usize] = kind;
                }
                if old_chosen != chosen {
                    let all = Arc::make_mut(&mut self.chosen);
                    if chosen {
                        all.insert(paragraph);
                    } else {
                        all.remove(&paragraph);
                    }
                }
                Change::Block { paragraph, kind: old_kind, chosen: old_chosen }
            }
            Change::Title(after) => Change::Title(std::mem::replace(&mut self.title, after)),
            Change::Language(after) => Change::Language(std::mem::replace(&mut self.language, after)),
            Change::Engine(after) => Change::Engine(std::mem::replace(&mut self.engine, after)),
        }
    }
}
