//! What a word that introduces reported speech takes: a clause, a question, an infinitive, an object.

use crate::lexicon::grammar::auxiliaries;
use crate::lexicon::grammar::clauses;
use crate::lexicon::grammar::prepositions;
use crate::lexicon::verbs::{Form, Frames, SpeechWord};

use crate::lexicon::verb_usage::Habits;
use crate::quotes::attribution::generate::subject;
use crate::quotes::parse::index::{ItemId, ItemRange, NominalId};
use crate::quotes::parse::items::Class;
use crate::quotes::parse::nominals::Kind;
use crate::quotes::reported::pattern::{Pattern, Reported};
use crate::quotes::reported::sentence::{REACH, Sentence, speaks};

impl Sentence<'_> {
    /// What the verb at `at` reports.
    pub(crate) fn verb(&self, at: ItemId, known: &SpeechWord) -> Option<Reported> {
        let words = self.words;
        let thought = known.frames.has(Frames::THOUGHT) && !known.frames.has(Frames::SPEECH);
        let clause = known.frames.has(Frames::CLAUSE);
        let report = |parts: Vec<ItemRange>, speaker: Option<NominalId>, pattern: Pattern| {
            Some(Reported { parts, cue: at.to(at + 1), speaker, thought, pattern, strength: known.strength })
        };
        // "a storm expected to pass": nobody is its subject.
        let reduced =
            || at > self.start && words.class(at - 1) == Class::Other && self.field.nominal_at(at - 1).is_none();
        // Skip adverbs and times: "said on Monday that".
        let mut next = at + 1;
        while next < self.end && matches!(words.class(next), Class::Adverb | Class::Time) {
            next += 1;
        }
        // "The NFL legend said people …"; but "a man said to be ill".
        let says =
            known.lemma == "say" && !matches!(words.class(next), Class::Preposition | Class::Comma | Class::Stop);
        let passive = known.form == Form::Past && (self.passive(at) || !says && reduced());
        let subject = if passive { self.agent(next) } else { subject(self.field, at, self.start.to(self.end)) };
        let kind = subject.map(|s| self.field.nominals[s].kind);
        // "one in five say"
        let counted = !passive && self.counted(at);
        let subject = subject.filter(|&s| !counted || self.field.nominals[s].end == at);
        let spoken = counted || subject.is_some_and(|s| self.may_speak(s));
        // "The NFL legend said": who says it is no name.
        let subject = subject.filter(|&s| {
            let n = &self.field.nominals[s];
            passive || n.entity.is_none() || n.end + 1 != at || !reduced()
        });
        // To whom it seems is not said.
        let subject = subject.filter(|_| !matches!(known.lemma, "appear" | "seem"));
        let takes = (clause || known.frames.has(Frames::ADDRESSEE)) && !known.frames.has(Frames::LABEL);
        if takes && let Some(that) = self.that(next, known) {
            // "the plan that …", "the problem showed that …"
            let finite = matches!(known.form, Form::Past | Form::Third) || kind == Some(Kind::Pronoun);
            if known.strength < 2 && !(spoken && finite) {
                return None;
            }
            return report(vec![(that + 1).to(self.clause_end(that + 1))], subject, Pattern::That);
        }
        if let Some(found) = self.said_of(at, known, subject) {
            return Some(found);
        }
        let begin = self.behind_listener(next, known);
        if begin == next && known.lemma == "tell" && !passive {
            return None;
        }
        let addressed = known.frames.has(Frames::ADDRESSEE) && (begin > next || passive);
        // "vowed to fight", "urged him to go", "is expected to leave".
        let to = begin.to(self.end.min(begin + 4)).iter().find(|&i| words.is_to(i)).filter(|&t| {
            (t == begin || addressed) && matches!(words.class(t + 1), Class::Other | Class::Adverb | Class::Auxiliary)
        });
        if let Some(to) = to {
            let takes_it = known.frames.has(Frames::INFINITIVE) || addressed || (passive && (clause || thought));
            // "it hopes to win", "the bill seeks to"
            let weak = kind == Some(Kind::Phrase) && known.form == Form::Base || kind == Some(Kind::Weak);
            if takes_it && (spoken || weak || passive && known.strength > 1) {
                let pattern = if passive { Pattern::Passive } else { Pattern::Infinitive };
                let end = self.to_comma(to, self.clause_end(to));
                return report(vec![to.to(end)], subject, pattern);
            }
            return None;
        }
        if clause || addressed {
            if self.asks(begin) {
                return report(vec![begin.to(self.clause_end(begin))], subject, Pattern::Question);
            }
            if !passive && self.bare(at, begin, known, kind, counted) {
                return report(vec![begin.to(self.clause_end(begin))], subject, Pattern::Bare);
            }
            // "a step that she said would help", "the cuts that the report says were made"
            let finite = next == at + 1 && words.class(next) == Class::Auxiliary && next < self.end;
            let reads = known.lemma == "say" && matches!(kind, Some(Kind::Weak | Kind::Phrase));
            if finite
                && (spoken || reads)
                && !passive
                && (known.strength >= 2 || thought)
                && !auxiliaries::INNER_BE.contains(&words.str(next))
            {
                return report(vec![next.to(self.clause_end(next))], subject, Pattern::Gap);
            }
        }
        if passive {
            return None;
        }
        // "a letter criticizing the plan", "the proposal drew": nobody need be the subject.
        let loose = known.form == Form::Participle
            || kind == Some(Kind::Phrase)
            || kind == Some(Kind::Weak) && known.form == Form::Past;
        if !spoken && !loose {
            return None;
        }
        // "called for an inquiry", "criticized the plan".
        let habits = words.items[at].habits;
        if spoken
            && words.class(next) == Class::Preposition
            && habits.takes(words.str(next))
            && self.opens_object(next + 1)
        {
            let end = self.to_comma(next + 1, self.object_end(next + 1));
            return report(vec![(next + 1).to(end)], subject, Pattern::Preposition);
        }
        let object = clause
            || thought
            || [Frames::TOPIC, Frames::LABEL, Frames::ADDRESSEE].into_iter().any(|f| known.frames.has(f))
            || known.strength > 0 && known.frames.has(Frames::INFINITIVE);
        if object && !habits.has(Habits::NEVER_OBJECT) && next == at + 1 && self.opens_object(next) {
            let end = self.to_comma(next, self.object_end(next));
            return report(vec![next.to(end)], subject, Pattern::Object);
        }
        None
    }

    /// ", she said" at the end or in the middle of its sentence.
    pub(crate) fn around(&self, at: ItemId, known: &SpeechWord) -> Option<Reported> {
        let words = self.words;
        let thought = known.frames.has(Frames::THOUGHT) && !known.frames.has(Frames::SPEECH);
        if known.strength < 2 && !thought
            || !known.frames.has(Frames::CLAUSE)
            || known.form == Form::Participle
            || known.form == Form::Past && self.passive(at)
            || self.named(at)
        {
            return None;
        }
        if let Some(found) = self.as_said(at, known) {
            return Some(found);
        }
        let (left, right, speaker) = self.parenthesis(at)?;
        let head = self.trim_left(self.start);
        if left <= head || head.to(left).iter().any(|i| words.class(i) == Class::Quote) {
            return None;
        }
        let mut parts = vec![head.max(left.back(REACH)).to(left)];
        if right < self.end && words.class(right) == Class::Comma {
            parts.push((right + 1).to(self.clause_end(right + 1)));
        }
        let (cue, strength) = (at.to(at + 1), known.strength);
        Some(Reported { parts, cue, speaker: Some(speaker), thought, pattern: Pattern::Before, strength })
    }

    /// "her claim that …", "a promise to …".
    pub(crate) fn noun(&self, at: ItemId, known: &SpeechWord) -> Option<Reported> {
        let words = self.words;
        let that = (at + 1)
            .to(self.end.min(at + 5))
            .iter()
            .take_while(|&i| i == at + 1 || !matches!(words.class(i), Class::Comma | Class::Auxiliary | Class::Quote))
            .find(|&i| words.is_that(i))?;
        // "a statement that was issued": the noun is the subject of what follows.
        if matches!(words.class(that + 1), Class::Auxiliary | Class::Adverb)
            || words.items.get(that + 1).is_some_and(|i| i.speech.is_some_and(|s| s.form != Form::Noun))
        {
            return None;
        }
        let owner = self.field.ended(at);
        let owner = owner.back(1).to(self.field.nominals.end().min(owner + 1)).iter().find(|&i| {
            let n = &self.field.nominals[i];
            n.possessive && n.end <= at && n.end + 3 > at && speaks(n.kind)
        });
        Some(Reported {
            parts: vec![(that + 1).to(self.clause_end(that + 1))],
            cue: at.to(at + 1),
            speaker: owner.or_else(|| self.agent(at + 1)),
            thought: known.frames.has(Frames::THOUGHT),
            pattern: Pattern::Noun,
            strength: known.strength.min(2),
        })
    }

    /// "is sure that …", "is eager to …".
    pub(crate) fn state(&self, at: ItemId, infinitive: bool) -> Option<Reported> {
        let words = self.words;
        if at == self.start || !words.may_state(at) {
            return None;
        }
        let mut be = at;
        while be > self.start && at - be < 3 && words.class(be - 1) == Class::Adverb {
            be -= 1;
        }
        if !self.passive(be) && !auxiliaries::LINKING.contains(&words.str(be.back(1))) {
            return None;
        }
        let subject = subject(self.field, at, self.start.to(self.end))?;
        let kind = self.field.nominals[subject].kind;
        let next = at + 1;
        let begin = match words.str(next) {
            "that" => next + 1,
            "to" if infinitive && matches!(words.class(next + 1), Class::Other | Class::Auxiliary) => next,
            opener if clauses::follows_state(opener) => next,
            _ if !infinitive && words.class(next) == Class::Pronoun => next,
            leads if !infinitive && prepositions::OF_FEELING.contains(&leads) && self.opens_object(next + 1) => {
                let end = self.to_comma(next + 1, self.object_end(next + 1));
                return speaks(kind).then(|| Reported {
                    parts: vec![(next + 1).to(end)],
                    cue: at.to(at + 1),
                    speaker: Some(subject),
                    thought: true,
                    pattern: Pattern::Mood,
                    strength: 2,
                });
            }
            _ => return None,
        };
        speaks(kind).then(|| Reported {
            parts: vec![begin.to(self.clause_end(begin))],
            cue: at.to(at + 1),
            speaker: Some(subject),
            thought: true,
            pattern: Pattern::State,
            strength: if words.str(next) == "to" { 1 } else { 2 },
        })
    }

    /// The "that" that begins what a verb reports; `next` is the first item behind its adverbs.
    fn that(&self, next: ItemId, known: &SpeechWord) -> Option<ItemId> {
        let words = self.words;
        next.to(self.end.min(next + 9))
            .iter()
            .take_while(|&i| !matches!(words.class(i), Class::Quote | Class::Stop | Class::Semicolon | Class::Colon))
            .take_while(|&i| i == next || !matches!(words.class(i), Class::Auxiliary | Class::Pronoun))
            // "Asked about it, she replied that …": the later verb's clause.
            .take_while(|&i| words.items[i].speech.is_none_or(|s| s.form == Form::Noun || i == next))
            .find(|&i| words.is_that(i))
            // "wants an economy that works": the noun's clause.
            .filter(|&t| {
                t == next
                    || known.frames.has(Frames::ADDRESSEE)
                    || matches!(words.class(next), Class::Preposition | Class::Comma | Class::Subordinator)
                    || known.strength == 3 && words.class(next) != Class::Determiner
            })
            // "the dozen states that held contests": of the noun, not reported.
            .filter(|&t| {
                words.class(t + 1) != Class::Auxiliary
                    && words.items.get(t + 1).is_none_or(|i| {
                        i.class != Class::Other || i.speech.is_none_or(|s| !matches!(s.form, Form::Past | Form::Third))
                    })
            })
    }

    /// The first item behind those who are told, if the verb has listeners.
    fn behind_listener(&self, next: ItemId, known: &SpeechWord) -> ItemId {
        if !known.frames.has(Frames::ADDRESSEE) {
            return next;
        }
        // "told the AP": a name goes without its article.
        let article = self.words.class(next) == Class::Determiner && self.field.nominal_at(next).is_none();
        let first = next + u32::from(article);
        let i = self.field.started(first);
        let listener = self.field.nominals.get(i).filter(|n| n.first == first && n.end < self.end);
        match listener {
            Some(n) => n.end,
            None if self.words.class(next) == Class::Object => next + 1,
            None => next,
        }
    }

    /// Who stands behind "by" or "from", within a few items.
    fn agent(&self, from: ItemId) -> Option<NominalId> {
        let by = from.to(self.end.min(from + 6)).iter().find(|&i| matches!(self.words.str(i), "by" | "from"))?;
        let i = self.field.started(by + 1);
        let n = self.field.nominals.get(i).filter(|n| n.first == by + 1 && speaks(n.kind));
        n.map(|_| i)
    }

    /// Whether a question stands at `at`.
    fn asks(&self, at: ItemId) -> bool {
        at < self.end && clauses::asks(self.words.str(at))
    }

    /// Whether a clause without "that" stands at `begin`: a subject and, soon, a verb.
    fn bare(&self, at: ItemId, begin: ItemId, known: &SpeechWord, subject: Option<Kind>, counted: bool) -> bool {
        let words = self.words;
        let thought = known.frames.has(Frames::THOUGHT) && !known.frames.has(Frames::SPEECH);
        let bare = match known.strength {
            3 => true,
            2 => !thought || known.form != Form::Base || self.plain(at),
            _ => thought,
        };
        let said = counted
            || subject.is_some_and(speaks)
            || known.frames.has(Frames::MEDIUM) && matches!(subject, Some(Kind::Weak | Kind::Phrase))
            || known.strength == 3 && matches!(subject, Some(Kind::Weak | Kind::Phrase))
            || known.lemma == "say" && subject == Some(Kind::Place);
        if !bare || !said || words.items[at].habits.has(Habits::NEVER_BARE) || begin >= self.end {
            return false;
        }
        let opens = match words.class(begin) {
            Class::Pronoun | Class::Weak => true,
            Class::Determiner | Class::Possessive | Class::Capital | Class::Number => known.strength >= 2 || thought,
            Class::Other => {
                // "said closed primaries were unfair"
                let apart = |s: &SpeechWord| s.form == Form::Noun || s.strength < 2 && self.finite(begin, false);
                known.strength == 3 && words.items[begin].speech.is_none_or(apart)
            }
            Class::Preposition | Class::Subordinator => {
                known.strength == 3 && clauses::FRONTED.contains(&words.str(begin))
            }
            _ => false,
        };
        opens && (words.class(begin) == Class::Pronoun || self.finite(begin, known.strength == 3))
    }

    /// Whether, before the next comma, something that may be a finite verb stands outside the noun phrases: in "added its
    /// own pressure to the race" nothing does.
    /// Behind a verb that often has an object (not `sure`) only an auxiliary tells.
    fn finite(&self, begin: ItemId, sure: bool) -> bool {
        let words = self.words;
        let outside = |i: ItemId| self.field.nominal_at(i).is_none() && words.items[i].role.is_none();
        (begin + 1)
            .to(self.end.min(begin + 16))
            .iter()
            .take_while(|&i| !matches!(words.class(i), Class::Comma | Class::Semicolon | Class::Dash | Class::Quote))
            .take_while(|&i| !words.is_that(i))
            .any(|i| words.class(i) == Class::Auxiliary || sure && words.class(i) == Class::Other && outside(i))
    }

    /// Whether a form of "be" stands before `at`.
    pub(crate) fn passive(&self, at: ItemId) -> bool {
        let words = self.words;
        let mut be = at;
        while be > self.start && at - be < 3 && words.class(be - 1) == Class::Adverb {
            be -= 1;
        }
        be > self.start && words.class(be - 1) == Class::Auxiliary && auxiliaries::is_be_or_negated(words.str(be - 1))
    }

    /// Whether an object may begin at `at`.
    pub(crate) fn opens_object(&self, at: ItemId) -> bool {
        let words = self.words;
        at < self.end
            && match words.class(at) {
                Class::Determiner
                | Class::Possessive
                | Class::Capital
                | Class::Number
                | Class::Object
                | Class::Weak => true,
                Class::Other => words.items[at].speech.is_none_or(|s| s.form == Form::Noun || s.strength < 2),
                Class::Subordinator => clauses::opens_object(words.str(at)),
                _ => false,
            }
    }
}
