//! Notes of what is under way to the database when the page is left, and what becomes of them at the next start.

use std::collections::BTreeSet;

use crate::formats::native;
use crate::storage::{Journal, SessionId, StoreError, Stored, Write, read_note, with_missing};
use crate::ui::dom;
use crate::ui::services::saver::Saver;

/// Where the note of an article is kept: the browser takes it at once, and keeps it when the page goes.
const NOTE: &str = "article-annotator.under-way.";

/// A longer note, in bytes, is not made: browsers keep about 5 MB of such things.
const LONGEST_NOTE: usize = 1 << 20;

/// What is under way, and of which articles there is a note.
#[derive(Default)]
pub(crate) struct Notes {
    journal: Journal,
    noted: BTreeSet<SessionId>,
}

impl Notes {
    /// A write was handed to the database.
    pub(crate) fn began(&mut self, id: &SessionId, version: u32, stored: &Stored) {
        self.journal.began(id, version, stored);
    }

    /// A write came, or was refused: the page holds what it was.
    pub(crate) fn ended(&mut self, id: &SessionId, version: u32) {
        if self.journal.ended(id, version) && self.noted.remove(id) {
            dom::let_go(&format!("{NOTE}{}", id.0));
        }
    }

    /// The page is being left.
    pub(crate) fn note(&mut self) {
        for (id, note) in self.journal.notes() {
            if note.len() <= LONGEST_NOTE && dom::keep(&format!("{NOTE}{}", id.0), &note) {
                self.noted.insert(id.clone());
            }
        }
    }

    /// There is a note of the article, until what is written next has come.
    pub(crate) fn is_noted(&mut self, id: &SessionId) {
        self.noted.insert(id.clone());
    }

    /// Nothing is noted any more.
    pub(crate) fn end(&mut self) {
        *self = Self::default();
    }

    /// The person does not want the article.
    pub(crate) fn forget(&mut self, id: &SessionId) {
        self.noted.remove(id);
        dom::let_go(&format!("{NOTE}{}", id.0));
    }
}

/// Writes what pages that were left had under way and the database did not get. Whoever opens such an article from here
/// on finds it as it was left.
pub(crate) async fn bring_back(saver: &Saver) {
    for name in dom::kept_names(NOTE) {
        let key = format!("{NOTE}{name}");
        let writes = dom::kept(&key).and_then(|note| read_note(&note)).unwrap_or_default();
        let id = SessionId(name.into());
        // A note of this page, whose writes are still under way.
        if saver.held(&id).is_some() {
            continue;
        }
        if bring_one_back(&id, &writes, saver).await == Ok(Found::Nothing) {
            dom::let_go(&key);
        }
    }
}

/// What a note is still good for.
#[derive(PartialEq, Eq)]
enum Found {
    /// It is being written, and goes when that has come.
    Missing,
    Nothing,
}

/// # Errors
/// When the database cannot be read: the note is kept.
async fn bring_one_back(id: &SessionId, writes: &[Write], saver: &Saver) -> Result<Found, StoreError> {
    let there = match saver.database().load(id).await {
        Ok(loaded) => Some(loaded),
        Err(StoreError::Missing) => None,
        // What is there cannot be built on; it stays as it is.
        Err(StoreError::Damaged) => return Ok(Found::Nothing),
        Err(error) => return Err(error),
    };
    let version = saver.database().version(id).unwrap_or_default();
    let Some((whole, changes)) = with_missing(writes, version, there.as_ref()) else { return Ok(Found::Nothing) };
    match native::read_session(&whole, &changes) {
        Ok(opened) if opened.repairs.is_empty() => {
            saver.adopt_noted(id, &opened.session);
            Ok(Found::Missing)
        }
        _ => Ok(Found::Nothing),
    }
}
