//! Helpers of the tests, the training and the benchmarks: annotated text that a person can read and write, and made-up
//! articles of any length.
//! `marked` reads the notation and `print` writes it; `generate`, `odd_text` and `shapes` make texts, `digest` says in one
//! number whether two answers are the same, `soundness` what holds for every answer.
//! Read `marked` first.

mod digest;
mod generate;
mod marked;
mod odd_text;
mod print;
mod shapes;
mod soundness;

pub use digest::digest;
pub use generate::{Generator, article};
pub use marked::{Cluster, Marked, MarkedError, MarkedMention, MarkedQuote, MarkedSpeaker};
pub use odd_text::{ODD_PIECES, odd_text};
pub use shapes::{SHAPES, Shape};
pub use soundness::fault;
