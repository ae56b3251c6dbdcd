//! Positions in the units of the outside world, and the mark of a number that nobody has checked yet.

/// A position in UTF-16 code units, as the DOM counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Utf16Offset(pub u32);

/// A position in Unicode code points, as files count (W3C Web Annotation, brat, Python).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CharOffset(pub u32);

/// A number that came from outside (the DOM, a file) and may point anywhere. Only
/// [`OffsetMap`](super::OffsetMap) turns it into a [`TextSize`](super::TextSize).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unchecked<T>(pub T);
