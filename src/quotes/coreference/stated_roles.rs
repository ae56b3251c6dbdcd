//! The roles that the article gives people beside their names: "The mayor, Jón Sigurðsson", "Ana Díaz, the Ajax captain",
//! "Captain Talukdar".

use crate::entities::EntityIndex;

use crate::lexicon::grammar::auxiliaries::FINITE_BE;

use crate::quotes::coreference::discourse::Discourse;
use crate::quotes::parse::index::{IdVec, ItemId};
use crate::quotes::parse::items::Class;
use crate::quotes::parse::nominals::{Kind, Nominal};

/// A longer phrase, in bytes, is more than a role.
const LONGEST_PHRASE: usize = 80;

/// A role that stands beside a name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct StatedRole {
    /// Whose.
    pub(crate) entity: EntityIndex,
    /// All words of it, in lower case.
    pub(crate) phrase: String,
}

/// All of an article, by entity.
pub(crate) struct StatedRoles {
    roles: Vec<StatedRole>,
    /// Where the roles of each entity begin, and the end.
    starts: IdVec<EntityIndex, usize>,
}

impl StatedRoles {
    /// Reads the roles beside the names of an article.
    pub(crate) fn read(discourse: Discourse<'_>) -> Self {
        let end = EntityIndex::new(discourse.names.entities.len());
        let mut roles = beside_names(discourse);
        roles.sort_unstable();
        roles.dedup();
        let mut starts = IdVec::with_capacity(discourse.names.entities.len() + 1);
        for (start, role) in roles.iter().enumerate() {
            starts.fill_up(start, role.entity.next());
        }
        starts.fill_up(roles.len(), end.next());
        Self { roles, starts }
    }

    /// All of them, by entity.
    pub(crate) fn all(&self) -> &[StatedRole] {
        &self.roles
    }

    /// Those of `entity`.
    pub(crate) fn of(&self, entity: EntityIndex) -> &[StatedRole] {
        let (from, to) = (self.starts[entity], self.starts[entity.next()]);
        &self.roles[from..to]
    }
}

/// In reading order.
fn beside_names(discourse: Discourse<'_>) -> Vec<StatedRole> {
    let nominals = discourse.nominals;
    let mut out: Vec<StatedRole> = Vec::with_capacity(discourse.names.entities.len());
    for (index, name) in nominals.enumerated() {
        let Some(entity) = name.entity.filter(|_| name.kind == Kind::Person) else { continue };
        let before = index.previous().map(|before| &nominals[before]);
        let behind = nominals.get(index + 1);
        let before = before.filter(|role| is_role(discourse, role) && discourse.comma_between(role, name));
        let behind = behind.filter(|role| is_role(discourse, role) && discourse.comma_between(name, role));
        let is = nominals.get(index + 1).filter(|role| is_role(discourse, role) && linked(discourse, name, role));
        let phrases = [title(discourse, name), before.copied(), behind.copied(), is.copied()].into_iter().flatten();
        let of_place = is.or(behind).and_then(|role| with_place(discourse, role, nominals.get(index + 2)?));
        let phrases = phrases.map(|role| discourse.phrase(&role)).chain(of_place);
        let phrases = phrases.filter(|phrase| phrase.len() < LONGEST_PHRASE);
        out.extend(phrases.map(|phrase| StatedRole { entity, phrase }));
    }
    out
}

/// "Carla Ruiz *is* the governor".
fn linked(discourse: Discourse<'_>, name: &Nominal, role: &Nominal) -> bool {
    name.end + 1 == role.first && FINITE_BE.contains(&discourse.word_behind(name))
}

/// "texas governor" of "the governor of Texas".
fn with_place(discourse: Discourse<'_>, role: &Nominal, place: &Nominal) -> Option<String> {
    let of = discourse.word_behind(role) == "of" && place.first == role.end + 1 && place.kind == Kind::Place;
    of.then(|| format!("{} {}", discourse.phrase(place), discourse.phrase(role)))
}

/// The role words within a personal name's nominal, before the name.
fn title(discourse: Discourse<'_>, name: &Nominal) -> Option<Nominal> {
    let items = &discourse.words.items;
    let is_role = |&at: &ItemId| items[at].role.is_some() && items[at].class != Class::Genitive;
    let end = name.items().iter().rev().find(is_role)?.next();
    (end < name.end).then_some(Nominal { end, ..*name })
}

/// Whether a nominal beside a name may say what its bearer is.
fn is_role(discourse: Discourse<'_>, nominal: &Nominal) -> bool {
    nominal.role.is_some_and(|role| !role.plural)
        && nominal.kind != Kind::Person
        && discourse.first_word(nominal) != "whose"
}
