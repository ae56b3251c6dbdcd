//! Groups mentions of one person, place or organization.

use std::collections::BTreeSet;

use crate::entities::alias::{is_acronym, person_fit, plain};
use crate::entities::facts;
use crate::entities::forms::{OrganizationForm, OrganizationForms, PersonForms};
use crate::entities::index::EntityIndex;
use crate::entities::name::{Name, View};
use crate::entities::reasons::{self, Link};
use crate::entities::recognition::{Entity, EntityKind, Gender, Mention, Recognition};
use crate::lexicon::{ByHash, Cues, PlaceKind, extend, word_hash};
use crate::tagger::Tagger;
use crate::text::one_line;

/// A group while it grows.
struct Group {
    kind: EntityKind,
    /// Index of the mention with the fullest form.
    fullest: usize,
    /// A mention of each distinct form, the first [`FORMS`] of them.
    forms: Vec<usize>,
    /// Names in reading order.
    members: BTreeSet<usize>,
    /// Hashes of the role words at the mentions, each once.
    roles: Vec<u64>,
    /// The text brings them in as the kin of somebody else.
    kin: bool,
    /// What titles and nouns around the mentions say; of the names themselves when nothing else.
    gender: Gender,
}

/// A group is known by so many of its forms: nobody has more names, a list of them may.
const FORMS: usize = 48;

/// From this fit on it is the whole family name, however short the forms are that the group has already.
const FAMILY_NAME: u8 = 80;
/// The fit of another spelling.
const SPELLED_ALIKE: u8 = 30;

/// How well a name fits a group: by its role; its form; gender, whether it is nobody's kin and whether one stands before;
/// how near.
type Rank = (bool, u8, [bool; 3], usize);

/// What is at hand while grouping.
struct Grouping<'a> {
    view: View<'a>,
    names: &'a [Name],
    words: &'a Plain<'a>,
    groups: Vec<Group>,
    persons: PersonForms,
    organizations: OrganizationForms,
    /// Group of each form of places and organizations, by hash of kind and words.
    things: ByHash<usize>,
    /// Group of each country.
    countries: Vec<([u8; 2], usize)>,
}

/// Plain words of each name.
struct Plain<'a> {
    words: Vec<&'a str>,
    /// Where those of each name end.
    ends: Vec<usize>,
}

impl<'a> Plain<'a> {
    /// `spelled` has the plain form of each distinct word that stands in a name.
    fn new(view: View<'_>, names: &[Name], spelled: &'a [String]) -> Self {
        let mut out = Self { words: Vec::with_capacity(2 * names.len()), ends: Vec::with_capacity(names.len()) };
        for name in names {
            let start = out.words.len();
            let plain = name.tokens.clone().map(|index| spelled[view.article.ids[index] as usize].as_str());
            out.words.extend(plain.filter(|word| !word.is_empty()));
            if out.words.len() > start + 1 && out.words[start] == "the" {
                out.words.remove(start);
            }
            if out.words.len() > start + 1 && out.words.last() == Some(&"s") {
                out.words.pop();
            }
            out.ends.push(out.words.len());
        }
        out
    }

    /// Those of name `i`.
    fn of(&self, index: usize) -> &[&'a str] {
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.words[start..self.ends[index]]
    }
}

/// The plain forms of the words that stand in names, by number of the word.
fn spelled(view: View<'_>, names: &[Name]) -> Vec<String> {
    let mut out = vec![String::new(); view.article.words.list().len()];
    for index in names.iter().flat_map(|name| name.tokens.clone()) {
        let known = &mut out[view.article.ids[index] as usize];
        if known.is_empty() {
            *known = plain(view.text(index));
        }
    }
    out
}

/// Mentions and their groups; `names` are sorted, disjoint and of kinds that are shown.
pub(super) fn group(view: View<'_>, names: &[Name], tagger: &Tagger) -> Recognition {
    let spelled = spelled(view, names);
    let words = Plain::new(view, names, &spelled);
    let mut grouping = Grouping {
        view,
        names,
        words: &words,
        groups: Vec::new(),
        persons: PersonForms::default(),
        organizations: OrganizationForms::default(),
        things: ByHash::default(),
        countries: Vec::new(),
    };
    // Longer names first, so that short forms find them wherever they stand.
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by_key(|&index| (words.of(index).len() < 2, index));
    let mut of = vec![0; names.len()];
    for index in order {
        of[index] = grouping.place(index);
    }
    finish(grouping, &of, tagger)
}

