//! Role nouns that stand for one person or organization, and how well each entity fits: "the minister", "the company".

use crate::entities::{Entity, EntityIndex, EntityKind, Gender};
use crate::lexicon::grammar::determiners::is_indefinite;
use crate::lexicon::names::bodies;
use crate::lexicon::names::offices::{LEADERS, NOBODY_IN_PARTICULAR};
use crate::lexicon::roles::{Bearer, role};

use crate::quotes::coreference::discourse::Discourse;
use crate::quotes::coreference::points::role as points;
use crate::quotes::coreference::profiles::{FromAfar, Profiles};
use crate::quotes::coreference::salience::points_for_mentions;
use crate::quotes::parse::items::Class;
use crate::quotes::parse::nominals::{Nominal, last_word};

/// Shorter words say nothing of who is meant.
const SHORTEST_MODIFIER: usize = 3;

/// A role noun with its modifiers, as a mention has it.
pub(crate) struct RoleMention {
    /// The noun, in the singular.
    noun: &'static str,
    bearer: Bearer,
    /// Noun and modifiers, in lower case.
    pub(crate) phrase: String,
    /// The class of its first word.
    determiner: Class,
}

/// How a role of a person agrees with a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Agreement {
    SamePhrase,
    SameNoun,
    NounOfLonger,
    NounAndModifier,
    NounWithNewModifier,
    ModifierOnly,
}

impl Agreement {
    fn points(self) -> i32 {
        match self {
            Self::SamePhrase => points::SAME_PHRASE,
            Self::SameNoun => points::SAME_NOUN,
            Self::NounOfLonger => points::NOUN_OF_LONGER,
            Self::NounAndModifier => points::NOUN_AND_MODIFIER,
            Self::NounWithNewModifier => points::NOUN_WITH_NEW_MODIFIER,
            Self::ModifierOnly => points::MODIFIER_ONLY,
        }
    }
}

impl RoleMention {
    /// What a nominal says of whom it means; nothing where it stands for several or for nobody in particular.
    pub(crate) fn of(discourse: Discourse<'_>, nominal: &Nominal) -> Option<Self> {
        let role = nominal.role.filter(|role| !role.plural)?;
        if is_indefinite(discourse.first_word(nominal)) {
            return None;
        }
        let (phrase, determiner) = (discourse.phrase(nominal), discourse.first_class(nominal));
        Some(Self { noun: role.singular, bearer: role.bearer, phrase, determiner })
    }

    /// Who may be meant from afar.
    pub(crate) fn afar(&self) -> FromAfar {
        match self.bearer {
            Bearer::Body if self.is_modified() => FromAfar::Nobody,
            Bearer::Body => FromAfar::Organizations,
            Bearer::Man | Bearer::Woman => FromAfar::Everybody,
            Bearer::Person | Bearer::Medium => FromAfar::PeopleWithRoles,
        }
    }

    /// Points for `entity`, if it can be meant.
    pub(crate) fn fit(&self, profiles: &Profiles<'_>, index: EntityIndex, entity: &Entity) -> Option<i32> {
        match (entity.kind, self.bearer) {
            (EntityKind::Organization, Bearer::Body) => self.fit_of_organization(entity),
            (EntityKind::Person, Bearer::Person | Bearer::Man | Bearer::Woman | Bearer::Medium) => {
                self.fit_of_person(profiles, index)
            }
            _ => None,
        }
    }

    /// "the ministry": the organization whose name says so; "the company": the one just named.
    fn fit_of_organization(&self, entity: &Entity) -> Option<i32> {
        if self.is_modified() {
            return None;
        }
        if contains_word(&entity.name, self.noun) {
            return Some(points::IN_NAME);
        }
        // "the company" is no court, and "their association" none that has a name.
        if !bodies::GENERAL.contains(&self.noun) || self.determiner != Class::Determiner {
            return None;
        }
        let own_noun = role(&last_word(&entity.name).to_lowercase());
        let says_what_it_is = own_noun.is_some_and(|noun| noun.bearer == Bearer::Body);
        (!says_what_it_is).then(|| points_for_mentions(entity.mentions.len()))
    }

    /// By the best of the roles that the text gives a person, else by gender.
    fn fit_of_person(&self, profiles: &Profiles<'_>, index: EntityIndex) -> Option<i32> {
        let (wanted, known) = (self.gender(), profiles.gender(index));
        if wanted != Gender::Unknown && known != Gender::Unknown && known != wanted {
            return None;
        }
        let agreements = profiles.roles(index).filter_map(|(noun, phrase)| self.agreement(noun, phrase));
        let by_gender = || {
            let definite = matches!(self.determiner, Class::Determiner | Class::Possessive);
            let agrees = wanted != Gender::Unknown && known == wanted;
            // "the man" is as often somebody who has no name, and "his spokesman" is.
            let own = self.determiner != Class::Possessive && !NOBODY_IN_PARTICULAR.contains(&self.noun);
            (definite && own && !self.is_modified() && agrees).then_some(points::GENDER_ONLY)
        };
        agreements.map(Agreement::points).max().or_else(by_gender)
    }

    /// How the role `noun`, with its modifiers `phrase`, agrees.
    fn agreement(&self, noun: &str, phrase: &str) -> Option<Agreement> {
        if phrase == self.phrase {
            return Some(if self.is_modified() { Agreement::SamePhrase } else { Agreement::SameNoun });
        }
        let same_noun = noun == self.noun || (self.noun == "leader" && LEADERS.contains(&noun));
        if !self.is_modified() {
            return same_noun.then_some(Agreement::NounOfLonger);
        }
        let mut modifiers = phrase.split(' ').filter(|word| word.len() >= SHORTEST_MODIFIER && *word != noun);
        let shares_modifier = modifiers.any(|word| self.phrase.split(' ').any(|own| own == word));
        match (same_noun, shares_modifier) {
            (true, true) => Some(Agreement::NounAndModifier),
            // "the Tajik leader" is not the Uzbek president.
            (true, false) => (!phrase.contains(' ')).then_some(Agreement::NounWithNewModifier),
            (false, true) => Some(Agreement::ModifierOnly),
            (false, false) => None,
        }
    }

    /// The gender that the noun tells.
    fn gender(&self) -> Gender {
        match self.bearer {
            Bearer::Man => Gender::Masculine,
            Bearer::Woman => Gender::Feminine,
            Bearer::Person | Bearer::Body | Bearer::Medium => Gender::Unknown,
        }
    }

    /// Whether more words than the noun say who is meant.
    fn is_modified(&self) -> bool {
        self.phrase.contains(' ')
    }
}

/// Whether `name` has `word` in it, in ASCII, case aside.
fn contains_word(name: &str, word: &str) -> bool {
    name.as_bytes().windows(word.len()).any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
}
