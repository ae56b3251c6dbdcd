//! Groups mentions of one person, place or organization.

use std::collections::HashMap;

use super::alias::{is_acronym, person_fit, plain};
use super::facts;
use super::name::{Name, View};
use super::reasons::{self, Link};
use super::{Entity, EntityKind, Mention, Recognition, kind};
use crate::lexicon::{Cues, PlaceKind};
use crate::tagger::Tagger;

/// A group while it grows.
struct Group {
    kind: EntityKind,
    /// Index of the mention with the fullest form.
    fullest: usize,
    /// Plain words of all forms.
    forms: Vec<Vec<String>>,
    /// Names in reading order.
    members: Vec<usize>,
}

/// Mentions and their groups; `names` are sorted, disjoint and of kinds that are shown.
pub(super) fn group(view: View<'_>, names: &[Name], tagger: &Tagger) -> Recognition {
    let words: Vec<Vec<String>> = names.iter().map(|n| words_of(view, n)).collect();
    let mut groups: Vec<Group> = Vec::new();
    let mut of = vec![usize::MAX; names.len()];
    // Longer personal names first, so that short forms find them wherever they stand.
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by_key(|&i| (words[i].len() < 2, i));
    let mut places: HashMap<[u8; 2], usize> = HashMap::new();
    for i in order {
        let Some(kind) = kind(names[i].class) else { continue };
        let country = (kind == EntityKind::Place).then(|| country(view, &names[i])).flatten();
        let found = match (kind, country) {
            (EntityKind::Person, _) => person(view, names, &words, &groups, i),
            (_, Some(code)) if places.contains_key(&code) => places.get(&code).copied(),
            _ => thing(view, names, &words, &groups, kind, i),
        };
        let g = found.unwrap_or(groups.len());
        if let Some(code) = country {
            places.entry(code).or_insert(g);
        }
        if found.is_none() {
            groups.push(Group { kind, fullest: i, forms: vec![words[i].clone()], members: vec![i] });
        } else {
            let group = &mut groups[g];
            group.members.push(i);
            if !group.forms.contains(&words[i]) {
                group.forms.push(words[i].clone());
            }
            if fuller(view, names, &words, i, group.fullest) {
                group.fullest = i;
            }
        }
        of[i] = g;
    }
    for group in &mut groups {
        group.members.sort_unstable();
    }
    groups.sort_by_key(|g| g.members[0]);
    finish(view, names, &words, &groups, tagger)
}

fn words_of(view: View<'_>, name: &Name) -> Vec<String> {
    let mut words: Vec<String> = name.tokens.clone().map(|i| plain(view.text(i))).collect();
    words.retain(|w| !w.is_empty());
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    if words.len() > 1 && words[words.len() - 1] == "s" {
        words.pop();
    }
    words
}

/// Whether mention `a` is a fuller form than mention `b`: more words, then mixed case rather than capitals, then letters.
fn fuller(view: View<'_>, names: &[Name], words: &[Vec<String>], a: usize, b: usize) -> bool {
    let rank = |i: usize| {
        let text = view.slice(&names[i].tokens);
        let shouted = text.len() > 4 && !text.chars().any(char::is_lowercase);
        (words[i].len(), !shouted, text.chars().count())
    };
    rank(a) > rank(b)
}

/// The group of a person's name: the best fit; among equals the nearest mention, earlier ones first.
fn person(view: View<'_>, names: &[Name], words: &[Vec<String>], groups: &[Group], i: usize) -> Option<usize> {
    if plural_family(view, &names[i]) {
        return same_form(groups, EntityKind::Person, &words[i]);
    }
    let gender = facts::gender_before(view, &names[i]);
    let mut best: Option<((u8, bool, bool, usize), usize)> = None;
    for (g, group) in groups.iter().enumerate().filter(|(_, g)| g.kind == EntityKind::Person) {
        let Some(fit) = group.forms.iter().map(|f| person_fit(&words[i], f)).max().flatten() else { continue };
        // All full forms of the group must be possible.
        if group.forms.iter().any(|f| f.len() > 1 && words[i].len() > 1 && person_fit(&words[i], f).is_none()) {
            continue;
        }
        let agrees = facts::genders_agree(gender, facts::gender(view, names, &group.members));
        let before = group.members.iter().filter(|&&m| m < i).max();
        let distance = match before {
            Some(&m) => i - m,
            None => group.members.iter().map(|&m| m.abs_diff(i)).min().unwrap_or(0),
        };
        if !agrees && words[i].len() == 1 {
            continue;
        }
        let rank = (fit, agrees, before.is_some(), usize::MAX - distance);
        if best.is_none_or(|(top, _)| rank > top) {
            best = Some((rank, g));
        }
    }
    best.map(|(_, g)| g)
}

