//! Names that the words beside them tell: kin called by their first names, a town before its state, where a storm went, who
//! holds a seat, a form.

use std::ops::Range;

use crate::entities::name::{Name, View};
use crate::entities::rules::claims::{claim, covering};
use crate::lexicon::names::{bodies, offices, places};
use crate::lexicon::{Cues, Lists};
use crate::tagger::{Case, Class, Line, Style};
use crate::text::has_in_any_case;

/// The longest name that is taken where the model has none, in words.
const LONGEST: usize = 3;
/// How sure it is that a word before the name of a state is a town, in units of weight.
const BEFORE_STATE: i32 = 60;
/// What is more than the name of a person.
const LARGE: Lists = Lists::COUNTRY.with(Lists::REGION).with(Lists::CITY);

/// What those words say, in order.
pub(super) fn claims(view: View<'_>, names: &[Name]) -> Vec<Name> {
    let mut out: Vec<Name> = Vec::new();
    for line in view.article.lines.iter().filter(|line| line.style != Style::Capitals) {
        out.extend(in_form(view, line));
        for at in line.start..line.end {
            let found = if view.is_capital(at) { before_state(view, names, at) } else { Vec::new() };
            let found = if found.is_empty() { beside(view, names, line, at) } else { found };
            for name in found {
                if out.last().is_none_or(|last| last.tokens.end <= name.tokens.start) {
                    out.push(name);
                }
            }
        }
    }
    out
}

/// "Name: Doerr, Frank", as forms have it: one person.
fn in_form(view: View<'_>, line: &Line) -> Option<Name> {
    let [label, colon, family, comma, first] = [0, 1, 2, 3, 4].map(|at| line.start + at);
    let given = (first..line.end).take_while(|&token| view.is_capital(token)).count();
    let named =
        first < line.end && (1..=LONGEST).contains(&given) && first + given == line.end && view.is_capital(family);
    (named && view.text(label) == "Name" && view.text(colon) == ":" && view.text(comma) == ",")
        .then(|| claim(family..line.end, Class::Person))
}

/// What the word at `at` says of the names behind it.
fn beside(view: View<'_>, names: &[Name], line: &Line, at: usize) -> Vec<Name> {
    let word = view.text(at);
    if let Some(country) = country_code(view, names, at) {
        return vec![country];
    }
    if offices::KIN.contains(&word) || offices::KIN_PLURALS.contains(&word) {
        return kin(view, names, line.end, at);
    }
    if places::STORMS.contains(&word) {
        return struck(view, line.end, at);
    }
    if places::HOLDING.contains(&word) { seat(view, names, line, at).unwrap_or_default() } else { Vec::new() }
}

/// "Their *children*, Aria and Leo, …": persons, by first names that no list need have.
fn kin(view: View<'_>, names: &[Name], end: usize, noun: usize) -> Vec<Name> {
    let mut out = Vec::new();
    let mut at = noun + 1;
    while at + 1 < end && (view.text(at) == "," || !out.is_empty() && view.text(at) == "and") {
        at += 1 + usize::from(view.text(at) == "," && view.text(at + 1) == "and");
        let word = |token: usize| view.article.word(token);
        let named = |token: usize| {
            let other = Cues::ORGANIZATION.with(Cues::PLACE).with(Cues::CALENDAR).with(Cues::DEMONYM).with(Cues::TITLE);
            word(token).case == Case::Capitalized && !word(token).is(other)
        };
        let stop = (at..end.min(at + LONGEST)).find(|&token| !named(token)).unwrap_or(end.min(at + LONGEST));
        let closed = stop >= end || matches!(view.text(stop), "," | "." | ";" | "and" | "(");
        if stop == at || !closed || word(at).on(LARGE) {
            break;
        }
        let known = covering(names, at).filter(|name| name.class == Class::Person);
        out.push(claim(known.map_or(at..stop, |name| name.tokens.clone()), Class::Person));
        at = stop;
    }
    out.retain(|name| covering(names, name.tokens.start).is_none_or(|known| known.class != Class::Person));
    out
}

