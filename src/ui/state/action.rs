//! Everything that can happen to the page: a gesture of the person, or news from the worker or the storage.

use std::rc::Rc;

use crate::document::Session;
use crate::storage::SessionId;
use crate::ui::state::analysis::{AnalysisAction, Findings};
use crate::ui::state::editing::edit::EditAction;
use crate::ui::state::kept::KeepAction;
use crate::ui::state::message::Offer;
use crate::ui::state::page::{PageAction, Wiped};
use crate::ui::state::review::ReviewAction;
use crate::ui::state::saving::SaveAction;
use crate::ui::state::selection::SelectAction;
use crate::view::Filter;

/// Something that happened.
#[derive(Clone, Debug)]
pub(crate) enum Action {
    /// Show the empty state; the open article stays saved. What is not saved is asked about.
    Start,
    /// Show the empty state, whatever is not saved.
    Leave,
    /// Show that nothing is on this device any more.
    Wiped(Wiped),
    /// Open an article.
    Open {
        id: SessionId,
        session: Box<Session>,
        findings: Findings,
    },
    /// This article was pasted: it can be had back as these words as long as it is the one that is open.
    Pasted(SessionId, Rc<str>),
    /// Show only what this lets through.
    Filter(Filter),
    Select(SelectAction),
    Edit(EditAction),
    Review(ReviewAction),
    Analysis(AnalysisAction),
    Save(SaveAction),
    Page(PageAction),
    Keep(KeepAction),
    /// The offer of the note with this number is taken.
    Take(u32, Offer),
    /// Escape: closes the uppermost thing.
    Back,
}

macro_rules! actions {
    ($($action:ident => $variant:ident),*) => {
        $(impl From<$action> for Action {
            fn from(action: $action) -> Self {
                Self::$variant(action)
            }
        })*
    };
}

actions!(
    SelectAction => Select,
    EditAction => Edit,
    ReviewAction => Review,
    AnalysisAction => Analysis,
    SaveAction => Save,
    PageAction => Page,
    KeepAction => Keep
);
