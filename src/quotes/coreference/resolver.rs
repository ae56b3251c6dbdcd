//! From the words that name a speaker to the person or organization they mean.
//!
//! A name means its entity. Pronouns and role nouns are resolved by agreement, nearness, place in the sentence, role and
//! who spoke last; when the best is not clearly ahead, to nobody.

use std::cmp::Reverse;

use crate::entities::{EntityIndex, EntityKind, Gender, Recognition};
use crate::lexicon::grammar::clauses::SENTENCE_OPENERS;
use crate::lexicon::grammar::pronouns;
use crate::lexicon::roles::Bearer;

use crate::quotes::attribution::conversation::Talk;
use crate::quotes::coreference::anaphor::Anaphor;
use crate::quotes::coreference::apposition::{fullest_mention, name_in_apposition};
use crate::quotes::coreference::discourse::Discourse;
use crate::quotes::coreference::issuer::issuer;
use crate::quotes::coreference::points::lead;
use crate::quotes::coreference::profiles::{FromAfar, Profiles};
use crate::quotes::coreference::resolution::{Resolution, Wording};
use crate::quotes::coreference::roles::RoleMention;
use crate::quotes::coreference::salience::{Referent, Salience, points_for_mentions};
use crate::quotes::parse::index::{ItemId, NominalId};
use crate::quotes::parse::items::{Class, Words};
use crate::quotes::parse::nominals::{Kind, Nominals, last_word};

/// A pronoun that means who follows stands at most so many words behind the start of its sentence.
const OPENING: u32 = 12;
/// "it" means an organization among so many nominals before.
const BEFORE_IT: u32 = 8;
/// And in the same sentence or so many before.
const SENTENCES_BEFORE_IT: u32 = 1;
/// The person whose body is named behind a preposition stands at so many places before the body.
const PERSON_BEFORE_BODY: usize = 2;
/// And the body begins so many words behind the preposition at most: "of the Service".
const BODY_REACH: u32 = 2;
/// Shorter words are no part of a name to look up, in bytes.
const SHORTEST_NAME: usize = 3;

/// Chooses whom the nominals of one article mean.
pub(crate) struct Resolver<'a> {
    discourse: Discourse<'a>,
    profiles: Profiles<'a>,
    salience: Salience<'a>,
    /// Who could be meant at the last choice.
    referents: Vec<Referent>,
    /// Whether somebody wants to know who else could be meant.
    lists_rivals: bool,
}

/// Whom a pronoun or role noun means.
struct Choice {
    /// Chosen as roles are, not as pronouns.
    is_role: bool,
    /// If clearly ahead.
    entity: Option<EntityIndex>,
    /// Best first, with their points; left out while reading.
    rivals: Vec<(EntityIndex, i32)>,
}

impl<'a> Resolver<'a> {
    /// Reads the article once from start to end: what it says of each entity, and whom its nominals mean.
    pub(crate) fn new(words: &'a Words<'a>, nominals: &'a Nominals, names: &'a Recognition, talk: Talk) -> Self {
        let discourse = Discourse { words, nominals, names };
        let mut resolver = Self {
            discourse,
            profiles: Profiles::read(discourse),
            salience: Salience::new(discourse, talk),
            referents: Vec::with_capacity(names.entities.len()),
            lists_rivals: false,
        };
        for index in nominals.ids() {
            resolver.read(index);
        }
        resolver.lists_rivals = true;
        resolver
    }

    /// Takes in nominal `index`: a pronoun hands its person on to the next one.
    fn read(&mut self, index: NominalId) {
        let nominal = &self.discourse.nominals[index];
        if self.discourse.words.in_byline(nominal.first) {
            return;
        }
        let owner = self.owner(index);
        let entity = match nominal.kind {
            Kind::Pronoun if self.is_ahead_of_its_name(index) => None,
            Kind::Person | Kind::Organization => nominal.entity,
            Kind::Pronoun | Kind::Weak | Kind::Capital => self.resolve(index).entity,
            Kind::Role => {
                let one_person = nominal
                    .role
                    .is_some_and(|role| !role.plural && !matches!(role.bearer, Bearer::Body | Bearer::Medium));
                if one_person { self.resolve(index).entity } else { None }
            }
            Kind::Place | Kind::Phrase => None,
        };
        self.salience.take_in(index, entity, owner);
    }

