//! How the open article stands, as the state of the page was told last.

use crate::document::Session;
use crate::storage::{Keeper, SessionId, Standing};
use crate::ui::state::{Action, SaveAction, Saved};

/// What is open in this tab, and what the state was told of it.
#[derive(Default)]
pub(crate) struct Told {
    /// The article with its revision.
    open: Option<(SessionId, u32)>,
    said: Option<(SessionId, Saved)>,
}

impl Told {
    /// This is open now.
    pub(crate) fn see(&mut self, open: Option<(&SessionId, &Session)>) {
        self.open = open.map(|(id, session)| (id.clone(), session.revision()));
    }

    /// The article that is open.
    pub(crate) fn open(&self) -> Option<&SessionId> {
        self.open.as_ref().map(|(id, _)| id)
    }

    /// What is to be told, unless it was told already.
    pub(crate) fn news(&mut self, keeper: &Keeper<Session>) -> Option<Action> {
        let Some((id, revision)) = &self.open else {
            self.said = None;
            return None;
        };
        let saved = match keeper.standing(id, *revision) {
            Standing::Kept => Saved::Yes(*revision),
            Standing::Pending => Saved::Pending,
            Standing::Refused(error) => Saved::No(error),
        };
        let said = (id.clone(), saved);
        if self.said.as_ref() == Some(&said) {
            return None;
        }
        self.said = Some(said.clone());
        Some(SaveAction::Saved(said.0, said.1).into())
    }
}
