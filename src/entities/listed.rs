//! Names that the lists know, for languages whose grammar the engine does not: nothing is guessed, and in doubt nothing is
//! found. A person is a listed first name before a listed family name; a place is a country, a large city, or a listed
//! name of several words. What touches another word with a capital may be part of a longer name and is left out; in
//! German, where each noun has one, a title may stand before a person.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::entities::evidence::{FAMILY_NAME, FIRST_NAME, GAZETTEER, because};
use crate::entities::index::EntityIndex;
use crate::entities::recognition::{Entity, EntityKind, Gender, Mention, PlaceFacts, Recognition};
use crate::lexicon::languages::names::{ARTICLES, NO_FIRST_NAMES};
use crate::lexicon::names::particles::BEFORE_FAMILY_NAMES;
use crate::lexicon::{Cues, Entry, Lexicon, Lists, Place, PlaceKind, extend, word_hash};
use crate::segment::{Segmentation, Token, TokenKind};
use crate::text::{Source, TextRange};
use crate::vocabulary::{Confidence, Evidence, Language};

/// Not measured, as there are no articles to measure it on: what the lists say, short of what context would add.
const CONFIDENCE: Confidence = Confidence::permille(700);
/// A single word that names a place has so many letters or more.
const SHORTEST_PLACE: usize = 5;
/// Nobody has more family names.
const MOST_FAMILY_NAMES: usize = 3;
/// A city of a million people and more; of several words, of a hundred thousand.
const MILLION: u8 = 6;
const HUNDRED_THOUSAND: u8 = 5;
/// The nouns of this language have capitals.
const CAPITAL_NOUNS: &str = "de";

const FIRST_NAMES: Lists = Lists::FIRST.with(Lists::MALE).with(Lists::FEMALE);
const PLACES: Lists = Lists::COUNTRY.with(Lists::REGION).with(Lists::CITY).with(Lists::AREA);

/// The names of an article in `language` that the lists know.
pub fn listed(source: &Source, segmentation: &Segmentation, lexicon: &Lexicon, language: Language) -> Recognition {
    let reading = Reading { source, tokens: &segmentation.tokens, lexicon, nouns: language.code() == CAPITAL_NOUNS };
    let mut found = Found::default();
    for sentence in &segmentation.sentences {
        let (mut at, end) = (sentence.tokens.start as usize, sentence.tokens.end as usize);
        let line = at..end;
        while at < end {
            let name = reading.person(&line, at).or_else(|| reading.place(&line, at));
            at = name.as_ref().map_or(at + 1, |name| name.tokens.end);
            if let Some(name) = name {
                found.add(&reading, name);
            }
        }
    }
    found.names
}

/// A name that the lists know.
struct Listed {
    tokens: Range<usize>,
    kind: EntityKind,
    evidence: Vec<Evidence>,
    place: Option<PlaceFacts>,
}

/// What is looked at.
struct Reading<'a> {
    source: &'a Source,
    tokens: &'a [Token],
    lexicon: &'a Lexicon,
    /// Nouns have capitals.
    nouns: bool,
}