    /// Whom "his" or "her" at the start of nominal `index` means.
    fn owner(&mut self, index: NominalId) -> Option<EntityIndex> {
        let nominal = &self.discourse.nominals[index];
        if self.discourse.first_class(nominal) != Class::Possessive {
            return None;
        }
        match self.discourse.first_word(nominal) {
            "his" | "His" => self.choose(index, &Anaphor::Pronoun(Gender::Masculine)).entity,
            "her" | "Her" if nominal.end > nominal.first + 1 => {
                self.choose(index, &Anaphor::Pronoun(Gender::Feminine)).entity
            }
            _ => None,
        }
    }

    /// "Asked what she would do, the champion …": the pronoun means who follows.
    fn is_ahead_of_its_name(&self, index: NominalId) -> bool {
        let words = self.discourse.words;
        let at = self.discourse.nominals[index].first;
        let mut first = at;
        while first > ItemId::FIRST && at - first < OPENING && words.together(first - 1, at) {
            first -= 1;
        }
        let opens = SENTENCE_OPENERS.contains(&words.str(first));
        opens && first < at && !first.to(at).iter().any(|before| words.class(before) == Class::Comma)
    }

    /// The mention to show for the speaker that nominal `index` names.
    pub(crate) fn shown_mention(&self, index: NominalId) -> NominalId {
        fullest_mention(self.discourse, index)
    }

    /// "Ban Ki-moon condemned what *he* called a “brazen breach”": the name that is the subject of the sentence, where the
    /// pronoun behind "what" or "which" means it or cannot mean another.
    pub(crate) fn named_subject(&mut self, index: NominalId) -> Option<NominalId> {
        let (words, nominals) = (self.discourse.words, self.discourse.nominals);
        let pronoun = &nominals[index];
        let what = pronoun.first.previous().filter(|&at| words.together(at, pronoun.first))?;
        if !matches!(pronoun.kind, Kind::Pronoun | Kind::Weak) || words.str(what) != "what" {
            return None;
        }
        let sentence = self.discourse.sentence(pronoun);
        let mut number = index;
        while let Some(before) =
            number.previous().filter(|&before| self.discourse.sentence(&nominals[before]) == sentence)
        {
            number = before;
        }
        let subject = &nominals[number];
        let kind = if pronoun.kind == Kind::Pronoun && words.str(pronoun.first) != "they" {
            Kind::Person
        } else {
            Kind::Organization
        };
        let entity = subject.entity.filter(|_| subject.kind == kind && !subject.possessive && number < index)?;
        let meant = self.resolve(index).entity;
        meant.is_none_or(|meant| meant == entity).then_some(number)
    }

