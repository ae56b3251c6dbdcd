//! Whom a role noun means: "the minister", "the company", "the statement".

use crate::entities::{EntityIndex, EntityKind, Gender};
use crate::lexicon::grammar::determiners::is_indefinite;
use crate::lexicon::grammar::pronouns::POINTING_BACK;
use crate::lexicon::names::bodies;
use crate::lexicon::names::offices::LEADERS;
use crate::lexicon::roles::{Bearer, role as noun};

use crate::quotes::coreference::resolution::{Resolution, Told};
use crate::quotes::coreference::resolver::Resolver;
use crate::quotes::coreference::salience::Reach;
use crate::quotes::parse::index::NominalId;
use crate::quotes::parse::items::Class;
use crate::quotes::parse::nominals::last_word;
use crate::quotes::parse::nominals::{Kind, Nominal};

impl<'a> Resolver<'a> {
    /// "the minister": who bears that role.
    pub(crate) fn role(&self, index: NominalId) -> Resolution<'a> {
        let n = &self.nominals[index];
        let Some(role) = n.role else { return Resolution::default() };
        if role.bearer == Bearer::Medium {
            return self.issuer(index);
        }
        if role.plural {
            return Resolution::default();
        }
        let determiner = self.words.class(n.first);
        if is_indefinite(self.words.str(n.first)) {
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
        let general = bodies::GENERAL.contains(&head);
        let reach = match role.bearer {
            Bearer::Body if modified => Reach::Listed(&[]),
            Bearer::Body => Reach::Listed(&self.bodies),
            _ if wanted == Gender::Unknown => Reach::Listed(&self.bearers),
            _ => Reach::All,
        };
        let mut found = self.choose(index, Told::Text(""), reach, |e, known, entity| {
            if e.kind == EntityKind::Organization {
                // "the ministry": the organization whose name says so; "the company": the one just named.
                if role.bearer != Bearer::Body || modified {
                    return None;
                }
                if holds(&e.name, head) {
                    return Some(24);
                }
                // "the company" is no court, and "their association" none that has a name.
                if !general || determiner != Class::Determiner {
                    return None;
                }
                let other = noun(&last_word(&e.name).to_lowercase()).is_some_and(|r| r.bearer == Bearer::Body);
                return (!other).then(|| (e.mentions.len() as i32).min(6));
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
    fn issuer(&self, index: NominalId) -> Resolution<'a> {
        let n = &self.nominals[index];
        let of = |m: &Nominal| m.entity.filter(|_| matches!(m.kind, Kind::Organization | Kind::Person));
        let next = self
            .nominals
            .get(index + 1)
            .filter(|m| m.first <= n.end + 2 && matches!(self.words.str(n.end), "from" | "by"));
        let inside = || {
            let range = self.words.range(n.items());
            let i = self.names.mentions.partition_point(|m| m.range.start() < range.start());
            let m = self.names.mentions.get(i).filter(|m| m.range.end() <= range.end())?;
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
    fn issued_before(&self, index: NominalId) -> Option<EntityIndex> {
        let n = &self.nominals[index];
        if !POINTING_BACK.contains(&self.words.str(n.first)) {
            return None;
        }
        let medium = n.role?.singular;
        let here = self.words.items[n.first].sentence;
        let from = n.first.back(150);
        let before = from.to(n.first).iter().rev().find(|&i| {
            let item = &self.words.items[i];
            item.role.is_some_and(|r| r.singular == medium) && item.sentence < here && item.sentence + 3 >= here
        })?;
        let first =
            self.nominals.partition_point(|m| self.words.items[m.first].sentence < self.words.items[before].sentence);
        first
            .to(index)
            .iter()
            .take_while(|&i| self.words.together(self.nominals[i].first, before))
            .find_map(|i| self.means[i])
    }

    /// The roles that `entity` is said to have: the noun and all words of each.
    pub(crate) fn roles_of(&self, entity: EntityIndex) -> impl Iterator<Item = (&str, &str)> {
        let known = self.names.entities[entity].roles.iter().map(|r| (last_word(r), &**r));
        let (from, to) = (self.roles_of[entity], self.roles_of[entity.next()]);
        let beside = self.roles[from..to].iter().map(|r| {
            let last = last_word(&r.phrase);
            (noun(last).map_or(last, |known| known.singular), r.phrase.as_str())
        });
        known.chain(beside)
    }

    pub(crate) fn bears(&self, entity: EntityIndex, role: &str) -> bool {
        self.roles_of(entity).any(|(noun, _)| noun == role)
    }
}

/// Whether `name` holds `word`, in ASCII, case aside.
fn holds(name: &str, word: &str) -> bool {
    name.as_bytes().windows(word.len()).any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
}
