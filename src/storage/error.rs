//! What can go wrong when keeping sessions, as data: who shows it has the words.

use std::fmt;

/// Why the browser's storage refused. The page says so and keeps working: the session stays in memory and can be
/// downloaded.
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
    /// A newer version of the page has changed the storage: this page is the old one.
    Outdated,
    /// What was stored cannot be read.
    Damaged(Damage),
    /// Anything else, in the words of the browser.
    Other(String),
}

/// Why something stored cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// The text of the article is not there.
    NoText,
    /// The record is not what it should be; in the parser's words, for logs.
    Record(String),
}

/// For logs.
impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl std::error::Error for StoreError {}
