//! Whether the article takes somebody for a man or a woman, by titles, nouns and pronouns near the name.

use crate::entities::{EntityIndex, Gender};
use crate::lexicon::grammar::pronouns::{Case, gendered};
use crate::lexicon::names::titles::courtesy;
use crate::lexicon::roles::{Bearer, role};

use crate::quotes::coreference::discourse::Discourse;
use crate::quotes::coreference::points::gender;
use crate::quotes::coreference::stated_roles::StatedRole;
use crate::quotes::parse::index::IdVec;
use crate::quotes::parse::items::{Class, Item};
use crate::quotes::parse::nominals::{Kind, last_word};

/// A title stands among so many first words of a nominal.
const TITLE_WORDS: usize = 3;

/// For a man.
const MAN: i32 = 1;
/// For a woman.
const WOMAN: i32 = -1;

/// The gender of each entity by what speaks for it, from strong to weak: the title at its name, the noun beside it
/// ("her brother, Héctor Carrasco"), what the recognizer knows of first names, the pronouns near it.
pub(crate) fn genders(discourse: Discourse<'_>, stated: &[StatedRole]) -> IdVec<EntityIndex, Gender> {
    let mut sums = pronouns_near_names(discourse);
    for (entity, sum) in discourse.names.entities.iter().zip(sums.iter_mut()) {
        *sum += gender::RECOGNIZED
            * match entity.gender {
                Gender::Masculine => MAN,
                Gender::Feminine => WOMAN,
                Gender::Unknown => 0,
            };
    }
    for beside in stated {
        let noun = role(last_word(&beside.phrase)).and_then(|noun| role(noun.singular));
        sums[beside.entity] += gender::STATED_ROLE * noun.map_or(0, |noun| side(noun.bearer));
    }
    for name in discourse.nominals.iter().filter(|nominal| nominal.kind == Kind::Person) {
        let Some(entity) = name.entity else { continue };
        let titles = name.items().iter().take(TITLE_WORDS).map(|at| title(discourse.words.str(at)));
        sums[entity] += gender::TITLE * titles.sum::<i32>().signum();
    }
    let decide = |sum| match sum {
        gender::ENOUGH.. => Gender::Masculine,
        ..=gender::ENOUGH_FEMININE => Gender::Feminine,
        _ => Gender::Unknown,
    };
    sums.into_iter().map(decide).collect()
}

/// What a title says of its bearer.
fn title(word: &str) -> i32 {
    courtesy(word).map_or(0, |title| side(title.bearer))
}

/// For whom a word for such a bearer speaks.
fn side(bearer: Bearer) -> i32 {
    match bearer {
        Bearer::Man => MAN,
        Bearer::Woman => WOMAN,
        Bearer::Person | Bearer::Body | Bearer::Medium => 0,
    }
}

/// For each entity how much the pronouns near its name speak for a man, less how much for a woman.
fn pronouns_near_names(discourse: Discourse<'_>) -> IdVec<EntityIndex, i32> {
    let words = discourse.words;
    let mut votes = IdVec::filled(0, EntityIndex::new(discourse.names.entities.len()));
    let mut persons = discourse
        .nominals
        .iter()
        .filter_map(|nominal| Some((nominal.first, nominal.entity.filter(|_| nominal.kind == Kind::Person)?)))
        .peekable();
    let mut near = NamedNearby::default();
    for &at in &words.pronouns {
        while let Some((first, entity)) = persons.next_if(|person| person.0 <= at) {
            near.turn_to(&words.items[first]);
            near.here.add(entity);
        }
        near.turn_to(&words.items[at]);
        let pronoun = gendered(words.str(at)).filter(|(_, case)| *case != Case::Reflexive);
        let Some((bearer, case)) = pronoun else { continue };
        let (vote, subject) = (side(bearer), case == Case::Subject);
        match (near.here, near.before) {
            (Named::One(entity), _) => votes[entity] += gender::PRONOUN * vote,
            // "Her coach, Ennock Simukonda": she is somebody else.
            (Named::Nobody, Named::One(entity)) if subject => {
                let opens = words.begins(at) || words.class(at - 1) == Class::Quote;
                let weight = if opens { gender::OPENING_PRONOUN } else { gender::PRONOUN };
                votes[entity] += weight * vote;
            }
            _ => {}
        }
    }
    votes
}

/// How many different people a sentence names.
#[derive(Clone, Copy, Default)]
enum Named {
    #[default]
    Nobody,
    One(EntityIndex),
    Several,
}

impl Named {
    fn add(&mut self, entity: EntityIndex) {
        *self = match *self {
            Self::Nobody => Self::One(entity),
            Self::One(known) if known == entity => Self::One(entity),
            _ => Self::Several,
        };
    }
}

/// Who is named in a sentence and in the one before it, if that stands in the same paragraph.
#[derive(Default)]
struct NamedNearby {
    sentence: u32,
    paragraph: u32,
    here: Named,
    before: Named,
}

impl NamedNearby {
    /// Goes on to the sentence of `item`, which is not before the current one.
    fn turn_to(&mut self, item: &Item) {
        if item.sentence == self.sentence {
            return;
        }
        let next = item.sentence == self.sentence + 1 && item.paragraph == self.paragraph;
        self.before = if next { self.here } else { Named::Nobody };
        self.here = Named::Nobody;
        (self.sentence, self.paragraph) = (item.sentence, item.paragraph);
    }
}
