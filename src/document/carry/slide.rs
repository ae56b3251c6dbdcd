//! Where a stretch that was taken out or put in begins and ends, when its ends look like its neighbors: of "Lee won. Lee
//! lost." less a sentence, the sentence is gone, not "won. Lee". It is slid to where the text is divided most.

use std::cmp::Reverse;

use crate::document::carry::text::Text;

/// How far a stretch is slid.
const FARTHEST: usize = 32;
/// How much a border of paragraphs divides, where any mark divides by one.
const PARAGRAPH: u8 = 3;
/// How much the end of a sentence divides.
const SENTENCE: u8 = 2;

/// The partners of the words of one text.
pub(crate) struct Partners<'a> {
    /// For each word of this text the word of the other one.
    pub(crate) to: &'a mut [Option<usize>],
    /// The inverse.
    pub(crate) from: &'a mut [Option<usize>],
    /// What else is said of each word of this text, if anything is.
    pub(crate) moved: &'a mut [bool],
}

impl Partners<'_> {
    /// Slides the stretches of `text` that have no partner, where right around them the partners follow each other.
    pub(crate) fn slide(&mut self, text: &Text) {
        let mut at = 0;
        while at < self.to.len() {
            if self.to[at].is_some() {
                at += 1;
                continue;
            }
            let start = at;
            while at < self.to.len() && self.to[at].is_none() {
                at += 1;
            }
            at = self.slide_one(text, start, at);
        }
    }

    /// Gives where the stretch ends then.
    fn slide_one(&mut self, text: &Text, start: usize, end: usize) -> usize {
        let before = start.checked_sub(1).map(|before| self.to[before]);
        let after = self.to.get(end).copied();
        // The partner of the word that follows, or would follow.
        let border = match (before, after) {
            (Some(Some(before)), Some(Some(after))) if before + 1 == after => after,
            (None, Some(Some(0))) => 0,
            (Some(Some(before)), None) if before + 1 == self.from.len() => before + 1,
            _ => return end,
        };
        let length = end - start;
        let (mut first, mut last) = (start, start);
        while start - first < FARTHEST
            && first > 0
            && border.checked_sub(start - first + 1).is_some_and(|partner| self.to[first - 1] == Some(partner))
            && text.ids[first - 1] == text.ids[first - 1 + length]
        {
            first -= 1;
        }
        while last - start < FARTHEST
            && self.to.get(last + length).is_some_and(|to| *to == Some(border + last - start))
            && text.ids[last] == text.ids[last + length]
        {
            last += 1;
        }
        let divided = |place: usize| divides(text, place) + divides(text, place + length);
        let best = (first..=last).max_by_key(|&place| (divided(place), Reverse(place.abs_diff(start)), place));
        let place = best.unwrap_or(start);
        for word in (place..start).rev() {
            self.pass(word, word + length);
        }
        for word in start..place {
            self.pass(word + length, word);
        }
        place + length
    }

    /// The partner of one word becomes that of another, which has none.
    fn pass(&mut self, one: usize, other: usize) {
        if let Some(partner) = self.to[one].take() {
            self.to[other] = Some(partner);
            self.from[partner] = Some(other);
            if !self.moved.is_empty() {
                self.moved.swap(one, other);
            }
        }
    }
}

/// How much the text is divided before a word.
fn divides(text: &Text, word: usize) -> u8 {
    if word == 0 || word == text.words.len() {
        return PARAGRAPH;
    }
    let gap = text.gap(word - 1);
    if gap.contains('\n') {
        PARAGRAPH
    } else if gap.contains(['.', '!', '?', '…', '。']) {
        SENTENCE
    } else {
        u8::from(!gap.trim().is_empty())
    }
}
