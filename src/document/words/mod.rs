//! What counts as a word in the text of an article, whoever marked it.
//! `snap` makes a selection tidy, `occurrences` finds the same words elsewhere, `spans` says which of many ranges overlap.
//! Read `snap` first.

pub(crate) mod occurrences;
pub(crate) mod snap;
pub(crate) mod spans;
