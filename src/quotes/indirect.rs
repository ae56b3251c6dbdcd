//! Reported speech and thought without marks: "said that …", "…, she added", "according to …", "vowed to …".

use crate::lexicon::verbs::{Form, Frames, SpeechWord};

use super::candidates::Field;
use super::noms::Kind;
use super::words::{Class, Words};

/// No clause is followed further than so many items.
const REACH: usize = 120;

/// Verbs of saying that take what follows them without "that" as their object: "continued his tour", "means war".
const NEVER_BARE: &[&str] = &["tweet", "retweet", "state", "mean", "add", "continue", "write", "declare", "make"];

/// A clause reported.
#[derive(Clone, Debug)]
pub(super) struct Reported {
    /// Items of each part, last exclusive; two when the attribution interrupts.
    pub(super) parts: Vec<(usize, usize)>,
    /// Items of the cue, last exclusive.
    pub(super) cue: (usize, usize),
    /// Index of the nominal.
    pub(super) speaker: Option<u32>,
    /// Thought rather than speech.
    pub(super) thought: bool,
    /// Permille.
    pub(super) confidence: u16,
    /// Which pattern: the evidence code.
    pub(super) rule: &'static str,
}

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
fn speaks(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Organization | Kind::Pronoun | Kind::Role | Kind::Capital)
}

