//! The labels of the sequence model: begin and inside of four classes, and outside.

/// Number of labels.
pub const LABELS: usize = 9;
/// Number of classes of names.
pub const CLASSES: usize = 4;

/// A class of names, as the model tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// Personal names without title.
    Person,
    /// Countries, cities, regions, natural places, facilities.
    Place,
    /// Companies, parties, agencies, teams, media.
    Organization,
    /// Peoples, religions, events, works, products: found so that they are not taken for the others.
    Other,
}

impl Class {
    /// All, in the order of their labels.
    pub const ALL: [Self; CLASSES] = [Self::Person, Self::Place, Self::Organization, Self::Other];
}

/// One label: 0 is outside, then begin and inside of each class in turn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Label(pub u8);

impl Label {
    /// No name.
    pub const OUTSIDE: Self = Self(0);

    /// The first token of a name.
    pub const fn begin(class: Class) -> Self {
        Self(1 + 2 * class as u8)
    }

    /// A later token of a name.
    pub const fn inside(class: Class) -> Self {
        Self(2 + 2 * class as u8)
    }

    /// The class; `None` outside.
    pub const fn class(self) -> Option<Class> {
        match self.0 {
            1 | 2 => Some(Class::Person),
            3 | 4 => Some(Class::Place),
            5 | 6 => Some(Class::Organization),
            7 | 8 => Some(Class::Other),
            _ => None,
        }
    }

    /// Whether a later token of a name.
    pub const fn is_inside(self) -> bool {
        self.0 != 0 && self.0.is_multiple_of(2)
    }
}

/// Whether label `to` may follow label `from`: a name goes on only within its class.
pub const fn allowed(from: usize, to: usize) -> bool {
    to == 0 || to % 2 == 1 || from == to || from + 1 == to
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_begins_before_it_goes_on() {
        let person = Label::inside(Class::Person).0 as usize;
        assert!(!allowed(0, person));
        assert!(allowed(Label::begin(Class::Person).0 as usize, person));
        assert!(allowed(person, person));
        assert!(!allowed(Label::begin(Class::Place).0 as usize, person));
        assert!(allowed(person, 0));
    }
}
