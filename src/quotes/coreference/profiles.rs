//! What the article says of each entity, before any mention is resolved: gender, roles, the words of its name.

use std::cell::OnceCell;

use crate::entities::{Entity, EntityIndex, EntityKind, Gender};
use crate::lexicon::roles::role;
use crate::lexicon::word_hash;
use crate::text::TextSize;

use crate::quotes::coreference::discourse::Discourse;
use crate::quotes::coreference::genders::genders;
use crate::quotes::coreference::stated_roles::StatedRoles;
use crate::quotes::parse::index::{IdRange, IdVec};
use crate::quotes::parse::nominals::last_word;

/// So many of those introduced last can be meant from afar.
const LATEST: usize = 80;
/// So many roles of one person are looked at, of those recognized and of those stated: no article says more of anybody.
const MOST_ROLES: usize = 64;

/// Who may be meant though the text has not spoken of them lately, of those introduced last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FromAfar {
    /// Nobody.
    Nobody,
    /// Everybody.
    Everybody,
    /// Organizations: others would not agree.
    Organizations,
    /// People of whom the text gives a role: others would not agree.
    PeopleWithRoles,
}

/// All entities of an article, by index.
pub(crate) struct Profiles<'a> {
    discourse: Discourse<'a>,
    /// What titles, nouns and pronouns near the name say; later what a pronoun resolved to it says.
    genders: IdVec<EntityIndex, Gender>,
    stated: StatedRoles,
    /// Persons of whom the text gives a role, in order.
    people_with_roles: Vec<EntityIndex>,
    /// In order.
    organizations: Vec<EntityIndex>,
    /// See [`Profiles::by_name_word`]: made when a run of capitals is first looked up.
    by_name_word: OnceCell<Vec<(u64, EntityIndex)>>,
    /// See [`Profiles::by_name_word_and_role`]: made when one of them is first ambiguous.
    by_name_word_and_role: OnceCell<Vec<(u64, u64, EntityIndex)>>,
}

impl<'a> Profiles<'a> {
    /// Reads titles, roles and pronouns beside and near the names of an article.
    pub(crate) fn read(discourse: Discourse<'a>) -> Self {
        let entities = &discourse.names.entities;
        let stated = StatedRoles::read(discourse);
        let mut people_with_roles = Vec::with_capacity(entities.len());
        let mut organizations = Vec::with_capacity(entities.len());
        for (index, entity) in discourse.names.indexed() {
            match entity.kind {
                EntityKind::Person if !entity.roles.is_empty() || !stated.of(index).is_empty() => {
                    people_with_roles.push(index);
                }
                EntityKind::Organization => organizations.push(index),
                _ => {}
            }
        }
        let genders = genders(discourse, stated.all());
        let (by_name_word, by_name_word_and_role) = (OnceCell::new(), OnceCell::new());
        Self { discourse, genders, stated, people_with_roles, organizations, by_name_word, by_name_word_and_role }
    }

