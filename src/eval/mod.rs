//! Scores of names and quotes against marked corpora.

pub mod clusters;
pub mod names;
pub mod quotes;
pub mod spans;
pub mod table;
