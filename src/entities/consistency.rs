//! What the article as a whole says: the same name has the same class, a known person's family name is a person, a name
//! found once is looked for everywhere.

use std::collections::BTreeSet;

use crate::entities::alias::{plain, spelled_alike};
use crate::entities::name::{Name, View, permille};
use crate::entities::rules;
use crate::lexicon::names::places::SHORT_COUNTRIES;
use crate::lexicon::{ByHash, Cues, LONGEST_PHRASE, Lists, extend};
use crate::tagger::{CLASSES, Case, Class, Line, Style, Word};
use crate::vocabulary::BlockKind;

/// A name that the article elsewhere makes plain is taken when the model is no further against it than this (5 % left).
const FLOOR: i32 = -62;
/// The same for the family name or first name of a person whose full name the article has.
const NAME_FLOOR: i32 = -110;
/// What the introduction of an acronym counts, in permille of a sure mention.
const INTRODUCED: i32 = 3000;
/// What its shares count for a firm, in permille of a sure mention: more than all mentions of an article.
const TRADED: i32 = 1_000_000;
/// What an age or the like behind a name counts for a person, in permille of a sure mention.
const ATTESTED: i32 = 1000;
/// The longest name that is looked for elsewhere, in words.
const LONGEST: usize = 6;
/// The longest name of a country, in words.
const LONGEST_COUNTRY: usize = 5;

/// So many family names that begin and end alike are compared with a word that may be one of them. Articles have a few;
/// lists of names may have thousands.
const SPELLINGS: usize = 128;

/// What is known of the names of the article.
struct Knowledge {
    /// By words of a name: permille for each class, summed over mentions.
    votes: ByHash<[i32; CLASSES]>,
    /// What is known of each word, by [`Word::form`].
    words: Vec<Part>,
    /// Family names of persons as plain words, by first and last letter.
    spellings: ByHash<Vec<String>>,
}

/// What is known of a word as part of names.
#[derive(Clone, Copy, Default)]
struct Part {
    /// As the last word of longer personal names: permille summed over mentions.
    family: i32,
    /// Whether it is the first or the last word of a longer personal name.
    person: bool,
    /// Words in the longest name that begins with it.
    longest: u8,
}

/// Settles classes over the whole article and adds names that the model missed.
pub(super) fn settle(view: View<'_>, mut names: Vec<Name>) -> Vec<Name> {
    headlines(view, &mut names);
    let known = learn(view, &names);
    let mut covered = vec![false; view.article.ids.len()];
    for name in &mut names {
        agree(view, &known, name);
        covered[name.tokens.clone()].fill(true);
    }
    spread(view, &known, &mut names, &mut covered);
    countries(view, &mut names, &mut covered);
    towns(view, &mut names, &mut covered);
    names.sort_by_key(|count| count.tokens.start);
    names
}

/// How a sentence is written.
fn style(view: View<'_>, token: usize) -> Style {
    let lines = &view.article.lines;
    let at = lines.partition_point(|line| line.end <= token);
    lines.get(at).map_or(Style::Normal, |line| line.style)
}

