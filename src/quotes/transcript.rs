//! The lines of a transcript or interview as quotes.

use crate::entities::{EntityIndex, EntityKind, Recognition};
use crate::lexicon::speech::calls::INTERVIEWING;
use crate::text::{Source, TextRange, TextSize};
use crate::vocabulary::{Confidence, Evidence, QuoteKind};

use crate::quotes::quote::Candidate;
use crate::quotes::quote::Quote;
use crate::quotes::quote::SpeakerMention;
use crate::quotes::spans::lines::Line;

/// Adds the quotes of `lines` to `out` and sorts it.
pub(crate) fn quotes(source: &Source, names: &Recognition, lines: &[Line], out: &mut Vec<Quote>) {
    let asks = lines.first().and_then(|l| interviewer(source, names, l.label.start()));
    let guest = lines.first().and_then(|l| guest(names, l.label.start(), asks));
    // A transcript has few labels, and each line that shares one has the same speaker.
    let mut known: Vec<(&str, Option<EntityIndex>)> = Vec::new();
    for line in lines {
        let label = source.slice(line.label);
        let entity = match (label, known.iter().find(|k| k.0 == label)) {
            ("A", _) => guest,
            ("Q", _) => asks,
            (_, Some(k)) => k.1,
            _ => {
                let found = speaker(source, names, line.label);
                if known.len() < 64 {
                    known.push((label, found));
                }
                found
            }
        };
        out.push(Quote {
            kind: QuoteKind::Direct,
            parts: line.parts.clone(),
            cue: (!matches!(label, "Q" | "A")).then_some(line.colon),
            speaker: Some(SpeakerMention { range: line.label, entity }),
            candidates: vec![Candidate {
                entity,
                range: line.label,
                score: Confidence::permille(900),
                evidence: Evidence::new("transcript-line", label),
            }],
            confidence: Confidence::permille(if entity.is_some() { 930 } else { 800 }),
            evidence: vec![Evidence::new("transcript-line", label)],
            unclosed: false,
        });
    }
    out.sort_by_key(|q| q.parts[0].start());
}

/// Whom a label names: a name in it, the last name of somebody, initials.
fn speaker(source: &Source, names: &Recognition, label: TextRange) -> Option<EntityIndex> {
    let from = names.mentions.partition_point(|m| m.range.start() < label.start());
    let inside = names.mentions[from..].iter().take_while(|m| label.contains_range(m.range));
    let inside = inside.filter(|m| m.kind != EntityKind::Place);
    if let Some(m) = inside.last() {
        let person = &names.entities[m.entity];
        // "PEMBERTON" may have become an entity of its own; a fuller one with the same last name is meant.
        return fuller(names, &person.name, m.entity).or(Some(m.entity));
    }
    let text = source.slice(label).trim_end_matches('.').to_lowercase();
    let tail = text.rsplit(' ').next().unwrap_or("");
    if tail.chars().count() < 2 {
        return None;
    }
    let fits = |name: &str| {
        let name = name.to_lowercase();
        let initials: String = name.split([' ', '-']).filter_map(|w| w.chars().next()).collect();
        name == text
            || name.rsplit(' ').next() == Some(tail)
            || name.split(' ').next() == Some(tail)
            || initials == tail
    };
    let mut found = names.indexed().filter(|(_, e)| e.kind == EntityKind::Person && fits(&e.name));
    match (found.next(), found.next()) {
        (Some((entity, _)), None) => Some(entity),
        _ => None,
    }
}

/// The one person whose longer name ends in the same word.
fn fuller(names: &Recognition, name: &str, this: EntityIndex) -> Option<EntityIndex> {
    if name.contains(' ') {
        return None;
    }
    let lower = name.to_lowercase();
    let mut found = names.indexed().filter(|(entity, e)| {
        *entity != this
            && e.kind == EntityKind::Person
            && e.name.to_lowercase().rsplit(' ').next() == Some(lower.as_str())
    });
    match (found.next(), found.next()) {
        (Some((entity, _)), None) => Some(entity),
        _ => None,
    }
}

/// Of an interview in questions and answers: "Ewan Baird spoke to her".
fn interviewer(source: &Source, names: &Recognition, first: TextSize) -> Option<EntityIndex> {
    let asked = |m: &&crate::entities::Mention| {
        let rest = &source.text()[m.range.end().index()..];
        let mut next = rest.split_whitespace();
        m.kind == EntityKind::Person && rest.starts_with(' ') && next.next().is_some_and(|w| INTERVIEWING.contains(&w))
    };
    names.mentions.iter().take_while(|m| m.range.start() < first).find(asked).map(|m| m.entity)
}

/// Of an interview in questions and answers: the person named most before the first question, if clearly so.
fn guest(names: &Recognition, first: TextSize, asks: Option<EntityIndex>) -> Option<EntityIndex> {
    let mut counts: Vec<(usize, EntityIndex)> = names
        .indexed()
        .filter(|(entity, e)| e.kind == EntityKind::Person && asks != Some(*entity))
        .map(|(entity, _)| {
            let before = names.mentions_of(entity).filter(|m| m.range.start() < first).count();
            (before, entity)
        })
        .filter(|c| c.0 > 0)
        .collect();
    // The first named of equals: an introduction begins with its guest.
    counts.sort_by_key(|&(count, i)| (std::cmp::Reverse(count), i));
    counts.first().map(|c| c.1)
}
