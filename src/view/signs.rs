//! What a person said of annotations beside accepting them: that they are checked, that they are disputed, a note.

use crate::document::{Annotation, CheckStatus};

/// How many annotations are confirmed, disputed, and have a note.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs {
    /// Checked, and right.
    pub confirmed: usize,
    /// Checked, and in doubt.
    pub disputed: usize,
    /// With a note.
    pub notes: usize,
}

impl Signs {
    /// Those of one annotation.
    pub fn of(annotation: &Annotation) -> Self {
        Self {
            confirmed: usize::from(annotation.status == CheckStatus::Confirmed),
            disputed: usize::from(annotation.status == CheckStatus::Disputed),
            notes: usize::from(!annotation.note.is_empty()),
        }
    }

    /// Those of both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            confirmed: self.confirmed + other.confirmed,
            disputed: self.disputed + other.disputed,
            notes: self.notes + other.notes,
        }
    }

    /// Nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
