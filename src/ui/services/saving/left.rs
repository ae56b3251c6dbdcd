//! Articles that were left before they were on the device, and of which the person was told.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::document::Session;
use crate::storage::{Keeper, SessionId};
use crate::ui::services::import;
use crate::ui::state::{Action, Message, Offer, PageAction, SaveAction};

/// Articles that were left unsaved, as the person was told.
#[derive(Default)]
pub(crate) struct Left(BTreeSet<SessionId>);

impl Left {
    /// What there is to tell of articles that were left and cannot be saved, once each.
    pub(crate) fn news(&mut self, keeper: &Keeper<Session>, open: Option<&SessionId>) -> Vec<Action> {
        let mut news = Vec::new();
        for (id, session, refused) in keeper.unsaved() {
            let Some(error) = refused.filter(|_| Some(id) != open) else { continue };
            if self.0.insert(id.clone()) {
                let message = Message::LeftUnsaved(title(session), error.clone());
                news.push(PageAction::Notify(message, Rc::from([Offer::Reopen(id.clone())])).into());
            }
        }
        news
    }

    /// The article is on the device: what was told of it does not hold any more.
    pub(crate) fn saved(&mut self, id: &SessionId, session: &Session) -> Option<Action> {
        self.0.remove(id).then(|| SaveAction::LeftSaved(title(session)).into())
    }
}

fn title(session: &Session) -> Rc<str> {
    Rc::from(&*import::title(session.document()))
}
