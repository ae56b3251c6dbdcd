//! Firms, by their legal form, by what is done to them, by the "’s" that ends their names.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::entities::name::{Name, View};
use crate::entities::rules::claims::{MARGIN, claim, covering};
use crate::lexicon::Lists;
use crate::lexicon::grammar::determiners::ARTICLES;
use crate::lexicon::grammar::{auxiliaries, prepositions};
use crate::lexicon::names::{bodies, firms};
use crate::lexicon::verbs::{Form, speech_word};
use crate::tagger::{Case, Class};
use crate::text::has_in_any_case;

/// A firm's name with "&" has so many tokens before it at most.
const LONGEST: usize = 6;
/// A list of firms behind "customers include" has no more tokens.
const LIST: usize = 24;

/// Gives names the class of firms where the words beside them say so.
pub(super) fn classes(view: View<'_>, names: &mut [Name]) {
    let mut listed: Range<usize> = 0..0;
    for name in names.iter_mut() {
        if name.tokens.start >= listed.end {
            listed = list_of_firms(view, name.tokens.start).unwrap_or(0..0);
        }
        let listed = listed.contains(&name.tokens.start);
        let country = name.class == Class::Place && view.article.word(name.tokens.start).on(Lists::COUNTRY);
        if name.class != Class::Organization
            && !country
            && (listed || has_form(view, name) || is_traded(view, name) || is_called_firm(view, name))
        {
            name.class = Class::Organization;
            name.margin = name.margin.min(MARGIN);
        }
        if name.class == Class::Place && is_dotted_body(view, name) {
            name.class = Class::Organization;
        }
    }
    teams(view, names);
}

/// Behind "customers include" and "rivals such as": the tokens up to the end of the list that `first` opens.
fn list_of_firms(view: View<'_>, first: usize) -> Option<Range<usize>> {
    let verb = view.before(first)?;
    let (noun, verb) = match view.text(verb) {
        word if firms::BEFORE_LISTS.contains(&word) => (view.before(verb)?, verb),
        "as" => {
            let such = view.before(verb).filter(|&such| view.text(such) == "such")?;
            (view.before(such)?, such)
        }
        _ => return None,
    };
    let noun = if view.text(noun) == "," { view.before(noun)? } else { noun };
    if verb <= noun || !has_in_any_case(firms::PLURALS, view.text(noun)) {
        return None;
    }
    let limit = view.line(first).end.min(first + LIST);
    let goes_on = |token: usize| view.is_capital(token) || matches!(view.text(token), "," | "and" | "&" | "or");
    let end = (first..limit).find(|&token| !goes_on(token)).unwrap_or(limit);
    Some(first..end)
}

/// "Shares of Amazon fell", "Amazon shares", "a stake in Amazon".
pub(in crate::entities) fn is_traded(view: View<'_>, name: &Name) -> bool {
    let of = view.before(name.tokens.start).filter(|&token| matches!(view.text(token), "of" | "in"));
    let traded = |token: usize| has_in_any_case(firms::TRADED, view.text(token));
    // "wiped 9% off its shares in New York": where they are traded.
    let market = Lists::COUNTRY.with(Lists::REGION).with(Lists::CITY);
    let phrase = view.lexicon.get(view.key(name.tokens.clone()));
    if phrase.is_some_and(|entry| entry.lists.any(market)) {
        return false;
    }
    of.and_then(|token| view.before(token)).is_some_and(traded)
        || name.class != Class::Person
            && view
                .after(name.tokens.end - 1)
                .is_some_and(|next| matches!(view.text(next), "shares" | "shareholders" | "stock"))
}

/// "Marlow Finch Teale LLP".
fn has_form(view: View<'_>, name: &Name) -> bool {
    name.tokens.len() > 1 && firms::FORMS.contains(&view.text(name.tokens.end - 1))
}

/// "The fund T. Rowe Price": the noun says what it is.
fn is_called_firm(view: View<'_>, name: &Name) -> bool {
    name.class == Class::Person
        && view.before(name.tokens.start).is_some_and(|noun| {
            firms::NOUNS.contains(&view.text(noun))
                && view.before(noun).is_some_and(|article| has_in_any_case(ARTICLES, view.text(article)))
        })
}

