//! What the caller decides.

use crate::segment::BlockChoice;

/// What the caller of an analysis decides. No `Default`: the caller says it all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Roles of paragraphs that the person set.
    pub blocks: Vec<BlockChoice>,
}