/// In headlines, where all or most words have a capital, the text below tells names from other words: what it has as the
/// beginning of a name there is the name, and what shouts and is not in it is none.
fn headlines(view: View<'_>, names: &mut Vec<Name>) {
    let mut below = BTreeSet::new();
    let heads = |token: usize| {
        let start = view.segmentation.tokens[token].range.start();
        let block = view.source.paragraph_at(start).and_then(|index| view.segmentation.blocks.get(index));
        block.is_some_and(|block| matches!(block.kind, BlockKind::Headline | BlockKind::Heading))
    };
    let plain = |name: &Name| style(view, name.tokens.start) == Style::Normal && !heads(name.tokens.start);
    for name in names.iter().filter(|name| plain(name)) {
        below.insert(view.key(name.tokens.clone()));
    }
    if below.is_empty() {
        return;
    }
    names.retain_mut(|name| {
        let style = style(view, name.tokens.start);
        let long = name.tokens.len() > LONG_IN_TITLE;
        if style == Style::Normal && !(long && heads(name.tokens.start))
            || below.contains(&view.key(name.tokens.clone()))
        {
            return true;
        }
        let known = |tokens: std::ops::Range<usize>| below.contains(&view.key(tokens));
        let start = name.tokens.start;
        let end = (start + 1..name.tokens.end).rev().find(|&end| known(start..end));
        // "Santa Rosa National Park" is more than "Santa Rosa".
        let cut = |&end: &usize| {
            let head = |token: usize| view.article.word(token).is(Cues::ORGANIZATION.with(Cues::PLACE));
            long && name.class != Class::Person && end > start + 1 && !(end..name.tokens.end).any(head)
        };
        if let Some(end) = end.filter(|end| style == Style::Capitals || cut(end)) {
            name.tokens.end = end;
        }
        // "MAYOR HELEN STRAND" is looked for again as the text has it.
        let within = || (start + 1..name.tokens.end).any(|first| known(first..name.tokens.end));
        style != Style::Capitals || end.is_some() || !within()
    });
}

/// Names of more tokens in a headline are looked at twice.
const LONG_IN_TITLE: usize = 3;

fn learn(view: View<'_>, names: &[Name]) -> Knowledge {
    let mut known = Knowledge {
        votes: ByHash::default(),
        words: vec![Part::default(); view.article.words.forms()],
        spellings: ByHash::default(),
    };
    for name in names {
        let prior = permille(name.margin);
        known.vote(view, name.tokens.clone(), name.class, prior);
        if name.class == Class::Person && name.tokens.len() >= 2 && prior > 500 {
            let last = name.tokens.end - 1;
            let word = view.article.word(last);
            if word.letters > 1 {
                let part = known.part(view, last);
                part.family += prior;
                part.person = true;
                let spellings = known.spellings.entry(ends(word)).or_default();
                let plain = plain(view.text(last));
                if spellings.len() < SPELLINGS && !spellings.contains(&plain) {
                    spellings.push(plain);
                }
            }
            let first = name.tokens.start;
            if view.article.word(first).letters > 2 {
                known.part(view, first).person = true;
            }
        }
        if is_attested(view, name) {
            known.vote(view, name.tokens.clone(), Class::Person, ATTESTED);
        }
        if name.class == Class::Organization && rules::is_traded(view, name) {
            known.vote(view, name.tokens.clone(), Class::Organization, TRADED);
        }
        if let Some(short) = introduced(view, name) {
            known.vote(view, short..short + 1, name.class, INTRODUCED);
        }
    }
    known
}

impl Knowledge {
    fn vote(&mut self, view: View<'_>, tokens: std::ops::Range<usize>, class: Class, permille: i32) {
        let part = self.part(view, tokens.start);
        part.longest = part.longest.max(tokens.len().min(LONGEST) as u8);
        self.votes.entry(view.key(tokens)).or_default()[class as usize] += permille;
    }

    /// What is known of the word of a token.
    fn part(&mut self, view: View<'_>, token: usize) -> &mut Part {
        &mut self.words[view.article.word(token).form as usize]
    }

    fn of(&self, view: View<'_>, token: usize) -> Part {
        self.words[view.article.word(token).form as usize]
    }

    /// The class of the names with these words, where the article leaves no doubt.
    fn settled(&self, key: u64) -> Option<Class> {
        let votes = self.votes.get(&key)?;
        let (class, all) = (best(votes), votes.iter().sum::<i32>());
        let top = votes[class as usize];
        (top >= 800 && top * 10 > all * 7).then_some(class)
    }
}

/// The acronym that a longer name introduces in parentheses: "Bank of Ghana (BoG)".
fn introduced(view: View<'_>, name: &Name) -> Option<usize> {
    if name.tokens.len() < 2 || name.class == Class::Person {
        return None;
    }
    let open = view.after(name.tokens.end - 1).filter(|&token| view.text(token) == "(")?;
    let short = view.after(open)?;
    let word = view.article.word(short);
    let close = view.after(short).filter(|&token| matches!(view.text(token), ")" | ";" | ","))?;
    let initial = view.text(name.tokens.start).chars().next() == view.text(short).chars().next();
    (matches!(word.case, Case::Upper | Case::Mixed) && word.letters <= 8 && initial && close > short).then_some(short)
}

