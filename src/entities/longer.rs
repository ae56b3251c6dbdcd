//! Names that go on where the model stops: "Government of" before a country, "and Social Welfare" behind a ministry, the
//! legal form of a company.

use std::ops::Range;

use crate::entities::name::{Name, View};
use crate::lexicon::Cues;
use crate::lexicon::grammar::prepositions;
use crate::lexicon::names::{bodies, particles, places};
use crate::tagger::{Case, Class, Style};
use crate::text::has_in_any_case;

/// The longest list of fields that is followed, in tokens.
const FIELDS: usize = 16;

/// Lets each name reach as far as it goes; names that it swallows are gone.
pub(super) fn reach(view: View<'_>, names: &mut Vec<Name>) {
    let mut out: Vec<Name> = Vec::with_capacity(names.len());
    let mut index = 0;
    while index < names.len() {
        let mut name = names[index].clone();
        let floor = out.last().map_or(0, |last| last.tokens.end);
        backward(view, &mut name, floor);
        let rest = &names[index + 1..];
        forward(view, &mut name, rest);
        index += 1;
        while index < names.len() && names[index].tokens.start < name.tokens.end {
            name.tokens.end = name.tokens.end.max(names[index].tokens.end);
            index += 1;
        }
        out.push(name);
    }
    *names = out;
}

fn stretch(name: &mut Name, tokens: Range<usize>, class: Class) {
    if tokens != name.tokens {
        name.margin = name.margin.min(MARGIN);
    }
    name.tokens = tokens;
    name.class = class;
}

/// How sure a name is at most whose borders a rule moved, in units of weight.
const MARGIN: i32 = 40;

/// "Government of" and "Gulf of" before a place.
fn backward(view: View<'_>, name: &mut Name, floor: usize) {
    let start = name.tokens.start;
    if name.class != Class::Place {
        return;
    }
    let step = |token: usize| view.before(token).filter(|&place| place >= floor);
    let of = step(start).and_then(|place| if view.text(place) == "the" { step(place) } else { Some(place) });
    let Some(head) = of.filter(|&place| view.text(place) == "of").and_then(step) else { return };
    if view.article.word(head).case != Case::Capitalized || step(head).is_some_and(|place| view.is_capital(place)) {
        return;
    }
    if has_in_any_case(bodies::OF_PLACES, view.text(head)) {
        stretch(name, head..name.tokens.end, Class::Organization);
    } else if has_in_any_case(places::OF_PLACES, view.text(head)) {
        stretch(name, head..name.tokens.end, Class::Place);
    }
}

fn forward(view: View<'_>, name: &mut Name, rest: &[Name]) {
    let end = name.tokens.end;
    let Some(next) = view.after(end - 1) else { return };
    if name.class == Class::Organization {
        if let Some(end) = fields(view, name, next, rest) {
            return stretch(name, name.tokens.start..end, Class::Organization);
        }
        if let Some(end) = of_place(view, name, next, rest) {
            return stretch(name, name.tokens.start..end, Class::Organization);
        }
        if view.text(next) == "party" {
            return stretch(name, name.tokens.start..next + 1, Class::Organization);
        }
    }
    if matches!(name.class, Class::Organization | Class::Person)
        && let Some(end) = legal_form(view, next)
    {
        return stretch(name, name.tokens.start..end, Class::Organization);
    }
    if matches!(name.class, Class::Organization | Class::Place)
        && let Some(end) = romance(view, next)
    {
        stretch(name, name.tokens.start..end, name.class);
    }
}

/// The end of ", Inc." or "plc".
fn legal_form(view: View<'_>, next: usize) -> Option<usize> {
    let word = if view.text(next) == "," { view.after(next)? } else { next };
    let set_off = word > next && !has_in_any_case(bodies::SET_OFF, view.text(word).trim_end_matches('.'));
    if set_off {
        return None;
    }
    let form = view.is_capital(word) || word == next && view.text(word) == "plc";
    (form && has_in_any_case(bodies::LEGAL_FORMS, view.text(word))
        || view.text(word).strip_suffix('.').is_some_and(|w| bodies::LEGAL_FORMS.contains(&&*w.to_lowercase())))
    .then_some(word + 1)
}

/// The end of "de los Colorados" behind "Santo Domingo".
fn romance(view: View<'_>, next: usize) -> Option<usize> {
    particles::ROMANCE.iter().find_map(|particles| {
        let word = next + particles.len();
        let line = view.line(next);
        let fits =
            word < line.end && particles.iter().enumerate().all(|(offset, prior)| view.text(next + offset) == *prior);
        (fits && view.article.word(word).case == Case::Capitalized).then_some(word + 1)
    })
}

/// The end of "of China" behind "National Theatre".
fn of_place(view: View<'_>, name: &Name, next: usize, rest: &[Name]) -> Option<usize> {
    if view.text(next) != "of" {
        return None;
    }
    let place = view.after(next)?;
    let place = if view.text(place) == "the" { view.after(place)? } else { place };
    let institution = name.tokens.clone().any(|token| view.article.word(token).is(Cues::ORGANIZATION));
    let followed = rest.first().filter(|count| count.tokens.start == place && count.class == Class::Place);
    followed.filter(|_| institution || name.tokens.len() > 1).map(|count| count.tokens.end)
}

/// The end of ", Labour and Social Development" behind "Ministry of Gender".
fn fields(view: View<'_>, name: &Name, next: usize, rest: &[Name]) -> Option<usize> {
    let tokens = name.tokens.clone();
    let head = tokens.clone().take(4).find(|&token| has_in_any_case(bodies::OF_FIELDS, view.text(token)))?;
    if head + 2 >= tokens.end || !prepositions::OF_FIELD.contains(&view.text(head + 1)) {
        return None;
    }
    let line = view.line(next);
    let style = view.article.lines.get(view.article.lines.partition_point(|l| l.end <= next)).map(|l| l.style);
    if style != Some(Style::Normal) {
        return None;
    }
    // Commas lead on only where "and" closes the list.
    let (mut at, mut closed) = (next, None);
    let limit = line.end.min(next + FIELDS);
    while at + 1 < limit {
        let comma = view.text(at) == ",";
        let and = if comma { at + 1 } else { at };
        let last = matches!(view.text(and), "and" | "&");
        if !comma && !last {
            break;
        }
        let from = if last { and + 1 } else { at + 1 };
        let to = (from..limit).find(|&token| view.article.word(token).case != Case::Capitalized).unwrap_or(limit);
        if to == from {
            break;
        }
        at = to;
        if last {
            closed = Some(to);
            break;
        }
    }
    let end = closed?;
    let cue =
        |token: usize| view.article.word(token).is(Cues::ORGANIZATION) || view.article.word(token).is(Cues::TITLE);
    let apart = rest.iter().take_while(|count| count.tokens.start < end).any(|count| {
        count.tokens.end > end || matches!(count.class, Class::Person | Class::Place) || count.tokens.clone().any(cue)
    });
    (!apart && !(next..end).any(cue)).then_some(end)
}
