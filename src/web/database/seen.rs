//! Which versions of what this tab has seen, so that it need not ask before it writes.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What this tab knows of one thing in the database.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    /// The version that was read, or confirmed.
    kept: Option<u32>,
    /// The version that was sent last.
    sent: Option<u32>,
    /// Writes under way.
    flying: u32,
    /// Changes behind the whole, those under way included.
    changes: u32,
}

/// Versions by name.
#[derive(Debug, Default)]
pub(super) struct Versions(RefCell<BTreeMap<Arc<str>, Seen>>);

impl Versions {
    /// What was read.
    pub(super) fn read(&self, id: &str, version: u32, changes: u32) {
        let seen = Seen { kept: Some(version), sent: Some(version), flying: 0, changes };
        self.0.borrow_mut().insert(id.into(), seen);
    }

    /// The version confirmed last.
    pub(super) fn kept(&self, id: &str) -> Option<u32> {
        self.0.borrow().get(id).and_then(|seen| seen.kept)
    }

    /// The version that is there when all writes under way have come.
    pub(super) fn sent(&self, id: &str) -> Option<u32> {
        self.0.borrow().get(id).and_then(|seen| seen.sent)
    }

    /// A write begins: the place of a change in its row (0 for a whole) and the version that is written.
    pub(super) fn begin(&self, id: &str, whole: bool) -> (u32, u32) {
        let mut all = self.0.borrow_mut();
        let seen = all.entry(id.into()).or_default();
        let version = seen.sent.map_or(1, |version| version + 1);
        seen.sent = Some(version);
        seen.flying += 1;
        seen.changes = if whole { 0 } else { seen.changes + 1 };
        (seen.changes, version)
    }

    /// A write has ended.
    pub(super) fn end(&self, id: &str, version: u32, written: bool) {
        let mut all = self.0.borrow_mut();
        let Some(seen) = all.get_mut(id) else { return };
        seen.flying = seen.flying.saturating_sub(1);
        if written {
            seen.kept = seen.kept.max(Some(version));
        } else if seen.flying == 0 {
            seen.sent = seen.kept;
        }
    }

    /// Nothing is known any more.
    pub(super) fn forget(&self) {
        self.0.borrow_mut().clear();
    }
}
