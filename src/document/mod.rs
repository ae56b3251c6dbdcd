//! The annotation model: one article with its annotations and clusters, changed only by commands with exact inverses.
//! `model` is the document; a `command` runs in `run` on a copy of it and leaves a `step` in the history of its `session`;
//! `check` says what always holds, `delta` what is written to the device, `wordlist` and `labels::LabelSets` what outlives the article.
//! Read `model` first, then `command` and `run`.

#![expect(clippy::rc_buffer, reason = "versions share these buffers, and `Arc::make_mut` changes them in place")]

mod annotation;
mod carry;
mod change;
mod check;
mod command;
mod delta;
mod entity;
mod ids;
mod index;
mod labels;
mod model;
mod parts;
mod queries;
mod rebase;
mod run;
mod session;
mod sharing;
mod step;
mod wordlist;
mod words;

pub use annotation::{Annotation, Body, CheckStatus, MentionBody, Origin, QuoteBody, Review, SpeakerCandidate};
pub use carry::{Carried, Fate, FateKind, carry};
pub use change::{Change, TextState};
pub(crate) use check::is_whole;
pub use check::{Violation, check};
pub use command::{Command, CommandError};
pub use delta::Delta;
pub use entity::{EngineInfo, Entity, Label, Place, Shape};
pub use ids::{AnnotationId, EntityId, LabelId};
pub use labels::fitting::added;
pub(crate) use labels::fitting::is_name;
pub use labels::{LabelSet, LabelSets, Learned};
pub use model::{Document, EntityCounts};
pub use parts::DocumentParts;
pub use queries::{Counts, SpeakerOption, speakers};
pub use rebase::rebase;
pub use session::Session;
pub(crate) use sharing::difference::{differing_annotations, differing_entities, share_blocks};
pub use step::{Outcome, Step, StepKind};
pub use wordlist::{WordChoice, WordList, correct, learn_lines};
pub use words::snap::Snap;

#[cfg(test)]
mod tests;
