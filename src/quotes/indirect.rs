//! Reported speech and thought without marks: "said that …", "…, she added", "according to …", "vowed to …".

use crate::lexicon::verbs::{Form, Frames};

use super::candidates::Field;
use super::noms::Kind;
use super::pattern::{Pattern, Reported};
use super::words::{Class, Words};

/// No clause is followed further than so many items.
pub(super) const REACH: usize = 120;

/// All reported clauses. `used` are the items of cues that already introduce a quote in their own sentence; `spoken` says
/// of a quotation whether it is somebody's words.
pub(super) fn clauses(field: &Field<'_>, used: &[bool], spoken: impl Fn(u32) -> bool) -> Vec<Reported> {
    let words = field.words;
    let mut out = Vec::new();
    let mut start = 0;
    while start < words.items.len() {
        let mut end = start + 1;
        while end < words.items.len() && words.together(start, end) {
            end += 1;
        }
        Sentence { field, words, start, end, used }.read(&spoken, &mut out);
        start = end;
    }
    out
}

/// Whether words of this kind are the subject of a parenthesis: not "which" nor "the new plan".
pub(super) fn speaks(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Organization | Kind::Pronoun | Kind::Role | Kind::Capital)
}

/// A sentence, and what in it is already spoken for.
pub(super) struct Sentence<'a> {
    pub(super) field: &'a Field<'a>,
    pub(super) words: &'a Words<'a>,
    pub(super) start: usize,
    pub(super) end: usize,
    used: &'a [bool],
}

