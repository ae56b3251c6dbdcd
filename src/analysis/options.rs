//! What the caller decides.

use crate::segment::BlockChoice;
use crate::vocabulary::Confidence;

/// What the caller of an analysis decides. No `Default`: the caller says it all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Roles of paragraphs that the person set.
    pub blocks: Vec<BlockChoice>,
    /// Reported speech and thought (quotes without marks) below this confidence is left out: zero gives everything,
    /// [`Options::READABLE`] what a reader would mark, 1000 permille nothing: no reported speech is ever that sure.
    /// What stands in marks is never left out.
    pub reported_from: Confidence,
}

impl Options {
    /// From this confidence on, reported speech is worth a reader's time: clauses behind verbs of saying, not yet each
    /// mention of what somebody opposes, wants or seems to do.
    pub const READABLE: Confidence = Confidence::permille(500);
}
