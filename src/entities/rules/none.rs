//! What looks like a name and is none: degrees, laws, offices, titles of nobility with their land, parties in brackets.

use crate::entities::name::{Name, View};
use crate::lexicon::grammar::determiners::DEFINITE;
use crate::lexicon::grammar::{auxiliaries, prepositions};
use crate::lexicon::names::{places, titles};
use crate::lexicon::{Cues, Lists};
use crate::tagger::{Case, Class};
use crate::text::has_in_any_case;

/// Takes them out.
pub(super) fn drop(view: View<'_>, names: &mut Vec<Name>) {
    names.retain(|name| {
        !is_degree(view, name)
            && !is_law(view, name)
            && !is_office(view, name)
            && !is_party(view, name)
            && !is_noble(view, name)
            && !is_storm(view, name)
    });
    for name in names.iter_mut().filter(|name| name.class == Class::Person) {
        before_honors(view, name);
    }
}

/// "M.D.", "M.S.".
fn is_degree(view: View<'_>, name: &Name) -> bool {
    name.tokens.len() == 1
        && view.text(name.tokens.start).contains('.')
        && titles::DEGREES.contains(&view.text(name.tokens.start).trim_end_matches('.'))
}

/// "Ballard KC MP": the name ends before what was conferred.
fn before_honors(view: View<'_>, name: &mut Name) {
    while name.tokens.len() > 1 && titles::HONORS.contains(&view.text(name.tokens.end - 1)) {
        name.tokens.end -= 1;
    }
}

/// Whether "the" or the like stands before.
fn article_before(view: View<'_>, name: &Name) -> bool {
    view.before(name.tokens.start).is_some_and(|before| has_in_any_case(DEFINITE, view.text(before)))
}

/// "The Bill would cost millions": a first name has no article, unless it says whose the noun behind it is.
fn is_law(view: View<'_>, name: &Name) -> bool {
    let token = name.tokens.start;
    if name.class != Class::Person
        || name.tokens.len() != 1
        || !view.article.word(token).on(Lists::FIRST.with(Lists::MALE).with(Lists::FEMALE))
        || !article_before(view, name)
    {
        return false;
    }
    let Some(next) = view.after(token) else { return true };
    let text = view.text(next);
    let ends = matches!(text, "." | "," | ";" | ":" | "!" | "?" | "on" | "was" | "is");
    let auxiliary = auxiliaries::FINITE_BE
        .iter()
        .chain(auxiliaries::DO)
        .chain(auxiliaries::ASKING_MODALS)
        .chain(auxiliaries::OTHER_MODALS)
        .chain(auxiliaries::OTHERS)
        .any(|word| *word == text);
    ends || auxiliary || prepositions::ALL.contains(&text)
}

/// "the Commissioner": an office is no body.
fn is_office(view: View<'_>, name: &Name) -> bool {
    let word = view.article.word(name.tokens.start);
    name.class == Class::Organization
        && name.tokens.len() == 1
        && word.case == Case::Capitalized
        && word.is(Cues::TITLE)
        && word.is(Cues::ROLE)
        && article_before(view, name)
}

/// "R-Warren" in brackets behind a lawmaker's name.
fn is_party(view: View<'_>, name: &Name) -> bool {
    let start = name.tokens.start;
    name.class == Class::Person
        && matches!(view.text(start), "R" | "D" | "I")
        && view.after(start).is_some_and(|hyphen| view.text(hyphen) == "-" && view.article.joined[hyphen])
}

/// "Duke of Cambridge": neither a place nor a body.
fn is_noble(view: View<'_>, name: &Name) -> bool {
    if name.class == Class::Person {
        return false;
    }
    let noble = |token: usize| titles::NOBILITY.contains(&view.text(token));
    let of = view.before(name.tokens.start).filter(|&token| view.text(token) == "of");
    noble(name.tokens.start) && name.tokens.len() > 2 && view.text(name.tokens.start + 1) == "of"
        || of.and_then(|token| view.before(token)).is_some_and(noble)
}

/// "Storm Edda": nobody.
fn is_storm(view: View<'_>, name: &Name) -> bool {
    let storm = |token: usize| places::STORMS.contains(&view.text(token));
    let start = name.tokens.start;
    name.class == Class::Person && (storm(start) && name.tokens.len() > 1 || view.before(start).is_some_and(storm))
}
