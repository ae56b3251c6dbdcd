//! From the words that name a speaker to the person or organization they mean.
//!
//! A name means its entity. Pronouns and role nouns are resolved by agreement, nearness, place in the sentence, role and
//! who spoke last; when the best is not clearly ahead, to nobody.

use crate::entities::{Entity, EntityKind, Gender, Recognition};
use crate::lexicon::roles::Bearer;
use crate::vocabulary::Evidence;

use super::noms::{Kind, Nominal};
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
/// How far ahead the best must be.
const MARGIN: i32 = 6;
/// How many sentences back a name may stand.
const BACK: u32 = 25;

/// Who is meant, and why.
#[derive(Clone, Debug, Default)]
pub(super) struct Resolution {
    /// Index into [`Recognition::entities`].
    pub(super) entity: Option<u32>,
    /// Strongest first.
    pub(super) evidence: Vec<Evidence>,
    /// Others it could be, best first, with their points.
    pub(super) rivals: Vec<(u32, i32)>,
}

/// What resolving looks at.
pub(super) struct Resolver<'a> {
    pub(super) words: &'a Words<'a>,
    pub(super) nominals: &'a [Nominal],
    pub(super) names: &'a Recognition,
    /// Gender of each entity: what its titles say, else what the pronouns near its name say.
    pub(super) genders: Vec<Gender>,
    /// Roles that stand beside names: entity, last word, whole phrase.
    pub(super) roles: Vec<(u32, String, String)>,
    /// Last words of the names of people and organizations, sorted.
    pub(super) tails: Vec<(String, u32)>,
}