/// "the Clintons": a family, which is nobody in particular.
fn plural_family(view: View<'_>, name: &Name) -> bool {
    name.tokens.len() == 1
        && view.before(name.tokens.start).is_some_and(|b| view.text(b).eq_ignore_ascii_case("the"))
        && view.text(name.tokens.start).ends_with('s')
}

fn same_form(groups: &[Group], kind: EntityKind, words: &[String]) -> Option<usize> {
    groups.iter().position(|g| g.kind == kind && g.forms.iter().any(|f| f == words))
}

/// The group of a place or an organization.
fn thing(
    view: View<'_>,
    names: &[Name],
    words: &[Vec<String>],
    groups: &[Group],
    kind: EntityKind,
    i: usize,
) -> Option<usize> {
    if let Some(same) = same_form(groups, kind, &words[i]) {
        return Some(same);
    }
    if kind == EntityKind::Place {
        return None;
    }
    let mine: Vec<&str> = names[i].tokens.clone().map(|t| view.text(t)).collect();
    groups.iter().position(|group| {
        group.kind == kind
            && group.members.iter().any(|&m| {
                let other: Vec<&str> = names[m].tokens.clone().map(|t| view.text(t)).collect();
                let acronym = |short: &[&str], long: &[&str]| short.len() == 1 && is_acronym(short[0], long);
                acronym(&mine, &other) || acronym(&other, &mine) || extends(view, names, words, i, m)
            })
    })
}

/// Whether one name is the other with words such as "Inc" or "Group" behind it.
fn extends(view: View<'_>, names: &[Name], words: &[Vec<String>], a: usize, b: usize) -> bool {
    let (short, long) = if words[a].len() <= words[b].len() { (a, b) } else { (b, a) };
    let rest = words[long].len() - words[short].len();
    words[long].starts_with(&words[short])
        && names[long].tokens.len() > rest
        && (names[long].tokens.end - rest..names[long].tokens.end)
            .all(|t| view.article.word(t).is(Cues::ORGANIZATION))
}

/// The country that a name stands for.
fn country(view: View<'_>, name: &Name) -> Option<[u8; 2]> {
    let place = facts::place(view, name)?;
    (place.kind == PlaceKind::Country && place.country != *b"  ").then_some(place.country)
}

fn finish(view: View<'_>, names: &[Name], words: &[Vec<String>], groups: &[Group], tagger: &Tagger) -> Recognition {
    let mut out = Recognition::default();
    let mut number: Vec<u32> = vec![0; names.len()];
    for (i, name) in names.iter().enumerate() {
        let Some((g, group)) = groups.iter().enumerate().find(|(_, g)| g.members.binary_search(&i).is_ok()) else {
            continue;
        };
        let link = if words[group.fullest].len() > words[i].len() {
            let long: Vec<&str> = names[group.fullest].tokens.clone().map(|t| view.text(t)).collect();
            let text = view.slice(&name.tokens);
            Some(Link { full: view.slice(&names[group.fullest].tokens), acronym: is_acronym(text, &long) })
        } else {
            None
        };
        number[i] = out.mentions.len() as u32;
        out.mentions.push(Mention {
            range: view.range(&name.tokens),
            kind: group.kind,
            entity: g as u32,
            confidence: reasons::confidence(tagger, name),
            evidence: reasons::reasons(view, name, link.as_ref()),
        });
    }
    for group in groups {
        let members: Vec<&Name> = group.members.iter().map(|&m| &names[m]).collect();
        let is_person = group.kind == EntityKind::Person;
        out.entities.push(Entity {
            kind: group.kind,
            name: canonical(view.slice(&names[group.fullest].tokens)).into(),
            mentions: group.members.iter().map(|&m| number[m]).collect(),
            gender: if is_person { facts::gender(view, names, &group.members) } else { super::Gender::Unknown },
            roles: if is_person { facts::roles(view, &members) } else { Vec::new() },
            place: (group.kind == EntityKind::Place).then(|| facts::place_facts(view, &members)).flatten(),
        });
    }
    out
}

/// A name as a heading would have it: one line.
fn canonical(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
