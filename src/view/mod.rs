//! What the page shows, as plain data: paragraphs cut into flat segments, rows of the panels, the selected annotation.
//!
//! Nothing here knows the browser or a language: words are put by `ui::strings`.
//! `projector` keeps the paragraphs of a document up to date, `paragraph` and `segment` cut one; `lists` are those beside the
//! article and the review, `inspector` the selected annotation; `several` makes articles of one paste; `compare` tells
//! what two versions of an article have otherwise.
//! Read `projector` first.

mod compare;
mod filter;
mod find;
mod inspector;
mod link;
mod lists;
mod paragraph;
mod projector;
mod segment;
mod several;
mod signs;
mod speaker_names;
mod strain;
mod words;

pub use compare::{Aspect, Became, Comparison, Line, Spot, What, compare};
pub use filter::{Filter, OriginFilter, ReviewFilter};
pub use find::find_all;
pub use inspector::{Inspected, InspectedBody, SpeakerChoice, inspect};
pub use link::{Drawn, Linked, Place, Rail, frames, link};
pub use lists::follow::panels_after;
#[cfg(feature = "app")]
pub(crate) use lists::panels::excerpt;
pub use lists::panels::{EntityRow, Panels, QuoteRow, QuoteSpeaker, Surroundings, panels, surroundings};
pub use lists::queue::{Progress, QueueOrder, Way, acceptable, confidences, next_pending, pending, progress};
pub use paragraph::{Chip, ParagraphView, SegmentView, StopName};
pub use projector::{Projection, shown_in};
pub use segment::{Layer, Sweep, sweep};
pub use several::several;
pub use signs::Signs;
pub use words::{Edge, Motion, Step, grow, is_right_to_left, move_cursor, words_of};

#[cfg(test)]
mod edits_tests;
