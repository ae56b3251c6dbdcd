//! Names that begin before or end behind what the model took: initials, particles, parts behind a hyphen, saints, towers.

use std::collections::BTreeSet;

use crate::entities::name::{Name, View};
use crate::entities::rules::claims::{MARGIN, claim, covering, overlay};
use crate::entities::rules::forms;
use crate::lexicon::Cues;
use crate::lexicon::names::{east_asian, particles, places};
use crate::tagger::{Case, Class, Label};
use crate::text::has_in_any_case;

/// A name has no more initials, and no more particles.
const MOST: usize = 3;

/// Lets persons' names reach as far as they go, and ends them where something else begins.
pub(super) fn persons(view: View<'_>, names: &mut Vec<Name>) {
    let mut parts = Vec::new();
    for name in names.iter_mut().filter(|name| name.class == Class::Person) {
        before_month(view, name);
        parts.extend(behind_dash(view, name));
        behind_hyphen(view, name);
        behind_initials(view, name);
    }
    if !parts.is_empty() {
        names.extend(parts);
        names.sort_by_key(|name| name.tokens.start);
    }
    let families = families(view, names);
    let mut floor = 0;
    for name in names.iter_mut() {
        if name.class == Class::Person {
            behind_particles(view, name, floor, &families);
        }
        floor = name.tokens.end;
    }
}

/// "GETTLING JAN. 13": the name ends before the date.
fn before_month(view: View<'_>, name: &mut Name) {
    let last = name.tokens.end - 1;
    let month = name.tokens.len() > 2
        && view.article.word(last).is(Cues::CALENDAR)
        && view.after(last).is_some_and(|next| view.article.word(next).case == Case::Number);
    if month {
        name.tokens.end = last;
    }
}

/// "Ophelia - Dee Marlin": two names, of which the second is given back.
fn behind_dash(view: View<'_>, name: &mut Name) -> Option<Name> {
    let tokens = name.tokens.clone();
    let dash = tokens.clone().find(|&token| {
        matches!(view.text(token), "-" | "–" | "—") && !view.article.joined[token] && token + 1 < tokens.end
    })?;
    // "Al - Sudais"
    let joins = |token: usize| has_in_any_case(particles::BEFORE_DASHES, view.text(token));
    if dash == tokens.start || joins(dash - 1) || view.article.joined[dash + 1] {
        return None;
    }
    name.tokens.end = dash;
    Some(Name { tokens: dash + 1..tokens.end, ..name.clone() })
}

/// "Tara Parker" before "-Pope", "Song Kang" before "-ho".
fn behind_hyphen(view: View<'_>, name: &mut Name) {
    let (hyphen, part) = (name.tokens.end, name.tokens.end + 1);
    let line = view.line(name.tokens.start);
    if name.tokens.len() < 2
        || part >= line.end
        || view.text(hyphen) != "-"
        || !view.article.joined[hyphen]
        || !view.article.joined[part]
    {
        return;
    }
    let own = matches!(view.tags.labels[part].class(), None | Some(Class::Person));
    let goes_on = match view.article.word(part).case {
        Case::Capitalized => own,
        Case::Lower => {
            east_asian::is_syllable(view.text(part)) && east_asian::is_syllable(view.text(name.tokens.end - 1))
        }
        _ => false,
    };
    if goes_on {
        name.tokens.end = part + 1;
        name.margin = name.margin.min(MARGIN);
    }
}

/// "M." before "Scott Carling".
fn behind_initials(view: View<'_>, name: &mut Name) {
    for _ in 0..MOST {
        let before = view
            .before(name.tokens.start)
            .filter(|&token| forms::is_initial(view, token) && view.tags.labels[token] == Label::OUTSIDE);
        let Some(before) = before else { return };
        name.tokens.start = before;
        name.margin = name.margin.min(MARGIN);
    }
}

/// The family names of full names with their particles ("van der Meulen"), by the hash of their words.
fn families(view: View<'_>, names: &[Name]) -> BTreeSet<u64> {
    let mut out = BTreeSet::new();
    for name in names.iter().filter(|name| name.class == Class::Person && name.tokens.len() > 2) {
        let small = |token: &usize| view.article.word(*token).case == Case::Lower;
        if let Some(first) = name.tokens.clone().skip(1).find(small) {
            out.insert(view.key(first..name.tokens.end));
        }
    }
    out
}

/// "van der" before "Meulen": what only opens names, or what a full name of the article has there.
fn behind_particles(view: View<'_>, name: &mut Name, floor: usize, families: &BTreeSet<u64>) {
    let particle = |token: &usize| {
        let word = view.article.word(*token);
        word.case == Case::Lower
            && (word.is(Cues::NAME_PARTICLE) || particles::NEVER_ALONE.contains(&view.text(*token)))
    };
    let mut first = name.tokens.start;
    let mut best = first;
    for _ in 0..MOST {
        let Some(before) = view.before(first).filter(|token| *token >= floor && particle(token)) else { break };
        first = before;
        if families.contains(&view.key(first..name.tokens.end))
            || particles::NEVER_ALONE.contains(&view.text(first))
            || view.text(first) == "van" && best == first + 1
        {
            best = first;
        }
    }
    if best < name.tokens.start {
        name.tokens.start = best;
        name.margin = name.margin.min(MARGIN);
    }
}

/// Lets places and bodies reach back over "St", and takes the landmarks that Romance heads tell.
pub(super) fn places(view: View<'_>, names: &mut Vec<Name>) {
    for name in names.iter_mut().filter(|name| matches!(name.class, Class::Place | Class::Organization)) {
        let saint = view.before(name.tokens.start).filter(|&token| {
            matches!(view.text(token), "St" | "St." | "Saint") && view.tags.labels[token] == Label::OUTSIDE
        });
        if let Some(saint) = saint {
            name.tokens.start = saint;
            name.margin = name.margin.min(MARGIN);
        }
    }
    let mut landmarks = Vec::new();
    for &line in &view.article.lines {
        let mut at = line.start;
        while at < line.end {
            let within = |end: &usize| {
                !covering(names, at).is_some_and(|name| name.class != Class::Other && name.tokens.end >= *end)
            };
            let end = landmark(view, at, line.end).filter(within);
            if let Some(end) = end {
                landmarks.push(claim(at..end, Class::Place));
            }
            at = end.unwrap_or(at + 1);
        }
    }
    overlay(names, landmarks);
}

/// The end of "Arc de Triomphe", "Plaza de la Constitución".
fn landmark(view: View<'_>, at: usize, end: usize) -> Option<usize> {
    if !view.is_capital(at) || at + 2 >= end || view.article.word(at + 1).case != Case::Lower {
        return None;
    }
    let particles = particles::ROMANCE.iter().find(|particles| {
        particles.iter().enumerate().all(|(offset, word)| {
            let token = at + 1 + offset;
            token < end && (view.text(token) == *word || *word == "de" && matches!(view.text(token), "du" | "des"))
        })
    })?;
    let word = at + 1 + particles.len();
    let named = word < end
        && view.article.word(word).case == Case::Capitalized
        && places::ROMANCE_HEADS.contains(&&*view.text(at).to_lowercase());
    named.then_some(word + 1)
}
