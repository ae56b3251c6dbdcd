//! What the article says of each person before a mention is resolved: gender by pronouns near the name, roles beside it.

use std::cell::{Cell, OnceCell};

use crate::entities::{EntityIndex, EntityKind, Gender, Recognition};
use crate::lexicon::grammar::pronouns::{Case, gendered};
use crate::lexicon::names::titles::courtesy;
use crate::lexicon::roles::{Bearer, role};
use crate::lexicon::word_hash;

use crate::quotes::attribution::conversation::Talk;
use crate::quotes::coreference::resolver::Resolver;
use crate::quotes::parse::index::{IdVec, ItemId};
use crate::quotes::parse::items::{Class, Item, Words};
use crate::quotes::parse::nominals::{Kind, Nominal, Nominals, last_word};

/// A role that stands beside a name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Beside {
    /// Whose.
    pub(crate) entity: EntityIndex,
    /// All words of it, in lower case.
    pub(crate) phrase: String,
}

/// The persons named in a sentence and in the one before it, if that stands in the same paragraph.
#[derive(Default)]
struct Near {
    sentence: u32,
    paragraph: u32,
    here: Vec<EntityIndex>,
    before: Vec<EntityIndex>,
}

impl Near {
    /// Goes on to the sentence of `item`, which is not before the current one.
    fn turn_to(&mut self, item: &Item) {
        if item.sentence == self.sentence {
            return;
        }
        std::mem::swap(&mut self.before, &mut self.here);
        self.here.clear();
        if item.sentence != self.sentence + 1 || item.paragraph != self.paragraph {
            self.before.clear();
        }
        (self.sentence, self.paragraph) = (item.sentence, item.paragraph);
    }
}

impl<'a> Resolver<'a> {
    /// Reads the pronouns of the article for the gender of those named near them.
    pub(crate) fn new(words: &'a Words<'a>, nominals: &'a Nominals, names: &'a Recognition, talk: Talk) -> Self {
        let means = IdVec::filled(None, nominals.end());
        let mut out = Self {
            words,
            nominals,
            names,
            genders: IdVec::default(),
            roles: Vec::new(),
            roles_of: IdVec::with_capacity(names.entities.len() + 1),
            bearers: Vec::with_capacity(names.entities.len()),
            bodies: Vec::with_capacity(names.entities.len()),
            tails: OnceCell::new(),
            means,
            seen: Vec::with_capacity(nominals.len()),
            counted: Cell::new((
                Vec::with_capacity(names.entities.len()),
                IdVec::filled(0, EntityIndex::new(names.entities.len())),
            )),
            reading: false,
            talk,
        };
        out.roles = out.roles_beside_names();
        out.roles.sort_unstable();
        out.roles.dedup();
        for (i, role) in out.roles.iter().enumerate() {
            out.roles_of.fill_up(i, role.entity.next());
        }
        out.roles_of.fill_up(out.roles.len(), EntityIndex::new(names.entities.len()).next());
        for (entity, e) in names.indexed() {
            match e.kind {
                EntityKind::Person if out.roles_of(entity).next().is_some() => out.bearers.push(entity),
                EntityKind::Organization => out.bodies.push(entity),
                _ => {}
            }
        }
        out.genders = out.genders();
        out.read();
        out
    }

    /// Hashes of last and first words of the names of people and last ones of organizations, sorted, with their entities.
    pub(crate) fn tails(&self) -> &[(u64, EntityIndex)] {
        self.tails.get_or_init(|| {
            let mut out = Vec::with_capacity(2 * self.names.entities.len());
            let named = self.names.indexed().filter(|(_, e)| e.kind != EntityKind::Place);
            for (entity, e) in named {
                out.push((word_hash(last_word(&e.name)), entity));
                // Family names come first in much of the world.
                if let Some((first, _)) = e.name.split_once(' ').filter(|_| e.kind == EntityKind::Person) {
                    out.push((word_hash(first), entity));
                }
            }
            out.sort_unstable();
            out
        })
    }

