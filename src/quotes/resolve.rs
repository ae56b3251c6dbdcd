//! From the words that name a speaker to the person or organization they mean.
//!
//! A name means its entity. Pronouns and role nouns are resolved by agreement, nearness, place in the sentence, role and
//! who spoke last; when the best is not clearly ahead, to nobody.

use std::cell::Cell;

use crate::entities::{EntityKind, Gender, Recognition};
use crate::lexicon::roles::{Bearer, role as noun};
use crate::lexicon::word_hash;

use super::acquaint::Beside;
use super::noms::{Kind, Nominal};
use super::resolution::{Resolution, Told};
use super::salience::{Points, Seen};
use super::turns::Talk;
use super::words::{Class, Words};

/// Words for an organization that say nothing of which.
const GENERAL_BODIES: &[&str] = &[
    "company",
    "firm",
    "group",
    "organization",
    "organisation",
    "agency",
    "charity",
    "club",
    "team",
    "airline",
    "manufacturer",
    "supplier",
    "carmaker",
    "corporation",
    "association",
    "institute",
    "institution",
    "network",
    "newspaper",
    "bank",
];
/// Roles that "leader" may stand for.
const LEADERS: &[&str] =
    &["president", "premier", "minister", "chancellor", "king", "queen", "sultan", "emir", "chief", "ruler"];

/// What resolving looks at.
pub(super) struct Resolver<'a> {
    pub(super) words: &'a Words<'a>,
    pub(super) nominals: &'a [Nominal],
    pub(super) names: &'a Recognition,
    /// Gender of each entity: what its titles say, else what the pronouns near its name say.
    pub(super) genders: Vec<Gender>,
    /// Roles that stand beside names, by entity.
    pub(super) roles: Vec<Beside>,
    /// Hashes of last and first words of the names of people and last ones of organizations, sorted.
    pub(super) tails: Vec<(u64, u32)>,
    /// Whom each nominal means, as far as read.
    pub(super) means: Vec<Option<u32>>,
    /// Who was meant so far, in order.
    pub(super) seen: Vec<Seen>,
    /// What is counted for each entity while choosing, and one more than its place there.
    pub(super) counted: Cell<(Vec<Points>, Vec<u32>)>,
    /// Nobody wants to know who else could be meant.
    pub(super) reading: bool,
    /// Who talks to whom.
    pub(super) talk: Talk,
}

impl<'a> Resolver<'a> {
    /// Remembers that `entity` is called "he" or "she".
    fn learn(&mut self, entity: u32, gender: Gender) {
        if let Some(known) = self.genders.get_mut(entity as usize)
            && *known == Gender::Unknown
        {
            *known = gender;
        }
    }

    /// The name that stands in apposition behind a role ("its director, Yaa Boateng,"), the person rather than the body
    /// behind the preposition ("a spokeswoman for the Bureau"), else the nominal itself.
    pub(super) fn named(&self, index: u32) -> u32 {
        let index = self.head(index);
        let (n, next) = (&self.nominals[index as usize], self.nominals.get(index as usize + 1));
        let role = matches!(n.kind, Kind::Role | Kind::Phrase) && n.role.is_some_and(|r| !r.plural);
        let beside = next.is_some_and(|p| {
            p.kind == Kind::Person
                && p.first == n.last + 1
                && self.words.class(n.last as usize) == Class::Comma
                && matches!(self.words.class(p.last as usize), Class::Comma | Class::Stop | Class::Quote | Class::Dash)
        });
        if role && beside {
            return index + 1;
        }
        // "Slobozhanska Power, the regional operator, calls": a description behind the name is not the mention.
        let before = index.checked_sub(1).filter(|&i| {
            let b = &self.nominals[i as usize];
            b.entity.is_some()
                && matches!(b.kind, Kind::Person | Kind::Organization)
                && !b.possessive
                && b.last + 1 == n.first
                && self.words.class(b.last as usize) == Class::Comma
                && self.words.class(n.last as usize) == Class::Comma
        });
        before.filter(|_| role).unwrap_or(index)
    }