/// "F.B.I.": letters with stops, three or more, are a body unless they are a country's.
fn is_dotted_body(view: View<'_>, name: &Name) -> bool {
    let text = view.text(name.tokens.start);
    let letters = text.chars().filter(|letter| letter.is_uppercase()).count();
    name.tokens.len() == 1
        && letters >= 3
        && text.chars().filter(|letter| *letter == '.').count() >= letters - 1
        && !firms::DOTTED_COUNTRIES.contains(&text.trim_end_matches('.'))
}

/// "Ohio State beat Florida State 31-10": who plays is a team, unless it is a country.
fn teams(view: View<'_>, names: &mut [Name]) {
    for at in 1..names.len() {
        let (end, start) = (names[at - 1].tokens.end, names[at].tokens.start);
        if start <= end || start > end + 2 || !view.line(end - 1).contains(&start) {
            continue;
        }
        let between = view.slice(&(end..start));
        let played = firms::RESULTS.contains(&between) || is_score(between);
        let scored = is_score(between) || behind_score(view, names[at].tokens.end) || between.starts_with("drew");
        if !played || !scored {
            continue;
        }
        for name in &mut names[at - 1..=at] {
            let country = view.article.word(name.tokens.start).on(Lists::COUNTRY) && name.tokens.len() == 1;
            if name.class == Class::Place && !country {
                name.class = Class::Organization;
            }
        }
    }
}

/// "2-1".
fn is_score(text: &str) -> bool {
    text.split_once(['-', '–']).is_some_and(|(one, other)| {
        let goals = |side: &str| (1..=3).contains(&side.len()) && side.bytes().all(|digit| digit.is_ascii_digit());
        goals(one.trim()) && goals(other.trim())
    })
}

/// Whether a score stands at `token` or one token on.
fn behind_score(view: View<'_>, token: usize) -> bool {
    let end = view.line(token.saturating_sub(1)).end;
    (token..end.min(token + 2))
        .any(|first| first + 3 <= end && is_score(view.slice(&(first..first + 3))) || is_score(view.text(first)))
}

/// Firms that the model does not see as wholes, in order.
pub(super) fn claims(view: View<'_>, names: &[Name]) -> Vec<Name> {
    let known = with_clitic(view, names);
    let mut out: Vec<Name> = Vec::new();
    for &line in &view.article.lines {
        for at in line.start..line.end {
            let floor = out.last().map_or(line.start, |last: &Name| last.tokens.end.max(line.start));
            let found = match view.text(at) {
                "&" => ampersand(view, names, at, floor..line.end),
                "'s" | "’s" if at > floor => owned(view, names, at, line.end, &known),
                form if at > floor && firms::FORMS.contains(&form) => with_form(view, names, floor..at),
                _ => None,
            };
            out.extend(found.filter(|tokens| tokens.start >= floor).map(|tokens| claim(tokens, Class::Organization)));
        }
    }
    out
}

/// "Pitt, Briggs & Co.", "L. L. May & Co": the words around "&" where what follows is of a firm.
fn ampersand(view: View<'_>, names: &[Name], at: usize, within: Range<usize>) -> Option<Range<usize>> {
    let next = at + 1;
    if next >= within.end || at == within.start || !view.is_capital(next) || !view.is_capital(at - 1) {
        return None;
    }
    let is_form = |token: usize| {
        token < within.end && {
            let word = view.text(token).trim_end_matches('.');
            view.is_capital(token) && (has_in_any_case(bodies::LEGAL_FORMS, word) || firms::BEHIND_AND.contains(&word))
        }
    };
    let mut end = next + 1;
    while end < within.end && end <= next + 2 && view.is_capital(end) && !is_form(end - 1) {
        end += 1;
    }
    if !(next..end).any(is_form) {
        return None;
    }
    // "& Sons Ltd."
    while is_form(end) {
        end += 1;
    }
    let mut start = at;
    while start > within.start && at - start < LONGEST {
        let before = start - 1;
        let comma = view.text(before) == "," && start < at && before > within.start && view.is_capital(before - 1);
        if !(view.is_capital(before) || comma) {
            break;
        }
        start = before;
    }
    // What is another sort of name before a comma is none of the firm.
    if let Some(name) = covering(names, start) {
        start = start.max(name.tokens.start);
    }
    (start < at).then_some(start..end)
}

