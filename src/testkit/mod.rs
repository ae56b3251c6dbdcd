//! Helpers of the tests, the training and the benchmarks: annotated text that a person can read and write, and made-up
//! articles of any length.
//! `marked` reads the notation and `print` writes it; `generate` and `shapes` make articles, `digest` says in one number
//! whether two answers are the same.
//! Read `marked` first.

mod digest;
mod generate;
mod marked;
mod print;
mod shapes;

pub use digest::digest;
pub use generate::{Generator, article};
pub use marked::{Cluster, Marked, MarkedError, MarkedMention, MarkedQuote, MarkedSpeaker};
pub use shapes::{SHAPES, Shape};