impl Sentence<'_> {
    fn read(&self, spoken: &impl Fn(u32) -> bool, out: &mut Vec<Reported>) {
        let words = self.words;
        let mut at = self.start;
        while at < self.end {
            let found = if self.used[at] {
                None
            } else if matches!(words.str(at), "according" | "According") && words.str(at + 1) == "to" {
                self.according(at)
            } else if let Some(known) = words.items[at].speech {
                if known.form == Form::Noun || self.field.stands_as_noun(at) {
                    self.noun(at, known)
                } else if self.named(at) {
                    None
                } else {
                    self.verb(at, known)
                }
            } else {
                self.state(at)
            };
            let Some(mut found) = found else {
                at += 1;
                continue;
            };
            // A clause around somebody's quoted words is that quote's.
            let quoted = |&(a, b): &(usize, usize)| {
                (a..b).any(|i| words.class(i) == Class::Quote && spoken(words.items[i].quote))
            };
            found.parts.retain(|p| p.1 > p.0);
            let long = found.parts.iter().map(|p| p.1 - p.0).sum::<usize>() >= 2;
            if !long || found.parts.iter().any(quoted) {
                at += 1;
                continue;
            }
            at = found.parts.iter().map(|p| p.1).max().unwrap_or(at).max(found.cue.1);
            out.push(found);
        }
    }

    /// A capitalized word that is a name.
    fn named(&self, at: usize) -> bool {
        self.words.class(at) == Class::Capital && self.field.nominal_at(at).is_some() && !self.words.begins(at)
    }

    /// `clause, according to speaker` and `According to speaker, clause`.
    fn according(&self, at: usize) -> Option<Reported> {
        let words = self.words;
        let i = self.field.nominals.partition_point(|n| (n.first as usize) < at + 2);
        let speaker = self
            .field
            .nominals
            .get(i)
            .filter(|n| (n.first as usize) <= at + 4 && (n.last as usize) <= self.end)
            .map(|_| i as u32);
        let head = self.trim_left(self.start);
        let comma_from = |from: usize| {
            (from..self.end.min(from + 40)).find(|&i| words.class(i) == Class::Comma && !self.within_nominal(i))
        };
        let parts = if at <= head + 1 {
            let comma = comma_from(at)?;
            vec![(comma + 1, self.clause_end(comma + 1))]
        } else {
            let stop = if words.class(at - 1) == Class::Comma { at - 1 } else { at };
            let mut parts = vec![(head.max(stop.saturating_sub(REACH)), stop)];
            // "Half of them, according to the poll, would stay."
            let last = speaker.map_or(at + 2, |s| self.field.nominals[s as usize].last as usize);
            if words.class(at - 1) == Class::Comma && words.class(last) == Class::Comma && !self.opens_aside(last + 1) {
                parts.push((last + 1, self.clause_end(last + 1)));
            }
            parts
        };
        Some(Reported { parts, cue: (at, at + 2), speaker, thought: false, pattern: Pattern::According, strength: 3 })
    }

    /// Whether what begins behind a comma describes what stands before it.
    fn opens_aside(&self, at: usize) -> bool {
        let words = self.words;
        matches!(words.class(at), Class::Determiner | Class::Relative | Class::Conjunction | Class::Possessive)
            || words.items.get(at).is_some_and(|i| i.speech.is_some_and(|s| s.form == Form::Participle))
    }

    fn within_nominal(&self, at: usize) -> bool {
        self.field.nominal_at(at).is_some_and(|n| (n.first as usize) < at && at + 1 < n.last as usize)
    }

    /// If the cue at `at` stands with its subject between commas or between comma and full stop: where the clause before
    /// ends, where the parenthesis ends, and the subject.
    pub(super) fn parenthesis(&self, at: usize) -> Option<(usize, usize, u32)> {
        let words = self.words;
        // Behind it a comma, the end, or the subject and then these; a few words of circumstance may follow.
        let mut left = at;
        while left > self.start && matches!(words.class(left - 1), Class::Auxiliary | Class::Adverb) {
            left -= 1;
        }
        let before = self.field.nominals.partition_point(|n| (n.last as usize) <= left);
        let ends = |i: usize| i >= self.end || matches!(words.class(i), Class::Comma | Class::Stop);
        if let Some(i) = before.checked_sub(1) {
            let n = &self.field.nominals[i];
            let first = n.first as usize;
            let adjacent = n.last as usize == left && first > self.start && speaks(n.kind);
            if adjacent && words.class(first - 1) == Class::Comma {
                let strong = words.items[at].speech.is_some_and(|s| s.strength == 3);
                let mut right = at + 1;
                while right < self.end && matches!(words.class(right), Class::Adverb | Class::Time) {
                    right += 1;
                }
                // "she said on Monday in Oslo," but not "she pointed to the plan".
                if strong && words.class(right) == Class::Preposition {
                    while right < self.end.min(at + 14)
                        && !ends(right)
                        && !matches!(words.class(right), Class::Pronoun | Class::Auxiliary)
                        && words.str(right) != "that"
                    {
                        right += 1;
                    }
                }
                return ends(right).then_some((first - 1, right, i as u32));
            }
        }
        // ", said the minister"; "quoted nobody" and the like have an object there.
        let transitive =
            words.items[at].speech.is_some_and(|s| s.frames.has(Frames::TOPIC) || s.frames.has(Frames::LABEL));
        if at > self.start && words.class(at - 1) == Class::Comma && !transitive {
            let i = self.field.nominals.partition_point(|n| (n.first as usize) < at + 1);
            let n = self.field.nominals.get(i).filter(|n| n.first as usize == at + 1 && speaks(n.kind))?;
            let last = n.last as usize;
            // In "Ana Díaz, a nurse, said the ward was full" the words behind are the clause, not the subject.
            let right = (last..self.end.min(last + 30)).find(|&i| ends(i)).unwrap_or(self.end);
            let qualified = n.kind != Kind::Pronoun
                && words.class(last) == Class::Preposition
                && right >= self.end.saturating_sub(1)
                && !(last..right).any(|i| words.class(i) == Class::Auxiliary);
            if ends(last) || qualified {
                return Some((at - 1, self.end, i as u32));
            }
        }
        None
    }

    /// Past conjunctions and datelines at the start.
    pub(super) fn trim_left(&self, at: usize) -> usize {
        let mut at = at;
        if matches!(self.words.class(at), Class::Conjunction) {
            at += 1;
        }
        at
    }
}
