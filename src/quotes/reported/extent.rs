//! Where reported clauses end.

use crate::lexicon::grammar::clauses;
use crate::lexicon::speech::works::OCCASIONS;
use crate::lexicon::verbs::{Form, Frames};

use crate::quotes::parse::index::ItemId;
use crate::quotes::parse::items::Class;
use crate::quotes::reported::sentence::{REACH, Sentence};

impl Sentence<'_> {
    /// Where a reported clause that starts at `from` ends: before the full stop, a new attribution or a quote's.
    pub(crate) fn clause_end(&self, from: ItemId) -> ItemId {
        let words = self.words;
        let mut at = from;
        let limit = self.end.min(from + REACH);
        while at < limit {
            let class = words.class(at);
            if class == Class::Semicolon && at > from {
                break;
            }
            // A clause of its own behind the comma, or one that only describes, is no longer reported.
            let next = || words.str(at + 1);
            if class == Class::Comma
                && at > from
                && (clauses::DESCRIBING.contains(&next())
                    || matches!(next(), "and" | "but") && self.subject_begins(at + 2))
            {
                match self.resumes(at + 1) {
                    Some(on) if on < limit => {
                        at = on;
                        continue;
                    }
                    _ => break,
                }
            }
            // "- noting that …", ", while he …", ", a figure that …"
            let spaced = || words.str(at) == "-" && words.items[at].range.start() > words.items[at - 1].range.end();
            let apart = match class {
                Class::Dash => at > from + 3,
                Class::Mark => at > from + 3 && spaced(),
                Class::Comma => at > from + 2 && clauses::ASIDES.contains(&next()),
                _ => false,
            };
            if apart {
                match self.resumes(at + 1) {
                    Some(on) if on < limit && class == Class::Comma => {
                        at = on;
                        continue;
                    }
                    _ => break,
                }
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

    /// Where the clause goes on behind an aside that begins at `from`: a comma and its verb.
    fn resumes(&self, from: ItemId) -> Option<ItemId> {
        let words = self.words;
        let comma = from.to(self.end.min(from + 16)).iter().find(|&i| words.class(i) == Class::Comma)?;
        let mut verb = comma + 1;
        while verb < comma + 4 && words.class(verb) == Class::Adverb {
            verb += 1;
        }
        (words.class(verb) == Class::Auxiliary).then_some(verb)
    }

    /// Where the object that starts at `from` ends: as a clause does, and before a verb joined to the one that has it.
    pub(crate) fn object_end(&self, from: ItemId) -> ItemId {
        let end = self.clause_end(from);
        let words = self.words;
        (from + 1)
            .to(end)
            .iter()
            .find(|&i| {
                let next = words.items.get(i + 1);
                match words.class(i) {
                    Class::Conjunction => {
                        words.str(i) == "but"
                            || next.is_some_and(|v| {
                                v.speech.is_some_and(|s| matches!(s.form, Form::Past | Form::Third))
                                    && !self.field.stands_as_noun(i + 1)
                            })
                    }
                    // "on Monday", "in an interview", "during the debate", "when asked"
                    Class::Time => true,
                    Class::Preposition => {
                        words.class(i + 1) == Class::Time
                            || words.str(i) == "in"
                                && (i + 2)
                                    .to(self.end.min(i + 6))
                                    .iter()
                                    .take_while(|&j| {
                                        matches!(
                                            words.class(j),
                                            Class::Other | Class::Capital | Class::Determiner | Class::Time
                                        )
                                    })
                                    .any(|j| OCCASIONS.contains(&words.str(j)))
                    }
                    Class::Subordinator => clauses::ENDING_OBJECTS.contains(&words.str(i)),
                    _ => false,
                }
            })
            .unwrap_or(end)
    }

    /// The first comma among `from..end` that ends the words, or `end`.
    pub(crate) fn to_comma(&self, from: ItemId, end: ItemId) -> ItemId {
        (from + 1).to(end).iter().find(|&i| self.words.class(i) == Class::Comma && !self.joins(i)).unwrap_or(end)
    }

    /// Whether the comma at `at` stands within what it belongs to: "Flint, Michigan", "including", "Sept. 11, 2001".
    fn joins(&self, at: ItemId) -> bool {
        let words = self.words;
        match words.class(at + 1) {
            Class::Number => true,
            Class::Capital => {
                words.class(at - 1) == Class::Capital
                    && self
                        .field
                        .nominal_at(at + 1)
                        .is_some_and(|n| !matches!(words.class(n.end), Class::Auxiliary | Class::Other))
            }
            _ if clauses::GOING_ON.contains(&words.str(at + 1)) => true,
            // A list that goes on.
            Class::Other => (at + 2)
                .to(self.end.min(at + 7))
                .iter()
                .take_while(|&i| !matches!(words.class(i), Class::Auxiliary | Class::Pronoun | Class::Relative))
                .any(|i| words.class(i) == Class::Conjunction),
            _ => false,
        }
    }

    /// Whether a subject with its auxiliary, or a pronoun that can only be one, stands at `at`.
    fn subject_begins(&self, at: ItemId) -> bool {
        at < self.end
            && (matches!(self.words.class(at), Class::Pronoun | Class::Weak)
                || self.field.nominal_at(at).is_some_and(|n| self.words.class(n.end) == Class::Auxiliary))
    }

    /// Whether an attribution begins at `at`: a participle of saying, or a short subject and a strong verb.
    fn cue_after(&self, at: ItemId) -> bool {
        let words = self.words;
        let mut i = at;
        while i < self.end && matches!(words.class(i), Class::Conjunction | Class::Adverb) {
            i += 1;
        }
        let strong = |i: ItemId, least: u8| {
            i < self.end
                && words.items[i]
                    .speech
                    .is_some_and(|s| s.strength >= least && s.form != Form::Noun && s.frames.has(Frames::CLAUSE))
                && !self.field.stands_as_noun(i)
        };
        if strong(i, 2) && words.items[i].speech.is_some_and(|s| matches!(s.form, Form::Participle | Form::Past)) {
            return true;
        }
        if words.str(i) == "according" {
            return true;
        }
        // "and three quarters said the same"
        if matches!(words.class(i), Class::Number | Class::Other | Class::Determiner)
            && (i + 1)
                .to(self.end.min(i + 5))
                .iter()
                .take_while(|&j| words.class(j) != Class::Comma)
                .any(|j| strong(j, 3))
        {
            return true;
        }
        let k = self.field.started(i);
        self.field.nominals.get(k).is_some_and(|n| {
            let mut v = n.end;
            while v < self.end && matches!(words.class(v), Class::Adverb | Class::Auxiliary) {
                v += 1;
            }
            n.first == i && strong(v, 3)
        })
    }
}
