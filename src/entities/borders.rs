//! Where the names that the model finds begin and end, and which of them are none.

use crate::entities::name::{Name, View};
use crate::entities::{longer, rules};
use crate::lexicon::grammar::determiners::BEFORE_NO_NAME;
use crate::lexicon::names::peoples::PEOPLES;
use crate::lexicon::names::{bodies, offices, places, titles};
use crate::lexicon::{Cues, Lists, extend, word_hash};
use crate::tagger::{Case, Class, Label, Span, Style, spans};
use crate::text::has_in_any_case;

/// How far the model may be against a noun of an institution as part of the name before it, in units of weight.
const AGAINST: i32 = 120;

/// The names of the model, with their right borders.
pub(super) fn from_model(view: View<'_>) -> Vec<Name> {
    let mut names: Vec<Name> = spans(view.tags).into_iter().map(|span| to_name(view, span)).collect();
    with_first_names(view, &mut names);
    with_nicknames(view, &mut names);
    rules::settle(view, &mut names);
    names.retain(|count| {
        !is_currency(view, count) && !is_people(view, count) && !is_bare(view, count) && !is_office(view, count)
    });
    for name in &mut names {
        with_institution(view, name);
    }
    longer::reach(view, &mut names);
    names
}

fn to_name(view: View<'_>, span: Span) -> Name {
    let mut tokens = span.tokens;
    if span.class == Class::Person {
        tokens.start += titles(view, tokens.clone());
    }
    let mut margin = span.margin;
    // No name goes on after "to": "Mirziyev to G20".
    let to = |&token: &usize| view.article.word(token).case == Case::Lower && view.text(token) == "to";
    if let Some(cut) = tokens.clone().find(to).filter(|&cut| cut > tokens.start) {
        tokens.end = cut;
        margin = 0;
    }
    Name { tokens, class: span.class, margin, known: false }
}

/// How many tokens at the start of a personal name are its title.
fn titles(view: View<'_>, tokens: std::ops::Range<usize>) -> usize {
    let lower = |token: usize| view.text(token).to_lowercase();
    let pair = |first: usize| titles::is_pair(&lower(first), &lower(first + 1));
    let mut at = tokens.start;
    while at + 1 < tokens.end {
        let word = lower(at);
        if pair(at) && at + 2 < tokens.end {
            at += 2;
        } else if at == tokens.start && view.before(at).is_some_and(pair)
            || view.article.word(at).is(Cues::TITLE)
            || titles::ALSO_NAMES.contains(&&*word)
            || titles::STRIPPED.contains(&word.trim_end_matches('.'))
            || titles::RANKS.contains(&view.text(at))
            // U Thant is known by his title; U Win Myint is not.
            || word == "u" && at + 2 < tokens.end
        {
            at += 1;
        } else {
            break;
        }
    }
    at - tokens.start
}

/// Adds listed first names that stand alone before a nickname in quotation marks and a family name.
fn with_first_names(view: View<'_>, names: &mut Vec<Name>) {
    let mark = |token: usize| view.text(token).chars().all(is_mark);
    let mut firsts = Vec::new();
    for family in names.iter().filter(|name| name.class == Class::Person) {
        let Some(close) = view.before(family.tokens.start).filter(|&token| mark(token)) else { continue };
        let start = view.line(close).start;
        let Some(open) = (start.max(close.saturating_sub(4))..close.saturating_sub(1)).rev().find(|&token| mark(token))
        else {
            continue;
        };
        let Some(first) = view.before(open) else { continue };
        let word = view.article.word(first);
        let free = view.tags.labels[first] == Label::OUTSIDE && view.is_capital(first);
        if free && word.on(Lists::FIRST.with(Lists::MALE).with(Lists::FEMALE)) {
            firsts.push(Name { tokens: first..first + 1, class: Class::Person, margin: 0, known: false });
        }
    }
    if !firsts.is_empty() {
        names.extend(firsts);
        names.sort_by_key(|name| name.tokens.start);
        names.dedup_by_key(|name| name.tokens.start);
    }
}

/// Joins a personal name that a nickname in quotation marks parts: Ana "Nina" Díaz.
fn with_nicknames(view: View<'_>, names: &mut Vec<Name>) {
    let mut out: Vec<Name> = Vec::with_capacity(names.len());
    let mut rest = &names[..];
    while let Some((first, behind)) = rest.split_first() {
        let mut name = first.clone();
        rest = behind;
        while let Some(family) = behind_nickname(view, &name) {
            let within = rest.iter().take_while(|next| next.tokens.start <= family).count();
            match within.checked_sub(1).map(|last| &rest[last]).filter(|last| last.tokens.end > family) {
                Some(last) if last.tokens.start == family && last.class == Class::Person => {
                    name.tokens.end = last.tokens.end;
                    name.margin = name.margin.min(last.margin);
                }
                // The model has no name there: one word with a capital, of which no list has anything else.
                None if is_family_name(view, family) => name.tokens.end = family + 1,
                _ => break,
            }
            rest = &rest[within..];
        }
        out.push(name);
    }
    *names = out;
}

