//! What is selected in the article: annotations, and words that were chosen.

use std::rc::Rc;

use crate::document::{Annotation, AnnotationId, CommandError, Document, LabelId};
use crate::text::{InOrder as _, TextRange};
use crate::ui::state::article::ArticleState;
use crate::ui::state::message::Message;
use crate::ui::state::page::Page;
use crate::ui::state::word_cursor::{self, WordCursor};
use crate::view::{Edge, Inspected, Motion, Way, inspect};

/// What marking makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tool {
    /// A name with this label.
    Label(LabelId),
    /// A quote.
    Quote,
}

/// What a change concerns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Scope {
    /// The selected annotation, or the chosen words.
    #[default]
    One,
    /// All that have the same words.
    All,
}

impl Scope {
    /// The other choice.
    pub(crate) fn other(self) -> Self {
        match self {
            Self::One => Self::All,
            Self::All => Self::One,
        }
    }
}

/// The edge of an annotation that the boundary keys move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MovingEdge {
    pub(crate) edge: Edge,
    /// Which part of the annotation it belongs to, from 0.
    pub(crate) part: usize,
    /// How many parts the annotation has.
    pub(crate) parts: usize,
}

/// A gesture that selects.
#[derive(Clone, Debug)]
pub(crate) enum SelectAction {
    /// Select an annotation, or nothing.
    Only(Option<AnnotationId>),
    /// Select it, bring it into view and give it the focus.
    Jump(AnnotationId),
    /// A click on a piece of text with these annotations, smallest first.
    Click(Rc<[AnnotationId]>),
    /// The same with Ctrl or Command: the smallest joins the selection, or leaves it.
    Toggle(Rc<[AnnotationId]>),
    /// The keyboard went on to the next (or back to the previous) annotation.
    Walk(Way),
    /// The next or previous annotation joins the selection.
    Extend(Way),
    /// Clicks and keys add to the selection from now on, or no longer.
    Adding(bool),
    /// Select all annotations within the chosen words.
    Within,
    /// Words were chosen.
    Target(Option<TextRange>),
    /// Show these words, as if the word cursor had chosen them.
    Words(TextRange),
    /// Move the word cursor; `extend` keeps where it started.
    Cursor { motion: Motion, extend: bool },
    /// What the next change concerns.
    Scope(Scope),
    /// The boundary keys move the next edge: of a quote of several parts, those between them, too.
    SwitchEdge,
}

/// What is selected.
#[derive(Clone, Debug)]
pub(crate) struct Selection {
    pub(crate) selected: Option<AnnotationId>,
    /// Further annotations that are selected beside it.
    pub(crate) further: Rc<[AnnotationId]>,
    /// Clicks and keys add to the selection instead of replacing it, until Escape.
    pub(crate) adding: bool,
    /// All about the selected annotation.
    pub(crate) inspected: Option<Rc<Inspected>>,
    /// Where the keyboard enters the article.
    pub(crate) roving: Option<AnnotationId>,
    /// Words chosen by mouse, touch or the word cursor, already snapped.
    pub(crate) target: Option<TextRange>,
    /// The end of the target that the word cursor moves, with the word it started from.
    pub(crate) cursor: Option<TextRange>,
    /// Marks each selection at once, until Escape.
    pub(crate) armed: Option<Tool>,
    pub(crate) scope: Scope,
    /// Which edge the boundary keys move.
    edge: Edge,
    /// Of which part of a quote; the outer one of the whole without.
    part: Option<usize>,
}

impl Default for Selection {
    fn default() -> Self {
        Self {
            selected: None,
            further: Rc::from([]),
            adding: false,
            inspected: None,
            roving: None,
            target: None,
            cursor: None,
            armed: None,
            scope: Scope::One,
            edge: Edge::End,
            part: None,
        }
    }
}

impl Selection {
    /// The selection after `action`. Gives the tool that marks the words which were just chosen.
    pub(crate) fn reduce(&mut self, action: SelectAction, article: &ArticleState, page: &mut Page) -> Option<Tool> {
        match action {
            SelectAction::Only(id) => {
                self.adding &= id.is_some();
                self.choose(&[], id, article, page);
            }
            SelectAction::Jump(id) if self.adding => self.toggle(&[id], article, page),
            SelectAction::Jump(id) => {
                self.choose(&[], Some(id), article, page);
                self.show(id, article, page);
            }
            SelectAction::Click(ids) if self.adding => self.toggle(&ids, article, page),
            SelectAction::Click(ids) => self.click(&ids, article, page),
            SelectAction::Toggle(ids) => self.toggle(&ids, article, page),
            SelectAction::Walk(way) => self.walk(way, article, page),
            SelectAction::Extend(way) => self.extend(way, article, page),
            SelectAction::Adding(adding) => self.add_more(adding, page),
            SelectAction::Within => self.choose_within(article, page),
            SelectAction::Target(range) => {
                if self.target != range {
                    self.scope = Scope::One;
                }
                self.target = range;
                self.cursor = None;
                return range.and(self.armed);
            }
            SelectAction::Words(range) => {
                self.scope = Scope::One;
                self.target = Some(range);
                self.cursor = self.target;
            }
            SelectAction::Cursor { motion, extend } => self.move_cursor(motion, extend, article),
            SelectAction::Scope(scope) => {
                let alike = article.document().map_or(0, |document| self.alike(document));
                self.scope = if alike > 1 { scope } else { Scope::One };
            }
            SelectAction::SwitchEdge => self.switch_edge(article, page),
        }
        None
    }

