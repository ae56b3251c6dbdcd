//! What the text says of a person or the gazetteer of a place.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::entities::name::{Name, View};
use crate::entities::recognition::{Gender, PlaceFacts};
use crate::lexicon::grammar::determiners::ARTICLES;
use crate::lexicon::grammar::pronouns;
use crate::lexicon::names::gendered::mostly_men;
use crate::lexicon::names::offices::KIN;
use crate::lexicon::names::titles::often_short;
use crate::lexicon::{Cues, Lists, Place, word_hash};
use crate::tagger::{Case, Word};

/// The gender that the words before a name show.
fn gender_before(view: View<'_>, name: &Name) -> Gender {
    let mut at = view.before(name.tokens.start);
    for _ in 0..3 {
        let Some(index) = at else { break };
        let word = view.article.word(index);
        if !word.is(Cues::HONORIFIC.with(Cues::ROLE).with(Cues::MASCULINE).with(Cues::FEMININE))
            && !view.is_capital(index)
        {
            break;
        }
        match gender_of(word) {
            Gender::Unknown => at = view.before(index),
            known => return known,
        }
    }
    Gender::Unknown
}

fn gender_of(word: &Word) -> Gender {
    match (word.is(Cues::MASCULINE), word.is(Cues::FEMININE)) {
        (true, false) => Gender::Masculine,
        (false, true) => Gender::Feminine,
        _ => Gender::Unknown,
    }
}

/// Whether two genders can be one person's.
pub(super) fn genders_agree(first: Gender, second: Gender) -> bool {
    first == second || first == Gender::Unknown || second == Gender::Unknown
}

/// The gender that titles and nouns around a mention show.
pub(super) fn gender(view: View<'_>, name: &Name) -> Gender {
    match gender_before(view, name) {
        Gender::Unknown => gender_after(view, name),
        known => known,
    }
}

/// The gender of a first name that is nearly always of one, or that the lists have for one only.
pub(super) fn gender_of_first_names(view: View<'_>, members: &[&Name]) -> Gender {
    let of = |name: &&Name| {
        let first = view.article.word(name.tokens.start);
        match (mostly_men(view.text(name.tokens.start)), first.on(Lists::MALE), first.on(Lists::FEMALE)) {
            (Some(true), ..) | (None, true, false) => Gender::Masculine,
            (Some(false), ..) | (None, false, true) => Gender::Feminine,
            _ => Gender::Unknown,
        }
    };
    let full = members.iter().filter(|count| count.tokens.len() > 1);
    full.map(of).find(|group| *group != Gender::Unknown).unwrap_or_default()
}

/// The gender of a noun in apposition: "Kim Yong-gil, a spokeswoman for".
fn gender_after(view: View<'_>, name: &Name) -> Gender {
    let nouns = apposition(view, name);
    nouns.map_or(Gender::Unknown, |range| {
        range
            .map(|index| gender_of(view.article.word(index)))
            .find(|group| *group != Gender::Unknown)
            .unwrap_or_default()
    })
}

/// The words of a short apposition, up to and with its role word: ", the Uzbek president".
fn apposition(view: View<'_>, name: &Name) -> Option<std::ops::Range<usize>> {
    let comma = view.after(name.tokens.end - 1)?;
    if view.text(comma) != "," {
        return None;
    }
    let line = view.line(comma);
    let start = comma + 1;
    for index in start..(start + 6).min(line.end) {
        let word = view.article.word(index);
        let relative = pronouns::opens_relative(view.text(index));
        if word.case == Case::Mark && view.text(index) != "-" || word.is(Cues::SPEECH) || relative {
            return None;
        }
        if word.is(Cues::ROLE) && word.case != Case::Upper {
            let start = if ARTICLES.contains(&view.text(start)) { start + 1 } else { start };
            return (start <= index).then_some(start..index + 1);
        }
        if word.is(Cues::PARTICLE) && index > start {
            return None;
        }
    }
    None
}

/// The roles the text gives a person, lower case, shortest of each place first: "president", "uzbek president".
pub(super) fn roles(view: View<'_>, members: &[&Name]) -> Vec<Arc<str>> {
    let mut out: Vec<Arc<str>> = Vec::new();
    let mut seen: BTreeSet<Arc<str>> = BTreeSet::new();
    let mut add = |range: std::ops::Range<usize>| {
        let text = view.slice(&range).to_lowercase();
        if text.len() < 60 && !seen.contains(&*text) {
            let role: Arc<str> = text.into();
            seen.insert(Arc::clone(&role));
            out.push(role);
        }
    };
    for name in members {
        if let Some(role) = view.before(name.tokens.start).filter(|&index| is_role(view, index)) {
            add(role..role + 1);
            let mut start = role;
            while let Some(index) = view.before(start) {
                let word = view.article.word(index);
                let describes = word.case.is_capital() || is_role(view, index) || word.is(Cues::PLACE);
                if !describes || role - index > 3 {
                    break;
                }
                start = index;
            }
            if start < role {
                add(start..role + 1);
            }
        }
        if let Some(range) = apposition(view, name) {
            add(range.end - 1..range.end);
            if range.len() > 1 {
                add(range);
            }
        }
    }
    out
}

/// Hashes of the role words right at a name: its title, the nouns of appositions before and behind it.
pub(super) fn roles_at(view: View<'_>, name: &Name) -> impl Iterator<Item = u64> {
    let mark = |index: &usize| matches!(view.text(*index), "," | ".");
    let before = view.before(name.tokens.start);
    let title = before.filter(mark).map_or(before, |index| view.before(index)).and_then(|index| {
        match often_short(view.text(index).trim_end_matches('.')) {
            Some((full, true)) => Some(word_hash(full)),
            listed => (listed.is_some() || is_role(view, index)).then(|| view.article.word(index).lower),
        }
    });
    let behind = apposition(view, name).map(|range| view.article.word(range.end - 1).lower);
    title.into_iter().chain(behind)
}

fn is_role(view: View<'_>, index: usize) -> bool {
    let word = view.article.word(index);
    word.is(Cues::ROLE)
}

/// Whether the text calls somebody the kin of another: "his wife Debbie Medlow", "Debbie Medlow, the congressman's wife,".
pub(super) fn is_kin(view: View<'_>, name: &Name) -> bool {
    const REACH: usize = 6;
    let kin = |token: usize| KIN.contains(&view.text(token));
    let before = view.before(name.tokens.start);
    let before = before.filter(|&token| view.text(token) == ",").map_or(before, |comma| view.before(comma));
    let Some(comma) = view.after(name.tokens.end - 1).filter(|&token| view.text(token) == ",") else {
        return before.is_some_and(kin);
    };
    let end = view.line(comma).end.min(comma + 1 + REACH);
    let described = || (comma + 1..end).take_while(|&token| view.text(token) != ",").any(kin);
    before.is_some_and(kin) || described()
}

/// What the gazetteer has for a name.
pub(super) fn place<'a>(view: View<'a>, name: &Name) -> Option<&'a Place> {
    let mut tokens = name.tokens.clone();
    if tokens.len() > 1 && view.text(tokens.start).eq_ignore_ascii_case("the") {
        tokens.start += 1;
    }
    let entry = view.lexicon.get(view.key(tokens))?;
    view.lexicon.place(entry.place)
}

/// The facts of the first mention that the gazetteer has.
pub(super) fn place_facts(view: View<'_>, members: &[&Name]) -> Option<PlaceFacts> {
    let place = members.iter().find_map(|name| place(view, name))?;
    Some(PlaceFacts::of(*place))
}