impl Resolver<'_> {
    /// Remembers that `entity` is called "he" or "she".
    fn learn(&mut self, entity: u32, gender: Gender) {
        if let Some(known) = self.genders.get_mut(entity as usize)
            && *known == Gender::Unknown
        {
            *known = gender;
        }
    }

    /// The name that stands in apposition behind a role ("its director, Yaa Boateng,"), else the nominal itself.
    pub(super) fn named(&self, index: u32) -> u32 {
        let (n, next) = (&self.nominals[index as usize], self.nominals.get(index as usize + 1));
        let role = matches!(n.kind, Kind::Role | Kind::Phrase) && n.role.is_some_and(|r| !r.plural);
        let beside = next.is_some_and(|p| {
            p.kind == Kind::Person
                && p.first == n.last + 1
                && self.words.class(n.last as usize) == Class::Comma
                && matches!(self.words.class(p.last as usize), Class::Comma | Class::Stop | Class::Quote | Class::Dash)
        });
        if role && beside { index + 1 } else { index }
    }

    /// Whom nominal `index` means; `last` is the speaker of the quote before and its sentence.
    pub(super) fn resolve(&mut self, index: usize, last: Option<(u32, u32)>) -> Resolution {
        let n = &self.nominals[index];
        if let Some(entity) = n.entity
            && matches!(n.kind, Kind::Person | Kind::Organization)
        {
            return Resolution {
                entity: Some(entity),
                evidence: vec![Evidence::new("speaker-name", self.name(entity))],
                rivals: Vec::new(),
            };
        }
        if let Some(entity) = self.apposition(index) {
            return Resolution {
                entity: Some(entity),
                evidence: vec![Evidence::new("speaker-apposition", self.name(entity))],
                rivals: Vec::new(),
            };
        }
        match n.kind {
            Kind::Pronoun => self.pronoun(index, last),
            Kind::Role | Kind::Organization | Kind::Place => self.role(index, last),
            Kind::Capital => self.alias(index),
            Kind::Weak => self.weak(index),
            Kind::Person | Kind::Phrase => Resolution::default(),
        }
    }

    fn name(&self, entity: u32) -> std::sync::Arc<str> {
        self.names.entities.get(entity as usize).map_or_else(|| "".into(), |e| e.name.clone())
    }

    /// "the spokesman, Josh Schwerin,": the name behind or before the comma.
    fn apposition(&self, index: usize) -> Option<u32> {
        let n = &self.nominals[index];
        if !matches!(n.kind, Kind::Role | Kind::Phrase) || n.role.is_some_and(|r| r.plural) {
            return None;
        }
        let person = |i: Option<&Nominal>| i.filter(|p| p.kind == Kind::Person).and_then(|p| p.entity);
        let next = self.nominals.get(index + 1).filter(|p| {
            p.first == n.last || (p.first == n.last + 1 && self.words.class(n.last as usize) == Class::Comma)
        });
        let closed = |p: &&Nominal| {
            matches!(self.words.class(p.last as usize), Class::Comma | Class::Stop | Class::Quote) || p.first == n.last
        };
        person(next.filter(closed)).or_else(|| {
            let before = index.checked_sub(1).and_then(|i| self.nominals.get(i))?;
            (before.last + 1 == n.first
                && self.words.class(before.last as usize) == Class::Comma
                && self.words.class(n.last as usize) == Class::Comma)
                .then(|| person(Some(before)))
                .flatten()
        })
    }

    /// he, she: the nearest person that agrees.
    fn pronoun(&mut self, index: usize, last: Option<(u32, u32)>) -> Resolution {
        let n = &self.nominals[index];
        let word = self.words.str(n.first as usize);
        let gender = match word {
            "he" | "He" | "HE" => Gender::Masculine,
            "she" | "She" | "SHE" => Gender::Feminine,
            _ => return Resolution::default(),
        };
        let found = self.choose(index, last, word, |e, known, _| {
            if e.kind != EntityKind::Person {
                return None;
            }
            match known {
                Gender::Unknown => Some(0),
                same if same == gender => Some(6),
                _ => None,
            }
        });
        if let Some(entity) = found.entity {
            self.learn(entity, gender);
        }
        found
    }

    /// "the minister": who bears that role.
    fn role(&self, index: usize, last: Option<(u32, u32)>) -> Resolution {
        let n = &self.nominals[index];
        let Some(role) = n.role else { return Resolution::default() };
        if role.bearer == Bearer::Medium {
            return self.issuer(index);
        }
        if role.plural {
            return Resolution::default();
        }
        let phrase = self.phrase(n);
        let determiner = self.words.class(n.first as usize);
        let indefinite =
            matches!(self.words.str(n.first as usize), "a" | "an" | "A" | "An" | "one" | "One" | "another" | "Another");
        if indefinite {
            return Resolution::default();
        }
        let definite = matches!(determiner, Class::Determiner | Class::Possessive);
        let wanted = match role.bearer {
            Bearer::Man => Gender::Masculine,
            Bearer::Woman => Gender::Feminine,
            _ => Gender::Unknown,
        };
        let modified = phrase.contains(' ');
        let head = role.singular;
        let general = GENERAL_BODIES.contains(&head);
        self.choose(index, last, &phrase, |e, known, entity| {
            if e.kind == EntityKind::Organization {
                // "the ministry": the organization whose name says so; "the company": the one just named.
                if role.bearer != Bearer::Body || modified {
                    return None;
                }
                return if e.name.to_lowercase().contains(head) { Some(24) } else { general.then_some(0) };
            }
            if e.kind != EntityKind::Person || role.bearer == Bearer::Body {
                return None;
            }
            if wanted != Gender::Unknown && known != Gender::Unknown && known != wanted {
                return None;
            }
            let mut best = None;
            let from = self.roles.partition_point(|r| r.0 < entity);
            let beside = self.roles[from..].iter().take_while(|r| r.0 == entity).map(|r| (r.1.as_str(), r.2.as_str()));
            for (their_head, theirs) in e.roles.iter().map(|r| (last_word(r), &**r)).chain(beside) {
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
                    (_, true, true, false) => 6,
                    (_, false, true, true) => 8,
                    _ => continue,
                };
                best = best.max(Some(points));
            }
            best.or_else(|| (definite && !modified && wanted != Gender::Unknown && known == wanted).then_some(2))
        })
    }

    /// "a letter from the Department": the organization behind the preposition or before the genitive.
    fn issuer(&self, index: usize) -> Resolution {
        let n = &self.nominals[index];
        let of = |m: &Nominal| m.entity.filter(|_| matches!(m.kind, Kind::Organization | Kind::Person));
        let next = self
            .nominals
            .get(index + 1)
            .filter(|m| m.first == n.last + 1 && matches!(self.words.str(n.last as usize), "from" | "by"));
        let inside = || {
            let (from, to) = (self.words.items[n.first as usize].start, self.words.items[n.last as usize - 1].end);
            let i = self.names.mentions.partition_point(|m| m.range.start().get() < from);
            let m = self.names.mentions.get(i).filter(|m| m.range.end().get() <= to)?;
            (m.kind != EntityKind::Place).then_some(m.entity)
        };
        match next.and_then(of).or_else(inside) {
            Some(entity) => Resolution {
                entity: Some(entity),
                evidence: vec![Evidence::new("speaker-role", self.phrase(n))],
                rivals: Vec::new(),
            },
            None => Resolution::default(),
        }
    }

    /// A run of capitals that is part of a known name ("TŪHOE-REID").
    fn alias(&self, index: usize) -> Resolution {
        let n = &self.nominals[index];
        let phrase = self.phrase(n);
        let tail = last_word(&phrase);
        if tail.len() < 3 {
            return Resolution::default();
        }
        let from = self.tails.partition_point(|t| t.0.as_str() < tail);
        let mut same = self.tails[from..].iter().take_while(|t| t.0 == tail);
        let found = match (same.next(), same.next()) {
            (Some(t), None) => Some(t.1),
            _ => None,
        };
        match found {
            Some(entity) => Resolution {
                entity: Some(entity),
                evidence: vec![Evidence::new("speaker-short-name", self.name(entity))],
                rivals: Vec::new(),
            },
            None => Resolution::default(),
        }
    }

    /// "who", "which": the nominal before the comma. "it": the organization that the sentence before is about.
    fn weak(&mut self, index: usize) -> Resolution {
        let n = &self.nominals[index];
        let word = self.words.str(n.first as usize).to_ascii_lowercase();
        let Some(before) = index.checked_sub(1).map(|i| self.nominals[i]) else { return Resolution::default() };
        let mut found = None;
        if matches!(word.as_str(), "who" | "which" | "that") {
            let gap = n.first - before.last;
            let bare = gap == 0 || (gap == 1 && self.words.class(before.last as usize) == Class::Comma);
            if bare {
                found = before.entity.filter(|_| before.kind != Kind::Place);
                if found.is_none() && before.kind != Kind::Weak {
                    return self.resolve(index - 1, None);
                }
            }
        } else if word == "it" {
            let here = self.words.items[n.first as usize].sentence;
            let orgs: Vec<u32> = self.nominals[index.saturating_sub(8)..index]
                .iter()
                .filter(|p| p.kind == Kind::Organization && self.words.items[p.first as usize].sentence + 2 > here)
                .filter_map(|p| p.entity)
                .collect();
            if orgs.first().is_some_and(|o| orgs.iter().all(|x| x == o)) {
                found = orgs.first().copied();
            }
        }
        match found {
            Some(entity) => Resolution {
                entity: Some(entity),
                evidence: vec![Evidence::new("speaker-relative", word)],
                rivals: Vec::new(),
            },
            None => Resolution::default(),
        }
    }

    /// The words of a nominal without its determiner, lower case.
    pub(super) fn phrase(&self, n: &Nominal) -> String {
        let mut first = n.first as usize;
        while first + 1 < n.last as usize && matches!(self.words.class(first), Class::Determiner | Class::Possessive) {
            first += 1;
        }
        let range = self.words.items[first].start as usize..self.words.items[n.last as usize - 1].end as usize;
        self.words.text[range].to_lowercase()
    }

    /// Whom "the captain" means on the way to what "he" means.
    fn person_by_role(&self, index: usize, near: bool) -> Option<u32> {
        let n = &self.nominals[index];
        let one = near
            && n.kind == Kind::Role
            && n.role.is_some_and(|r| !r.plural && !matches!(r.bearer, Bearer::Body | Bearer::Medium));
        if one { self.role(index, None).entity } else { None }
    }

    /// The entity with the most points among those that `agree` gives points to, if clearly ahead.
    fn choose(
        &self,
        index: usize,
        last: Option<(u32, u32)>,
        word: &str,
        agree: impl Fn(&Entity, Gender, u32) -> Option<i32>,
    ) -> Resolution {
        let here = self.words.items[self.nominals[index].first as usize];
        let pronoun = self.nominals[index].kind == Kind::Pronoun;
        let mut points: Vec<(u32, i32)> = Vec::new();
        let mut put = |entity: u32, value: i32| match points.iter_mut().find(|p| p.0 == entity) {
            Some(p) => p.1 = p.1.max(value),
            None => points.push((entity, value)),
        };
        for i in (0..index).rev().take(120) {
            let n = &self.nominals[i];
            let item = &self.words.items[n.first as usize];
            let back = here.sentence.saturating_sub(item.sentence);
            if back > BACK {
                break;
            }
            let Some(entity) = n.entity.or_else(|| self.person_by_role(i, pronoun && back <= 2)) else { continue };
            let subject = self.words.begins(n.first as usize)
                || matches!(
                    self.words.class((n.first as usize).wrapping_sub(1)),
                    Class::Comma | Class::Conjunction | Class::Subordinator
                );
            let paragraphs = here.paragraph.saturating_sub(item.paragraph).min(3);
            let mut value = (36 - 5 * back as i32 - 2 * paragraphs as i32).max(0);
            value += if subject { 7 } else { 0 };
            value -= if n.possessive { 4 } else { 0 };
            value -= if self.words.class((n.first as usize).wrapping_sub(1)) == Class::Preposition { 4 } else { 0 };
            put(entity, value);
        }
        // Roles reach further than pronouns.
        let far = self.nominals[index].kind == Kind::Role;
        if far {
            // Entities stand in order of their first mention; the latest few introduced are enough.
            let known = self.names.entities.partition_point(|e| {
                let first = e.mentions.first().and_then(|&m| self.names.mentions.get(m as usize));
                first.is_none_or(|m| m.range.start().get() < here.start)
            });
            for entity in known.saturating_sub(80)..known {
                put(entity as u32, 0);
            }
        }
        let mut ranked: Vec<(u32, i32)> = points
            .into_iter()
            .filter_map(|(entity, value)| {
                let e = self.names.entities.get(entity as usize)?;
                let mut value = value + agree(e, self.genders[entity as usize], entity)?;
                if let Some((speaker, sentence)) = last
                    && speaker == entity
                    && here.sentence.saturating_sub(sentence) <= 4
                {
                    value += 12;
                }
                value += (e.mentions.len() as i32).min(6);
                Some((entity, value))
            })
            .collect();
        ranked.sort_by_key(|&(entity, value)| (std::cmp::Reverse(value), entity));
        let clear = match ranked.as_slice() {
            [] => false,
            [(_, only)] => *only > 0,
            [first, second, ..] => first.1 - second.1 >= MARGIN,
        };
        let rule = if far { "speaker-role" } else { "speaker-pronoun" };
        let evidence =
            if clear { vec![Evidence::new(rule, word)] } else { vec![Evidence::new("speaker-unclear", word)] };
        Resolution { entity: ranked.first().filter(|_| clear).map(|r| r.0), evidence, rivals: ranked }
    }
}

/// The last word of a phrase.
pub(super) fn last_word(phrase: &str) -> &str {
    phrase.rsplit(' ').next().unwrap_or(phrase)
}
