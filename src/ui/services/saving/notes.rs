//! Notes of what is under way to the database when the page is left.

use std::collections::BTreeSet;

use crate::formats::journal::write_note;
use crate::storage::{Journal, SessionId, Stored};
use crate::ui::dom;

/// Where the note of an article is kept: the browser takes it at once, and keeps it when the page goes.
pub(crate) const NOTE: &str = "article-annotator.under-way.";

/// A longer note, in bytes, is not made: browsers keep about 5 MB of such things.
pub(crate) const LONGEST_NOTE: usize = 1 << 20;

/// What is under way, and of which articles there is a note.
#[derive(Default)]
pub(crate) struct Notes {
    journal: Journal,
    noted: BTreeSet<SessionId>,
}

impl Notes {
    /// Knows the notes of pages that were left: each goes when what is written of its article has come.
    pub(crate) fn found() -> Self {
        let noted = dom::kept_names(NOTE).into_iter().map(|name| SessionId(name.into())).collect();
        Self { noted, ..Self::default() }
    }

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
        for (id, writes) in self.journal.under_way() {
            let note = write_note(writes);
            if note.len() <= LONGEST_NOTE && dom::keep(&format!("{NOTE}{}", id.0), &note) {
                self.noted.insert(id.clone());
            }
        }
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
