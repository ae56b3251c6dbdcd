//! What the saver cannot decide by itself.

use std::rc::Rc;

use crate::storage::SessionId;
use crate::ui::services::saving::tabs::Heard;

/// What only the page as a whole can do about what the database tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Matter {
    /// Another tab has written on top of what this one knows.
    Conflict(SessionId),
    /// The database opened, for the first time or anew.
    Opened,
    /// Another tab said something.
    Heard(Heard),
}

/// Who takes care of it.
pub(crate) type OnMatter = Rc<dyn Fn(Matter)>;
