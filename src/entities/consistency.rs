//! What the article as a whole says: the same name has the same class, a known person's family name is a person, a name
//! found once is looked for everywhere.

use std::collections::HashMap;

use super::alias::{plain, spelled_alike};
use super::name::{Name, View, permille};
use crate::lexicon::{Lists, extend};
use crate::tagger::{CLASSES, Case, Class, Word};

/// A name that the article elsewhere makes plain is taken when the model is no further against it than this (5 % left).
const FLOOR: i32 = -62;
/// The same for the family name or first name of a person whose full name the article has.
const NAME_FLOOR: i32 = -110;
/// What the introduction of an acronym counts, in permille of a sure mention.
const INTRODUCED: i32 = 3000;
/// The longest name that is looked for elsewhere, in words.
const LONGEST: usize = 6;

/// What is known of the names of the article, in permille summed over mentions.
#[derive(Default)]
struct Knowledge {
    votes: HashMap<u64, [i32; CLASSES]>,
    /// By the form of the last word of longer personal names.
    family: HashMap<u64, i32>,
    /// The same of the first word.
    given: HashMap<u64, i32>,
    /// Those family names as plain words, by first and last letter.
    spellings: HashMap<(u64, u64), Vec<String>>,
}

/// Settles classes over the whole article and adds names that the model missed.
pub(super) fn settle(view: View<'_>, mut names: Vec<Name>) -> Vec<Name> {
    let known = learn(view, &names);
    let mut covered = vec![false; view.article.ids.len()];
    for name in &mut names {
        agree(view, &known, name);
        covered[name.tokens.clone()].fill(true);
    }
    spread(view, &known, &mut names, &mut covered);
    countries(view, &mut names, &mut covered);
    names.sort_by_key(|n| n.tokens.start);
    names
}

fn learn(view: View<'_>, names: &[Name]) -> Knowledge {
    let mut known = Knowledge::default();
    for name in names {
        let p = permille(name.margin);
        known.votes.entry(view.key(name.tokens.clone())).or_default()[name.class as usize] += p;
        if name.class == Class::Person && name.tokens.len() >= 2 && p > 500 {
            let last = name.tokens.end - 1;
            if view.article.word(last).letters > 1 {
                *known.family.entry(view.key(last..last + 1)).or_default() += p;
                let spellings = known.spellings.entry(ends(view.article.word(last))).or_default();
                let plain = plain(view.text(last));
                if !spellings.contains(&plain) {
                    spellings.push(plain);
                }
            }
            let first = name.tokens.start;
            if view.article.word(first).letters > 2 {
                *known.given.entry(view.key(first..first + 1)).or_default() += p;
            }
        }
        if let Some(short) = introduced(view, name) {
            known.votes.entry(view.key(short..short + 1)).or_default()[name.class as usize] += INTRODUCED;
        }
    }
    known
}

/// The acronym that a longer name introduces in parentheses: "Bank of Ghana (BoG)".
fn introduced(view: View<'_>, name: &Name) -> Option<usize> {
    if name.tokens.len() < 2 || name.class == Class::Person {
        return None;
    }
    let open = view.after(name.tokens.end - 1).filter(|&t| view.text(t) == "(")?;
    let short = view.after(open)?;
    let word = view.article.word(short);
    let close = view.after(short).filter(|&t| matches!(view.text(t), ")" | ";" | ","))?;
    let initial = view.text(name.tokens.start).chars().next() == view.text(short).chars().next();
    (matches!(word.case, Case::Upper | Case::Mixed) && word.letters <= 8 && initial && close > short).then_some(short)
}

/// Lets the article outvote an unsure model.
fn agree(view: View<'_>, known: &Knowledge, name: &mut Name) {
    let key = view.key(name.tokens.clone());
    let votes = known.votes.get(&key).copied().unwrap_or_default();
    let sure = permille(name.margin) >= 900;
    let mine = votes[name.class as usize];
    if sure {
        return;
    }
    if name.tokens.len() == 1
        && name.class != Class::Person
        && let Some(family) = known.family.get(&key)
        && (family + votes[Class::Person as usize]) * 10 > mine * 8
    {
        name.class = Class::Person;
        name.known = true;
    }
    if name.tokens.len() == 1 && name.class != Class::Person && respelled(view, known, name.tokens.start) {
        name.class = Class::Person;
        name.known = true;
        return;
    }
    let best = best(&votes);
    if best != name.class && votes[best as usize] * 2 > votes[name.class as usize] * 3 {
        name.class = best;
        name.known = true;
    }
}