impl Reading<'_> {
    fn text(&self, at: usize) -> &str {
        self.source.slice(self.tokens[at].range)
    }

    fn entry(&self, at: usize) -> Entry {
        self.lexicon.word(word_hash(self.text(at)))
    }

    fn is_capital(&self, at: usize) -> bool {
        self.tokens[at].kind == TokenKind::Capitalized
    }

    /// Whether `at` is a word with a capital and a space before it, in `line`.
    fn follows(&self, line: &Range<usize>, at: usize) -> bool {
        at < line.end && self.is_capital(at) && self.tokens[at].spaced
    }

    /// Whether nothing behind the name may go on with it.
    fn ends(&self, line: &Range<usize>, end: usize) -> bool {
        if end >= line.end {
            return true;
        }
        let next = self.tokens[end];
        if next.spaced { !next.kind.has_capital() } else { !next.kind.is_word() && !self.joins(end) }
    }

    /// Whether nothing before the name may belong to it. A title may stand there.
    fn begins(&self, line: &Range<usize>, start: usize, titled: bool) -> bool {
        if start == line.start {
            return true;
        }
        let before = start - 1;
        let kind = self.tokens[before].kind;
        if !self.tokens[start].spaced {
            return !kind.is_word() && !self.joins(before);
        }
        let title = titled && (self.nouns || self.entry(before).cues.any(Cues::HONORIFIC.with(Cues::TITLE)));
        !kind.has_capital() || title
    }

    /// Whether the token at `at` joins words to one: a hyphen or an apostrophe.
    fn joins(&self, at: usize) -> bool {
        matches!(self.text(at), "-" | "‐" | "‑" | "–" | "'" | "’" | "/" | "&")
    }

    /// A person whose name begins at `start`.
    fn person(&self, line: &Range<usize>, start: usize) -> Option<Listed> {
        let first = self.entry(start);
        let is_first = |at: usize, entry: Entry| {
            entry.lists.any(FIRST_NAMES)
                && !entry.lists.any(PLACES.with(Lists::ORGANIZATION))
                && !entry.cues.any(Cues::CALENDAR)
                && !NO_FIRST_NAMES.contains(&self.text(at).to_lowercase().as_str())
        };
        let is_last = |entry: Entry| entry.lists.any(Lists::LAST) && !entry.lists.any(PLACES);
        if !self.is_capital(start) || !is_first(start, first) || !self.begins(line, start, true) {
            return None;
        }
        let mut at = start + 1;
        if self.follows(line, at) && is_first(at, self.entry(at)) && self.follows(line, at + 1) {
            at += 1;
        }
        while at < line.end
            && self.tokens[at].spaced
            && self.tokens[at].kind == TokenKind::Lower
            && BEFORE_FAMILY_NAMES.split(' ').any(|particle| particle == self.text(at))
        {
            at += 1;
        }
        let family = at;
        while at - family < MOST_FAMILY_NAMES && self.follows(line, at) && is_last(self.entry(at)) {
            at += 1;
        }
        if at == family || !self.ends(line, at) || self.phrase(start..at).lists.any(PLACES.with(Lists::ORGANIZATION)) {
            return None;
        }
        let evidence = vec![because(FIRST_NAME, self.text(start)), because(FAMILY_NAME, self.text(at - 1))];
        Some(Listed { tokens: start..at, kind: EntityKind::Person, evidence, place: None })
    }

    /// What the lists have of these words together.
    fn phrase(&self, tokens: Range<usize>) -> Entry {
        let hash = tokens.fold(0, |hash, at| extend(hash, word_hash(self.text(at))));
        self.lexicon.get(hash).copied().unwrap_or_default()
    }

    /// The longest listed place that begins at `start`.
    fn place(&self, line: &Range<usize>, start: usize) -> Option<Listed> {
        if !self.is_capital(start) || !self.begins(line, start, false) {
            return None;
        }
        let longest = usize::from(self.entry(start).longest.max(1));
        let ends = (start + 1..=line.end.min(start + longest)).rev();
        let capital = |at: &usize| self.is_capital(*at) && self.tokens[*at].spaced;
        ends.filter(|&end| capital(&(end - 1)) || end == start + 1).find_map(|end| {
            let entry = self.phrase(start..end);
            let place = *self.lexicon.place(entry.place)?;
            let known = if end == start + 1 {
                self.is_known(start, entry, place)
            } else {
                self.is_known_phrase(start, end, place)
            };
            (known && self.ends(line, end)).then(|| Listed {
                tokens: start..end,
                kind: EntityKind::Place,
                evidence: vec![because(GAZETTEER, place.kind.name())],
                place: Some(PlaceFacts::of(place)),
            })
        })
    }

    /// Whether a single word is surely this place.
    fn is_known(&self, at: usize, entry: Entry, place: Place) -> bool {
        let large = place.kind == PlaceKind::Country
            || place.kind == PlaceKind::City && place.population_rank >= MILLION && entry.lists.any(Lists::CITY);
        large
            && self.text(at).chars().count() >= SHORTEST_PLACE
            && !entry.lists.any(FIRST_NAMES.with(Lists::ORGANIZATION))
    }

    /// Whether several words are surely this place: all but small ones with capitals, and large where the first is an article.
    fn is_known_phrase(&self, start: usize, end: usize, place: Place) -> bool {
        let spaced = (start + 1..end).all(|at| self.tokens[at].spaced);
        let capitals = (start..end).filter(|&at| self.is_capital(at)).count();
        let article = ARTICLES.contains(&self.text(start).to_lowercase().as_str());
        let large = place.kind == PlaceKind::Country || place.population_rank >= HUNDRED_THOUSAND;
        spaced && capitals >= 2 && (large || !article)
    }
}

/// Mentions and the entities that they form: the same words are the same.
#[derive(Default)]
struct Found {
    names: Recognition,
    known: BTreeMap<(EntityKind, String), EntityIndex>,
}

impl Found {
    fn add(&mut self, reading: &Reading<'_>, name: Listed) {
        let Listed { tokens, kind, evidence, place } = name;
        let range =
            TextRange::new(reading.tokens[tokens.start].range.start(), reading.tokens[tokens.end - 1].range.end());
        let words = reading.source.slice(range);
        let names = &mut self.names;
        let entity = *self.known.entry((kind, words.to_owned())).or_insert_with(|| {
            let index = EntityIndex::new(names.entities.len());
            names.entities.push(Entity {
                kind,
                name: words.into(),
                mentions: Vec::new(),
                gender: Gender::Unknown,
                roles: Vec::new(),
                place,
            });
            index
        });
        let mention = u32::try_from(names.mentions.len()).expect("invariant: a text has fewer than 2³² bytes");
        names.entities[entity].mentions.push(mention);
        names.mentions.push(Mention { range, kind, entity, confidence: CONFIDENCE, evidence });
    }
}
