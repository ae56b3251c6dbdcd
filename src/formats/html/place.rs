//! Where text stands: what the elements around it say of it.

use crate::formats::html::hints::Hints;

/// What holds for text that stands in an element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// The innermost element that is a paragraph of its own.
    pub(super) block: u32,
    /// What the elements within the line say.
    pub(super) inline: Hints,
    pub(super) link: bool,
    pub(super) bold: bool,
    /// The outermost element that is hidden.
    pub(super) hidden: Option<u32>,
}
