//! The person's own word list: what they corrected in one article is right from the start in the next.
//! `list` holds the words and learns from every change of a document, `lines` does so for lines that are set aside; `apply`
//! corrects an analysis by them.
//! Read `list` first.

mod apply;
mod lines;
mod list;
#[cfg(test)]
mod tests;

pub use apply::correct;
pub use lines::learn_lines;
pub use list::{WordChoice, WordList};
