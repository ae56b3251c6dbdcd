//! Small numbers for the closed sets of the vocabulary: stable within one [`PROTOCOL`](super::PROTOCOL).

use crate::analysis::{BlockKind, EntityKind, Gender, LanguageBy, QuoteKind};

/// A closed set that travels as its position in a table.
pub(super) trait Coded: Copy + PartialEq + 'static {
    /// Every member, in the order of the codes.
    const ALL: &'static [Self];

    /// The code of this member.
    fn code(self) -> u8 {
        Self::ALL.iter().position(|member| *member == self).expect("invariant: ALL lists every member") as u8
    }

    /// The member of a code.
    fn from_code(code: u8) -> Option<Self> {
        Self::ALL.get(usize::from(code)).copied()
    }
}

impl Coded for BlockKind {
    const ALL: &'static [Self] = Self::ALL;
}

impl Coded for EntityKind {
    const ALL: &'static [Self] = &[Self::Person, Self::Place, Self::Organization];
}

impl Coded for Gender {
    const ALL: &'static [Self] = &[Self::Unknown, Self::Masculine, Self::Feminine];
}

impl Coded for LanguageBy {
    const ALL: &'static [Self] = &[Self::Engine, Self::Page, Self::Person];
}

impl Coded for QuoteKind {
    const ALL: &'static [Self] = &[Self::Direct, Self::Partial, Self::Indirect, Self::Thought, Self::NotQuote];
}

/// The kinds of place the gazetteer knows; on the page they are `&'static str`, so that the worker's words must be found
/// in this table.
const PLACE_KINDS: [&str; 6] = ["country", "region", "city", "natural", "continent", "facility"];

/// The table's own word for a kind of place.
pub(super) fn place_kind(word: &str) -> Option<&'static str> {
    PLACE_KINDS.into_iter().find(|kind| *kind == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round_trip<T: Coded + std::fmt::Debug>() {
        for &member in T::ALL {
            assert_eq!(T::from_code(member.code()), Some(member));
        }
        assert_eq!(T::from_code(T::ALL.len() as u8), None);
    }

    #[test]
    fn codes_round_trip() {
        round_trip::<BlockKind>();
        round_trip::<EntityKind>();
        round_trip::<Gender>();
        round_trip::<LanguageBy>();
        round_trip::<QuoteKind>();
    }
}
