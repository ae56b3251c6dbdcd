//! Positions and ranges in UTF-8 bytes.

use std::fmt;
use std::ops::{Add, Range, Sub};

/// A position or length in UTF-8 bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextSize(u32);

impl TextSize {
    /// A position of `bytes` bytes.
    pub const fn new(bytes: u32) -> Self {
        Self(bytes)
    }

    /// The length of `text`.
    ///
    /// # Panics
    /// When `text` is 4 GiB or longer; input is refused far below that (`formats::plain`).
    pub fn of(text: &str) -> Self {
        Self(u32::try_from(text.len()).expect("invariant: texts are far below 4 GiB"))
    }

    /// The number of bytes.
    pub const fn get(self) -> u32 {
        self.0
    }

    /// The number of bytes as an index.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl From<u32> for TextSize {
    fn from(bytes: u32) -> Self {
        Self(bytes)
    }
}

impl Add for TextSize {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for TextSize {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

/// A half-open range `start..end` in UTF-8 bytes. Invariant: `start <= end`.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextRange {
    start: TextSize,
    end: TextSize,
}

impl TextRange {
    /// The range `start..end`.
    ///
    /// # Panics
    /// When `start > end`.
    pub fn new(start: TextSize, end: TextSize) -> Self {
        assert!(start <= end, "range start {} lies after its end {}", start.get(), end.get());
        Self { start, end }
    }

    /// The range `start..end` of byte offsets.
    pub fn at(start: u32, end: u32) -> Self {
        Self::new(TextSize::new(start), TextSize::new(end))
    }

    /// The first byte.
    pub const fn start(self) -> TextSize {
        self.start
    }

    /// One past the last byte.
    pub const fn end(self) -> TextSize {
        self.end
    }

    /// The number of bytes.
    pub fn len(self) -> TextSize {
        self.end - self.start
    }

    /// Whether the range covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the two ranges share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies within this range.
    pub fn contains_range(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte at `offset` lies within this range.
    pub fn contains(self, offset: TextSize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// The smallest range that covers both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The bytes both have, if any.
    pub fn intersect(self, other: Self) -> Option<Self> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Self { start, end })
    }
}

impl fmt::Debug for TextRange {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}..{}", self.start.0, self.end.0)
    }
}

impl From<TextRange> for Range<usize> {
    fn from(range: TextRange) -> Self {
        range.start.index()..range.end.index()
    }
}
