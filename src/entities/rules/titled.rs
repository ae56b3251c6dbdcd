//! Who stands behind a form of address is a person, whatever the model makes of the name: "Prof. Hill", "Ms. Bright".

use crate::entities::name::{Name, View};
use crate::entities::rules::claims::{claim, covering};
use crate::lexicon::names::titles;
use crate::lexicon::{Cues, Lists};
use crate::tagger::{Case, Class, Style};

/// The longest name that is taken where the model has none, in words.
const LONGEST: usize = 3;

/// Persons behind forms of address, in order.
pub(super) fn claims(view: View<'_>, names: &[Name]) -> Vec<Name> {
    let mut out: Vec<Name> = Vec::new();
    for &line in view.article.lines.iter().filter(|line| line.style != Style::Capitals) {
        for title in line.start..line.end.saturating_sub(1) {
            let word = view.article.word(title);
            if word.case.is_capital()
                && word.is(Cues::HONORIFIC)
                && titles::is_courtesy(view.text(title))
                && let Some(name) = person(view, names, title, line.style)
                && out.last().is_none_or(|last| last.tokens.end <= name.tokens.start)
            {
                out.push(name);
            }
        }
    }
    out
}

/// The person behind the form of address at `title`, where the model has it otherwise.
fn person(view: View<'_>, names: &[Name], title: usize, style: Style) -> Option<Name> {
    let first = view.after(title)?;
    // "Sunset Dr. Phoenix", "Miss Universe", "Dr. Pepper Inc."
    let street = view.before(title).is_some_and(|before| view.is_capital(before) && view.text(title).starts_with("Dr"));
    let crowned = view.text(title) == "Miss" && view.article.word(first).on(Lists::COUNTRY.with(Lists::AREA));
    if !view.is_capital(first) || street || crowned || view.article.word(first).is(Cues::TITLE) {
        return None;
    }
    let body = |token: usize| view.article.word(token).is(Cues::ORGANIZATION);
    match covering(names, first) {
        Some(name) if name.class == Class::Person => None,
        Some(name) => {
            let tokens = first..name.tokens.end;
            let short = tokens.len() <= LONGEST && !tokens.clone().any(body);
            short.then(|| claim(tokens, Class::Person))
        }
        None if style == Style::Normal && titles::is_plain_courtesy(view.text(title)) => {
            let limit = view.line(first).end.min(first + LONGEST);
            let free = |token: usize| view.article.word(token).case.is_capital() && covering(names, token).is_none();
            let end = (first + 1..limit).find(|&token| !free(token)).unwrap_or(limit);
            (view.article.word(first).case != Case::Upper && !(first..end).any(body))
                .then(|| claim(first..end, Class::Person))
        }
        None => None,
    }
}
