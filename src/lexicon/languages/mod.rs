//! What tells languages apart: their most frequent small words, by script. A word may stand in several languages; it counts
//! for each the less. `latin`, `cyrillic` and `others` hold the lists; `names`
//! keeps ordinary words from being taken for names.

pub(crate) mod cyrillic;
pub(crate) mod latin;
pub(crate) mod names;
pub(crate) mod others;
