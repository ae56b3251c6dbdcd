//! Reported speech and thought without marks: "said that …", "…, she added", "according to …", "vowed to …".

use crate::lexicon::verbs::{Form, Frames, SpeechWord};

use crate::quotes::parse::context::Field;
use crate::quotes::parse::index::{IdVec, ItemId, ItemRange, NominalId, QuoteId};
use crate::quotes::parse::items::{Class, Words};
use crate::quotes::parse::lookup::Reports;
use crate::quotes::parse::nominals::Kind;
use crate::quotes::reported::pattern::{Pattern, Reported};

/// No clause is followed further than so many items.
pub(crate) const REACH: u32 = 120;

/// All reported clauses. `used` are the items of cues that already introduce a quote in their own sentence; `spoken` says
/// of a quotation whether it is somebody's words.
pub(crate) fn clauses(
    field: &Field<'_>,
    used: &IdVec<ItemId, bool>,
    spoken: impl Fn(QuoteId) -> bool,
) -> Vec<Reported> {
    let words = field.words;
    let mut out = Vec::with_capacity(words.reporting.len());
    let mut reporting = words.reporting.as_slice();
    // Sentences in which nothing reports are not looked at.
    while let Some(&first) = reporting.first() {
        let sentence = words.items[first].sentence;
        let (mut start, mut end) = (first, first + 1);
        while start > ItemId::FIRST && words.items[start - 1].sentence == sentence {
            start -= 1;
        }
        while words.items.get(end).is_some_and(|item| item.sentence == sentence) {
            end += 1;
        }
        let (here, behind) = reporting.split_at(reporting.partition_point(|&i| i < end));
        Sentence { field, words, start, end, used, reporting: here }.read(&spoken, &mut out);
        reporting = behind;
    }
    out
}

/// Whether words of this kind are the subject of a parenthesis: not "which" nor "the new plan".
pub(crate) fn speaks(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Organization | Kind::Pronoun | Kind::Role | Kind::Capital)
}

/// A sentence, and what in it is already spoken for.
pub(crate) struct Sentence<'a> {
    pub(crate) field: &'a Field<'a>,
    pub(crate) words: &'a Words<'a>,
    pub(crate) start: ItemId,
    pub(crate) end: ItemId,
    used: &'a IdVec<ItemId, bool>,
    /// The items that may report.
    reporting: &'a [ItemId],
}

