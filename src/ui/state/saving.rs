//! Where the work is kept, as far as the page knows.

use std::rc::Rc;

use crate::document::Session;
use crate::storage::{SessionId, StoreError};
use crate::ui::state::message::{Failure, Message, Offer};
use crate::ui::state::page::Page;

/// Where the work is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Saved {
    /// Nothing to save yet.
    Nothing,
    /// Changed since the last save.
    Pending,
    /// On this device, up to this revision.
    Yes(u32),
    /// The browser refused; kept in memory only.
    No(StoreError),
}

/// News from the storage.
#[derive(Clone, Debug)]
pub(crate) enum SaveAction {
    /// How this article is kept.
    Saved(SessionId, Saved),
    /// The database cannot be used as it is.
    Storage(StoreError),
    /// An article of this title, which was left before it was saved, is saved now.
    LeftSaved(Rc<str>),
    /// Another tab has changed this article, and this is what it is now.
    Follow(SessionId, Box<Session>),
    /// Another tab has saved this article too: what is open goes on under a new name.
    Copied(SessionId),
}

impl Saved {
    /// Takes over the news of a write, while the article is at `revision`.
    pub(crate) fn take_over(&mut self, news: Self, revision: u32, page: &mut Page) {
        match &news {
            // A change came in while the older state was written.
            Self::Yes(written) if *written != revision => return,
            Self::No(error) if !matches!(self, Self::No(_)) => {
                page.toast(Message::Failed(Failure::Storage(error.clone())), &[Offer::Download]);
            }
            Self::Yes(_) if matches!(self, Self::No(_)) => page.withdraw_storage_trouble(),
            _ => {}
        }
        *self = news;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::state::tests::{PERSON, mark, open};
    use crate::ui::state::{Action, Dialog};

    #[test]
    fn what_the_browser_refused_stays_unsaved_whatever_is_changed_and_is_asked_about() {
        let mut state = open();
        let refused = Saved::No(StoreError::Denied);
        state.step(SaveAction::Saved(SessionId("a".into()), refused.clone()));
        mark(&mut state, "Lyon", 0, PERSON);
        assert_eq!(state.article.saved, refused);
        state.step(Action::Start);
        assert!(matches!(state.page.dialog, Some(Dialog::Unsaved)));
    }
}
