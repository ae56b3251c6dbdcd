//! Names of things within one document; stable for its life and across save and open.

/// An annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnnotationId(pub u32);

/// A person, place, organization or other cluster of mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

/// A label: index into [`crate::document::Document::labels`]. The first three are built in. When one is deleted, those behind it move
/// up, and all that wears them follows in the same step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LabelId(pub u16);

impl LabelId {
    /// PERSON.
    pub const PERSON: Self = Self(0);
    /// PLACE.
    pub const PLACE: Self = Self(1);
    /// ORGANIZATION.
    pub const ORGANIZATION: Self = Self(2);
    /// How many labels every document has; those of the person's own stand behind them.
    pub const BUILT_IN: usize = 3;

    /// The label at this place of the list. There are never so many that the place would not fit.
    pub fn at(index: usize) -> Self {
        Self(u16::try_from(index).unwrap_or(u16::MAX))
    }

    /// Its place in the list.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// Whether every document has it.
    pub fn is_built_in(self) -> bool {
        self.index() < Self::BUILT_IN
    }
}