/// "*Jackson*, Mississippi,": a town, whoever else is called so.
fn before_state(view: View<'_>, names: &[Name], at: usize) -> Vec<Name> {
    let here = covering(names, at);
    let single = here.is_none_or(|name| name.tokens.len() == 1 && name.class == Class::Person);
    let (comma, state) = (at + 1, at + 2);
    let line = view.line(at);
    if !single || state >= line.end || view.text(comma) != "," {
        return Vec::new();
    }
    let Some(place) = covering(names, state).filter(|name| name.class == Class::Place && name.tokens.start == state)
    else {
        return Vec::new();
    };
    let large = Lists::COUNTRY.with(Lists::REGION);
    let known = view.lexicon.get(view.key(place.tokens.clone())).is_some_and(|entry| entry.lists.any(large));
    let closed = view.after(place.tokens.end - 1).is_none_or(|next| matches!(view.text(next), "," | "." | ")" | ";"));
    let town = view.article.word(at).on(Lists::CITY.with(Lists::TOWN));
    let free = view.before(at).is_none_or(|before| {
        !view.is_capital(before) && !view.article.word(before).is(Cues::HONORIFIC.with(Cues::TITLE))
    });
    if known && closed && town && free {
        return vec![Name { margin: BEFORE_STATE, ..claim(at..comma, Class::Place) }];
    }
    Vec::new()
}

/// "*Storm* Edda hits Kerry and Clare": places, if the lists have them.
fn struck(view: View<'_>, end: usize, storm: usize) -> Vec<Name> {
    let mut out = Vec::new();
    let verb = storm + 2;
    if verb >= end || !view.is_capital(storm + 1) || !places::STRIKING.contains(&view.text(verb)) {
        return out;
    }
    let listed = LARGE.with(Lists::TOWN).with(Lists::AREA);
    let mut at = verb + 1;
    while at < end && view.is_capital(at) && view.article.word(at).on(listed) {
        out.push(claim(at..at + 1, Class::Place));
        at += 1;
        if at < end && matches!(view.text(at), "," | "and") {
            at += 1;
        }
    }
    out
}

/// "Ada Finch *holds* Harwich for Labour": a place, and the party apart from it.
fn seat(view: View<'_>, names: &[Name], line: &Line, verb: usize) -> Option<Vec<Name>> {
    let seat = verb + 1;
    let name = covering(names, seat).filter(|name| name.tokens.start == seat)?;
    let party = |token: usize| has_in_any_case(bodies::PARTIES, view.text(token));
    let words: Range<usize> =
        seat..(seat..name.tokens.end).find(|&token| view.text(token) == "for").unwrap_or(name.tokens.end);
    let behind = words.end;
    let for_party = behind + 1 < line.end && view.text(behind) == "for" && party(behind + 1);
    let in_party_line = || (line.start..line.end).any(party) && view.article.word(seat).on(LARGE.with(Lists::TOWN));
    if name.class == Class::Place || words.len() > LONGEST || !(for_party || words.len() == 1 && in_party_line()) {
        return None;
    }
    let mut out = vec![Name { margin: BEFORE_STATE, ..claim(words, Class::Place) }];
    if for_party && name.tokens.end > behind {
        out.push(claim(behind + 1..name.tokens.end, Class::Organization));
    }
    Some(out)
}

/// "Writes for *The* Guardian": with a capital within a sentence the article is part of the name.
pub(in crate::entities) fn with_article(view: View<'_>, names: &mut [Name]) {
    for name in names.iter_mut().filter(|name| matches!(name.class, Class::Organization | Class::Place)) {
        let article = view.before(name.tokens.start).filter(|&token| view.text(token) == "The");
        let within = article
            .and_then(|article| view.before(article))
            .is_some_and(|before| view.text(before) == "," || view.article.word(before).case == Case::Lower);
        if within && let Some(article) = article {
            name.tokens.start = article;
        }
    }
}

/// "Amelia Foss (*KEN*)": the country, by the letters that it has in sports.
fn country_code(view: View<'_>, names: &[Name], at: usize) -> Option<Name> {
    let (open, close) = (view.before(at)?, view.after(at)?);
    let person = view.before(open).and_then(|last| covering(names, last));
    let behind_person = person.is_some_and(|name| name.class == Class::Person && name.tokens.end == open);
    (behind_person && view.text(open) == "(" && view.text(close) == ")" && places::CODES.contains(&view.text(at)))
        .then(|| claim(at..close, Class::Place))
}
