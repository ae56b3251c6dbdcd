//! What was under way when a page was left, and did not come: brought back at the next start.

use crate::formats::journal::{read_note, read_small_note};
use crate::formats::native;
use crate::storage::{SessionId, StoreError, Write, with_missing};
use crate::ui::dom;
use crate::ui::services::saving::notes::NOTE;
use crate::ui::services::saving::saver::Saver;
use crate::ui::services::saving::values::SMALL_NOTE;

/// Writes what pages that were left had under way and the database did not get. Whoever opens such an article from here
/// on finds it as it was left.
pub(crate) async fn bring_back_writes(saver: &Saver) {
    for name in dom::kept_names(NOTE) {
        let key = format!("{NOTE}{name}");
        let Some(note) = dom::kept(&key) else { continue };
        let (id, writes) = (SessionId(name.into()), read_note(&note).unwrap_or_default());
        // A note of this page, whose writes are still under way.
        if saver.held(&id).is_some() {
            continue;
        }
        // Tabs that start together must not both bring it back: who comes behind finds no note, or the write that has begun.
        dom::let_go(&key);
        if bring_one_back(&id, &writes, saver).await != Ok(Found::Nothing) {
            dom::keep(&key, &note);
        }
    }
}

/// Writes the small things that were under way beside them, where nobody wrote them since.
pub(crate) async fn bring_back_small(saver: &Saver) {
    for name in dom::kept_names(SMALL_NOTE) {
        let key = format!("{SMALL_NOTE}{name}");
        let Some(note) = dom::kept(&key) else { continue };
        dom::let_go(&key);
        match saver.database().values().await {
            Ok(there) => {
                let mut values = saver.values();
                values.know(&there);
                values.bring_back(read_small_note(&note), &there);
            }
            Err(_) => drop(dom::keep(&key, &note)),
        }
        saver.flush();
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
            saver.adopt(id, &opened.session);
            Ok(Found::Missing)
        }
        _ => Ok(Found::Nothing),
    }
}