impl<'a> Grouping<'a> {
    /// Puts a name into a group, a new one if none fits; gives the group's number.
    fn place(&mut self, index: usize) -> usize {
        let Some(kind) = EntityKind::of(self.names[index].class) else { return 0 };
        let country = (kind == EntityKind::Place).then(|| country(self.view, &self.names[index])).flatten();
        let form = self.words.of(index).iter().fold(kind as u64, |hash, word| extend(hash, word_hash(word)));
        let said =
            if kind == EntityKind::Person { facts::gender(self.view, &self.names[index]) } else { Gender::Unknown };
        let found = match kind {
            EntityKind::Person => self.person(index, said),
            EntityKind::Place | EntityKind::Organization => country
                .and_then(|code| self.countries.iter().find(|class| class.0 == code).map(|class| class.1))
                .or_else(|| self.things.get(&form).copied())
                .or_else(|| (kind == EntityKind::Organization).then(|| self.organization(index)).flatten()),
        };
        let g = found.unwrap_or(self.groups.len());
        if found.is_none() {
            self.groups.push(Group {
                kind,
                fullest: index,
                forms: Vec::new(),
                members: BTreeSet::new(),
                roles: Vec::new(),
                kin: kind == EntityKind::Person && facts::is_kin(self.view, &self.names[index]),
                gender: Gender::Unknown,
            });
        }
        let group = &mut self.groups[g];
        group.members.insert(index);
        if group.gender == Gender::Unknown {
            group.gender = said;
        }
        if kind == EntityKind::Person {
            for role in facts::roles_at(self.view, &self.names[index]) {
                if !group.roles.contains(&role) {
                    group.roles.push(role);
                }
            }
        }
        if group.forms.len() < FORMS && !group.forms.iter().any(|&facts| self.words.of(facts) == self.words.of(index)) {
            group.forms.push(index);
            self.note_form(kind, index, g);
        }
        if self.fuller(index, self.groups[g].fullest) {
            self.groups[g].fullest = index;
        }
        if let Some(code) = country
            && !self.countries.iter().any(|class| class.0 == code)
        {
            self.countries.push((code, g));
        }
        if kind != EntityKind::Person {
            self.things.entry(form).or_insert(g);
        }
        g
    }

    /// Whether mention `a` is a fuller form than mention `b`: more words, then mixed case rather than capitals, then
    /// letters.
    fn fuller(&self, first: usize, second: usize) -> bool {
        let rank = |index: usize| {
            let text = self.view.slice(&self.names[index].tokens);
            let shouted = text.len() > 4 && !text.chars().any(char::is_lowercase);
            (self.words.of(index).len(), !shouted, text.chars().count())
        };
        rank(first) > rank(second)
    }

    /// Makes a new form of group `g` known.
    fn note_form(&mut self, kind: EntityKind, index: usize, group: usize) {
        match kind {
            EntityKind::Person => self.persons.insert(self.words.of(index), self.groups[group].forms[0], group),
            EntityKind::Organization => {
                let form = self.organization_form(index);
                self.organizations.insert(&form, group);
            }
            EntityKind::Place => {}
        }
    }

    /// The group of a person's name: who has the role that stands at the name ("Governor Were"), else the best fit; among
    /// equals the nearest mention, earlier ones first.
    fn person(&self, index: usize, said: Gender) -> Option<usize> {
        let mine = self.words.of(index);
        let asked = Asked {
            index,
            mine,
            said,
            family: plural_family(self.view, &self.names[index]),
            roles: facts::roles_at(self.view, &self.names[index]).collect(),
        };
        let best =
            |groups: Vec<usize>| groups.into_iter().filter_map(|group| Some((self.rank(&asked, group)?, group))).max();
        let mut found = best(self.persons.sharing_words(mine, index));
        if let [word] = mine
            && found.is_none_or(|(rank, _)| rank.1 <= SPELLED_ALIKE)
        {
            found = found.max(best(self.persons.sharing_ends(word, index)));
        }
        found.map(|(_, group)| group)
    }