    /// The gender of each entity by what speaks for it, from strong to weak: the title at its name, the noun beside it
    /// ("her brother, Héctor Carrasco"), what the recognizer knows of first names, the pronouns near it.
    fn genders(&self) -> IdVec<EntityIndex, Gender> {
        let mut sums = self.pronouns_near_names();
        for (e, sum) in self.names.entities.iter().zip(sums.iter_mut()) {
            *sum += match e.gender {
                Gender::Masculine => 2,
                Gender::Feminine => -2,
                Gender::Unknown => 0,
            };
        }
        for beside in &self.roles {
            let head = role(last_word(&beside.phrase)).and_then(|r| role(r.singular));
            sums[beside.entity] += 8 * sign(head.map(|r| r.bearer));
        }
        for n in self.nominals.iter().filter(|n| n.kind == Kind::Person) {
            let Some(entity) = n.entity else { continue };
            let title = n.items().iter().take(3).map(|i| sign(courtesy(self.words.str(i)).map(|title| title.bearer)));
            sums[entity] += 100 * title.sum::<i32>().signum();
        }
        let gender = |sum| match sum {
            2.. => Gender::Masculine,
            ..=-2 => Gender::Feminine,
            _ => Gender::Unknown,
        };
        sums.into_iter().map(gender).collect()
    }

    /// For each entity how much the pronouns near its name speak for a man, less how much for a woman.
    fn pronouns_near_names(&self) -> IdVec<EntityIndex, i32> {
        let words = self.words;
        let mut votes = IdVec::filled(0i32, EntityIndex::new(self.names.entities.len()));
        let mut persons = self
            .nominals
            .iter()
            .filter_map(|n| Some((n.first, n.entity.filter(|_| n.kind == Kind::Person)?)))
            .peekable();
        let mut near = Near::default();
        for &i in &words.pronouns {
            while let Some((first, entity)) = persons.next_if(|p| p.0 <= i) {
                near.turn_to(&words.items[first]);
                if !near.here.contains(&entity) {
                    near.here.push(entity);
                }
            }
            near.turn_to(&words.items[i]);
            let Some((bearer, case)) = gendered(words.str(i)).filter(|pronoun| pronoun.1 != Case::Reflexive) else {
                continue;
            };
            let vote = sign(Some(bearer));
            let subject = case == Case::Subject;
            match (near.here.as_slice(), near.before.as_slice()) {
                ([one], _) => votes[*one] += vote,
                // "Her coach, Ennock Simukonda": she is somebody else.
                ([], [one]) if subject && (words.begins(i) || words.class(i - 1) == Class::Quote) => {
                    votes[*one] += 2 * vote;
                }
                ([], [one]) if subject => votes[*one] += vote,
                _ => {}
            }
        }
        votes
    }

    /// "The mayor, Jón Sigurðsson", "Ana Díaz, the Ajax captain", "Captain Talukdar".
    fn roles_beside_names(&self) -> Vec<Beside> {
        let mut out: Vec<Beside> = Vec::with_capacity(self.names.entities.len());
        let mut put = |entity: EntityIndex, phrase: String| {
            if phrase.len() < 80 {
                out.push(Beside { entity, phrase });
            }
        };
        for (i, n) in self.nominals.enumerated() {
            let Some(entity) = n.entity.filter(|_| n.kind == Kind::Person) else { continue };
            // Role words within the nominal, before the name.
            let titled = |&at: &ItemId| {
                let item = &self.words.items[at];
                item.role.is_some() && item.class != Class::Genitive
            };
            if let Some(title) = n.items().iter().rev().find(titled) {
                let head = Nominal { end: title.next(), ..*n };
                if head.end < n.end {
                    put(entity, self.phrase(&head));
                }
            }
            let beside = |m: &Nominal, comma: ItemId| {
                m.role.is_some_and(|r| !r.plural)
                    && self.words.str(m.first) != "whose"
                    && m.kind != Kind::Person
                    && self.words.class(comma) == Class::Comma
            };
            if let Some(m) = i.previous().map(|k| &self.nominals[k])
                && m.end + 1 == n.first
                && beside(m, m.end)
            {
                put(entity, self.phrase(m));
            }
            if let Some(m) = self.nominals.get(i + 1)
                && n.end + 1 == m.first
                && beside(m, n.end)
            {
                put(entity, self.phrase(m));
            }
        }
        out
    }
}

/// What speaks for a man counts for one, what speaks for a woman against it.
fn sign(bearer: Option<Bearer>) -> i32 {
    match bearer {
        Some(Bearer::Man) => 1,
        Some(Bearer::Woman) => -1,
        _ => 0,
    }
}
