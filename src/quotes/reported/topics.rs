//! What is spoken or thought of rather than said: "support for the plan", "was declared the winner", "is critical of her".

use crate::lexicon::verbs::{Form, Frames, SpeechWord};

use crate::lexicon::opinion_nouns::VIEWS;
use crate::lexicon::verb_usage::Habits;
use crate::quotes::parse::index::{ItemId, ItemRange, NominalId};
use crate::quotes::parse::items::Class;
use crate::quotes::parse::lookup::Reports;
use crate::quotes::reported::pattern::{Pattern, Reported};
use crate::quotes::reported::sentence::{Sentence, speaks};

impl Sentence<'_> {
    /// "his attacks on Wall Street", "support for the plan": what the noun at `at` is about.
    pub(crate) fn view(&self, at: ItemId) -> Option<Reported> {
        let words = self.words;
        if words.items[at].reports != Some(Reports::View) || words.class(at + 1) != Class::Preposition {
            return None;
        }
        let prep = at + 1;
        let lead = words.str(prep);
        let noun = words.str(at);
        let fits = VIEWS.iter().any(|v| v.0 == lead && v.1.split_ascii_whitespace().any(|w| w == noun));
        let verb = lead == "to"
            && matches!(words.class(prep + 1), Class::Other | Class::Auxiliary)
            && self.field.nominal_at(prep + 1).is_none();
        if !fits
            || at > self.start && words.str(at - 1) == "in"
            || prep + 1 >= self.end
            || !(verb || self.opens_object(prep + 1))
        {
            return None;
        }
        let first = if verb { prep } else { prep + 1 };
        let end = self.to_comma(first, self.object_end(first));
        let end = if verb { end } else { self.to_verb(first, end) };
        // Whose it is stands before it, or behind "of" or "by".
        let owner = self.field.ended(at);
        let owner = owner.back(1).to(self.field.nominals.end().min(owner + 1)).iter().find(|&i| {
            let n = &self.field.nominals[i];
            let near = n.first >= at.back(8) && n.end <= at && n.end + 4 > at;
            n.possessive && near && speaks(n.kind)
        });
        let strength = if owner.is_some() || matches!(words.class(at - 1), Class::Possessive) { 2 } else { 1 };
        Some(Reported {
            parts: vec![first.to(end)],
            cue: at.to(at + 1),
            speaker: owner,
            thought: false,
            pattern: Pattern::View,
            strength,
        })
    }

    /// Where the noun phrase at `from` ends: before the verb it is the subject of.
    fn to_verb(&self, from: ItemId, end: ItemId) -> ItemId {
        let words = self.words;
        let mut inner = false;
        for i in from.to(end) {
            match words.class(i) {
                Class::Relative | Class::Subordinator | Class::Pronoun => inner = true,
                Class::Auxiliary if !inner && i > from => return i,
                Class::Other
                    if !inner
                        && i > from
                        && words.items[i].speech.is_some_and(|s| matches!(s.form, Form::Past | Form::Third))
                        && self.field.nominal_at(i).is_none() =>
                {
                    return i;
                }
                _ => {}
            }
        }
        end
    }

    /// "was declared the winner", "is expected to win", "seemed tired": of whom it is said, and what.
    pub(crate) fn said_of(&self, at: ItemId, known: &SpeechWord, speaker: Option<NominalId>) -> Option<Reported> {
        let words = self.words;
        let seems = matches!(known.lemma, "seem" | "appear");
        if !seems && (known.form != Form::Past || !self.passive(at)) {
            return None;
        }
        let mut verb = at;
        while verb > self.start && at - verb < 6 && matches!(words.class(verb - 1), Class::Auxiliary | Class::Adverb) {
            verb -= 1;
        }
        if words.items[at].habits.has(Habits::EVENT) {
            return None;
        }
        let subject = self.subject_start(verb)?.to(verb);
        let thought = known.frames.has(Frames::THOUGHT) && !known.frames.has(Frames::SPEECH);
        let report = |parts: Vec<ItemRange>, pattern: Pattern| {
            Some(Reported { parts, cue: at.to(at + 1), speaker, thought, pattern, strength: known.strength })
        };
        let next = at + 1;
        let label = known.frames.has(Frames::LABEL);
        let behind = match words.class(next) {
            _ if next >= self.end => false,
            _ if words.str(next) == "to" => {
                matches!(words.class(next + 1), Class::Other | Class::Adverb | Class::Auxiliary)
            }
            _ if matches!(words.str(next), "as" | "like") => true,
            Class::Determiner | Class::Possessive | Class::Capital | Class::Other | Class::Adverb => label || seems,
            _ => false,
        };
        if behind {
            let end = self.to_comma(next, self.clause_end(next));
            return report(vec![subject, next.to(end)], Pattern::SaidOf);
        }
        let topic = known.frames.has(Frames::TOPIC) || known.frames.has(Frames::CLAUSE) || label;
        let closed = next >= self.end
            || matches!(
                words.class(next),
                Class::Comma | Class::Stop | Class::Preposition | Class::Time | Class::Adverb | Class::Subordinator
            );
        if topic && closed && !seems && known.strength < 3 {
            return report(vec![subject], Pattern::Topic);
        }
        None
    }

    /// Where the subject begins that ends before `verb`.
    fn subject_start(&self, verb: ItemId) -> Option<ItemId> {
        let words = self.words;
        let mut at = verb;
        while at > self.start && verb - at < 40 {
            match words.class(at - 1) {
                Class::Relative => {
                    at -= 1;
                    break;
                }
                Class::Comma
                | Class::Semicolon
                | Class::Colon
                | Class::Dash
                | Class::Stop
                | Class::Conjunction
                | Class::Subordinator
                | Class::Opening
                | Class::Closing
                | Class::Mark
                | Class::Quote
                | Class::Auxiliary => break,
                _ => at -= 1,
            }
        }
        while at < verb && matches!(words.class(at), Class::Adverb | Class::Time) {
            at += 1;
        }
        (at < verb && words.str(at) != "to").then_some(at)
    }

    /// "As the paper reported, …", "…, as she noted."
    pub(crate) fn as_said(&self, at: ItemId, known: &SpeechWord) -> Option<Reported> {
        let words = self.words;
        let subject = self.field.ended(at).previous()?;
        let n = &self.field.nominals[subject];
        let first = n.first.previous().filter(|&f| f >= self.start)?;
        if n.end != at || !matches!(words.str(first), "As" | "as") {
            return None;
        }
        let closed = |i: ItemId| i >= self.end || matches!(words.class(i), Class::Comma | Class::Stop);
        let mut behind = at + 1;
        while behind < self.end.min(at + 6) && matches!(words.class(behind), Class::Adverb | Class::Time) {
            behind += 1;
        }
        if !closed(behind) {
            return None;
        }
        let mut parts = Vec::new();
        if first > self.start {
            if words.class(first - 1) != Class::Comma {
                return None;
            }
            parts.push(self.trim_left(self.start).to(first - 1));
        }
        if words.class(behind) == Class::Comma {
            parts.push((behind + 1).to(self.clause_end(behind + 1)));
        }
        let (cue, strength) = (at.to(at + 1), known.strength);
        Some(Reported { parts, cue, speaker: Some(subject), thought: false, pattern: Pattern::As, strength })
    }

    /// "is reportedly making plans": the clause around the adverb.
    pub(crate) fn hearsay(&self, at: ItemId) -> Option<Reported> {
        let words = self.words;
        let mut verb = at;
        while verb > self.start && at - verb < 6 && matches!(words.class(verb - 1), Class::Auxiliary | Class::Adverb) {
            verb -= 1;
        }
        let first = self.subject_start(verb)?;
        let parts = vec![first.to(at), (at + 1).to(self.clause_end(at + 1))];
        Some(Reported {
            parts,
            cue: at.to(at + 1),
            speaker: None,
            thought: false,
            pattern: Pattern::Hearsay,
            strength: 1,
        })
    }

    /// "Trump Says He Will Win" and "Trump: He Will Win", in the capitals of headlines.
    pub(crate) fn headline(&self) -> Option<Reported> {
        let words = self.words;
        let (start, end) = (self.start, self.end);
        if words.class(start) != Class::Capital {
            return None;
        }
        let opens = start == ItemId::FIRST || words.items[start - 1].paragraph != words.items[start].paragraph;
        if !opens || end - start < 4 || end - start > 30 {
            return None;
        }
        // Of ten longer words nine have a capital.
        let (mut all, mut small) = (0_u32, 0_u32);
        for word in
            start.to(end).iter().map(|i| words.str(i)).filter(|w| w.len() > 3 && w.starts_with(char::is_alphabetic))
        {
            all += 1;
            small += u32::from(!word.starts_with(char::is_uppercase));
            if small * 10 > end - start {
                return None;
            }
        }
        if all < 3 || small * 10 > all {
            return None;
        }
        let cue = (start + 1).to(end - 1).iter().take(12).find(|&i| {
            words.class(i) == Class::Colon
                || words.items[i].speech.is_some_and(|s| s.strength >= 2 && matches!(s.form, Form::Third | Form::Past))
        })?;
        if start
            .to(cue)
            .iter()
            .any(|i| !matches!(words.class(i), Class::Capital | Class::Preposition | Class::Genitive | Class::Number))
        {
            return None;
        }
        let speaker = self.field.ended(cue).previous().filter(|&i| self.field.nominals[i].first >= start);
        let mut last = end;
        while last > cue + 1 && words.class(last - 1) == Class::Stop {
            last -= 1;
        }
        let strength =
            if words.class(cue) == Class::Colon { 1 } else { words.items[cue].speech.map_or(2, |s| s.strength) };
        Some(Reported {
            parts: vec![(cue + 1).to(last)],
            cue: cue.to(cue + 1),
            speaker,
            thought: false,
            pattern: Pattern::Headline,
            strength,
        })
    }
}
