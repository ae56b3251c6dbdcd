//! All that the page knows, and how an action changes it: each part by its own reducer, here only what concerns several.

use std::rc::Rc;

use yew::Reducible;

use crate::document::{Command, CommandError, Document, EntityId, LabelId, Session};
use crate::storage::SessionId;
use crate::ui::state::action::Action;
use crate::ui::state::analysis::{self, Analysis, AnalysisAction, Findings};
use crate::ui::state::article::{ArticleState, Open};
use crate::ui::state::desk::Desk;
use crate::ui::state::editing::edit::{self, EditAction};
use crate::ui::state::editing::same_words::likewise;
use crate::ui::state::kept::Kept;
use crate::ui::state::message::{Failure, Message, Offer};
use crate::ui::state::page::{Dialog, Page, Screen, Sheet};
use crate::ui::state::review::ReviewState;
use crate::ui::state::saving::{SaveAction, Saved};
use crate::ui::state::selection::{MovingEdge, SelectAction, Selection};
use crate::view::{Inspected, InspectedBody};

/// All that the page knows.
#[derive(Clone, Debug, Default)]
pub(crate) struct AppState {
    pub(crate) article: ArticleState,
    pub(crate) selection: Selection,
    pub(crate) review: ReviewState,
    pub(crate) analysis: Analysis,
    pub(crate) page: Page,
    pub(crate) kept: Kept,
}

impl AppState {
    /// The state of a page that has just been opened.
    pub(crate) fn with(kept: Kept) -> Self {
        Self { kept, ..Self::default() }
    }

    /// The document of the open article.
    pub(crate) fn document(&self) -> Option<&Document> {
        self.article.document()
    }

    /// The selected annotation, when it is the only one and a quote.
    pub(crate) fn inspected_quote(&self) -> Option<&Inspected> {
        let only = self.selection.inspected.as_deref().filter(|_| self.selection.further.is_empty());
        only.filter(|inspected| matches!(inspected.body, InspectedBody::Quote { .. }))
    }

    /// The entity of the selected mention, or of the selected quote's speaker.
    pub(crate) fn inspected_entity(&self) -> Option<EntityId> {
        self.selection.only()?;
        match &self.selection.inspected.as_deref()?.body {
            InspectedBody::Mention { entity, .. } => entity.as_ref().map(|(id, _, _)| *id),
            InspectedBody::Quote { entity, .. } => entity.as_ref().map(|(id, _)| *id),
        }
    }

    /// See [`Selection::several`].
    pub(crate) fn several(&self) -> Option<Vec<crate::document::AnnotationId>> {
        self.selection.several(self.document()?)
    }

    /// See [`Selection::alike`].
    pub(crate) fn alike(&self) -> usize {
        self.document().map_or(0, |document| self.selection.alike(document))
    }

    /// See [`Selection::moving_edge`].
    pub(crate) fn moving_edge(&self) -> Option<MovingEdge> {
        self.selection.moving_edge(self.document()?)
    }

    /// How many annotations that are not rejected have a label.
    pub(crate) fn uses(&self, label: LabelId) -> usize {
        let Some(document) = self.document() else { return 0 };
        let live = document.annotations().filter(|annotation| annotation.is_live());
        live.filter(|annotation| annotation.body.mention().is_some_and(|mention| mention.label == label)).count()
    }

    /// The state after `action`.
    pub(crate) fn step(&mut self, action: impl Into<Action>) {
        match action.into() {
            Action::Start => self.start(),
            Action::Leave => *self = self.emptied(Screen::Start),
            Action::Wiped(wiped) => *self = Self { page: self.page.cleared(Screen::Wiped(wiped)), ..Self::default() },
            Action::Open { id, session, findings } => self.open(id, *session, findings),
            Action::Pasted(id, text) => self.offer_way_back(id, text),
            Action::Filter(filter) => {
                self.article.filter = Rc::new(filter);
                self.desk().draw();
            }
            Action::Select(action) => self.select(action),
            Action::Edit(action) => {
                // What is under way reads the article as it was before.
                let goes = matches!(action, EditAction::Undo | EditAction::Redo | EditAction::Restore(..));
                let travels = goes && self.analysis.is_under_way();
                if edit::reduce(&mut self.desk(), action) || travels {
                    self.step(AnalysisAction::Ask);
                }
            }
            Action::Review(action) => self.with_desk(|review, _, desk| review.reduce(action, desk)),
            Action::Analysis(action) => self.with_desk(|_, analysis, desk| analysis.reduce(action, desk)),
            Action::Save(action) => self.save(action),
            Action::Page(action) => self.page.reduce(action),
            Action::Keep(action) => self.kept.reduce(action),
            Action::Take(turn, offer) => self.take(turn, offer),
            Action::Back => self.back(),
        }
    }

