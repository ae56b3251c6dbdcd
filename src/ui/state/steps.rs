//! Running commands: on a copy of the session, with everything drawn from it, and telling what happened.

use std::rc::Rc;

use super::{AppState, Message, Offer, Open, Reveal, Toast};
use crate::document::{AnnotationId, Command, CommandError, Outcome, Session, WordList};
use crate::view::{panels, progress};

/// Toasts shown at once; older ones go.
const TOASTS: usize = 3;

impl AppState {
    /// Runs something on a copy of the session and takes the copy over when it succeeds. The word list learns from it;
    /// not from an analysis, which is nobody's choice.
    pub(super) fn change(
        &mut self,
        work: impl FnOnce(&mut Session) -> Result<Outcome, CommandError>,
    ) -> Result<Outcome, CommandError> {
        let Some(open) = &self.open else { return Err(CommandError::NothingToDo) };
        let mut session = open.session.clone();
        let outcome = work(&mut session)?;
        if self.kept.learns && outcome.action != "analyze" {
            let mut words = WordList::clone(&self.kept.words);
            if words.learn(open.document(), session.document()) {
                self.kept.words = Rc::new(words);
            }
        }
        let before: Vec<_> = open.document().labels().iter().map(|label| label.name.clone()).collect();
        let mut next = Open::clone(open);
        next.session = session;
        self.open = Some(Rc::new(next));
        self.follow_labels(&before);
        self.saved = super::Saved::Pending;
        self.draw();
        Ok(outcome)
    }

    /// The revision of the session.
    pub(super) fn revision(&self) -> u32 {
        self.open.as_ref().map_or(0, |open| open.session.revision())
    }

    /// Draws paragraphs, panels and inspector from the document as it is now.
    pub(super) fn draw(&mut self) {
        let Some(open) = &mut self.open else { return };
        let open = Rc::make_mut(open);
        let document = open.session.document();
        open.projection = open.projection.update(document, &self.filter);
        let rows = panels(document, &self.filter).sharing(&open.panels);
        if rows != *open.panels {
            open.panels = Rc::new(rows);
        }
        open.progress = progress(document);
        let visible = |id: &AnnotationId| document.annotation(*id).is_some_and(|a| self.filter.shows(document, a));
        let mut also: Vec<_> = self.also.iter().copied().filter(|id| visible(id)).collect();
        let selected = self.selected.filter(visible).or_else(|| also.pop());
        let roving = self.roving.filter(visible);
        self.roving = roving.or_else(|| self.first_stop());
        self.select(selected);
        if *self.also != also[..] {
            self.also = also.into();
        }
    }

    /// Runs a command, tells of it and offers to take it back. Whether it ran.
    pub(super) fn run(&mut self, command: Command) -> bool {
        let quiet = matches!(
            command,
            Command::Retarget { .. } | Command::SetNote { .. } | Command::SetStatus { .. } | Command::Accept(_)
        );
        match self.change(|session| session.run(command)) {
            Ok(outcome) => {
                self.follow(&outcome);
                let message = Message::Did(outcome.action, outcome.count);
                if quiet && outcome.count == 1 {
                    self.announce(message);
                } else {
                    self.note(message, vec![Offer::Undo]);
                }
                true
            }
            Err(error) => {
                self.refuse(error);
                false
            }
        }
    }

    /// Runs a command that only a screen reader is told of. Whether it ran.
    pub(super) fn run_quietly(&mut self, command: Command) -> bool {
        match self.change(|session| session.run(command)) {
            Ok(outcome) => {
                self.announce(Message::Did(outcome.action, outcome.count));
                true
            }
            Err(error) => {
                self.refuse(error);
                false
            }
        }
    }

    pub(super) fn follow(&mut self, outcome: &Outcome) {
        // What was done to several leaves them selected.
        if let Some(id) = outcome.select.filter(|id| !self.also.contains(id)) {
            let visible = |d: &crate::document::Document| d.annotation(id).is_some_and(|a| self.filter.shows(d, a));
            let visible = self.document().is_some_and(visible);
            self.select(visible.then_some(id));
        }
    }

    pub(super) fn travel(
        &mut self,
        way: impl FnOnce(&mut Session) -> Option<Outcome>,
        tell: fn(&'static str, usize) -> Message,
    ) {
        if let Ok(outcome) = self.change(|session| way(session).ok_or(CommandError::NothingToDo)) {
            self.follow(&outcome);
            self.toasts = self.toasts.iter().filter(|t| t.stays()).cloned().collect();
            self.announce(tell(outcome.action, outcome.count));
            if let Some(id) = self.selected {
                let turn = self.next_turn();
                self.reveal = Some(Reveal { turn, id, focus: false });
            }
        }
    }

    pub(super) fn refuse(&mut self, error: CommandError) {
        self.toast(Message::Refused(error), &[]);
    }

    pub(super) fn announce(&mut self, message: Message) {
        let turn = self.next_turn();
        self.announced = Some((turn, message));
    }

    /// A note on a step; one about a person, place or organization as such leads to the word list that learned it.
    pub(super) fn note(&mut self, message: Message, mut offers: Vec<Offer>) {
        let learned = matches!(&message, Message::Did(code, _) if LEARNED.contains(code));
        if learned && self.kept.learns {
            offers.push(Offer::Words);
        }
        self.toast(message, &offers);
    }

    pub(super) fn toast(&mut self, message: Message, offers: &[Offer]) {
        self.announce(message.clone());
        let turn = self.next_turn();
        let mut toasts: Vec<_> = self.toasts.iter().filter(|t| t.message != message).cloned().collect();
        // Only the last step can be taken back from its note.
        if offers.contains(&Offer::Undo) {
            toasts.retain(|t| !t.offers.contains(&Offer::Undo));
        }
        toasts.push(Toast { turn, message, offers: offers.into() });
        let old = toasts.len().saturating_sub(TOASTS);
        self.toasts = toasts.drain(old..).collect();
    }
}

/// Steps after which the next article is read differently in a way worth a word.
const LEARNED: &[&str] = &["rename", "relabel-entity", "merge", "move", "remove-entity"];
