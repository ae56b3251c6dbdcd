//! What every change of the article needs at hand, and how a command is run: on a copy of the session, with everything
//! drawn from it, and with a word on what happened.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use crate::document::{AnnotationId, Command, CommandError, Document, LabelId, Outcome, Session, StepKind};
use crate::ui::state::article::ArticleState;
use crate::ui::state::editing::deed::{Deed, plan};
use crate::ui::state::kept::Kept;
use crate::ui::state::message::{Message, Offer};
use crate::ui::state::page::Page;
use crate::ui::state::selection::{Selection, Tool};
use crate::view::Filter;

/// The parts of the state that a change of the article concerns.
pub(crate) struct Desk<'a> {
    pub(crate) article: &'a mut ArticleState,
    pub(crate) selection: &'a mut Selection,
    pub(crate) page: &'a mut Page,
    pub(crate) kept: &'a mut Kept,
}

/// Steps after which the next article is read differently in a way worth a word.
const LEARNED: &[StepKind] =
    &[StepKind::Rename, StepKind::RelabelEntity, StepKind::Merge, StepKind::Move, StepKind::RemoveEntity];

impl Desk<'_> {
    pub(crate) fn document(&self) -> Option<&Document> {
        self.article.document()
    }

    /// The selected annotations in reading order, when they are more than one.
    pub(crate) fn several(&self) -> Option<Vec<AnnotationId>> {
        self.selection.several(self.document()?)
    }

    pub(crate) fn select(&mut self, id: Option<AnnotationId>) {
        self.selection.select(id, self.article, self.page);
    }

    /// Selects `id` and brings it into view with the focus.
    pub(crate) fn show(&mut self, id: AnnotationId) {
        self.selection.show(id, self.article, self.page);
    }

    /// Moves the focus to an annotation, whatever is selected.
    pub(crate) fn go(&mut self, id: AnnotationId) {
        self.selection.go(id, self.page);
    }

    /// Draws paragraphs, panels and inspector from the document as it is now.
    pub(crate) fn draw(&mut self) {
        if self.article.open.is_some() {
            self.article.draw();
            self.selection.redraw(self.article, self.page);
        }
    }

    /// Runs something on a copy of the session and takes the copy over when it succeeds. The word list learns from it;
    /// not from an analysis, which is nobody's choice.
    pub(crate) fn change(
        &mut self,
        work: impl FnOnce(&mut Session) -> Result<Outcome, CommandError>,
    ) -> Result<Outcome, CommandError> {
        let outcome = self.change_undrawn(work)?;
        self.draw();
        Ok(outcome)
    }

    /// The same for what nothing but the inspector shows.
    pub(crate) fn change_undrawn(
        &mut self,
        work: impl FnOnce(&mut Session) -> Result<Outcome, CommandError>,
    ) -> Result<Outcome, CommandError> {
        let Some(open) = self.article.open.clone() else { return Err(CommandError::NothingToDo) };
        let mut session = open.session.clone();
        let outcome = work(&mut session)?;
        // An analysis is nobody's choice, and a text that was edited says nothing of what is no longer in it.
        if !matches!(outcome.action, StepKind::Analyze | StepKind::Text | StepKind::Restore) {
            self.kept.learn(outcome.action, open.document(), session.document());
        }
        self.article.put(session);
        self.follow_text(open.document());
        self.follow_labels(open.document());
        Ok(outcome)
    }

    /// Shows what another tab has made of the article that is open.
    pub(crate) fn follow_tab(&mut self, session: Session) {
        let Some(open) = self.article.open.clone() else { return };
        self.article.put(session);
        self.article.typing = None;
        self.follow_text(open.document());
        self.follow_labels(open.document());
        drop(open);
        self.draw();
    }

    /// Runs a command, tells of it and offers to take it back. Whether it ran.
    pub(crate) fn run(&mut self, command: Command) -> bool {
        let quiet = matches!(
            command,
            Command::Retarget { .. } | Command::SetNote { .. } | Command::SetStatus { .. } | Command::Accept(_)
        );
        let made = match &command {
            Command::PutLabel { id: None, label } => Some(Message::LabelMade(Rc::from(&*label.name))),
            _ => None,
        };
        let Some((outcome, deed)) = self.tried(command) else { return false };
        self.follow(&outcome);
        let message = made.unwrap_or(Message::Did(deed));
        if quiet && outcome.count == 1 {
            self.page.announce(message);
        } else {
            self.note(message, vec![Offer::Undo]);
        }
        true
    }

    /// Runs a command that only a screen reader is told of. Whether it ran.
    pub(crate) fn run_quietly(&mut self, command: Command) -> bool {
        let done = self.tried(command);
        if let Some((_, deed)) = &done {
            self.page.announce(Message::Did(deed.clone()));
        }
        done.is_some()
    }

    /// Runs a command that concerns all selected; they stay selected as far as they are still there. Whether it ran.
    pub(crate) fn run_for_selected(&mut self, command: Command) -> bool {
        let Some((_, deed)) = self.tried(command) else { return false };
        self.note(Message::Did(deed), vec![Offer::Undo]);
        // The button that was pressed may be gone.
        if let Some(id) = self.selection.selected {
            self.go(id);
        }
        true
    }

    /// What a command did; a refusal is told.
    fn tried(&mut self, command: Command) -> Option<(Outcome, Deed)> {
        self.ran(command, |_| {}).map_err(|error| self.page.refuse(error)).ok()
    }

    /// Runs a command after something else was done to the session; what came of it, and what the person is told.
    pub(crate) fn ran(
        &mut self,
        command: Command,
        first: impl FnOnce(&mut Session),
    ) -> Result<(Outcome, Deed), CommandError> {
        let mut told = None;
        let outcome = self.change(|session| {
            first(session);
            let plan = plan(&command, session.document());
            let outcome = session.run(command)?;
            told = Some(plan.done(&outcome));
            Ok(outcome)
        })?;
        told.map(|deed| (outcome, deed)).ok_or(CommandError::NothingToDo)
    }

    /// Selects what a step concerned, if it is shown.
    pub(crate) fn follow(&mut self, outcome: &Outcome) {
        // What was done to several leaves them selected.
        if let Some(id) = outcome.select.filter(|id| !self.selection.further.contains(id)) {
            self.select(Some(id).filter(|&id| self.article.shows(id)));
        }
    }

    /// Goes through the history, one way or the other.
    pub(crate) fn travel(
        &mut self,
        way: impl FnOnce(&mut Session) -> Option<Outcome>,
        tell: fn(StepKind, usize) -> Message,
    ) {
        if let Ok(outcome) = self.change(|session| way(session).ok_or(CommandError::NothingToDo)) {
            self.follow(&outcome);
            self.page.dismiss_passing();
            self.page.announce(tell(outcome.action, outcome.count));
            if let Some(id) = self.selection.selected {
                self.page.reveal(id, false);
            }
        }
    }

    /// A note on a step; one about a person, place or organization as such leads to the word list that learned it.
    pub(crate) fn note(&mut self, message: Message, mut offers: Vec<Offer>) {
        let learned = matches!(&message, Message::Did(deed) if LEARNED.contains(&deed.kind));
        if learned && self.kept.learns {
            offers.push(Offer::Words);
        }
        self.page.toast(message, &offers);
    }

    /// In another text nothing is where it was: what points to words of the one before is let go.
    fn follow_text(&mut self, before: &Document) {
        let Some(document) = self.article.document() else { return };
        if document.source() != before.source() {
            *self.selection = self.selection.in_another_text();
            self.article.carried = None;
            self.page.withdraw_offers_for_others();
        }
    }

    /// Labels are named by their place in the list: when the list has become another one, what is armed and what is
    /// hidden follow their labels by name, and an offer that names a label by its old place is gone.
    fn follow_labels(&mut self, before: &Document) {
        let Some(document) = self.article.document() else { return };
        let names: Vec<Arc<str>> = document.labels().iter().map(|label| Arc::clone(&label.name)).collect();
        if names.len() == before.labels().len() {
            return;
        }
        let now = |label: LabelId| {
            let name = &before.labels().get(usize::from(label.0))?.name;
            let at = names.iter().position(|other| other == name)?;
            u16::try_from(at).ok().map(LabelId)
        };
        self.selection.armed = self.selection.armed.and_then(|tool| match tool {
            Tool::Label(label) => now(label).map(Tool::Label),
            Tool::Quote => Some(tool),
        });
        let hidden: BTreeSet<_> = self.article.filter.hidden_labels.iter().filter_map(|&label| now(label)).collect();
        if hidden != self.article.filter.hidden_labels {
            self.article.filter = Filter { hidden_labels: hidden, ..(*self.article.filter).clone() }.into();
        }
        self.page.withdraw_offers_for_others();
    }
}