    fn head(&self, index: u32) -> u32 {
        let n = &self.nominals[index as usize];
        let Some(before) = index.checked_sub(1).map(|i| &self.nominals[i as usize]) else { return index };
        let body = matches!(n.kind, Kind::Organization | Kind::Place);
        let joined = matches!(self.words.str(before.last as usize), "for" | "of" | "from" | "at" | "with")
            && n.first <= before.last + 2
            && self.words.together(before.last as usize, n.first as usize);
        let person = before.kind == Kind::Person
            || before.kind == Kind::Role
                && before.role.is_some_and(|r| !matches!(r.bearer, Bearer::Body | Bearer::Medium));
        if body && joined && person { index - 1 } else { index }
    }

    /// Whom nominal `index` means.
    pub(super) fn resolve(&mut self, index: usize) -> Resolution<'a> {
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
    fn found(&self, entity: u32, rule: &'static str) -> Resolution<'a> {
        let why = self.names.entities.get(entity as usize).map(|e| (rule, Told::Name(&e.name)));
        Resolution { entity: Some(entity), why, rivals: Vec::new() }
    }

    /// "the spokesman, Josh Schwerin,": the name behind or before the comma.
    fn apposition(&self, index: usize) -> Option<u32> {
        let n = &self.nominals[index];
        if !matches!(n.kind, Kind::Role | Kind::Phrase) || n.role.is_some_and(|r| r.plural) {
            return None;
        }
        let body = n.role.is_some_and(|r| r.bearer == Bearer::Body);
        // "Its owner, Sahel Holding,"
        let named = |p: &&Nominal| {
            let set_off = p.first == n.last + 1 && self.words.class(p.last as usize) == Class::Comma;
            match p.kind {
                Kind::Person => !body,
                Kind::Organization => body || set_off,
                _ => false,
            }
        };
        let comma = |at: u32| self.words.class(at as usize) == Class::Comma;
        let behind = |p: &&Nominal| p.first == n.last || (p.first == n.last + 1 && comma(n.last));
        let closed = |p: &&Nominal| {
            p.first == n.last
                || matches!(
                    self.words.class(p.last as usize),
                    Class::Comma | Class::Stop | Class::Quote | Class::Preposition
                )
        };
        let next = self.nominals.get(index + 1).filter(behind).filter(named).filter(closed);
        // "the girl from Auxerre, Inès Belkadi,"
        let over = || {
            let (place, p) = (self.nominals.get(index + 1)?, self.nominals.get(index + 2)?);
            let from = self.words.class(n.last as usize) == Class::Preposition && place.first == n.last + 1;
            let beside = p.first == place.last + 1 && comma(place.last) && comma(p.last);
            Some(p).filter(named).filter(|_| from && beside)
        };
        let before = || {
            let b = self.nominals.get(index.checked_sub(1)?)?;
            let beside = b.last + 1 == n.first && comma(b.last) && comma(n.last);
            let fits = b.kind == Kind::Organization || b.kind == Kind::Person && !body;
            Some(b).filter(|b| beside && fits && b.entity.is_some())
        };
        next.or_else(over).or_else(before).and_then(|p| p.entity)
    }

    /// Whether `holds` for all but `entity` of those that could be meant at the last choice.
    fn all_but(&self, entity: u32, holds: impl Fn(u32) -> bool) -> bool {
        let counted = self.counted.take();
        let all = counted.0.iter().all(|p| p.entity == entity || holds(p.entity));
        self.counted.set(counted);
        all
    }

    /// he, she: the nearest person that agrees.
    fn pronoun(&mut self, index: usize) -> Resolution<'a> {
        let n = &self.nominals[index];
        let word = self.words.str(n.first as usize);
        let gender = match word {
            "he" | "He" | "HE" | "him" | "himself" | "his" | "His" => Gender::Masculine,
            "she" | "She" | "SHE" | "her" | "herself" | "Her" => Gender::Feminine,
            _ => return Resolution::default(),
        };
        let found = self.person(index, word, gender);
        // A person is learned to be a man or woman where nobody known to be one could be meant.
        if let Some(entity) = found.entity
            && self.all_but(entity, |other| self.genders[other as usize] == Gender::Unknown)
        {
            self.learn(entity, gender);
        }
        found
    }

