//! What the page shows, as plain data: paragraphs cut into flat segments, rows of the panels, the selected annotation.
//!
//! Nothing here knows the browser or a language: words are put by `ui::strings`.
//! `projector` keeps the paragraphs of a document up to date, `paragraph` and `segment` cut one; `panels`, `inspector` and
//! `queue` are the lists, the selected annotation and the review; `several` makes articles of one paste; `compare` tells
//! what two versions of an article have otherwise.
//! Read `projector` first.

mod compare;
mod filter;
mod find;
mod follow;
mod inspector;
mod link;
mod panels;
mod paragraph;
mod projector;
mod queue;
mod segment;
mod several;
mod signs;
mod speaker_names;
mod strain;
mod words;

pub use compare::{Aspect, Became, Comparison, Line, Spot, What, compare};
pub use filter::{Filter, OriginFilter, ReviewFilter};
pub use find::find_all;
pub use follow::panels_after;
pub use inspector::{Inspected, InspectedBody, SpeakerChoice, inspect};
pub use link::{Drawn, Linked, Place, Rail, frames, link};
#[cfg(feature = "app")]
pub(crate) use panels::excerpt;
pub use panels::{EntityRow, Panels, QuoteRow, QuoteSpeaker, Surroundings, panels, surroundings};
pub use paragraph::{Chip, ParagraphView, SegmentView, StopName};
pub use projector::{Projection, shown_in};
pub use queue::{Progress, QueueOrder, Way, acceptable, confidences, next_pending, pending, progress};
pub use segment::{Layer, Sweep, sweep};
pub use several::several;
pub use signs::Signs;
pub use words::{Edge, Motion, Step, grow, is_right_to_left, move_cursor, words_of};

#[cfg(test)]
mod edits_tests;