    /// Whom nominal `index` means.
    pub(crate) fn resolve(&mut self, index: NominalId) -> Resolution<'a> {
        let nominal = &self.discourse.nominals[index];
        if let Some(entity) = nominal.entity
            && matches!(nominal.kind, Kind::Person | Kind::Organization)
        {
            return self.by_name(entity, "speaker-name");
        }
        if let Some(entity) = name_in_apposition(self.discourse, index) {
            return self.by_name(entity, "speaker-apposition");
        }
        match nominal.kind {
            Kind::Pronoun => self.pronoun(index),
            Kind::Role | Kind::Organization | Kind::Place => self.role(index),
            Kind::Capital => self.short_name(index),
            Kind::Weak => self.relative_or_it(index),
            Kind::Person | Kind::Phrase => Resolution::default(),
        }
    }

    /// Found by the name of `entity`.
    fn by_name(&self, entity: EntityIndex, rule: &'static str) -> Resolution<'a> {
        let why = self.profiles.entity(entity).map(|known| (rule, Wording::Name(&known.name)));
        Resolution { entity: Some(entity), why, rivals: Vec::new() }
    }

    /// he, she: the nearest person that agrees.
    fn pronoun(&mut self, index: NominalId) -> Resolution<'a> {
        let word = self.discourse.first_word(&self.discourse.nominals[index]);
        let bearer = pronouns::gendered(word).map(|pronoun| pronoun.0).or_else(|| pronouns::in_capitals(word));
        let gender = match bearer {
            Some(Bearer::Man) => Gender::Masculine,
            Some(Bearer::Woman) => Gender::Feminine,
            _ => return Resolution::default(),
        };
        let choice = self.choose(index, &Anaphor::Pronoun(gender));
        // A person is learned to be a man or woman where nobody known to be one could be meant.
        if let Some(entity) = choice.entity {
            let mut others = self.referents.iter().filter(|referent| referent.entity != entity);
            if others.all(|other| self.profiles.gender(other.entity) == Gender::Unknown) {
                self.profiles.learn_gender(entity, gender);
            }
        }
        choice.because(Wording::Article(word))
    }

    /// "the minister": who bears that role. "the statement": who issued it.
    fn role(&mut self, index: NominalId) -> Resolution<'a> {
        let nominal = &self.discourse.nominals[index];
        if nominal.role.is_some_and(|role| role.bearer == Bearer::Medium) {
            let Some(entity) = issuer(self.discourse, &self.salience, index) else { return Resolution::default() };
            let why = Some(("speaker-role", Wording::Made(self.discourse.phrase(nominal))));
            return Resolution { entity: Some(entity), why, rivals: Vec::new() };
        }
        let Some(mention) = RoleMention::of(self.discourse, nominal) else { return Resolution::default() };
        self.choose(index, &Anaphor::Role(&mention)).because(Wording::Made(mention.phrase))
    }

    /// A run of capitals that is part of a known name ("TŪHOE-REID").
    fn short_name(&self, index: NominalId) -> Resolution<'a> {
        let nominal = &self.discourse.nominals[index];
        let word = last_word(self.discourse.bare_words(nominal));
        if word.len() < SHORTEST_NAME {
            return Resolution::default();
        }
        // "Governor Were": of two with that name, the governor.
        let by_title = || {
            let items = &self.discourse.words.items[nominal.first.to(nominal.end - 1)];
            let title = items.iter().find_map(|item| item.role)?;
            only(self.profiles.with_name_word_and_role(word, title.singular))
        };
        match only(self.profiles.with_name_word(word)).or_else(by_title) {
            Some(entity) => self.by_name(entity, "speaker-short-name"),
            None => Resolution::default(),
        }
    }

    /// "who", "which": the nominal before the comma. "it": the organization that the sentence before is about.
    fn relative_or_it(&mut self, index: NominalId) -> Resolution<'a> {
        let nominal = &self.discourse.nominals[index];
        let written = self.discourse.first_word(nominal);
        let known = pronouns::BACKWARD.iter().copied().find(|word| written.eq_ignore_ascii_case(word));
        let (Some(word), Some(index_before)) = (known, index.previous()) else { return Resolution::default() };
        let found = if word == "it" {
            self.organization_before(index)
        } else {
            let before = &self.discourse.nominals[index_before];
            let adjacent = nominal.first == before.end || self.discourse.comma_between(before, nominal);
            if !adjacent {
                None
            } else if word == "who"
                && before.kind != Kind::Person
                && let Some(person) = self.person_of_body(index)
            {
                return self.resolve(person);
            } else if before.entity.is_some() && before.kind != Kind::Place {
                before.entity
            } else if before.kind == Kind::Weak {
                None
            } else {
                return self.resolve(index_before);
            }
        };
        let why = found.map(|_| ("speaker-relative", Wording::Article(word)));
        Resolution { entity: found, why, rivals: Vec::new() }
    }

    /// The only organization that stands shortly before nominal `index`, by name or as "the company"; of several the one
    /// that spoke last.
    fn organization_before(&self, index: NominalId) -> Option<EntityIndex> {
        let nominals = self.discourse.nominals;
        let here = self.discourse.sentence(&nominals[index]);
        let of = |nominal: NominalId| match nominals[nominal].kind {
            Kind::Organization => nominals[nominal].entity,
            Kind::Role => self.salience.meant(nominal).filter(|&meant| self.is_organization(meant)),
            _ => None,
        };
        let near = index.back(BEFORE_IT).to(index).iter();
        let near = near.filter(|&nominal| self.discourse.sentence(&nominals[nominal]) + SENTENCES_BEFORE_IT >= here);
        let mut near = near.filter_map(of);
        let first = near.next()?;
        if near.clone().all(|other| other == first) {
            return Some(first);
        }
        let last = self.salience.last_speaker(index)?.entity;
        (last == first || near.any(|other| other == last)).then_some(last)
    }

    /// Whether `entity` is an organization.
    fn is_organization(&self, entity: EntityIndex) -> bool {
        self.profiles.entity(entity).is_some_and(|known| known.kind == EntityKind::Organization)
    }

    /// "Faisal Memon of the Sahil Ambulance Service, who", "an adviser to the Tea Association, who": a person.
    fn person_of_body(&self, index: NominalId) -> Option<NominalId> {
        let nominals = self.discourse.nominals;
        let mut places = std::iter::successors(index.previous(), |at| at.previous()).skip(1).take(PERSON_BEFORE_BODY);
        places.find(|&at| {
            let (person, next) = (&nominals[at], &nominals[at + 1]);
            let joined =
                self.discourse.class_behind(person) == Class::Preposition && next.first <= person.end + BODY_REACH;
            let of_person = |bearer| !matches!(bearer, Bearer::Body | Bearer::Medium);
            let is_person = person.kind == Kind::Person
                || person.kind == Kind::Role && person.role.is_some_and(|role| of_person(role.bearer));
            is_person && joined && self.discourse.in_one_sentence(person, &nominals[index])
        })
    }

    /// Who has the most points among those that agree with `anaphor`, which stands at nominal `index`.
    fn choose(&mut self, index: NominalId, anaphor: &Anaphor<'_>) -> Choice {
        let Self { discourse, profiles, salience, referents, lists_rivals } = self;
        let nominal = &discourse.nominals[index];
        // Roles reach further than pronouns, and so does the owner of what a role stands for ("his lawyer").
        let is_role = nominal.kind == Kind::Role;
        let who = if is_role { anaphor.afar() } else { FromAfar::Nobody };
        let afar = profiles.afar(who, discourse.first_item(nominal).range.start());
        let last_speaker = salience.last_speaker(index);
        salience.in_view(index, last_speaker, afar, referents);
        referents.retain_mut(|referent| {
            let Some(entity) = profiles.entity(referent.entity) else { return false };
            let Some(points) = anaphor.fit(profiles, referent.entity, entity) else { return false };
            referent.points += points;
            referent.points += points_for_mentions(entity.mentions.len()) + points_for_mentions(referent.mentions);
            true
        });
        salience.bar_partners(index, referents);
        // "The Tajik leader" is not who spoke without marks for being the last who did.
        if let Some(last_speaker) = last_speaker.filter(|last| last.marked || !is_role) {
            salience.favor_last_speaker(index, last_speaker, referents);
        }
        let entity = clearly_first(referents, is_role);
        let mut rivals = Vec::new();
        if *lists_rivals {
            referents.sort_unstable_by_key(rank);
            rivals.extend(referents.iter().map(|referent| (referent.entity, referent.points)));
        }
        Choice { is_role, entity, rivals }
    }
}