    /// "the minister": who bears that role.
    fn role(&self, index: usize) -> Resolution<'a> {
        let n = &self.nominals[index];
        let Some(role) = n.role else { return Resolution::default() };
        if role.bearer == Bearer::Medium {
            return self.issuer(index);
        }
        if role.plural {
            return Resolution::default();
        }
        let determiner = self.words.class(n.first as usize);
        let indefinite =
            matches!(self.words.str(n.first as usize), "a" | "an" | "A" | "An" | "one" | "One" | "another" | "Another");
        if indefinite {
            return Resolution::default();
        }
        let phrase = self.phrase(n);
        let definite = matches!(determiner, Class::Determiner | Class::Possessive);
        let wanted = match role.bearer {
            Bearer::Man => Gender::Masculine,
            Bearer::Woman => Gender::Feminine,
            _ => Gender::Unknown,
        };
        let modified = phrase.contains(' ');
        let head = role.singular;
        let general = GENERAL_BODIES.contains(&head);
        let mut found = self.choose(index, Told::Text(""), |e, known, entity| {
            if e.kind == EntityKind::Organization {
                // "the ministry": the organization whose name says so; "the company": the one just named.
                if role.bearer != Bearer::Body || modified {
                    return None;
                }
                let name = e.name.to_lowercase();
                if name.contains(head) {
                    return Some(24);
                }
                // "the company" is no court, and "their association" none that has a name.
                let other = noun(last_word(&name)).is_some_and(|r| r.bearer == Bearer::Body);
                return (general && determiner == Class::Determiner && !other)
                    .then(|| (e.mentions.len() as i32).min(6));
            }
            if e.kind != EntityKind::Person || role.bearer == Bearer::Body {
                return None;
            }
            if wanted != Gender::Unknown && known != Gender::Unknown && known != wanted {
                return None;
            }
            let mut best = None;
            for (their_head, theirs) in self.roles_of(entity) {
                let same = their_head == head || (head == "leader" && LEADERS.contains(&their_head));
                let shared =
                    theirs.split(' ').any(|w| w.len() > 2 && w != their_head && phrase.split(' ').any(|p| p == w));
                let points = match (theirs == phrase, same, modified, shared) {
                    (true, ..) => {
                        if modified {
                            40
                        } else {
                            26
                        }
                    }
                    (_, true, false, _) => 20,
                    (_, true, true, true) => 22,
                    // "the Tajik leader" is not the Uzbek president.
                    (_, true, true, false) if theirs.contains(' ') => continue,
                    (_, true, true, false) => 6,
                    (_, false, true, true) => 16,
                    _ => continue,
                };
                best = best.max(Some(points));
            }
            best.or_else(|| (definite && !modified && wanted != Gender::Unknown && known == wanted).then_some(-20))
        });
        if let Some((_, words)) = &mut found.why {
            *words = Told::Made(phrase);
        }
        found
    }

    /// "a letter from the Department": the organization behind the preposition or before the genitive.
    fn issuer(&self, index: usize) -> Resolution<'a> {
        let n = &self.nominals[index];
        let of = |m: &Nominal| m.entity.filter(|_| matches!(m.kind, Kind::Organization | Kind::Person));
        let next = self
            .nominals
            .get(index + 1)
            .filter(|m| m.first <= n.last + 2 && matches!(self.words.str(n.last as usize), "from" | "by"));
        let inside = || {
            let (from, to) = (self.words.items[n.first as usize].start, self.words.items[n.last as usize - 1].end);
            let i = self.names.mentions.partition_point(|m| m.range.start().get() < from);
            let m = self.names.mentions.get(i).filter(|m| m.range.end().get() <= to)?;
            (m.kind != EntityKind::Place).then_some(m.entity)
        };
        match next.and_then(of).or_else(inside).or_else(|| self.issued_before(index)) {
            Some(entity) => Resolution {
                entity: Some(entity),
                why: Some(("speaker-role", Told::Made(self.phrase(n)))),
                rivals: Vec::new(),
            },
            None => Resolution::default(),
        }
    }

    /// "… said in a statement. …, the statement read": who was named first in the sentence that spoke of it before.
    fn issued_before(&self, index: usize) -> Option<u32> {
        let n = &self.nominals[index];
        if !matches!(self.words.str(n.first as usize), "the" | "The" | "it" | "its") {
            return None;
        }
        let medium = n.role?.singular;
        let here = self.words.items[n.first as usize].sentence;
        let from = (n.first as usize).saturating_sub(150);
        let before = (from..n.first as usize).rev().find(|&i| {
            let item = &self.words.items[i];
            item.role.is_some_and(|r| r.singular == medium) && item.sentence < here && item.sentence + 3 >= here
        })?;
        let first = self
            .nominals
            .partition_point(|m| self.words.items[m.first as usize].sentence < self.words.items[before].sentence);
        (first..index)
            .take_while(|&i| self.words.together(self.nominals[i].first as usize, before))
            .find_map(|i| self.means[i])
    }

    /// A run of capitals that is part of a known name ("TŪHOE-REID").
    fn alias(&self, index: usize) -> Resolution<'a> {
        let n = &self.nominals[index];
        let tail = last_word(self.plain(n));
        if tail.len() < 3 {
            return Resolution::default();
        }
        let hash = word_hash(tail);
        let from = self.tails.partition_point(|t| t.0 < hash);
        let same = || self.tails[from..].iter().take_while(|t| t.0 == hash).map(|t| t.1);
        // "Governor Were": of two with that name, the governor.
        let title = || self.words.items[n.first as usize..n.last as usize - 1].iter().find_map(|i| i.role);
        let titled = || title().and_then(|t| only(same().filter(|&e| self.bears(e, t.singular))));
        match only(same()).or_else(titled) {
            Some(entity) => self.found(entity, "speaker-short-name"),
            None => Resolution::default(),
        }
    }

    /// The roles that `entity` is said to have: the noun and all words of each.
    fn roles_of(&self, entity: u32) -> impl Iterator<Item = (&str, &str)> {
        let known = self.names.entities[entity as usize].roles.iter().map(|r| (last_word(r), &**r));
        let from = self.roles.partition_point(|r| r.entity < entity);
        let beside = self.roles[from..].iter().take_while(move |r| r.entity == entity).map(|r| {
            let last = last_word(&r.phrase);
            (noun(last).map_or(last, |known| known.singular), r.phrase.as_str())
        });
        known.chain(beside)
    }

    fn bears(&self, entity: u32, role: &str) -> bool {
        self.roles_of(entity).any(|(noun, _)| noun == role)
    }

    /// "who", "which": the nominal before the comma. "it": the organization that the sentence before is about.
    fn weak(&mut self, index: usize) -> Resolution<'a> {
        let n = &self.nominals[index];
        let written = self.words.str(n.first as usize);
        let Some(word) = ["who", "which", "that", "it"].into_iter().find(|w| written.eq_ignore_ascii_case(w)) else {
            return Resolution::default();
        };
        let Some(before) = index.checked_sub(1).map(|i| self.nominals[i]) else { return Resolution::default() };
        let mut found = None;
        if word == "it" {
            let here = self.words.items[n.first as usize].sentence;
            let mut orgs = self.nominals[index.saturating_sub(8)..index]
                .iter()
                .filter(|p| p.kind == Kind::Organization && self.words.items[p.first as usize].sentence + 2 > here)
                .filter_map(|p| p.entity);
            found = orgs.next().filter(|first| orgs.all(|other| other == *first));
        } else {
            let gap = n.first - before.last;
            let bare = gap == 0 || (gap == 1 && self.words.class(before.last as usize) == Class::Comma);
            // "Faisal Memon of the Sahil Ambulance Service, who": a person.
            let person = (2..=3).filter_map(|k| index.checked_sub(k)).find(|&i| {
                let (p, next) = (&self.nominals[i], &self.nominals[i + 1]);
                let joined = self.words.class(p.last as usize) == Class::Preposition && p.last + 3 > next.first;
                p.kind == Kind::Person && joined && self.words.together(p.first as usize, n.first as usize)
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
    pub(super) fn phrase(&self, n: &Nominal) -> String {
        self.plain(n).to_lowercase()
    }

    /// The words of a nominal without its determiner.
    fn plain(&self, n: &Nominal) -> &'a str {
        let mut first = n.first as usize;
        while first + 1 < n.last as usize && matches!(self.words.class(first), Class::Determiner | Class::Possessive) {
            first += 1;
        }
        let range = self.words.items[first].start as usize..self.words.items[n.last as usize - 1].end as usize;
        &self.words.text[range]
    }
}

/// The last word of a phrase.
pub(super) fn last_word(phrase: &str) -> &str {
    // Phrases are short: looking at one byte after the other is quickest.
    phrase.bytes().rposition(|b| b == b' ').map_or(phrase, |space| &phrase[space + 1..])
}

/// The one entity that `found` gives.
fn only(mut found: impl Iterator<Item = u32>) -> Option<u32> {
    found.next().filter(|_| found.next().is_none())
}
