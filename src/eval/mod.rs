//! Scores of names and quotes against marked corpora.
//! `names`, `clusters` and `quotes` count what was found and right, by the `spans` they share; `table` prints it.
//! Read `spans` first.

pub mod clusters;
pub mod names;
pub mod quotes;
pub mod spans;
pub mod table;