impl Choice {
    /// As a resolution of the mention with this `wording`.
    fn because(self, wording: Wording<'_>) -> Resolution<'_> {
        let rule = match self.entity {
            None => "speaker-unclear",
            Some(_) if self.is_role => "speaker-role",
            Some(_) => "speaker-pronoun",
        };
        Resolution { entity: self.entity, why: Some((rule, wording)), rivals: self.rivals }
    }
}

/// Best first.
fn rank(referent: &Referent) -> (Reverse<i32>, EntityIndex) {
    (Reverse(referent.points), referent.entity)
}

/// The best of the referents, if it is far enough ahead of the others.
fn clearly_first(referents: &[Referent], of_role: bool) -> Option<EntityIndex> {
    let first = referents.iter().min_by_key(|referent| rank(referent))?;
    let others = referents.iter().filter(|referent| referent.entity != first.entity);
    let second = others.map(|referent| referent.points).max();
    let clear = match second {
        None if of_role => first.points > lead::ALONE_BY_ROLE,
        None => first.points > lead::ALONE,
        Some(second) if of_role || first.points >= lead::NEAR => first.points - second >= lead::OVER_SECOND,
        Some(second) => first.points - second >= lead::OVER_SECOND_FROM_AFAR,
    };
    clear.then_some(first.entity)
}

/// The one entity that `found` gives.
fn only(mut found: impl Iterator<Item = EntityIndex>) -> Option<EntityIndex> {
    found.next().filter(|_| found.next().is_none())
}