/// Where the family name behind a nickname begins that follows `name`, if one does.
fn behind_nickname(view: View<'_>, name: &Name) -> Option<usize> {
    let mark = |token: usize| view.text(token).chars().all(is_mark);
    let start = name.tokens.end;
    let line = view.line(name.tokens.start);
    // One to three tokens between the marks, then a capital.
    let close = (start + 2..(start + 5).min(line.end)).find(|&token| mark(token))?;
    let joined = name.class == Class::Person
        && start < line.end
        && mark(start)
        && view.is_capital(start + 1)
        && close + 1 < line.end
        && view.is_capital(close + 1)
        && view.segmentation.tokens[close + 1].spaced
        && view.segmentation.tokens[start].spaced;
    joined.then_some(close + 1)
}

/// Whether the word at `token` may be a family name that stands alone.
fn is_family_name(view: View<'_>, token: usize) -> bool {
    let word = view.article.word(token);
    let other = Cues::ORGANIZATION.with(Cues::PLACE).with(Cues::CALENDAR).with(Cues::ROLE);
    word.case == Case::Capitalized && !word.is(other) && view.after(token).is_none_or(|next| !view.is_capital(next))
}

fn is_mark(class: char) -> bool {
    matches!(class, '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'')
}

/// "Lake Region Transport" before "Authority": the whole is an institution.
fn with_institution(view: View<'_>, name: &mut Name) {
    let head = name.tokens.end;
    let Some(next) = view.after(head - 1) else { return };
    let line = view.article.lines.partition_point(|last| last.end <= next);
    let normal = view.article.lines.get(line).is_some_and(|last| last.style == Style::Normal);
    if normal
        && name.tokens.len() > 1
        && matches!(name.class, Class::Place | Class::Organization)
        && view.article.word(next).case == Case::Capitalized
        && view.tags.labels[next] == Label::OUTSIDE
        && bodies::CERTAIN_HEADS.contains(&&*view.text(next).to_lowercase())
        && view.tags.odds[next][Class::Organization as usize + 1] > -AGAINST
    {
        name.tokens.end += 1;
        name.class = Class::Organization;
        name.margin = 0;
    }
}

/// A people, or the followers of a faith: "Costa Ricans", "Muslims".
fn is_people(view: View<'_>, name: &Name) -> bool {
    if name.class == Class::Other {
        return false;
    }
    if name.tokens.len() == 1 {
        let word = view.text(name.tokens.start);
        // Christian and Roma are names of persons, too.
        return (name.class != Class::Person || word.ends_with('s'))
            && PEOPLES.binary_search(&&*word.to_lowercase()).is_ok();
    }
    let last = name.tokens.end - 1;
    let text = view.text(last);
    // "British Indians": all words are.
    let people = |token: usize| PEOPLES.binary_search(&&*view.text(token).to_lowercase()).is_ok();
    if name.class != Class::Person && text.ends_with('s') && name.tokens.clone().all(people) {
        return true;
    }
    // A listed place with an adjective's ending.
    let Some(stem) = text.strip_suffix('s').unwrap_or(text).strip_suffix('n') else { return false };
    if name.class != Class::Place || !stem.ends_with('a') {
        return false;
    }
    let listed = |key: u64| view.lexicon.get(key).is_some_and(|entity| entity.place != 0 || entity.lists.0 != 0);
    let head = view.key(name.tokens.start..last);
    listed(extend(head, word_hash(stem))) && !listed(view.key(name.tokens.clone()))
}

/// A word that heads names and is none alone: "the Kingdom", "the River", "the Pope".
fn is_bare(view: View<'_>, name: &Name) -> bool {
    let word = view.article.word(name.tokens.start);
    if name.tokens.len() != 1 || word.case == Case::Upper {
        return false;
    }
    match name.class {
        Class::Place => {
            let known =
                || word.entry.place != 0 || places::ALONE.contains(&&*view.text(name.tokens.start).to_lowercase());
            // "Lake ferry returns", too.
            let opens = view.before(name.tokens.start).is_none();
            word.is(Cues::PLACE) && (opens || article_before(view, name)) && !known()
        }
        Class::Person => word.is(Cues::TITLE) && article_before(view, name),
        Class::Organization | Class::Other => false,
    }
}

/// Whether "the" or "this" stands before.
fn article_before(view: View<'_>, name: &Name) -> bool {
    let before = view.before(name.tokens.start);
    before.is_some_and(|second| has_in_any_case(BEFORE_NO_NAME, view.text(second)))
}

/// "US" in "US$28 million" and "US dollars".
fn is_currency(view: View<'_>, name: &Name) -> bool {
    let sign = |token: &&str| token.starts_with(['$', '€', '£']);
    let money = |text: &str| sign(&text) || matches!(text, "dollar" | "dollars");
    name.class == Class::Place && view.after(name.tokens.end - 1).is_some_and(|token| money(view.text(token)))
}

/// The field of a minister ("Minister of Health"), and abbreviations of what is no organization.
fn is_office(view: View<'_>, name: &Name) -> bool {
    if name.class != Class::Organization {
        return false;
    }
    if name.tokens.len() == 1 && bodies::COMMON_ABBREVIATIONS.contains(&view.text(name.tokens.start)) {
        return true;
    }
    let of = view.before(name.tokens.start);
    let of = of.and_then(|token| if view.text(token) == "the" { view.before(token) } else { Some(token) });
    let minister = of.filter(|&token| matches!(view.text(token), "of" | "for")).and_then(|token| view.before(token));
    minister.is_some_and(|token| offices::WITH_FIELDS.contains(&&*view.text(token).to_lowercase()))
}
