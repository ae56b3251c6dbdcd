//! An element of a page.

use crate::formats::html::element::Element;
use crate::formats::html::hints::Hints;

/// An element.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// The element it stands in; the first one stands in itself.
    pub(super) parent: u32,
    pub(super) element: Element,
    pub(super) hints: Hints,
    /// Elements of one name and one class look the same.
    pub(super) shape: u32,
    /// Its own tag ended it, or what ends such elements.
    pub(super) ended: bool,
}
