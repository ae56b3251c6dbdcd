//! Helpers of the tests, the training and the benchmarks: annotated text that a person can read and write, and made-up
//! articles of any length.

mod digest;
mod generate;
mod marked;
mod print;
mod shapes;

pub use digest::digest;
pub use generate::{Generator, article};
pub use marked::{Cluster, Marked, MarkedError, MarkedMention, MarkedQuote, MarkedSpeaker};
pub use shapes::{SHAPES, Shape};
