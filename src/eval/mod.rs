//! Scores of names against marked corpora.

pub mod spans;
