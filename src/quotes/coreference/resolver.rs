//! From the words that name a speaker to the person or organization they mean.
//!
//! A name means its entity. Pronouns and role nouns are resolved by agreement, nearness, place in the sentence, role and
//! who spoke last; when the best is not clearly ahead, to nobody.

use std::cell::{Cell, OnceCell};

use crate::entities::{EntityIndex, Gender, Recognition};
use crate::lexicon::grammar::prepositions::OF_OFFICE;
use crate::lexicon::grammar::pronouns;
use crate::lexicon::roles::Bearer;
use crate::lexicon::word_hash;

use crate::quotes::attribution::conversation::Talk;
use crate::quotes::coreference::profiles::Beside;
use crate::quotes::coreference::resolution::{Resolution, Told};
use crate::quotes::coreference::salience::{Points, Seen};
use crate::quotes::parse::index::{IdVec, ItemId, NominalId};
use crate::quotes::parse::items::{Class, Words};
use crate::quotes::parse::nominals::{Kind, Nominal, Nominals, last_word};

/// What resolving looks at.
pub(crate) struct Resolver<'a> {
    pub(crate) words: &'a Words<'a>,
    pub(crate) nominals: &'a Nominals,
    pub(crate) names: &'a Recognition,
    /// Gender of each entity: what its titles say, else what the pronouns near its name say.
    pub(crate) genders: IdVec<EntityIndex, Gender>,
    /// Roles that stand beside names, by entity.
    pub(crate) roles: Vec<Beside>,
    /// Where the roles of each entity begin in these, and the end.
    pub(crate) roles_of: IdVec<EntityIndex, usize>,
    /// Persons of whom the text gives a role, in order.
    pub(crate) bearers: Vec<EntityIndex>,
    /// Organizations, in order.
    pub(crate) bodies: Vec<EntityIndex>,
    /// See [`Resolver::tails`]: made when a run of capitals is first looked up.
    pub(crate) tails: OnceCell<Vec<(u64, EntityIndex)>>,
    /// Whom each nominal means, as far as read.
    pub(crate) means: IdVec<NominalId, Option<EntityIndex>>,
    /// Who was meant so far, in order.
    pub(crate) seen: Vec<Seen>,
    /// What is counted for each entity while choosing, and one more than its place there.
    pub(crate) counted: Cell<(Vec<Points>, IdVec<EntityIndex, u32>)>,
    /// Nobody wants to know who else could be meant.
    pub(crate) reading: bool,
    /// Who talks to whom.
    pub(crate) talk: Talk,
}

impl<'a> Resolver<'a> {
    /// Remembers that `entity` is called "he" or "she".
    fn learn(&mut self, entity: EntityIndex, gender: Gender) {
        if let Some(known) = self.genders.get_mut(entity)
            && *known == Gender::Unknown
        {
            *known = gender;
        }
    }

    /// The name that stands in apposition behind a role ("its director, Yaa Boateng,"), the person rather than the body
    /// behind the preposition ("a spokeswoman for the Bureau"), else the nominal itself.
    pub(crate) fn named(&self, index: NominalId) -> NominalId {
        let index = self.head(index);
        let (n, next) = (&self.nominals[index], self.nominals.get(index + 1));
        let role = matches!(n.kind, Kind::Role | Kind::Phrase) && n.role.is_some_and(|r| !r.plural);
        let beside = next.is_some_and(|p| {
            p.kind == Kind::Person
                && p.first == n.end + 1
                && self.words.class(n.end) == Class::Comma
                && matches!(self.words.class(p.end), Class::Comma | Class::Stop | Class::Quote | Class::Dash)
        });
        if role && beside {
            return index + 1;
        }
        // "Slobozhanska Power, the regional operator, calls": a description behind the name is not the mention.
        let before = index.previous().filter(|&i| {
            let b = &self.nominals[i];
            b.entity.is_some()
                && matches!(b.kind, Kind::Person | Kind::Organization)
                && !b.possessive
                && b.end + 1 == n.first
                && self.words.class(b.end) == Class::Comma
                && self.words.class(n.end) == Class::Comma
        });
        before.filter(|_| role).unwrap_or(index)
    }

