//! The roles that the article gives people beside their names: "The mayor, Jón Sigurðsson", "Ana Díaz, the Ajax captain",
//! "Captain Talukdar".

use crate::quotes::coreference::discourse::Discourse;
use crate::quotes::parse::items::Class;
use crate::quotes::parse::nominals::{Kind, Nominal};

/// A longer phrase, in bytes, is more than a role.
const LONGEST_PHRASE: usize = 80;

/// A role that stands beside a name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct StatedRole {
    /// Whose.
    pub(crate) entity: u32,
    /// All words of it, in lower case.
    pub(crate) phrase: String,
}

/// All of an article, by entity.
pub(crate) struct StatedRoles {
    roles: Vec<StatedRole>,
    /// Where the roles of each entity begin, and the end.
    starts: Vec<u32>,
}

impl StatedRoles {
    /// Reads the roles beside the names of an article.
    pub(crate) fn read(discourse: Discourse<'_>) -> Self {
        let entities = discourse.names.entities.len();
        let mut roles = beside_names(discourse);
        roles.sort_unstable();
        roles.dedup();
        let mut starts = Vec::with_capacity(entities + 1);
        for (start, role) in (0..).zip(&roles) {
            starts.resize(role.entity as usize + 1, start);
        }
        starts.resize(entities + 1, roles.len() as u32);
        Self { roles, starts }
    }

    /// All of them, by entity.
    pub(crate) fn all(&self) -> &[StatedRole] {
        &self.roles
    }

    /// Those of `entity`.
    pub(crate) fn of(&self, entity: u32) -> &[StatedRole] {
        let (from, to) = (self.starts[entity as usize], self.starts[entity as usize + 1]);
        &self.roles[from as usize..to as usize]
    }
}

/// In reading order.
fn beside_names(discourse: Discourse<'_>) -> Vec<StatedRole> {
    let nominals = discourse.nominals;
    let mut out: Vec<StatedRole> = Vec::with_capacity(discourse.names.entities.len());
    for (index, name) in nominals.iter().enumerate() {
        let Some(entity) = name.entity.filter(|_| name.kind == Kind::Person) else { continue };
        let before = index.checked_sub(1).map(|before| &nominals[before]);
        let behind = nominals.get(index + 1);
        let before = before.filter(|role| is_role(discourse, role) && discourse.comma_between(role, name));
        let behind = behind.filter(|role| is_role(discourse, role) && discourse.comma_between(name, role));
        let phrases = [title(discourse, name), before.copied(), behind.copied()].into_iter().flatten();
        let phrases = phrases.map(|role| discourse.phrase(&role)).filter(|phrase| phrase.len() < LONGEST_PHRASE);
        out.extend(phrases.map(|phrase| StatedRole { entity, phrase }));
    }
    out
}

/// The role words within a personal name's nominal, before the name.
fn title(discourse: Discourse<'_>, name: &Nominal) -> Option<Nominal> {
    let items = &discourse.words.items[name.first as usize..name.last as usize];
    let role = items.iter().rposition(|item| item.role.is_some() && item.class != Class::Genitive)?;
    let last = name.first + role as u32 + 1;
    (last < name.last).then_some(Nominal { last, ..*name })
}

/// Whether a nominal beside a name may say what its bearer is.
fn is_role(discourse: Discourse<'_>, nominal: &Nominal) -> bool {
    nominal.role.is_some_and(|role| !role.plural)
        && nominal.kind != Kind::Person
        && discourse.first_word(nominal) != "whose"
}