/// "Marlow Finch Teale LLP", which the model has for no name: the words with capitals before the legal form.
fn with_form(view: View<'_>, names: &[Name], before: Range<usize>) -> Option<Range<usize>> {
    let form = before.end;
    if covering(names, form).is_some() {
        return None;
    }
    let free = |token: &usize| view.is_capital(*token) && covering(names, *token).is_none();
    let words = before.rev().take(LONGEST).take_while(free).count();
    (words > 0).then(|| form - words..form + 1)
}

/// Words before "’s" that somewhere stand as a firm's name with it, by form.
fn with_clitic(view: View<'_>, names: &[Name]) -> BTreeSet<u32> {
    let mut out = BTreeSet::new();
    let mut persons = BTreeSet::new();
    for name in names.iter().filter(|name| name.class == Class::Person && name.tokens.len() > 1) {
        persons.insert(view.article.word(name.tokens.end - 1).form);
        persons.insert(view.article.word(name.tokens.start).form);
    }
    for &line in &view.article.lines {
        for at in line.start + 1..line.end {
            let word = view.article.word(at - 1);
            if matches!(view.text(at), "'s" | "’s")
                && view.is_capital(at - 1)
                && !persons.contains(&word.form)
                && (is_brand(view, at)
                    || is_named(view, names, at - 1) && acts(view, at, line.end)
                    || covering(names, at - 1).is_some_and(|name| is_traded(view, name)))
            {
                out.insert(word.form);
            }
        }
    }
    out
}

/// Whether a name that is no country's stands there.
fn is_named(view: View<'_>, names: &[Name], token: usize) -> bool {
    let country = view.article.word(token).on(Lists::COUNTRY);
    !country && covering(names, token).is_some_and(|name| name.class != Class::Place)
}

/// Whether the words before and with the "’s" at `at` are a brand of the list.
fn is_brand(view: View<'_>, at: usize) -> bool {
    firms::BRANDS.contains(&view.text(at - 1))
}

/// Whether what stands behind the "’s" at `at` is a verb: then it ends a name rather than says whose.
fn acts(view: View<'_>, at: usize, end: usize) -> bool {
    if at + 1 >= end {
        return false;
    }
    let text = view.text(at + 1);
    // "repeated", "calls" and the like may go with what is theirs.
    let verb = speech_word(text).is_some_and(|word| word.form == Form::Past && firms::SAYING.contains(&word.lemma));
    verb || auxiliaries::OTHER_MODALS.contains(&text)
        || auxiliaries::ASKING_MODALS.contains(&text)
        || firms::AUXILIARIES.contains(&text)
}

/// "McDonald’s", "Lloyd's of London": the tokens of a firm's name that the "’s" at `at` ends.
fn owned(view: View<'_>, names: &[Name], at: usize, end: usize, known: &BTreeSet<u32>) -> Option<Range<usize>> {
    let last = at - 1;
    if !view.is_capital(last) || !known.contains(&view.article.word(last).form) {
        return None;
    }
    let name = covering(names, last);
    let start = name.map_or(last, |name| name.tokens.start);
    // "Sainsbury’s chief executive" says whose.
    if name.is_some_and(|name| name.class == Class::Person && name.tokens.len() > 1) {
        return None;
    }
    let Some(next) = (at + 1 < end).then_some(at + 1) else { return Some(start..at + 1) };
    let of = view.text(next) == "of" && next + 1 < end && view.article.word(next + 1).case == Case::Capitalized;
    let place = of && covering(names, next + 1).is_none_or(|name| name.class != Class::Person);
    if place {
        return Some(start..covering(names, next + 1).map_or(next + 2, |name| name.tokens.end));
    }
    let text = view.text(next);
    let stops = matches!(view.article.word(next).case, Case::Mark) || matches!(text, "and" | "or" | "but");
    let goes_on = stops || acts(view, at, end) || prepositions::ALL.contains(&text) || firms::ACTS.contains(&text);
    goes_on.then_some(start..at + 1)
}
