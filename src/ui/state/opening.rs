//! An article appears: from a file, a paste or the device, with its suggestions where they are known.

use std::rc::Rc;
use std::sync::Arc;

use super::{Action, Analysis, AppState, Findings, Message, Offer, Open, Saved, Screen};
use crate::document::{Command, CommandError, Session};
use crate::storage::SessionId;
use crate::text::Source;
use crate::view::{Projection, panels, progress};

impl AppState {
    /// Shows an article that was brought.
    pub(super) fn open(&mut self, id: SessionId, mut session: Session, findings: Findings) {
        *self = self.emptied(Screen::Article);
        let ask = matches!(findings, Findings::Ask);
        let read = if let Findings::Ready(analysis, millis) = findings {
            // Taken over before anything is drawn: the article is drawn once.
            let analysis = self.corrected(session.document().source(), analysis);
            let message = Message::Analyzed(analysis.mentions.len(), analysis.quotes.len(), millis);
            self.analysis = Analysis::Done(millis);
            Some((session.run(Command::ApplyAnalysis(analysis)).err(), message))
        } else {
            None
        };
        let document = session.document();
        self.open = Some(Rc::new(Open {
            projection: Projection::new(document, &self.filter),
            panels: Rc::new(panels(document, &self.filter)),
            progress: progress(document),
            id,
            session,
        }));
        self.saved = Saved::Pending;
        self.roving = self.first_stop();
        match read {
            None if ask => self.step(Action::Analyze),
            Some((None | Some(CommandError::NothingToDo), message)) => self.announce(message),
            Some((Some(error), _)) => self.refuse(error),
            None => {}
        }
    }

    /// The state without an article.
    pub(super) fn emptied(&self, screen: Screen) -> Self {
        Self { screen, turn: self.turn, order: self.order, kept: self.kept.clone(), ..Self::default() }
    }

    /// Offers the way back to the words of an article that was pasted, if it is still the one that is open.
    pub(super) fn pasted(&mut self, id: SessionId, text: Rc<str>) {
        if self.open.as_ref().is_some_and(|open| open.id == id) {
            self.toast(Message::Pasted, &[Offer::Retract(id, text)]);
        }
    }

    /// The analysis with the person's own word list applied.
    pub(super) fn corrected(
        &self,
        source: &Source,
        analysis: Arc<crate::analysis::Analysis>,
    ) -> Arc<crate::analysis::Analysis> {
        if self.kept.words.is_empty() {
            return analysis;
        }
        let mut analysis = Arc::unwrap_or_clone(analysis);
        self.kept.words.apply(source, &mut analysis);
        Arc::new(analysis)
    }
}
