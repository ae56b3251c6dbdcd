//! Which word of the new text is which word of the old one: paragraphs first, then the words of what was edited.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::document::carry::diff::{common, rising};
use crate::document::carry::slide::Partners;
use crate::document::carry::text::Text;
use crate::text::InOrder as _;

/// Two paragraphs are versions of one when this share of the shorter one's words, one in so many, stands in runs that
/// both have.
const SHARE_OF_A_VERSION: usize = 4;
/// A word that stands so often in the paragraphs in question says nothing of which is which.
const MOST_PLACES: usize = 8;

/// What became of each word.
pub(crate) struct Alignment {
    /// For each old word the new one.
    pub(crate) to: Vec<Option<usize>>,
    /// For each new word the old one.
    pub(crate) from: Vec<Option<usize>>,
    /// For each old word: it stands at another place than its neighbors.
    pub(crate) moved: Vec<bool>,
    /// For each new paragraph the old one that it is a version of.
    pub(crate) versions: Vec<Option<usize>>,
}

impl Alignment {
    /// `numbers` is how many different words there are.
    pub(crate) fn new(old: &Text, new: &Text, numbers: usize) -> Self {
        let mut alignment = Self {
            to: vec![None; old.words.len()],
            from: vec![None; new.words.len()],
            moved: vec![false; old.words.len()],
            versions: vec![None; new.paragraphs.len()],
        };
        let (stayed, moved) = equal_paragraphs(old, new);
        for &(one, other) in &stayed {
            alignment.put_paragraph(old, new, one, other, false);
        }
        for &(one, other) in &moved {
            alignment.put_paragraph(old, new, one, other, true);
        }
        alignment.align_between(old, new, &stayed, numbers);
        let Self { to, from, moved, .. } = &mut alignment;
        Partners { to, from, moved }.slide(old);
        Partners { to: from, from: to, moved: &mut [] }.slide(new);
        alignment.align_moved(old, new, numbers);
        alignment.find_versions(old, new);
        alignment
    }

    pub(crate) fn put(&mut self, one: usize, other: usize, moved: bool) {
        self.to[one] = Some(other);
        self.from[other] = Some(one);
        self.moved[one] = moved;
    }

    fn put_paragraph(&mut self, old: &Text, new: &Text, one: usize, other: usize, moved: bool) {
        for (one, other) in old.paragraphs[one].clone().zip(new.paragraphs[other].clone()) {
            self.put(one, other, moved);
        }
    }

    /// Compares what lies between two paragraphs that stayed, as one row of words: paragraphs may be split and joined.
    fn align_between(&mut self, old: &Text, new: &Text, stayed: &[(usize, usize)], numbers: usize) {
        let end = (old.paragraphs.len(), new.paragraphs.len());
        let mut seen = Numbering::new(numbers);
        let mut from = (0, 0);
        for &(one, other) in stayed.iter().chain([&end]) {
            let left = free_words(old, from.0..one, &self.to);
            let right = free_words(new, from.1..other, &self.from);
            let pairs = seen.common(old, &left, new, &right);
            self.keep_versions(old, new, &pairs, false);
            from = (one + 1, other + 1);
        }
    }

    /// Takes over the pairs of those paragraphs that are versions of one another: words which two texts share by chance
    /// are left out.
    fn keep_versions(&mut self, old: &Text, new: &Text, pairs: &[(usize, usize)], moved: bool) {
        let place = |&(one, other): &(usize, usize)| (old.paragraph_of(one), new.paragraph_of(other));
        let follows = |a: (usize, usize), b: (usize, usize)| a.0 + 1 == b.0 && a.1 + 1 == b.1;
        let mut in_runs: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for (index, pair) in pairs.iter().enumerate() {
            let before = index.checked_sub(1).is_some_and(|before| follows(pairs[before], *pair));
            let after = pairs.get(index + 1).is_some_and(|after| follows(*pair, *after));
            if before || after {
                *in_runs.entry(place(pair)).or_default() += 1;
            }
        }
        for pair in pairs {
            let (one, other) = place(pair);
            let shorter = old.paragraphs[one].len().min(new.paragraphs[other].len());
            let count = in_runs.get(&(one, other)).copied().unwrap_or_default();
            if count > 0 && count * SHARE_OF_A_VERSION >= shorter {
                self.put(pair.0, pair.1, moved);
            }
        }
    }

    /// Paragraphs that went elsewhere and were edited: each is compared with the one with which it shares most words that
    /// are rare among them.
    fn align_moved(&mut self, old: &Text, new: &Text, numbers: usize) {
        let is_open = |words: &Range<usize>, known: &[Option<usize>]| {
            2 * words.clone().filter(|&word| known[word].is_none()).count() > words.len()
        };
        let mut places: BTreeMap<u32, BTreeSet<usize>> = BTreeMap::new();
        for (paragraph, words) in new.paragraphs.iter().enumerate().filter(|(_, words)| is_open(words, &self.from)) {
            for word in words.clone().filter(|&word| self.from[word].is_none()) {
                places.entry(new.ids[word]).or_default().insert(paragraph);
            }
        }
        let mut seen = Numbering::new(numbers);
        // A paragraph that many others look like is not compared with all of them.
        let mut compared: BTreeMap<usize, usize> = BTreeMap::new();
        for paragraph in 0..old.paragraphs.len() {
            if !is_open(&old.paragraphs[paragraph], &self.to) {
                continue;
            }
            let left = free_words(old, paragraph..paragraph + 1, &self.to);
            let Some(other) = most_alike(old, &left, &places) else { continue };
            let times = compared.entry(other).or_default();
            *times += 1;
            if *times <= MOST_PLACES {
                let right = free_words(new, other..other + 1, &self.from);
                let pairs = seen.common(old, &left, new, &right);
                self.keep_versions(old, new, &pairs, true);
            }
        }
    }

