//! The lines of a transcript or interview as quotes.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::entities::{EntityIndex, EntityKind, Mention, Recognition};
use crate::lexicon::speech::calls::INTERVIEWING;
use crate::text::{Source, TextRange, TextSize};
use crate::vocabulary::{Confidence, Evidence, QuoteKind};

use crate::quotes::parse::nominals::last_word;
use crate::quotes::quote::{Candidate, Quote, SpeakerMention};
use crate::quotes::spans::lines::Line;

/// How sure it is that a line is what somebody said, who is a person of the article.
const OF_SOMEBODY: u16 = 930;
/// The same where nobody is known by the name before the colon.
const OF_NOBODY_KNOWN: u16 = 800;
/// The share of the name before the colon among possible speakers.
const LABEL_SHARE: u16 = 900;
/// A shorter name, in characters, says too little of whom it means.
const SHORTEST_NAME: usize = 2;

/// Adds the quotes of `lines` to `out` and sorts it.
pub(crate) fn quotes(source: &Source, names: &Recognition, lines: &[Line], out: &mut Vec<Quote>) {
    let first = lines.first().map(|line| line.label.start());
    let asks = first.and_then(|first| interviewer(source, names, first));
    let guest = first.and_then(|first| guest(names, first, asks));
    let people = People::of(names);
    // Each line that shares a label has the same speaker.
    let mut known: BTreeMap<&str, Option<EntityIndex>> = BTreeMap::new();
    for line in lines {
        let label = source.slice(line.label);
        let entity = match label {
            "A" => guest,
            "Q" => asks,
            _ => *known.entry(label).or_insert_with(|| speaker(source, names, &people, line.label)),
        };
        let sure = if entity.is_some() { OF_SOMEBODY } else { OF_NOBODY_KNOWN };
        out.push(Quote {
            kind: QuoteKind::Direct,
            parts: line.parts.clone(),
            cue: (!matches!(label, "Q" | "A")).then_some(line.colon),
            speaker: Some(SpeakerMention { range: line.label, entity }),
            candidates: vec![Candidate {
                entity,
                range: line.label,
                score: Confidence::permille(LABEL_SHARE),
                evidence: Evidence::new("transcript-line", label),
            }],
            confidence: Confidence::permille(sure),
            evidence: vec![Evidence::new("transcript-line", label)],
            unclosed: false,
        });
    }
    out.sort_by_key(|quote| quote.parts[0].start());
}

/// The people of an article by the words that may call them in a label.
struct People {
    /// By the last word of the name, in lower case.
    by_last_word: BTreeMap<String, Namesakes>,
    /// By last word, first word and initials, in lower case.
    by_any: BTreeMap<String, Namesakes>,
}

/// Who shares a word, as many as it takes to know that they are several without one of them.
#[derive(Default)]
struct Namesakes([Option<EntityIndex>; 3]);

impl Namesakes {
    /// Adds one, unless it came last.
    fn add(&mut self, entity: EntityIndex) {
        let known = self.0.iter().flatten().last() == Some(&entity);
        if let Some(free) = self.0.iter_mut().find(|slot| slot.is_none()).filter(|_| !known) {
            *free = Some(entity);
        }
    }

    /// The only one, leaving out `this`.
    fn only(&self, this: Option<EntityIndex>) -> Option<EntityIndex> {
        let mut found = self.0.iter().flatten().copied().filter(|&entity| Some(entity) != this);
        found.next().filter(|_| found.next().is_none())
    }
}

impl People {
    fn of(names: &Recognition) -> Self {
        let mut people = Self { by_last_word: BTreeMap::new(), by_any: BTreeMap::new() };
        for (entity, person) in names.indexed().filter(|(_, entity)| entity.kind == EntityKind::Person) {
            let name = person.name.to_lowercase();
            let initials: String = name.split([' ', '-']).filter_map(|word| word.chars().next()).collect();
            let first = name.split(' ').next().unwrap_or(&name);
            let last = last_word(&name);
            people.by_last_word.entry(last.to_owned()).or_default().add(entity);
            for called in [last, first, &initials] {
                people.by_any.entry(called.to_owned()).or_default().add(entity);
            }
        }
        people
    }

    /// The one person whose longer name ends in `name`, which is a name of entity `this`.
    fn fuller(&self, name: &str, this: EntityIndex) -> Option<EntityIndex> {
        if name.contains(' ') {
            return None;
        }
        self.by_last_word.get(&name.to_lowercase())?.only(Some(this))
    }

    /// The one person who is called `word`, in lower case: by the last or first word of the name or its initials.
    fn called(&self, word: &str) -> Option<EntityIndex> {
        self.by_any.get(word)?.only(None)
    }
}

/// Whom a label names: a name in it, the last name of somebody, initials.
fn speaker(source: &Source, names: &Recognition, people: &People, label: TextRange) -> Option<EntityIndex> {
    let from = names.mentions.partition_point(|mention| mention.range.start() < label.start());
    let inside = names.mentions[from..].iter().take_while(|mention| label.contains_range(mention.range));
    let inside = inside.filter(|mention| mention.kind != EntityKind::Place);
    if let Some(mention) = inside.last() {
        let named = &names.entities[mention.entity];
        // "PEMBERTON" may have become an entity of its own; a fuller one with the same last name is meant.
        return people.fuller(&named.name, mention.entity).or(Some(mention.entity));
    }
    let text = source.slice(label).trim_end_matches('.').to_lowercase();
    let called = last_word(&text);
    if called.chars().count() < SHORTEST_NAME { None } else { people.called(called) }
}

/// Of an interview in questions and answers: "Ewan Baird spoke to her".
fn interviewer(source: &Source, names: &Recognition, first: TextSize) -> Option<EntityIndex> {
    let asked = |mention: &&Mention| {
        let rest = &source.text()[mention.range.end().index()..];
        let next = rest.strip_prefix(' ').and_then(|rest| rest.split_whitespace().next());
        mention.kind == EntityKind::Person && next.is_some_and(|word| INTERVIEWING.contains(&word))
    };
    names.mentions.iter().take_while(|mention| mention.range.start() < first).find(asked).map(|mention| mention.entity)
}

/// Of an interview in questions and answers: the person named most before the first question; the first named of equals,
/// for an introduction begins with its guest.
fn guest(names: &Recognition, first: TextSize, asks: Option<EntityIndex>) -> Option<EntityIndex> {
    let people = names.indexed().filter(|(_, entity)| entity.kind == EntityKind::Person);
    let counts = people
        .filter(|(index, _)| asks != Some(*index))
        .map(|(index, _)| (names.mentions_of(index).filter(|mention| mention.range.start() < first).count(), index));
    let named = counts.filter(|(count, _)| *count > 0);
    named.min_by_key(|&(count, index)| (Reverse(count), index)).map(|(_, index)| index)
}