    /// The selected annotations in reading order, when they are more than one.
    pub(crate) fn several(&self, document: &Document) -> Option<Vec<AnnotationId>> {
        if self.further.is_empty() {
            return None;
        }
        let mut all: Vec<_> = self.further.iter().copied().chain(self.selected).collect();
        all.order_by_key(|&id| (document.annotation(id).map(|annotation| annotation.body.span().start()), id));
        Some(all)
    }

    /// The selected annotation, when it is the only one.
    pub(crate) fn only(&self) -> Option<AnnotationId> {
        self.selected.filter(|_| self.further.is_empty())
    }

    /// How many have the words of the selected mention, or of the chosen words: what "all" would mean. Places that are
    /// not marked yet count for chosen words only.
    pub(crate) fn alike(&self, document: &Document) -> usize {
        match (self.target, self.selected) {
            (Some(range), _) => 1 + document.other_occurrences(range).len(),
            (None, Some(id)) if self.further.is_empty() => document.same_words(id).len(),
            (None, _) => 0,
        }
    }

    /// The annotations that are shown and lie within the chosen words, in reading order.
    pub(crate) fn within(&self, article: &ArticleState) -> Vec<AnnotationId> {
        let (Some(range), Some(document)) = (self.target, article.document()) else { return Vec::new() };
        let inside = |annotation: &&std::sync::Arc<Annotation>| {
            let span = annotation.body.span();
            range.start() <= span.start() && span.end() <= range.end() && article.filter.shows(document, annotation)
        };
        document.overlapping(range).into_iter().filter(inside).map(|annotation| annotation.id).collect()
    }

    /// The edge that the boundary keys move.
    pub(crate) fn moving_edge(&self, document: &Document) -> Option<MovingEdge> {
        let parts = document.annotation(self.only()?)?.body.parts().len();
        let outer = if self.edge == Edge::Start { 0 } else { parts - 1 };
        let part = self.part.filter(|&part| part < parts).unwrap_or(outer);
        Some(MovingEdge { edge: self.edge, part, parts })
    }

    /// Selects `id` alone, or nothing.
    pub(crate) fn select(&mut self, id: Option<AnnotationId>, article: &ArticleState, page: &mut Page) {
        if self.selected != id {
            self.scope = Scope::One;
            self.further = Rc::from([]);
            self.part = None;
        }
        self.selected = id;
        let inspected = id.and_then(|id| inspect(article.document()?, id)).map(Rc::new);
        if inspected != self.inspected {
            self.inspected = inspected;
        }
        if id.is_some() {
            self.roving = id;
        }
        page.follow_selection(id);
    }

    /// Selects `id`, with `further` beside it.
    pub(crate) fn choose(
        &mut self,
        further: &[AnnotationId],
        id: Option<AnnotationId>,
        article: &ArticleState,
        page: &mut Page,
    ) {
        self.select(id, article, page);
        self.further = further.into();
        self.scope = Scope::One;
    }

    /// Selects `id` and brings it into view with the focus.
    pub(crate) fn show(&mut self, id: AnnotationId, article: &ArticleState, page: &mut Page) {
        self.select(Some(id), article, page);
        page.reveal(id, true);
    }

    /// Moves the focus to an annotation, whatever is selected.
    pub(crate) fn go(&mut self, id: AnnotationId, page: &mut Page) {
        self.roving = Some(id);
        page.reveal(id, true);
    }

    /// What is no longer shown leaves the selection; what is still there is looked at anew.
    pub(crate) fn redraw(&mut self, article: &ArticleState, page: &mut Page) {
        let visible = |id: &AnnotationId| article.shows(*id);
        let mut further: Vec<_> = self.further.iter().copied().filter(visible).collect();
        let selected = self.selected.filter(visible).or_else(|| further.pop());
        self.roving = self.roving.filter(visible).or_else(|| article.first_stop());
        self.select(selected, article, page);
        if *self.further != further[..] {
            self.further = further.into();
        }
    }