    fn find_versions(&mut self, old: &Text, new: &Text) {
        for (paragraph, words) in new.paragraphs.iter().enumerate() {
            let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
            for one in words.clone().filter_map(|word| self.from[word]) {
                *counts.entry(old.paragraph_of(one)).or_default() += 1;
            }
            let best = counts.into_iter().max_by_key(|&(one, count)| (count, Reverse(one)));
            self.versions[paragraph] = best
                .filter(|&(one, count)| 2 * count >= old.paragraphs[one].len().min(words.len()))
                .map(|(one, _)| one);
        }
    }
}

/// The paragraph that has at least half of these words, of those that stand in few paragraphs.
fn most_alike(old: &Text, words: &[usize], places: &BTreeMap<u32, BTreeSet<usize>>) -> Option<usize> {
    let words: BTreeSet<u32> = words.iter().map(|&word| old.ids[word]).collect();
    let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
    for found in words.iter().filter_map(|word| places.get(word)).filter(|found| found.len() <= MOST_PLACES) {
        for &paragraph in found {
            *votes.entry(paragraph).or_default() += 1;
        }
    }
    let (paragraph, count) = votes.into_iter().max_by_key(|&(paragraph, count)| (count, Reverse(paragraph)))?;
    (2 * count >= words.len()).then_some(paragraph)
}

/// The words of these paragraphs that are not aligned yet.
fn free_words(text: &Text, paragraphs: Range<usize>, known: &[Option<usize>]) -> Vec<usize> {
    let words = text.paragraphs[paragraphs].iter().flat_map(Clone::clone);
    words.filter(|&word| known[word].is_none()).collect()
}

/// Numbers the words of a stretch anew, so that comparing it costs no more than it is long.
struct Numbering {
    number: Vec<Option<u32>>,
}

impl Numbering {
    fn new(numbers: usize) -> Self {
        Self { number: vec![None; numbers] }
    }

    /// Pairs of words that are common to these words of both texts.
    fn common(&mut self, old: &Text, left: &[usize], new: &Text, right: &[usize]) -> Vec<(usize, usize)> {
        if left.is_empty() || right.is_empty() {
            return Vec::new();
        }
        let mut next = 0;
        let mut renumbered = |id: u32| {
            *self.number[id as usize].get_or_insert_with(|| {
                next += 1;
                next - 1
            })
        };
        let one: Vec<u32> = left.iter().map(|&word| renumbered(old.ids[word])).collect();
        let other: Vec<u32> = right.iter().map(|&word| renumbered(new.ids[word])).collect();
        let pairs = common(&one, &other, next as usize);
        for id in left.iter().map(|&word| old.ids[word]).chain(right.iter().map(|&word| new.ids[word])) {
            self.number[id as usize] = None;
        }
        pairs.into_iter().map(|(one, other)| (left[one], right[other])).collect()
    }
}

/// Pairs of paragraphs, rising in the old text.
type Pairs = Vec<(usize, usize)>;

/// Paragraphs of the same words: those in the same order, and those that stand elsewhere.
fn equal_paragraphs(old: &Text, new: &Text) -> (Pairs, Pairs) {
    let mut places: BTreeMap<&[u32], (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (index, words) in old.paragraphs.iter().enumerate() {
        places.entry(&old.ids[words.clone()]).or_default().0.push(index);
    }
    for (index, words) in new.paragraphs.iter().enumerate() {
        places.entry(&new.ids[words.clone()]).or_default().1.push(index);
    }
    let as_often = places.values().filter(|(one, other)| one.len() == other.len());
    let mut pairs: Pairs = as_often.flat_map(|(one, other)| one.iter().copied().zip(other.iter().copied())).collect();
    pairs.order();
    let mut stayed = rising(&pairs);
    let kept: BTreeSet<_> = stayed.iter().copied().collect();
    let moved: Pairs = pairs.into_iter().filter(|pair| !kept.contains(pair)).collect();
    let mut taken = (vec![false; old.paragraphs.len()], vec![false; new.paragraphs.len()]);
    for &(one, other) in stayed.iter().chain(&moved) {
        (taken.0[one], taken.1[other]) = (true, true);
    }
    // What stands more often on one side goes with its neighbors.
    let same = |one: usize, other: usize| {
        let words = (old.paragraphs.get(one), new.paragraphs.get(other));
        matches!(words, (Some(one), Some(other)) if old.ids[one.clone()] == new.ids[other.clone()])
    };
    let mut extend = |start: (usize, usize), backward: bool, stayed: &mut Pairs| {
        let mut at = start;
        loop {
            let next = if backward {
                at.0.checked_sub(1).zip(at.1.checked_sub(1))
            } else {
                Some((at.0.wrapping_add(1), at.1.wrapping_add(1)))
            };
            let Some(next) = next.filter(|next| same(next.0, next.1)) else { return };
            if taken.0[next.0] || taken.1[next.1] {
                return;
            }
            (taken.0[next.0], taken.1[next.1]) = (true, true);
            stayed.push(next);
            at = next;
        }
    };
    // The ends of the texts are neighbors, too.
    extend((usize::MAX, usize::MAX), false, &mut stayed);
    extend((old.paragraphs.len(), new.paragraphs.len()), true, &mut stayed);
    for pair in stayed.clone() {
        extend(pair, true, &mut stayed);
        extend(pair, false, &mut stayed);
    }
    stayed.order();
    (stayed, moved)
}