    fn desk(&mut self) -> Desk<'_> {
        let Self { article, selection, page, kept, .. } = self;
        Desk { article, selection, page, kept }
    }

    /// Hands the review and the analysis what they need of the rest.
    fn with_desk(&mut self, work: impl FnOnce(&mut ReviewState, &mut Analysis, &mut Desk)) {
        let Self { article, selection, review, analysis, page, kept } = self;
        work(review, analysis, &mut Desk { article, selection, page, kept });
    }

    /// The state without an article.
    fn emptied(&self, screen: Screen) -> Self {
        Self {
            review: ReviewState::in_order(self.review.order),
            page: self.page.cleared(screen),
            kept: self.kept.clone(),
            ..Self::default()
        }
    }

    /// Shows an article that was brought, with its suggestions where they are known.
    fn open(&mut self, id: SessionId, mut session: Session, findings: Findings) {
        *self = self.emptied(Screen::Article);
        let ask = matches!(findings, Findings::Ask);
        if !matches!(findings, Findings::Own) {
            session = session.beginning_with(&self.kept.labels.chosen().labels);
        }
        let mut several = None;
        let read = if let Findings::Ready(analysis, millis) = findings {
            // Taken over before anything is drawn: the article is drawn once.
            let analysis = self.kept.corrected(session.document(), analysis);
            let message = analysis::told(&analysis, millis);
            self.analysis = Analysis::Done(millis);
            several = analysis::several_in(session.document(), &analysis);
            Some((session.run(Command::ApplyAnalysis(analysis)).err(), message))
        } else {
            None
        };
        self.article.open = Some(Rc::new(Open::new(id, session, &self.article.filter)));
        self.article.saved = Saved::Pending;
        self.selection.roving = self.article.first_stop();
        match read {
            None if ask => self.step(AnalysisAction::Ask),
            Some((None | Some(CommandError::NothingToDo), message)) => self.page.announce(message),
            Some((Some(error), _)) => self.page.refuse(error),
            None => {}
        }
        if let Some(articles) = several {
            self.page.offer_to_split(articles);
        }
    }

    /// Offers the way back to the words of an article that was pasted, if it is still the one that is open.
    fn offer_way_back(&mut self, id: SessionId, text: Rc<str>) {
        if self.article.open.as_ref().is_some_and(|open| open.id == id) {
            self.page.toast(Message::Pasted, &[Offer::Retract(id, text)]);
        }
    }

    /// Shows the empty state; what is not kept is asked about before it is let go.
    fn start(&mut self) {
        if matches!(self.article.saved, Saved::No(_)) && self.article.open.is_some() {
            self.page.dialog = Some(Dialog::Unsaved);
        } else {
            *self = self.emptied(Screen::Start);
        }
    }

    fn save(&mut self, action: SaveAction) {
        let is_open = |id: &SessionId| self.article.open.as_ref().is_some_and(|open| open.id == *id);
        match action {
            // Of another article, or of another state of it, the database says nothing here.
            SaveAction::Saved(id, saved) if is_open(&id) => {
                let revision = self.article.revision();
                self.article.saved.take_over(saved, revision, &mut self.page);
            }
            SaveAction::Follow(id, session) if is_open(&id) => self.desk().follow_tab(*session),
            SaveAction::Saved(..) | SaveAction::Follow(..) => {}
            SaveAction::Storage(error) => {
                // Nobody is left waiting for it.
                if self.page.screen == Screen::Loading {
                    *self = self.emptied(Screen::Start);
                }
                self.page.toast(Message::Failed(Failure::Storage(error)), &[]);
            }
            SaveAction::LeftSaved(title) => self.page.withdraw_left(&title),
            SaveAction::Copied(id) => {
                self.article.rename(id);
                self.page.tell_of_copy();
            }
        }
    }

    fn select(&mut self, action: SelectAction) {
        let clicked = matches!(action, SelectAction::Click(_)) && !self.selection.adding;
        let tool = self.selection.reduce(action, &self.article, &mut self.page);
        if let Some(tool) = tool {
            edit::apply(&mut self.desk(), tool);
        }
        // A review goes on with what was clicked.
        if clicked && let (Some(run), Some(id)) = (&mut self.review.run, self.selection.selected) {
            run.current = Some(id);
        }
    }

    fn take(&mut self, turn: u32, offer: Offer) {
        self.page.dismiss(turn);
        match offer {
            Offer::Undo => self.step(EditAction::Undo),
            Offer::Others { alone, together, revision, .. } => likewise(&mut self.desk(), alone, together, revision),
            Offer::Words => self.page.dialog = Some(Dialog::WordList),
            Offer::Files(fates) => {
                self.page.files = fates;
                self.page.dialog = Some(Dialog::Files);
            }
            Offer::Carried => self.page.dialog = Some(Dialog::Carried),
            Offer::Analyze => self.step(AnalysisAction::Ask),
            Offer::List => self.start(),
            // Done by the component, which can reach the browser.
            Offer::Download
            | Offer::Restore(_)
            | Offer::Retract(..)
            | Offer::Reopen(_)
            | Offer::Raw(_)
            | Offer::Hand(..)
            | Offer::Split(_)
            | Offer::OpenPasted(_)
            | Offer::Library(_)
            | Offer::KeepOne
            | Offer::TakeNewer => {}
        }
        // The note is gone, and the focus with it.
        if let (None, Some(id)) = (self.page.dialog, self.selection.selected.or(self.selection.roving)) {
            self.page.reveal(id, true);
        }
    }

    fn back(&mut self) {
        let (page, selection) = (&mut self.page, &mut self.selection);
        if page.dialog.take().is_some() || page.find.take().is_some() || selection.armed.take().is_some() {
            return;
        }
        if selection.target.is_some() {
            selection.drop_words();
        } else if selection.adding || !selection.further.is_empty() {
            selection.adding = false;
            let current = self.review.run.as_ref().and_then(|run| run.current);
            selection.choose(&[], current, &self.article, page);
        } else if self.review.run.is_some() {
            self.with_desk(|review, _, desk| review.end(desk));
        } else if selection.selected.is_some() {
            self.desk().select(None);
        } else if page.sheet != Sheet::Closed {
            page.sheet = Sheet::Closed;
        } else {
            page.toasts = Rc::from([]);
        }
    }
}

impl Reducible for AppState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = Self::clone(&self);
        next.step(action);
        Rc::new(next)
    }
}
