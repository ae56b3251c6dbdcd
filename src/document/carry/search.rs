//! Words that stand elsewhere in the new text, known again by their words and what stands around them.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::document::carry::align::Alignment;
use crate::document::carry::spans::Carrier;
use crate::document::carry::text::is_same_gap;
use crate::text::{InOrder as _, TextRange};

/// Words that stand at more places are not searched.
const MOST_PLACES: usize = 64;
/// So many words on each side are the context.
const CONTEXT: usize = 8;
/// A word of at least so many bytes counts where it stands near, not only next to it.
const TELLING: usize = 4;
/// Points for each word right beside that is the same; twice as many where it is not a short one.
const BESIDE: usize = 2;
/// Points for the paragraph that is the new version of the old one.
const SAME_PARAGRAPH: usize = 3;
/// Points for standing between the neighbors.
const IN_ORDER: usize = 3;
/// How far the neighbors are looked for.
const NEIGHBORS: usize = 64;
/// A single word needs so many points.
const ONE_WORD: usize = 4;
/// So many words are found without any context.
const MANY_WORDS: usize = 4;

/// A row of words to search.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Lost {
    /// The longest first: what lies in a quote is found with it.
    length: Reverse<usize>,
    start: usize,
    /// The marks between the words must be the same.
    exact: bool,
}

impl Lost {
    fn words(&self) -> Range<usize> {
        self.start..self.start + self.length.0
    }
}

/// A place that a row of words may have moved to.
struct Candidate {
    points: usize,
    start: usize,
    at: usize,
}

/// Aligns words of spans that stand elsewhere in the new text, where nothing else stands: each with the place whose
/// context fits best, if one does. `spans` are ranges of the old text, and whether the marks in them count.
pub(crate) fn find_lost(carrier: &mut Carrier, spans: &[(TextRange, bool)]) {
    let mut lost: Vec<Lost> = Vec::new();
    for &(range, exact) in spans {
        let found = if exact { carrier.exact(range) } else { carrier.part(range) };
        let words = carrier.old.words_in(range);
        if found.is_none() && !words.is_empty() {
            lost.push(Lost { length: Reverse(words.len()), start: words.start, exact });
        }
    }
    if lost.is_empty() {
        return;
    }
    lost.order();
    lost.dedup_by_key(|one| (one.length, one.start));
    let mut places: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (word, &id) in carrier.new.ids.iter().enumerate() {
        if carrier.alignment.from[word].is_none() {
            places.entry(id).or_default().push(word);
        }
    }
    for of_one_length in lost.chunk_by(|one, other| one.length == other.length) {
        let mut found: Vec<Candidate> = of_one_length.iter().filter_map(|one| best(carrier, &places, one)).collect();
        found.order_by_key(|candidate| (Reverse(candidate.points), candidate.start));
        for candidate in found {
            take(carrier, &candidate, of_one_length[0].length.0);
        }
    }
}

/// The one place that fits best.
fn best(carrier: &mut Carrier, places: &BTreeMap<u32, Vec<usize>>, lost: &Lost) -> Option<Candidate> {
    let words = lost.words();
    if !carrier.may_look(words.len()) || words.clone().all(|word| carrier.alignment.to[word].is_some()) {
        return None;
    }
    let mut rarest: Option<(usize, usize)> = None;
    for word in words.clone() {
        let count = places.get(&carrier.old.ids[word])?.len();
        if rarest.is_none_or(|(least, _)| count < least) {
            rarest = Some((count, word));
        }
    }
    let (count, word) = rarest?;
    if count > MOST_PLACES {
        return None;
    }
    let mut found: Vec<(usize, usize)> = Vec::new();
    for &place in &places[&carrier.old.ids[word]] {
        let Some(at) = place.checked_sub(word - words.start) else { continue };
        if stands_at(carrier, lost, at) {
            found.push((points(carrier, &words, at), at));
        }
    }
    found.order_by_key(|&(points, at)| (Reverse(points), at));
    let &(points, at) = found.first()?;
    let needed = match words.len() {
        1 => ONE_WORD,
        length if length < MANY_WORDS => 1,
        _ => 0,
    };
    let is_clear = found.get(1).is_none_or(|second| second.0 < points);
    (points >= needed && is_clear).then_some(Candidate { points, start: words.start, at })
}

