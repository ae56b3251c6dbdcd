//! Words that mean somebody without naming them, and how well each entity agrees with them.

use crate::entities::{Entity, EntityIndex, EntityKind, Gender};

use crate::quotes::coreference::points::pronoun;
use crate::quotes::coreference::profiles::{FromAfar, Profiles};
use crate::quotes::coreference::roles::RoleMention;

/// What a mention says of whom it means.
pub(crate) enum Anaphor<'m> {
    /// "he", "she", "his", "her": a person of this gender.
    Pronoun(Gender),
    /// "the minister": who bears the role.
    Role(&'m RoleMention),
}

impl Anaphor<'_> {
    /// Who may be meant from afar.
    pub(crate) fn afar(&self) -> FromAfar {
        match self {
            Self::Pronoun(_) => FromAfar::Everybody,
            Self::Role(mention) => mention.afar(),
        }
    }

    /// Points for `entity`, whose number is `index`; `None` if it cannot be meant.
    pub(crate) fn fit(&self, profiles: &Profiles<'_>, index: EntityIndex, entity: &Entity) -> Option<i32> {
        let gender = match self {
            Self::Role(mention) => return mention.fit(profiles, index, entity),
            Self::Pronoun(gender) => *gender,
        };
        match profiles.gender(index) {
            _ if entity.kind != EntityKind::Person => None,
            Gender::Unknown => Some(pronoun::UNKNOWN_GENDER),
            known => (known == gender).then_some(pronoun::KNOWN_GENDER),
        }
    }
}