    fn head(&self, index: NominalId) -> NominalId {
        let n = &self.nominals[index];
        let Some(before) = index.previous().map(|i| &self.nominals[i]) else { return index };
        let body = matches!(n.kind, Kind::Organization | Kind::Place);
        let joined = OF_OFFICE.contains(&self.words.str(before.end))
            && n.first <= before.end + 2
            && self.words.together(before.end, n.first);
        let person = before.kind == Kind::Person
            || before.kind == Kind::Role
                && before.role.is_some_and(|r| !matches!(r.bearer, Bearer::Body | Bearer::Medium));
        if body && joined && person { index - 1 } else { index }
    }

    /// Whom nominal `index` means.
    pub(crate) fn resolve(&mut self, index: NominalId) -> Resolution<'a> {
        let n = &self.nominals[index];
        if let Some(entity) = n.entity
            && matches!(n.kind, Kind::Person | Kind::Organization)
        {
            return self.found(entity, "speaker-name");
        }
        if let Some(entity) = self.apposition(index) {
            return self.found(entity, "speaker-apposition");
        }
        match n.kind {
            Kind::Pronoun => self.pronoun(index),
            Kind::Role | Kind::Organization | Kind::Place => self.role(index),
            Kind::Capital => self.alias(index),
            Kind::Weak => self.weak(index),
            Kind::Person | Kind::Phrase => Resolution::default(),
        }
    }

    /// Found by the name of `entity`.
    fn found(&self, entity: EntityIndex, rule: &'static str) -> Resolution<'a> {
        let why = self.names.entities.get(entity.index()).map(|e| (rule, Told::Name(&e.name)));
        Resolution { entity: Some(entity), why, rivals: Vec::new() }
    }

    /// "the spokesman, Josh Schwerin,": the name behind or before the comma.
    fn apposition(&self, index: NominalId) -> Option<EntityIndex> {
        let n = &self.nominals[index];
        if !matches!(n.kind, Kind::Role | Kind::Phrase) || n.role.is_some_and(|r| r.plural) {
            return None;
        }
        let body = n.role.is_some_and(|r| r.bearer == Bearer::Body);
        // "Its owner, Sahel Holding,"
        let named = |p: &&Nominal| {
            let set_off = p.first == n.end + 1 && self.words.class(p.end) == Class::Comma;
            match p.kind {
                Kind::Person => !body,
                Kind::Organization => body || set_off,
                _ => false,
            }
        };
        let comma = |at: ItemId| self.words.class(at) == Class::Comma;
        let behind = |p: &&Nominal| p.first == n.end || (p.first == n.end + 1 && comma(n.end));
        let closed = |p: &&Nominal| {
            p.first == n.end
                || matches!(self.words.class(p.end), Class::Comma | Class::Stop | Class::Quote | Class::Preposition)
        };
        let next = self.nominals.get(index + 1).filter(behind).filter(named).filter(closed);
        // "the girl from Auxerre, Inès Belkadi,"
        let over = || {
            let (place, p) = (self.nominals.get(index + 1)?, self.nominals.get(index + 2)?);
            let from = self.words.class(n.end) == Class::Preposition && place.first == n.end + 1;
            let beside = p.first == place.end + 1 && comma(place.end) && comma(p.end);
            Some(p).filter(named).filter(|_| from && beside)
        };
        let before = || {
            let b = self.nominals.get(index.previous()?)?;
            let beside = b.end + 1 == n.first && comma(b.end) && comma(n.end);
            let fits = b.kind == Kind::Organization || b.kind == Kind::Person && !body;
            Some(b).filter(|b| beside && fits && b.entity.is_some())
        };
        next.or_else(over).or_else(before).and_then(|p| p.entity)
    }

    /// Whether `holds` for all but `entity` of those that could be meant at the last choice.
    fn all_but(&self, entity: EntityIndex, holds: impl Fn(EntityIndex) -> bool) -> bool {
        let counted = self.counted.take();
        let all = counted.0.iter().all(|p| p.entity == entity || holds(p.entity));
        self.counted.set(counted);
        all
    }

    /// he, she: the nearest person that agrees.
    fn pronoun(&mut self, index: NominalId) -> Resolution<'a> {
        let n = &self.nominals[index];
        let word = self.words.str(n.first);
        let bearer = pronouns::gendered(word).map(|pronoun| pronoun.0).or_else(|| pronouns::in_capitals(word));
        let gender = match bearer {
            Some(Bearer::Man) => Gender::Masculine,
            Some(Bearer::Woman) => Gender::Feminine,
            _ => return Resolution::default(),
        };
        let found = self.person(index, word, gender);
        // A person is learned to be a man or woman where nobody known to be one could be meant.
        if let Some(entity) = found.entity
            && self.all_but(entity, |other| self.genders[other] == Gender::Unknown)
        {
            self.learn(entity, gender);
        }
        found
    }

    /// A run of capitals that is part of a known name ("TŪHOE-REID").
    fn alias(&self, index: NominalId) -> Resolution<'a> {
        let n = &self.nominals[index];
        let tail = last_word(self.plain(n));
        if tail.len() < 3 {
            return Resolution::default();
        }
        let hash = word_hash(tail);
        let tails = self.tails();
        let from = tails.partition_point(|t| t.0 < hash);
        let same = || tails[from..].iter().take_while(|t| t.0 == hash).map(|t| t.1);
        // "Governor Were": of two with that name, the governor.
        let title = || self.words.items[n.first.to(n.end - 1)].iter().find_map(|i| i.role);
        let titled = || title().and_then(|t| only(same().filter(|&e| self.bears(e, t.singular))));
        match only(same()).or_else(titled) {
            Some(entity) => self.found(entity, "speaker-short-name"),
            None => Resolution::default(),
        }
    }

    /// "who", "which": the nominal before the comma. "it": the organization that the sentence before is about.
    fn weak(&mut self, index: NominalId) -> Resolution<'a> {
        let n = &self.nominals[index];
        let written = self.words.str(n.first);
        let Some(word) = pronouns::BACKWARD.iter().copied().find(|word| written.eq_ignore_ascii_case(word)) else {
            return Resolution::default();
        };
        let Some(before) = index.previous().map(|i| self.nominals[i]) else { return Resolution::default() };
        let mut found = None;
        if word == "it" {
            let here = self.words.items[n.first].sentence;
            let mut orgs = self.nominals[index.back(8).to(index)]
                .iter()
                .filter(|p| p.kind == Kind::Organization && self.words.items[p.first].sentence + 2 > here)
                .filter_map(|p| p.entity);
            found = orgs.next().filter(|first| orgs.all(|other| other == *first));
        } else {
            let gap = n.first - before.end;
            let bare = gap == 0 || (gap == 1 && self.words.class(before.end) == Class::Comma);
            // "Faisal Memon of the Sahil Ambulance Service, who": a person.
            let person = (2..=3).filter(|&k| index >= NominalId::FIRST + k).map(|k| index - k).find(|&i| {
                let (p, next) = (&self.nominals[i], &self.nominals[i + 1]);
                let joined = self.words.class(p.end) == Class::Preposition && p.end + 3 > next.first;
                p.kind == Kind::Person && joined && self.words.together(p.first, n.first)
            });
            if word == "who" && bare && before.kind != Kind::Person && person.is_some() {
                found = person.and_then(|i| self.nominals[i].entity);
            } else if bare {
                found = before.entity.filter(|_| before.kind != Kind::Place);
                if found.is_none() && before.kind != Kind::Weak {
                    return self.resolve(index - 1);
                }
            }
        }
        let why = found.map(|_| ("speaker-relative", Told::Text(word)));
        Resolution { entity: found, why, rivals: Vec::new() }
    }

    /// The words of a nominal without its determiner, lower case.
    pub(crate) fn phrase(&self, n: &Nominal) -> String {
        self.plain(n).to_lowercase()
    }

    /// The words of a nominal without its determiner.
    fn plain(&self, n: &Nominal) -> &'a str {
        let mut first = n.first;
        while first + 1 < n.end && matches!(self.words.class(first), Class::Determiner | Class::Possessive) {
            first += 1;
        }
        self.words.slice(first.to(n.end))
    }
}

/// The one entity that `found` gives.
fn only(mut found: impl Iterator<Item = EntityIndex>) -> Option<EntityIndex> {
    found.next().filter(|_| found.next().is_none())
}
