//! Keeping sessions on the device.
//!
//! A store knows nothing of annotations: it keeps, for each session, a small record for the list, the stored form as text
//! (`formats::native`), and behind it what changed since, piece by piece, so that a step in a long article writes little.
//! Record and text are written together or not at all.

mod error;
mod memory;

pub use error::{Damage, StoreError};
pub use memory::MemoryStore;

use std::future::Future;
use std::sync::Arc;

/// Name of a session: chosen by the page when the session starts (any string unique on the device), never shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId(pub Arc<str>);

/// What the list of saved articles shows without reading the articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionMeta {
    /// Its name.
    pub id: SessionId,
    /// What the person calls it, or the first words of the article.
    pub title: Arc<str>,
    /// When it was saved last, in milliseconds since 1970 (UTC).
    pub updated_ms: u64,
    /// Words of the article.
    pub words: u32,
    /// Names that are not rejected.
    pub mentions: u32,
    /// Quotes that are not rejected.
    pub quotes: u32,
    /// Suggestions nobody has looked at yet.
    pub open: u32,
}

/// What is written of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stored {
    /// All of it, in place of everything that was there.
    Whole(Arc<str>),
    /// What changed since this store wrote or read the session last; goes behind what is there.
    Change(Arc<str>),
}

/// What was found of a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// The stored form.
    pub whole: Arc<str>,
    /// What changed since, oldest first.
    pub changes: Vec<Arc<str>>,
}

/// Where sessions are kept. One thread; futures need not be `Send`.
pub trait SessionStore {
    /// All sessions, last saved first.
    fn list(&self) -> impl Future<Output = Result<Vec<SessionMeta>, StoreError>>;

    /// The stored form of one session.
    ///
    /// # Errors
    /// [`StoreError::Missing`] when there is none.
    fn load(&self, id: &SessionId) -> impl Future<Output = Result<Loaded, StoreError>>;

    /// Writes the record and what is to be stored, in one step.
    ///
    /// # Errors
    /// [`StoreError::Missing`] for a change of a session that is not there.
    fn save(&self, meta: SessionMeta, stored: Stored) -> impl Future<Output = Result<(), StoreError>>;

    /// Forgets one session; not an error when there is none.
    fn remove(&self, id: &SessionId) -> impl Future<Output = Result<(), StoreError>>;

    /// Forgets everything.
    fn clear(&self) -> impl Future<Output = Result<(), StoreError>>;
}