struct Sentence<'a> {
    field: &'a Field<'a>,
    words: &'a Words<'a>,
    start: usize,
    end: usize,
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
            } else if let Some(known) = words.items[at].speech
                && known.form != Form::Noun
                && !self.field.stands_as_noun(at)
                && !self.named(at)
            {
                self.verb(at, known)
            } else {
                None
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
        let parts = if at <= head + 1 {
            let comma =
                (at..self.end.min(at + 40)).find(|&i| words.class(i) == Class::Comma && !self.within_nominal(i))?;
            vec![(comma + 1, self.clause_end(comma + 1))]
        } else {
            let stop = if words.class(at - 1) == Class::Comma { at - 1 } else { at };
            vec![(head.max(stop.saturating_sub(REACH)), stop)]
        };
        Some(Reported { parts, cue: (at, at + 2), speaker, thought: false, confidence: 780, rule: "according-to" })
    }

    fn within_nominal(&self, at: usize) -> bool {
        self.field.nominal_at(at).is_some_and(|n| (n.first as usize) < at && at + 1 < n.last as usize)
    }

    fn verb(&self, at: usize, known: SpeechWord) -> Option<Reported> {
        let words = self.words;
        let thought = known.frames.has(Frames::THOUGHT) && !known.frames.has(Frames::SPEECH);
        let clause = known.frames.has(Frames::CLAUSE);
        if !clause && !known.frames.has(Frames::INFINITIVE) && !known.frames.has(Frames::ADDRESSEE) {
            return None;
        }
        // How often such a find agrees with the annotation at an overlap of 0.8, by the verb's strength (PolNeAR, training part).
        let sure = |shares: [u16; 3]| shares[usize::from(known.strength.clamp(1, 3)) - 1];
        let report = |parts: Vec<(usize, usize)>, speaker: Option<u32>, confidence: u16, rule: &'static str| {
            Some(Reported { parts, cue: (at, at + 1), speaker, thought, confidence, rule })
        };
        // ", she said" at the end or in the middle of its sentence.
        if known.strength >= 2
            && !thought
            && clause
            && known.form != Form::Participle
            && let Some((left, right, speaker)) = self.parenthesis(at)
        {
            let head = self.trim_left(self.start);
            if left > head + 1 && (head..left).all(|i| words.class(i) != Class::Quote) {
                let mut parts = vec![(head.max(left.saturating_sub(REACH)), left)];
                if right < self.end && words.class(right) == Class::Comma {
                    parts.push((right + 1, self.clause_end(right + 1)));
                }
                return report(parts, Some(speaker), sure([700, 740, 840]), "clause-before");
            }
        }
        // Skip the person addressed, adverbs and times: "told reporters on Monday that".
        let mut next = at + 1;
        while next < self.end && matches!(words.class(next), Class::Adverb | Class::Time) {
            next += 1;
        }
        let that = (next..self.end.min(next + 9))
            .take_while(|&i| !matches!(words.class(i), Class::Quote | Class::Stop | Class::Semicolon | Class::Colon))
            .take_while(|&i| i == next || !matches!(words.class(i), Class::Auxiliary | Class::Pronoun))
            // "Asked about it, she replied that …": the later verb's clause.
            .take_while(|&i| words.items[i].speech.is_none_or(|s| s.form == Form::Noun || i == next))
            .find(|&i| words.str(i) == "that")
            // "wants an economy that works": the noun's clause.
            .filter(|&t| {
                t == next
                    || known.frames.has(Frames::ADDRESSEE)
                    || matches!(words.class(next), Class::Preposition | Class::Comma | Class::Subordinator)
                    || known.strength == 3 && words.class(next) != Class::Determiner
            });
        let subject = self.subject(at, next);
        let kind = subject.map(|s| self.field.nominals[s as usize].kind);
        let spoken = kind.is_some_and(speaks);
        let takes = (clause || known.frames.has(Frames::ADDRESSEE)) && !known.frames.has(Frames::LABEL);
        if let Some(that) = that.filter(|_| takes) {
            // "the plan that …", "the problem showed that …"
            let finite = matches!(known.form, Form::Past | Form::Third) || kind == Some(Kind::Pronoun);
            if known.strength < 2 && !(spoken && finite) {
                return None;
            }
            return report(vec![(that + 1, self.clause_end(that + 1))], subject, sure([420, 610, 710]), "that-clause");
        }
        let mut begin = next;
        if known.frames.has(Frames::ADDRESSEE) {
            let i = self.field.nominals.partition_point(|n| (n.first as usize) < next);
            if let Some(n) =
                self.field.nominals.get(i).filter(|n| n.first as usize == next && (n.last as usize) < self.end)
            {
                begin = n.last as usize;
            } else if words.class(next) == Class::Object {
                begin = next + 1;
            }
            if begin == next && known.lemma == "tell" {
                return None;
            }
        }
        // "vowed to fight", "urged him to go".
        let to = (begin..self.end.min(begin + 4)).find(|&i| words.str(i) == "to");
        let object = known.frames.has(Frames::ADDRESSEE) && begin > next;
        if let Some(to) = to.filter(|&t| {
            (t == begin || object)
                && matches!(words.class(t + 1), Class::Other | Class::Adverb | Class::Auxiliary)
                && (known.frames.has(Frames::INFINITIVE) || object)
        }) {
            return if spoken {
                report(vec![(to, self.clause_end(to))], subject, sure([460, 510, 320]), "infinitive")
            } else {
                None
            };
        }
        if !clause && !object {
            return None;
        }
        // "asked whether", "explained how".
        if matches!(words.str(begin), "whether" | "if" | "how" | "why" | "what" | "who" | "where" | "when")
            && begin < self.end
            && known.strength >= 2
        {
            return report(vec![(begin, self.clause_end(begin))], subject, sure([500, 500, 700]), "question-clause");
        }
        // A clause right behind: a subject and, soon, a verb.
        let bare = match known.strength {
            3 => true,
            2 => !matches!(known.form, Form::Base) || !thought,
            _ => thought,
        };
        let said = spoken
            || known.strength == 3 && matches!(kind, Some(Kind::Weak | Kind::Phrase))
            || known.lemma == "say" && kind == Some(Kind::Place);
        if !bare
            || !said
            || NEVER_BARE.contains(&known.lemma)
            || begin >= self.end
            || known.form == Form::Past && self.passive(at)
        {
            return None;
        }
        let opens = match words.class(begin) {
            Class::Pronoun | Class::Weak => true,
            Class::Determiner | Class::Possessive | Class::Capital | Class::Number => known.strength >= 2 || thought,
            Class::Other => known.strength == 3 && words.items[begin].speech.is_none_or(|s| s.form == Form::Noun),
            Class::Preposition | Class::Subordinator => {
                known.strength == 3
                    && matches!(
                        words.str(begin),
                        "in" | "under" | "at" | "if" | "when" | "while" | "although" | "after" | "despite" | "without"
                    )
            }
            _ => false,
        };
        let verb = words.class(begin) == Class::Pronoun || self.finite(begin, known.strength == 3);
        if opens && verb {
            let stop = self.clause_end(begin);
            return report(vec![(begin, stop)], subject, sure([470, 590, 770]), "bare-clause");
        }
        None
    }

    /// Whether, before the next comma, something that may be a finite verb stands outside the noun phrases: in "added its
    /// own pressure to the race" nothing does.
    /// Behind a verb that often has an object (not `sure`) only an auxiliary tells.
    fn finite(&self, begin: usize, sure: bool) -> bool {
        let words = self.words;
        let outside = |i: usize| self.field.nominal_at(i).is_none() && words.items[i].role.is_none();
        (begin + 1..self.end.min(begin + 16))
            .take_while(|&i| !matches!(words.class(i), Class::Comma | Class::Semicolon | Class::Dash | Class::Quote))
            .any(|i| words.class(i) == Class::Auxiliary || sure && words.class(i) == Class::Other && outside(i))
    }

    fn passive(&self, at: usize) -> bool {
        at > self.start && matches!(self.words.str(at - 1), "was" | "were" | "is" | "are" | "been" | "be" | "being")
    }

    /// If the cue at `at` stands with its subject between commas or between comma and full stop: where the clause before
    /// ends, where the parenthesis ends, and the subject.
    fn parenthesis(&self, at: usize) -> Option<(usize, usize, u32)> {
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
    fn trim_left(&self, at: usize) -> usize {
        let mut at = at;
        if matches!(self.words.class(at), Class::Conjunction) {
            at += 1;
        }
        at
    }

    /// Where a reported clause that starts at `from` ends: before the full stop, a new attribution or a quote's.
    fn clause_end(&self, from: usize) -> usize {
        let words = self.words;
        let mut at = from;
        let limit = self.end.min(from + REACH);
        while at < limit {
            let class = words.class(at);
            if class == Class::Semicolon && at > from {
                break;
            }
            // A clause of its own behind the comma, or one that only describes, is no longer reported.
            let next = words.str(at + 1);
            if class == Class::Comma
                && at > from
                && (matches!(next, "which" | "who" | "where" | "whose")
                    || matches!(next, "and" | "but") && self.subject_begins(at + 2))
            {
                break;
            }
            let turn = match class {
                // ", adding that", ", but she said"
                Class::Comma => self.cue_after(at + 1),
                Class::Conjunction => at > from + 2 && self.cue_after(at + 1),
                _ => false,
            };
            if turn && at > from {
                break;
            }
            at += 1;
        }
        while at > from && matches!(words.class(at - 1), Class::Stop | Class::Comma | Class::Closing | Class::Dash) {
            at -= 1;
        }
        at
    }

    /// Whether a subject with its auxiliary, or a pronoun that can only be one, stands at `at`.
    fn subject_begins(&self, at: usize) -> bool {
        at < self.end
            && (matches!(self.words.class(at), Class::Pronoun | Class::Weak)
                || self.field.nominal_at(at).is_some_and(|n| self.words.class(n.last as usize) == Class::Auxiliary))
    }

    /// Whether an attribution begins at `at`: a participle of saying, or a short subject and a strong verb.
    fn cue_after(&self, at: usize) -> bool {
        let words = self.words;
        let mut i = at;
        while i < self.end && matches!(words.class(i), Class::Conjunction | Class::Adverb) {
            i += 1;
        }
        let strong = |i: usize, least: u8| {
            i < self.end
                && words.items[i]
                    .speech
                    .is_some_and(|s| s.strength >= least && s.form != Form::Noun && s.frames.has(Frames::CLAUSE))
                && !self.field.stands_as_noun(i)
        };
        if strong(i, 2)
            && i < self.end
            && words.items[i].speech.is_some_and(|s| matches!(s.form, Form::Participle | Form::Past))
        {
            return true;
        }
        if words.str(i) == "according" {
            return true;
        }
        let k = self.field.nominals.partition_point(|n| (n.first as usize) < i);
        self.field.nominals.get(k).is_some_and(|n| {
            let mut v = n.last as usize;
            while v < self.end && matches!(words.class(v), Class::Adverb | Class::Auxiliary) {
                v += 1;
            }
            n.first as usize == i && strong(v, 3)
        })
    }

    /// The subject of the verb at `at`.
    fn subject(&self, at: usize, _next: usize) -> Option<u32> {
        self.field.subject(at, self.start, self.end)
    }
}