/// Whether the same words stand at this place and belong to nothing else.
fn stands_at(carrier: &mut Carrier, lost: &Lost, at: usize) -> bool {
    let words = lost.words();
    if at + words.len() > carrier.new.words.len() {
        return false;
    }
    let (old, new, from) = (&carrier.old, &carrier.new, &carrier.alignment.from);
    let same =
        words.clone().zip(at..).take_while(|&(one, other)| old.ids[one] == new.ids[other] && from[other].is_none());
    let same = same.count();
    let gaps = (words.start..words.end - 1).zip(at..);
    let stands = same == words.len()
        && (!lost.exact || gaps.into_iter().all(|(one, other)| is_same_gap(old.gap(one), new.gap(other))));
    carrier.may_look(same + 1) && stands
}

/// How well what stands around fits.
fn points(carrier: &mut Carrier, words: &Range<usize>, at: usize) -> usize {
    let (old, new, alignment) = (&carrier.old, &carrier.new, &carrier.alignment);
    let is_same = |one: Option<usize>, other: Option<usize>| {
        let ids = (one.and_then(|one| old.ids.get(one)), other.and_then(|other| new.ids.get(other)));
        ids.0.is_some() && ids.0 == ids.1
    };
    let before = (1..=CONTEXT)
        .take_while(|&distance| is_same(words.start.checked_sub(distance), at.checked_sub(distance)))
        .count();
    let end = at + words.len();
    let after = (0..CONTEXT).take_while(|&distance| is_same(Some(words.end + distance), Some(end + distance))).count();
    let window = |start: usize, end: usize, most: usize| {
        (start.saturating_sub(CONTEXT)..start).chain(end..(end + CONTEXT).min(most))
    };
    let near: Vec<u32> = window(at, end, new.ids.len()).map(|word| new.ids[word]).collect();
    let telling = window(words.start, words.end, old.ids.len())
        .filter(|&word| is_telling(old.words[word]) && near.contains(&old.ids[word]))
        .count();
    let version = alignment.versions[new.paragraph_of(at)] == Some(old.paragraph_of(words.start));
    let previous = (words.start.saturating_sub(NEIGHBORS)..words.start).rev().find_map(|word| alignment.to[word]);
    let next = (words.end..(words.end + NEIGHBORS).min(old.words.len())).find_map(|word| alignment.to[word]);
    let in_order = matches!((previous, next), (Some(previous), Some(next)) if previous < at && at < next);
    let beside = (words.start - before..words.start).chain(words.end..words.end + after);
    let beside: usize = beside.map(|word| if is_telling(old.words[word]) { 2 * BESIDE } else { BESIDE }).sum();
    let sum = beside + telling + if version { SAME_PARAGRAPH } else { 0 } + if in_order { IN_ORDER } else { 0 };
    if carrier.may_look(CONTEXT) { sum } else { 0 }
}

fn is_telling(word: TextRange) -> bool {
    word.len().index() >= TELLING
}

/// Aligns the words with the place, and what is the same right around them.
fn take(carrier: &mut Carrier, candidate: &Candidate, length: usize) {
    let (start, at) = (candidate.start, candidate.at);
    let (old, new, alignment) = (&carrier.old, &carrier.new, &mut carrier.alignment);
    if (at..at + length).any(|word| alignment.from[word].is_some()) {
        return;
    }
    for (one, other) in (start..start + length).zip(at..) {
        // A word of the span that was aligned by itself, elsewhere, comes along.
        if let Some(apart) = alignment.to[one] {
            alignment.from[apart] = None;
        }
        alignment.put(one, other, true);
    }
    let fits = |alignment: &Alignment, one: usize, other: usize| {
        one < old.ids.len()
            && other < new.ids.len()
            && old.ids[one] == new.ids[other]
            && alignment.to[one].is_none()
            && alignment.from[other].is_none()
    };
    let mut end = (start + length, at + length);
    while fits(alignment, end.0, end.1) {
        alignment.put(end.0, end.1, true);
        end = (end.0 + 1, end.1 + 1);
    }
    let mut begin = (start, at);
    while let Some(before) = begin.0.checked_sub(1).zip(begin.1.checked_sub(1))
        && fits(alignment, before.0, before.1)
    {
        alignment.put(before.0, before.1, true);
        begin = before;
    }
}