/// Whether what stands behind a name is said of persons: an age ("Ana Díaz, 54, of Lyon"), "who", or, at the start of a
/// line, the colon of an interview.
fn is_attested(view: View<'_>, name: &Name) -> bool {
    let last = name.tokens.end - 1;
    let Some(mark) = view.after(last) else { return false };
    if view.text(mark) == ":" {
        return name.tokens.len() > 1
            && view.line(last).start == name.tokens.start
            && !name.tokens.clone().any(|token| view.article.word(token).is(Cues::ORGANIZATION));
    }
    let Some(said) = view.after(mark).filter(|_| view.text(mark) == ",") else { return false };
    let word = view.article.word(said);
    match word.case {
        Case::Number => {
            let age = view.text(said).parse().is_ok_and(|count: u32| (5..=110).contains(&count));
            age && view.after(said).is_some_and(|token| matches!(view.text(token), "," | "." | ";"))
        }
        Case::Lower => view.text(said) == "who",
        _ => false,
    }
}

/// Lets the article outvote an unsure model.
fn agree(view: View<'_>, known: &Knowledge, name: &mut Name) {
    let key = view.key(name.tokens.clone());
    let votes = known.votes.get(&key).copied().unwrap_or_default();
    if votes[Class::Organization as usize] >= TRADED && name.class == Class::Place {
        name.class = Class::Organization;
        name.known = true;
        return;
    }
    let sure = permille(name.margin) >= 900;
    let mine = votes[name.class as usize];
    if sure {
        return;
    }
    let family = known.of(view, name.tokens.start).family;
    if name.tokens.len() == 1
        && name.class != Class::Person
        && family > 0
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

/// Walks over the capitalized words that no name covers; `look` gives where to go on.
fn walk(view: View<'_>, covered: &mut [bool], mut look: impl FnMut(Line, usize, &mut [bool]) -> usize) {
    for &line in &view.article.lines {
        let mut index = line.start;
        while index < line.end {
            index = if covered[index] || !view.is_capital(index) { index + 1 } else { look(line, index, covered) };
        }
    }
}

/// The phrases that begin at token `i`, shortest first, up to `end` or to what a name covers: their ends and keys.
fn phrases(view: View<'_>, covered: &[bool], index: usize, end: usize) -> impl Iterator<Item = (usize, u64)> {
    (index..end).take_while(|&token| !covered[token]).scan(0, move |key, token| {
        *key = extend(*key, view.article.word(token).lower);
        Some((token + 1, *key))
    })
}

/// Looks for known names where the model found none.
fn spread(view: View<'_>, known: &Knowledge, names: &mut Vec<Name>, covered: &mut [bool]) {
    walk(view, covered, |line, index, covered| {
        let part = known.of(view, index);
        let mut hit = None;
        let longest = usize::from(part.longest.max(u8::from(part.person)));
        for (end, key) in phrases(view, covered, index, line.end.min(index + longest)) {
            let person = part.person && end == index + 1;
            if let Some(class) = known.settled(key).or_else(|| person.then_some(Class::Person)) {
                let inner = index > line.start && class == Class::Person && person;
                hit = Some((end, class, if inner { NAME_FLOOR } else { FLOOR }));
            }
        }
        if hit.is_none() && respelled(view, known, index) {
            hit = Some((index + 1, Class::Person, i32::MIN));
        }
        let Some((end, class, floor)) = hit else { return index + 1 };
        let margin = margin(view, index, end, class);
        // A capitalized neighbor: probably part of another, longer name.
        // In capitals all words have one.
        let longer = line.style != Style::Capitals
            && (index > line.start + 1 && view.is_capital(index - 1) || end < line.end && view.is_capital(end));
        // "the Bill" is not the Bill who voted on it.
        let law = part.person
            && end == index + 1
            && class == Class::Person
            && view.article.word(index).on(Lists::FIRST.with(Lists::MALE).with(Lists::FEMALE))
            && view.before(index).is_some_and(|before| matches!(view.text(before), "the" | "The"));
        let shouted = line.style == Style::Capitals && known.settled(view.key(index..end)).is_some();
        if law {
            return end;
        }
        if (margin > floor || shouted) && !longer {
            names.push(Name { tokens: index..end, class, margin, known: true });
            covered[index..end].fill(true);
        }
        end
    });
}

/// Whether a word that no list has is another spelling of a known person's family name ("Mirziyev", "Mirziyoyev").
fn respelled(view: View<'_>, known: &Knowledge, index: usize) -> bool {
    let word = view.article.word(index);
    if word.letters < 7 || word.entry.lists.0 != 0 || word.entry.cluster != 0 {
        return false;
    }
    let Some(spellings) = known.spellings.get(&ends(word)) else { return false };
    let mine = plain(view.text(index));
    spellings.iter().any(|sentence| *sentence != mine && spelled_alike(&mine, sentence))
}

/// First and last letter of a word, as one hash.
fn ends(word: &Word) -> u64 {
    extend(word.prefixes[0], word.suffixes[0])
}

/// How far the model is for a name (negative: against it).
pub(super) fn margin(view: View<'_>, start: usize, end: usize, class: Class) -> i32 {
    (start..end).map(|index| view.tags.odds[index][class as usize + 1]).min().unwrap_or(0)
}

/// Takes single words behind "in" that the lists have as a city or town, unless the model is far against it.
fn towns(view: View<'_>, names: &mut Vec<Name>, covered: &mut [bool]) {
    walk(view, covered, |line, index, covered| {
        let word = view.article.word(index);
        let people = Lists::MALE.with(Lists::FEMALE).with(Lists::FIRST).with(Lists::LAST);
        let town = line.style == Style::Normal
            && index > line.start
            && matches!(view.text(index - 1), "in" | "In" | "near")
            && word.case == Case::Capitalized
            && word.letters > 3
            && word.on(Lists::CITY.with(Lists::TOWN))
            && !word.on(people.with(Lists::ORGANIZATION))
            && !word.is(Cues::CALENDAR.with(Cues::ORGANIZATION).with(Cues::DEMONYM))
            && !(index + 1 < line.end && view.is_capital(index + 1));
        let margin = margin(view, index, index + 1, Class::Place);
        if town && margin > FLOOR {
            names.push(Name { tokens: index..index + 1, class: Class::Place, margin, known: false });
            covered[index] = true;
        }
        index + 1
    });
}

/// Takes plain names of countries that nothing else claims.
fn countries(view: View<'_>, names: &mut Vec<Name>, covered: &mut [bool]) {
    walk(view, covered, |line, index, covered| {
        let first = view.article.word(index);
        let longest = usize::from(first.entry.longest).clamp(1, LONGEST_COUNTRY.min(LONGEST_PHRASE));
        let mut found = None;
        for (end, key) in phrases(view, covered, index, line.end.min(index + longest)) {
            let country = if end == index + 1 {
                first.on(Lists::COUNTRY) && (first.letters > 3 || SHORT_COUNTRIES.contains(&view.text(index)))
            } else {
                view.lexicon.get(key).is_some_and(|e| e.lists.any(Lists::COUNTRY))
            };
            if country {
                found = Some(end);
            }
        }
        let Some(end) = found else { return index + 1 };
        let shouts = line.style == Style::Capitals;
        let joined = !shouts
            && (index > line.start && view.is_capital(index - 1) && !covered[index - 1]
                || end < line.end && view.is_capital(end) && !covered[end]);
        let margin = margin(view, index, end, Class::Place);
        if !joined && margin > 2 * FLOOR {
            names.push(Name { tokens: index..end, class: Class::Place, margin, known: false });
            covered[index..end].fill(true);
        }
        end
    });
}