fn best(votes: &[i32; CLASSES]) -> Class {
    let mut best = Class::Person;
    for class in Class::ALL {
        if votes[class as usize] > votes[best as usize] {
            best = class;
        }
    }
    best
}

/// Looks for known names where the model found none.
fn spread(view: View<'_>, known: &Knowledge, names: &mut Vec<Name>, covered: &mut [bool]) {
    let class_of = |key: u64| {
        let settled = known.votes.get(&key).and_then(|votes| {
            let (class, all) = (best(votes), votes.iter().sum::<i32>());
            let top = votes[class as usize];
            (top >= 800 && top * 10 > all * 7).then_some(class)
        });
        let part = || known.family.contains_key(&key) || known.given.contains_key(&key);
        settled.or_else(|| part().then_some(Class::Person))
    };
    let floor_of = |key: u64, class: Class, inner: bool| {
        let part =
            inner && class == Class::Person && (known.family.contains_key(&key) || known.given.contains_key(&key));
        if part { NAME_FLOOR } else { FLOOR }
    };
    for line in &view.article.lines {
        let mut i = line.start;
        while i < line.end {
            if covered[i] || !view.is_capital(i) {
                i += 1;
                continue;
            }
            let mut hit = None;
            let mut key = 0;
            for k in 0..LONGEST.min(line.end - i) {
                if covered[i + k] {
                    break;
                }
                key = extend(key, view.article.word(i + k).lower);
                if let Some(class) = class_of(key) {
                    hit = Some((i + k + 1, class, floor_of(key, class, i > line.start)));
                }
            }
            if hit.is_none() && respelled(view, known, i) {
                hit = Some((i + 1, Class::Person, i32::MIN));
            }
            let Some((end, class, floor)) = hit else {
                i += 1;
                continue;
            };
            let margin = margin(view, i, end, class);
            // A capitalized neighbor: probably part of another, longer name.
            let longer = i > line.start + 1 && view.is_capital(i - 1) || end < line.end && view.is_capital(end);
            if margin > floor && !longer {
                names.push(Name { tokens: i..end, class, margin, known: true });
                covered[i..end].fill(true);
            }
            i = end;
        }
    }
}

/// Whether a word that no list has is another spelling of a known person's family name ("Mirziyev", "Mirziyoyev").
fn respelled(view: View<'_>, known: &Knowledge, i: usize) -> bool {
    let word = view.article.word(i);
    if word.letters < 7 || word.entry.lists.0 != 0 || word.entry.cluster != 0 {
        return false;
    }
    let Some(spellings) = known.spellings.get(&ends(word)) else { return false };
    let mine = plain(view.text(i));
    spellings.iter().any(|s| *s != mine && spelled_alike(&mine, s))
}

/// First and last letter of a word, as hashes.
fn ends(word: &Word) -> (u64, u64) {
    (word.prefixes[0], word.suffixes[0])
}

/// How far the model is for a name (negative: against it).
pub(super) fn margin(view: View<'_>, start: usize, end: usize, class: Class) -> i32 {
    (start..end).map(|i| view.tags.odds[i][class as usize + 1]).min().unwrap_or(0)
}

/// Takes plain names of countries that nothing else claims.
fn countries(view: View<'_>, names: &mut Vec<Name>, covered: &mut [bool]) {
    for line in &view.article.lines {
        let mut i = line.start;
        while i < line.end {
            if covered[i] || !view.is_capital(i) {
                i += 1;
                continue;
            }
            let mut end = i;
            let mut key = 0;
            for k in 0..5.min(line.end - i) {
                if covered[i + k] {
                    break;
                }
                key = extend(key, view.article.word(i + k).lower);
                let country = view.lexicon.get(key).is_some_and(|e| e.lists.any(Lists::COUNTRY));
                if country && (k > 0 || view.article.word(i).letters > 3 || short(view.text(i))) {
                    end = i + k + 1;
                }
            }
            if end == i {
                i += 1;
                continue;
            }
            let joined = i > line.start && view.is_capital(i - 1) && !covered[i - 1]
                || end < line.end && view.is_capital(end) && !covered[end];
            let margin = margin(view, i, end, Class::Place);
            if !joined && margin > 2 * FLOOR {
                names.push(Name { tokens: i..end, class: Class::Place, margin, known: false });
                covered[i..end].fill(true);
            }
            i = end;
        }
    }
}

/// Short names of countries that are nothing else.
fn short(text: &str) -> bool {
    matches!(text, "US" | "UK" | "UAE" | "U.S." | "U.K." | "USA" | "U.S")
}
