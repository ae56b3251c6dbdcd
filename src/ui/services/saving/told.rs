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
    /// This is open now, and the page shows it as `saved`: what it was told before may not hold any more, because an
    /// article that is put in place of another begins anew.
    pub(crate) fn see(&mut self, open: Option<(&SessionId, &Session)>, saved: &Saved) {
        self.open = open.map(|(id, session)| (id.clone(), session.revision()));
        self.said = open.map(|(id, _)| (id.clone(), saved.clone()));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::text::Source;

    #[test]
    fn what_the_page_forgot_is_told_again() {
        let (id, session) = (SessionId("a".into()), &Session::new(Document::new(Source::new("Anna Lee left."))));
        let (mut keeper, mut told) = (Keeper::default(), Told::default());
        keeper.found(id.clone(), session.revision(), session.clone(), Some(0));
        told.see(Some((&id, session)), &Saved::Pending);
        let said = |news| match news {
            Some(Action::Save(SaveAction::Saved(_, saved))) => Some(saved),
            _ => None,
        };
        let saved = Saved::Yes(session.revision());
        assert_eq!(said(told.news(&keeper)), Some(saved.clone()));
        assert!(told.news(&keeper).is_none(), "not twice");
        told.see(Some((&id, session)), &saved);
        assert!(told.news(&keeper).is_none(), "the page shows it");
        // Another tab wrote the same again, in a revision of the same number, and this one followed.
        told.see(Some((&id, session)), &Saved::Pending);
        assert_eq!(said(told.news(&keeper)), Some(saved));
    }
}
