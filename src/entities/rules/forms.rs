//! Persons whose names tell by their form: a family name of East Asia before two syllables with a hyphen, Vietnamese
//! letters, several initials, "O’Brien"; a runner before a country in brackets.

use crate::entities::name::{Name, View};
use crate::entities::rules::claims::{claim, covering};
use crate::lexicon::names::east_asian::{self, FAMILY_NAMES, VIETNAMESE_FAMILY_NAMES};
use crate::lexicon::names::places;
use crate::lexicon::{Cues, Lists};
use crate::tagger::{Case, Class, Label};

/// The longest name of a person that is followed, in words.
const LONGEST: usize = 4;

/// What the form of words says, in order.
pub(super) fn claims(view: View<'_>, names: &[Name]) -> Vec<Name> {
    let mut out: Vec<Name> = Vec::new();
    for &line in &view.article.lines {
        let mut at = line.start;
        while at < line.end {
            let end = if view.is_capital(at) { person(view, names, at, line.end) } else { None };
            if let Some(end) = end {
                // "Paul Lam Ting-kwok": the model has what stands before.
                let floor = out.last().map_or(line.start, |last| last.tokens.end);
                let known = covering(names, at).filter(|name| name.class == Class::Person);
                let start = known.map_or(at, |name| name.tokens.start.max(floor));
                out.push(claim(start..end, Class::Person));
            }
            at = end.unwrap_or(at + 1);
        }
    }
    out
}

/// Where the person's name ends that begins at `at`.
fn person(view: View<'_>, names: &[Name], at: usize, end: usize) -> Option<usize> {
    hyphenated(view, at, end)
        .or_else(|| vietnamese(view, at, end))
        .or_else(|| initials(view, names, at, end))
        .or_else(|| apostrophe(view, at))
        .or_else(|| before_country(view, at, end))
}

/// "Son Heung-min", "Lai Ching-te".
fn hyphenated(view: View<'_>, at: usize, end: usize) -> Option<usize> {
    let (first, hyphen, second) = (at + 1, at + 2, at + 3);
    let given = second < end
        && view.is_capital(first)
        && view.text(hyphen) == "-"
        && view.article.joined[hyphen]
        && view.article.joined[second]
        && !view.article.joined[first]
        && view.article.word(second).case == Case::Lower;
    let named = given
        && FAMILY_NAMES.contains(&&*view.text(at).to_lowercase())
        && view.text(first) != "Co"
        && east_asian::is_syllable(view.text(first))
        && east_asian::is_syllable(view.text(second));
    named.then_some(second + 1)
}

/// "Võ Văn Thưởng".
fn vietnamese(view: View<'_>, at: usize, end: usize) -> Option<usize> {
    let marked = |token: usize| view.text(token).chars().any(east_asian::is_vietnamese);
    if view.text(at).is_ascii() && !(at + 1 < end && marked(at + 1))
        || !VIETNAMESE_FAMILY_NAMES.contains(&&*view.text(at).to_lowercase())
    {
        return None;
    }
    let stop = (at..end.min(at + LONGEST)).find(|&token| view.article.word(token).case != Case::Capitalized);
    let stop = stop.unwrap_or(end.min(at + LONGEST));
    (stop >= at + 2 && (at..stop).any(marked)).then_some(stop)
}

/// "P. B. H. May": two initials or more, and one word.
fn initials(view: View<'_>, names: &[Name], at: usize, end: usize) -> Option<usize> {
    let mut last = at;
    while last < end.min(at + LONGEST) && is_initial(view, last) {
        last += 1;
    }
    let state = || places::INITIALS.contains(&format!("{}{}", view.text(at), view.text(at + 1)).as_str());
    let word = |token: usize| view.article.word(token);
    let named = last >= at + 2
        && last < end
        && !state()
        && word(last).case == Case::Capitalized
        && !word(last).is(Cues::ORGANIZATION)
        && !(word(last).is(Cues::CALENDAR) && last + 1 < end && word(last + 1).case == Case::Number)
        && covering(names, last).is_none_or(|name| name.class == Class::Person && name.tokens.start >= at);
    named.then(|| covering(names, last).map_or(last + 1, |name| name.tokens.end))
}

/// Whether a token is a single capital with a full stop.
pub(super) fn is_initial(view: View<'_>, token: usize) -> bool {
    let text = view.text(token);
    view.article.word(token).case == Case::Capitalized && text.len() == 2 && text.ends_with('.')
}

/// "O’Brien", "D’Angelo", which the model has for no name.
fn apostrophe(view: View<'_>, at: usize) -> Option<usize> {
    let free = view.tags.labels[at] == Label::OUTSIDE;
    let mut letters = view.text(at).chars();
    let opens = free && matches!(letters.next(), Some('O' | 'D'));
    let named = opens
        && matches!(letters.next(), Some('\'' | '’' | 'ʼ' | '`'))
        && letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase);
    named.then_some(at + 1)
}

/// "Amelia Foss (Kenya)" in lists of results, which the model has for no name.
fn before_country(view: View<'_>, at: usize, end: usize) -> Option<usize> {
    let free = |token: usize| {
        let class = view.tags.labels[token].class();
        view.article.word(token).case == Case::Capitalized && matches!(class, None | Some(Class::Other))
    };
    if !free(at) || view.before(at).is_some_and(|before| view.is_capital(before)) {
        return None;
    }
    let stop = (at..end.min(at + LONGEST)).find(|&token| !free(token))?;
    let country =
        stop + 1 < end && stop >= at + 2 && view.text(stop) == "(" && view.article.word(stop + 1).on(Lists::COUNTRY);
    let other = Cues::ORGANIZATION.with(Cues::PLACE).with(Cues::ROLE).with(Cues::TITLE);
    let plain = |token: usize| !view.article.word(token).is(other);
    (country && (at..stop).all(plain)).then_some(stop)
}
