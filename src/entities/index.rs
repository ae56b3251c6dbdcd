//! Which entity of an article is meant.

use std::fmt;

/// The place of an entity in `Recognition::entities` (and in `Analysis::entities`): `entities[index]` is that entity.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityIndex(u32);

impl EntityIndex {
    /// That of the entity at `index` of the list.
    ///
    /// # Panics
    /// When there are more than 2³² entities: texts are far below 4 GiB.
    pub fn new(index: usize) -> Self {
        Self(u32::try_from(index).expect("invariant: a text has fewer than 2³² bytes, and so of entities"))
    }

    /// The number, from 0.
    pub const fn get(self) -> u32 {
        self.0
    }

    /// The one behind.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// The place in the list.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl From<u32> for EntityIndex {
    fn from(number: u32) -> Self {
        Self(number)
    }
}

impl fmt::Debug for EntityIndex {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}
