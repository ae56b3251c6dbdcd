//! What was said, in which words, and who said it.
//!
//! `spans` finds what stands in marks, `attribution` who said it, `reported` what is said without marks, `coreference` whom a
//! pronoun or a role means; `extract` runs them and `assemble` makes quotes of what they found. `in_marks` is for other
//! languages than English. Read `extract` first.

mod assemble;
pub mod attribution;
mod confidence;
mod coreference;
mod evidence;
mod extract;
mod in_marks;
mod parse;
mod quote;
pub mod reported;
mod spans;
mod transcript;

pub use extract::extract;
pub use in_marks::in_marks;
pub use quote::{Candidate, Quote, SpeakerMention};