    /// An entity as it was recognized.
    pub(crate) fn entity(&self, entity: EntityIndex) -> Option<&'a Entity> {
        self.discourse.names.entities.get(entity.index())
    }

    /// Whether an entity is known for a man or a woman.
    pub(crate) fn gender(&self, entity: EntityIndex) -> Gender {
        self.genders[entity]
    }

    /// Remembers that `entity` is called "he" or "she".
    pub(crate) fn learn_gender(&mut self, entity: EntityIndex, gender: Gender) {
        if let Some(known) = self.genders.get_mut(entity)
            && *known == Gender::Unknown
        {
            *known = gender;
        }
    }

    /// The roles that `entity` is said to have: the noun and all words of each.
    pub(crate) fn roles(&self, entity: EntityIndex) -> impl Iterator<Item = (&str, &str)> {
        let recognized = self.discourse.names.entities[entity].roles.iter().take(MOST_ROLES);
        let recognized = recognized.map(|phrase| (last_word(phrase), &**phrase));
        let stated = self.stated.of(entity).iter().take(MOST_ROLES).map(|stated| {
            let noun = last_word(&stated.phrase);
            (role(noun).map_or(noun, |known| known.singular), stated.phrase.as_str())
        });
        recognized.chain(stated)
    }

    /// Those that may be meant from afar at `start`, in order of their first mention.
    pub(crate) fn afar(&self, who: FromAfar, start: TextSize) -> impl Iterator<Item = EntityIndex> {
        let latest = if who == FromAfar::Nobody { IdRange::default() } else { self.introduced_last(start) };
        let listed: &[EntityIndex] = match who {
            FromAfar::Nobody | FromAfar::Everybody => &[],
            FromAfar::Organizations => &self.organizations,
            FromAfar::PeopleWithRoles => &self.people_with_roles,
        };
        let from = listed.partition_point(|&entity| entity < latest.first);
        let to = listed.partition_point(|&entity| entity < latest.end);
        let all = if who == FromAfar::Everybody { latest } else { IdRange::default() };
        all.iter().chain(listed[from..to].iter().copied())
    }

    /// The last of the entities that are named before `start`.
    fn introduced_last(&self, start: TextSize) -> IdRange<EntityIndex> {
        let names = self.discourse.names;
        // Entities stand in order of their first mention.
        let known = names.entities.partition_point(|entity| {
            let first = entity.mentions.first().and_then(|&mention| names.mentions.get(mention as usize));
            first.is_none_or(|mention| mention.range.start() < start)
        });
        let first = EntityIndex::new(known.saturating_sub(LATEST));
        IdRange { first, end: EntityIndex::new(known) }
    }

    /// People whose names begin or end with `word`, organizations whose names end with it.
    pub(crate) fn with_name_word(&self, word: &str) -> impl Iterator<Item = EntityIndex> {
        let hash = word_hash(word);
        let all = self.by_name_word();
        let from = all.partition_point(|known| known.0 < hash);
        all[from..].iter().take_while(move |known| known.0 == hash).map(|known| known.1)
    }

    /// Those of them who are said to have the role `noun`.
    pub(crate) fn with_name_word_and_role(&self, word: &str, noun: &str) -> impl Iterator<Item = EntityIndex> {
        let wanted = (word_hash(word), word_hash(noun));
        let all = self.by_name_word_and_role();
        let from = all.partition_point(|known| (known.0, known.1) < wanted);
        all[from..].iter().take_while(move |known| (known.0, known.1) == wanted).map(|known| known.2)
    }

    /// Hashes of last and first words of the names of people and last ones of organizations, sorted, with their entities.
    fn by_name_word(&self) -> &[(u64, EntityIndex)] {
        self.by_name_word.get_or_init(|| {
            let named = self.discourse.names.indexed();
            let mut out = Vec::with_capacity(2 * named.len());
            for (index, entity) in named.filter(|(_, entity)| entity.kind != EntityKind::Place) {
                out.push((word_hash(last_word(&entity.name)), index));
                // Family names come first in much of the world.
                if entity.kind == EntityKind::Person
                    && let Some((first, _)) = entity.name.split_once(' ')
                {
                    out.push((word_hash(first), index));
                }
            }
            out.sort_unstable();
            out
        })
    }

    /// The same with the hash of each role noun of theirs, sorted.
    fn by_name_word_and_role(&self) -> &[(u64, u64, EntityIndex)] {
        self.by_name_word_and_role.get_or_init(|| {
            let mut out = Vec::new();
            for &(word, entity) in self.by_name_word() {
                let mut nouns: Vec<u64> = self.roles(entity).map(|(noun, _)| word_hash(noun)).collect();
                nouns.sort_unstable();
                nouns.dedup();
                out.extend(nouns.into_iter().map(|noun| (word, noun, entity)));
            }
            out.sort_unstable();
            out
        })
    }
}