impl Sentence<'_> {
    fn read(&self, spoken: &impl Fn(QuoteId) -> bool, out: &mut Vec<Reported>) {
        let words = self.words;
        let mut at = self.start;
        if let Some(found) = self.headline().and_then(|f| self.fit(f, spoken)) {
            out.push(found);
            return;
        }
        // An attribution in the middle or at the end has the whole sentence. Where none is, none is looked for again.
        let mut asides = false;
        for i in self.reporting.iter().copied().skip_while(|&i| i == self.start) {
            let item = &words.items[i];
            let around = match item.speech {
                _ if self.used[i] => None,
                Some(known) if !self.is_noun(i, known) => self.around(i, known),
                None if item.reports == Some(Reports::According)
                    && words.str(i) == "according"
                    && words.str(i + 1) == "to" =>
                {
                    self.according(i)
                }
                _ => None,
            };
            asides |= around.is_some();
            if let Some(found) = around.and_then(|f| self.fit(f, spoken)) {
                at = found.parts.iter().map(|p| p.end).max().unwrap_or(i).max(found.cue.end);
                out.push(found);
                break;
            }
        }
        let mut next = 0;
        loop {
            while self.reporting.get(next).is_some_and(|&i| i < at) {
                next += 1;
            }
            let Some(&i) = self.reporting.get(next) else { break };
            at = i;
            let Some(found) = self.find(at, asides).and_then(|f| self.fit(f, spoken)) else {
                at += 1;
                continue;
            };
            // "wants Washington to change - but she thinks …": the surer one within.
            let sure = found.pattern.confidence(found.strength);
            if sure < 500 {
                let last = found.parts.iter().map(|p| p.end).max().unwrap_or(at);
                let inner = (at + 1).to(last).iter().filter_map(|i| self.find(i, asides)).any(|f| {
                    f.cue.end < last
                        && matches!(f.pattern, Pattern::That | Pattern::Bare | Pattern::Question)
                        && f.pattern.confidence(f.strength) > sure + 100
                });
                if inner {
                    at += 1;
                    continue;
                }
            }
            at = found.parts.iter().map(|p| p.end).max().unwrap_or(at).max(found.cue.end);
            out.push(found);
        }
    }

    /// What the word at `at` reports; `asides` says whether it may stand behind or within what it reports.
    fn find(&self, at: ItemId, asides: bool) -> Option<Reported> {
        let words = self.words;
        if self.used[at] {
            return None;
        }
        let item = &words.items[at];
        match item.speech {
            Some(known) if self.is_noun(at, known) => self.noun(at, known).or_else(|| self.view(at)),
            Some(_) if self.named(at) => None,
            Some(known) => asides.then(|| self.around(at, known)).flatten().or_else(|| self.verb(at, known)),
            None => match item.reports {
                Some(Reports::According) if words.str(at + 1) == "to" => self.according(at),
                Some(Reports::State { infinitive }) => self.state(at, infinitive),
                Some(Reports::Hearsay) => self.hearsay(at),
                Some(Reports::View) => self.view(at),
                _ => None,
            },
        }
    }

    /// Without empty parts; `None` when nothing is left or somebody's quoted words stand in it: the clause is that
    /// quote's.
    fn fit(&self, mut found: Reported, spoken: &impl Fn(QuoteId) -> bool) -> Option<Reported> {
        let words = self.words;
        found.parts.retain(|p| !p.is_empty());
        let quoted =
            |part: &ItemRange| part.iter().any(|i| words.class(i) == Class::Quote && spoken(words.items[i].quote));
        let long = found.parts.iter().map(|p| p.len()).sum::<u32>() >= 1;
        (long && !found.parts.iter().any(quoted)).then_some(found)
    }

    /// Whether a word of saying stands as a noun here.
    fn is_noun(&self, at: ItemId, known: &SpeechWord) -> bool {
        // "one in five say"
        if self.counted(at) && matches!(known.form, Form::Base | Form::Past) {
            return false;
        }
        if known.form == Form::Noun || self.field.stands_as_noun(at) {
            return true;
        }
        let words = self.words;
        // "a detailed plan", "influential state politicians", "14 states that"; but "the senator states that".
        if self.field.nominal_at(at).is_some() {
            return true;
        }
        if at == self.start || !words.together(at - 1, at) {
            return false;
        }
        let behind_nominal = self.field.nominal_at(at - 1).is_some();
        match words.class(at - 1) {
            Class::Number => true,
            Class::Other => {
                let verb = words.items[at - 1].speech.is_some();
                !behind_nominal && !verb && matches!(known.form, Form::Third | Form::Base)
            }
            Class::Adverb => {
                known.form == Form::Past
                    && at >= ItemId::FIRST + 2
                    && matches!(words.class(at - 2), Class::Determiner | Class::Possessive | Class::Genitive)
            }
            Class::Determiner | Class::Possessive | Class::Genitive => known.form == Form::Past && !behind_nominal,
            _ => false,
        }
    }

    /// A capitalized word that is a name.
    pub(crate) fn named(&self, at: ItemId) -> bool {
        self.words.class(at) == Class::Capital && self.field.nominal_at(at).is_some() && !self.words.begins(at)
    }

    /// `clause, according to speaker` and `According to speaker, clause`.
    fn according(&self, at: ItemId) -> Option<Reported> {
        let words = self.words;
        let i = self.field.started(at + 2);
        let speaker = self.field.nominals.get(i).filter(|n| n.first <= at + 4 && n.end <= self.end).map(|_| i);
        let head = self.trim_left(self.start);
        let comma_from = |from: ItemId| {
            from.to(self.end.min(from + 40)).iter().find(|&i| words.class(i) == Class::Comma && !self.within_nominal(i))
        };
        let parts = if at <= head + 1 {
            let comma = comma_from(at)?;
            vec![(comma + 1).to(self.clause_end(comma + 1))]
        } else {
            let stop = if words.class(at - 1) == Class::Comma { at - 1 } else { at };
            let mut parts = vec![head.max(stop.back(REACH)).to(stop)];
            // "Half of them, according to the poll, would stay."
            let last = speaker.map_or(at + 2, |s| self.field.nominals[s].end);
            if words.class(at - 1) == Class::Comma && words.class(last) == Class::Comma && !self.opens_aside(last + 1) {
                parts.push((last + 1).to(self.clause_end(last + 1)));
            }
            parts
        };
        Some(Reported { parts, cue: at.to(at + 2), speaker, thought: false, pattern: Pattern::According, strength: 3 })
    }

    /// Whether what begins behind a comma describes what stands before it.
    fn opens_aside(&self, at: ItemId) -> bool {
        let words = self.words;
        matches!(words.class(at), Class::Determiner | Class::Relative | Class::Conjunction | Class::Possessive)
            || words.items.get(at).is_some_and(|i| i.speech.is_some_and(|s| s.form == Form::Participle))
    }

    fn within_nominal(&self, at: ItemId) -> bool {
        self.field.nominal_at(at).is_some_and(|n| n.first < at && at + 1 < n.end)
    }

    /// If the cue at `at` stands with its subject between commas or between comma and full stop: where the clause before
    /// ends, where the parenthesis ends, and the subject.
    pub(crate) fn parenthesis(&self, at: ItemId) -> Option<(ItemId, ItemId, NominalId)> {
        let words = self.words;
        // Behind it a comma, the end, or the subject and then these; a few words of circumstance may follow.
        let mut left = at;
        while left > self.start && matches!(words.class(left - 1), Class::Auxiliary | Class::Adverb) {
            left -= 1;
        }
        let before = self.field.ended(left);
        let ends = |i: ItemId| i >= self.end || matches!(words.class(i), Class::Comma | Class::Stop);
        if let Some(i) = before.previous() {
            let n = &self.field.nominals[i];
            let first = n.first;
            let adjacent = n.end == left && first > self.start && speaks(n.kind);
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
                return ends(right).then_some((first - 1, right, i));
            }
        }
        // ", said the minister"; "quoted nobody" and the like have an object there.
        let transitive =
            words.items[at].speech.is_some_and(|s| s.frames.has(Frames::TOPIC) || s.frames.has(Frames::LABEL));
        if at > self.start && words.class(at - 1) == Class::Comma && !transitive {
            let i = self.field.started(at + 1);
            let n = self.field.nominals.get(i).filter(|n| n.first == at + 1 && speaks(n.kind))?;
            let last = n.end;
            // In "Ana Díaz, a nurse, said the ward was full" the words behind are the clause, not the subject.
            let right = last.to(self.end.min(last + 30)).iter().find(|&i| ends(i)).unwrap_or(self.end);
            let qualified = n.kind != Kind::Pronoun
                && words.class(last) == Class::Preposition
                && right >= self.end.back(1)
                && !last.to(right).iter().any(|i| words.class(i) == Class::Auxiliary);
            if ends(last) || qualified {
                return Some((at - 1, self.end, i));
            }
        }
        None
    }

    /// Past conjunctions and datelines at the start.
    pub(crate) fn trim_left(&self, at: ItemId) -> ItemId {
        let mut at = at;
        if matches!(self.words.class(at), Class::Conjunction) {
            at += 1;
        }
        at
    }
}
