//! The annotation model: one article with its annotations and clusters, changed only by commands with exact inverses.

#![expect(clippy::rc_buffer, reason = "versions share these buffers, and `Arc::make_mut` changes them in place")]

mod annotation;
mod change;
mod check;
mod command;
mod delta;
mod edit;
mod entity;
mod ids;
mod index;
mod merge;
mod model;
mod occurrences;
mod queries;
mod rebase;
mod run;
mod session;
mod snap;
mod spans;
mod wordlist;

pub use annotation::{Annotation, Body, CheckStatus, MentionBody, Origin, QuoteBody, Review, SpeakerCandidate};
pub use change::Change;
pub(crate) use check::is_whole;
pub use check::{Violation, check};
pub use command::{ACTIONS, Command, CommandError};
pub use delta::Delta;
pub use entity::{EngineInfo, Entity, Label, Place, Shape};
pub use ids::{AnnotationId, EntityId, LabelId};
pub use model::{Document, DocumentParts};
pub use queries::{Counts, EntityCounts, SpeakerOption};
pub use session::{Outcome, Session, Step};
pub use snap::Snap;
pub use wordlist::{WordChoice, WordList};

#[cfg(test)]
mod tests;
