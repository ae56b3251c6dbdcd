//! Scores of names against marked corpora.

pub mod clusters;
pub mod names;
pub mod spans;
pub mod table;
