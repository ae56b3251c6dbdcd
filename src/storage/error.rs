//! What can go wrong when keeping sessions. `ui::strings` has the sentences for the person; `Display` is for logs.

use std::fmt;

/// Why the browser's storage refused. The page keeps working: what is not kept stays in memory, is tried again, and can
/// be downloaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// No space left.
    Full,
    /// The browser keeps no data for this page: private window, blocked cookies or site data, a policy.
    Denied,
    /// Another tab holds an older version of the storage open.
    Blocked,
    /// The browser does not answer.
    Silent,
    /// A newer version of the page has changed the layout of the storage.
    Outdated,
    /// Another tab has saved this session since this tab last read or wrote it; nothing was written.
    Conflict,
    /// Storage was closed or deleted under the page (site data cleared while it was open).
    Closed,
    /// There is no session of this id.
    Missing,
    /// What was stored cannot be read.
    Damaged,
    /// Anything else, in the words of the browser.
    Other(String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full => out.write_str("no space left"),
            Self::Denied => out.write_str("the browser keeps no data for this page"),
            Self::Blocked => out.write_str("another tab holds an older layout open"),
            Self::Silent => out.write_str("the database does not answer"),
            Self::Outdated => out.write_str("a newer page has changed the layout"),
            Self::Conflict => out.write_str("another tab has written this session"),
            Self::Closed => out.write_str("the database was closed"),
            Self::Missing => out.write_str("there is no such session"),
            Self::Damaged => out.write_str("the stored session cannot be read"),
            Self::Other(detail) => out.write_str(detail),
        }
    }
}

impl std::error::Error for StoreError {}