    /// Nothing is selected or chosen; what is armed stays so.
    pub(crate) fn in_another_text(&self) -> Self {
        Self { armed: self.armed, ..Self::default() }
    }

    /// No words are chosen any more.
    pub(crate) fn drop_words(&mut self) {
        self.target = None;
        self.cursor = None;
    }

    fn click(&mut self, ids: &[AnnotationId], article: &ArticleState, page: &mut Page) {
        if !self.further.is_empty() {
            self.select(None, article, page);
        }
        let next = match ids.iter().position(|&id| Some(id) == self.selected) {
            Some(at) => ids[(at + 1) % ids.len()],
            None => match ids.first() {
                Some(&id) => id,
                None => return self.select(None, article, page),
            },
        };
        self.target = None;
        self.select(Some(next), article, page);
        // On a small screen the sheet that opens may cover what was tapped.
        page.reveal(next, false);
    }

    /// Adds the first of these to the selection, or takes it out.
    fn toggle(&mut self, ids: &[AnnotationId], article: &ArticleState, page: &mut Page) {
        let Some(&id) = ids.first() else { return };
        let mut further = self.further.to_vec();
        let mut selected = self.selected;
        if selected == Some(id) {
            selected = further.pop();
        } else if let Some(at) = further.iter().position(|&other| other == id) {
            further.remove(at);
        } else {
            further.extend(selected);
            selected = Some(id);
        }
        self.choose(&further, selected, article, page);
        self.drop_words();
        self.go(id, page);
        self.tell_chosen(page);
    }

    fn walk(&mut self, way: Way, article: &ArticleState, page: &mut Page) {
        if let Some(id) = self.neighbor(way, article) {
            self.drop_words();
            if self.adding { self.go(id, page) } else { self.show(id, article, page) }
        }
    }

    /// The next or previous annotation joins the selection; going back over it leaves it.
    fn extend(&mut self, way: Way, article: &ArticleState, page: &mut Page) {
        let Some(next) = self.neighbor(way, article) else { return };
        let mut further = self.further.to_vec();
        if let Some(at) = further.iter().position(|&other| other == next) {
            further.remove(at);
        } else {
            further.extend(self.selected);
        }
        self.choose(&further, Some(next), article, page);
        self.go(next, page);
        self.tell_chosen(page);
    }

    /// The annotation at which the keyboard stops next.
    fn neighbor(&self, way: Way, article: &ArticleState) -> Option<AnnotationId> {
        match self.roving {
            Some(id) => article.open.as_ref()?.projection.stop_beside(id, way),
            None => article.first_stop(),
        }
    }

    /// Whether clicks and keys add to the selection from now on.
    fn add_more(&mut self, adding: bool, page: &mut Page) {
        self.adding = adding;
        if adding {
            self.drop_words();
            page.announce(Message::Adding);
        }
        // The button that was pressed is gone.
        if let Some(id) = self.selected.or(self.roving) {
            self.go(id, page);
        }
    }

    /// All annotations that lie within the chosen words.
    fn choose_within(&mut self, article: &ArticleState, page: &mut Page) {
        let mut ids = self.within(article);
        let Some(last) = ids.pop() else { return page.refuse(CommandError::NothingToDo) };
        self.drop_words();
        self.choose(&ids, Some(last), article, page);
        self.go(last, page);
        self.tell_chosen(page);
    }

    fn tell_chosen(&self, page: &mut Page) {
        page.announce(Message::Chosen(self.further.len() + usize::from(self.selected.is_some())));
    }

    fn move_cursor(&mut self, motion: Motion, extend: bool, article: &ArticleState) {
        let Some(document) = article.document() else { return };
        let source = document.source();
        let Some(target) = self.target else {
            // What is selected stays so: the words may become its boundaries, one more part, its cue or its speaker.
            let selected = self.selected.and_then(|id| document.annotation(id));
            let word = selected.map(|annotation| annotation.body.span()).or_else(|| word_cursor::first_word(source));
            self.target = word;
            self.cursor = word;
            return;
        };
        let now = WordCursor { words: target, anchor: self.cursor.unwrap_or(target) };
        if let Some(next) = now.moved(source, motion, extend) {
            self.cursor = Some(next.anchor);
            self.target = Some(next.words);
        }
    }

    /// Goes round all edges in reading order and tells which one is next.
    fn switch_edge(&mut self, article: &ArticleState, page: &mut Page) {
        let moving = article.document().and_then(|document| self.moving_edge(document));
        let Some(MovingEdge { edge, part, parts }) = moving else { return };
        let (part, edge) = match edge {
            Edge::Start => (part, Edge::End),
            Edge::End => ((part + 1) % parts, Edge::Start),
        };
        self.part = Some(part);
        self.edge = edge;
        page.announce(Message::Edge(part, edge, parts));
    }
}
