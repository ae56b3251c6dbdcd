//! What can go wrong when keeping sessions, as sentences for the person.

use std::fmt;

/// Why the browser's storage refused. The page shows the sentence and keeps working: the session stays in memory and
/// can be downloaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// No space left.
    Full,
    /// The browser keeps no data for this page: private window, blocked cookies or site data, a policy.
    Denied,
    /// Another tab holds an older version of the storage open.
    Blocked,
    /// Another tab has saved this session since this tab last read or wrote it; nothing was written. Saving under a new
    /// id keeps both.
    Conflict,
    /// Storage was closed or deleted under the page (site data cleared while it was open).
    Closed,
    /// There is no session of this id.
    Missing,
    /// What was stored cannot be read; the detail says why.
    Damaged(String),
    /// Anything else, in the words of the browser.
    Other(String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full => f.write_str(
                "This browser has no space left to save your work; delete old articles or download this one now",
            ),
            Self::Denied => f.write_str(
                "This browser does not let the page save your work (a private window or a setting); download it before \
                 you close the tab",
            ),
            Self::Blocked => f.write_str(
                "Another tab has an older version of this page open; close it so that your work can be saved",
            ),
            Self::Conflict => {
                f.write_str("This article was also changed in another tab; what you do here is kept as a separate copy")
            }
            Self::Closed => f.write_str(
                "The saved data of this page was cleared while it was open; download your work, then reload",
            ),
            Self::Missing => f.write_str("That article is no longer saved on this device"),
            Self::Damaged(detail) => write!(f, "The saved article cannot be read: {detail}"),
            Self::Other(detail) => write!(f, "Your work could not be saved: {detail}"),
        }
    }
}

impl std::error::Error for StoreError {}