    /// How well a name fits group `g`; `None` when it cannot be of it.
    fn rank(&self, asked: &Asked<'_>, g: usize) -> Option<Rank> {
        let (group, mine) = (&self.groups[g], asked.mine);
        if asked.family && !group.forms.iter().any(|&form| self.words.of(form) == mine) {
            return None;
        }
        let fits = |form: &usize| person_fit(mine, self.words.of(*form));
        let fit = group.forms.iter().filter_map(fits).max()?;
        // All full forms of the group must be possible.
        if mine.len() > 1 && group.forms.iter().any(|form| self.words.of(*form).len() > 1 && fits(form).is_none()) {
            return None;
        }
        let agrees = facts::genders_agree(asked.said, group.gender);
        if !agrees && mine.len() == 1 {
            return None;
        }
        let before = group.members.range(..asked.index).next_back().map(|member| asked.index - member);
        let distance = before
            .or_else(|| group.members.range(asked.index..).next().map(|member| member - asked.index))
            .unwrap_or(0);
        let known = fit >= FAMILY_NAME && asked.roles.iter().any(|role| group.roles.contains(role));
        // "Medlow" is the congressman rather than his wife.
        let own = mine.len() > 1 || !group.kin || asked.said != Gender::Unknown;
        Some((known, fit, [agrees, own, before.is_some()], usize::MAX - distance))
    }

    /// The group of an organization: one that it shortens or that shortens it.
    fn organization(&self, index: usize) -> Option<usize> {
        self.organizations.find(&self.organization_form(index))
    }

    fn organization_form(&self, index: usize) -> OrganizationForm<'a> {
        let tokens = self.names[index].tokens.clone();
        let general = |token: &usize| self.view.article.word(*token).is(Cues::ORGANIZATION);
        let trailing = tokens.clone().rev().take_while(general).count().min(tokens.len() - 1);
        OrganizationForm {
            tokens: tokens.map(|token| self.view.text(token)).collect(),
            words: self.words.of(index),
            trailing,
        }
    }
}

/// A person's name that asks for its group.
struct Asked<'a> {
    index: usize,
    /// Its plain words.
    mine: &'a [&'a str],
    /// The gender that the words around it show.
    said: Gender,
    /// A family, which is nobody in particular.
    family: bool,
    /// Hashes of the role words at it.
    roles: Vec<u64>,
}

/// "the Clintons": a family, which is nobody in particular.
fn plural_family(view: View<'_>, name: &Name) -> bool {
    name.tokens.len() == 1
        && view.before(name.tokens.start).is_some_and(|second| view.text(second).eq_ignore_ascii_case("the"))
        && view.text(name.tokens.start).ends_with('s')
}

/// The country that a name stands for.
fn country(view: View<'_>, name: &Name) -> Option<[u8; 2]> {
    let place = facts::place(view, name)?;
    (place.kind == PlaceKind::Country && place.country != *b"  ").then_some(place.country)
}

fn finish(grouping: Grouping<'_>, of: &[usize], tagger: &Tagger) -> Recognition {
    let Grouping { view, names, words, groups, .. } = grouping;
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by_key(|&g| groups[g].members.first().copied());
    let mut number = vec![EntityIndex::default(); groups.len()];
    for (count, &g) in order.iter().enumerate() {
        number[g] = EntityIndex::new(count);
    }
    let mut out = Recognition::default();
    for (index, name) in names.iter().enumerate() {
        let group = &groups[of[index]];
        let link = (words.of(group.fullest).len() > words.of(index).len()).then(|| {
            let long: Vec<&str> = names[group.fullest].tokens.clone().map(|token| view.text(token)).collect();
            let acronym = is_acronym(view.slice(&name.tokens), &long);
            Link { full: view.slice(&names[group.fullest].tokens), acronym }
        });
        out.mentions.push(Mention {
            range: view.range(&name.tokens),
            kind: group.kind,
            entity: number[of[index]],
            confidence: reasons::confidence(tagger, name),
            evidence: reasons::reasons(view, name, link.as_ref()),
        });
    }
    for g in order {
        let group = &groups[g];
        let members: Vec<&Name> = group.members.iter().map(|&member| &names[member]).collect();
        let is_person = group.kind == EntityKind::Person;
        out.entities.push(Entity {
            kind: group.kind,
            name: one_line(view.slice(&names[group.fullest].tokens)),
            mentions: group.members.iter().map(|&member| member as u32).collect(),
            gender: if is_person && group.gender == Gender::Unknown {
                facts::gender_of_first_names(view, &members)
            } else {
                group.gender
            },
            roles: if is_person { facts::roles(view, &members) } else { Vec::new() },
            place: (group.kind == EntityKind::Place).then(|| facts::place_facts(view, &members)).flatten(),
        });
    }
    out
}
