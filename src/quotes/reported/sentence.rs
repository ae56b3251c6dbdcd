//! One sentence as the rules for reported speech see it: where it begins and ends, and what single words are in it.

use crate::lexicon::grammar::auxiliaries::{is_be_or_negated, opens_question};
use crate::lexicon::grammar::determiners::{counts_people, is_indefinite};
use crate::lexicon::verb_usage::PHRASAL;
use crate::lexicon::verbs::{Form, SpeechWord, speech_word};
use crate::quotes::parse::context::Field;
use crate::quotes::parse::index::{ItemId, NominalId};
use crate::quotes::parse::items::{Class, Words};
use crate::quotes::parse::nominals::{Kind, Nominal};

/// Between a form of "be" and what stands behind it: no more adverbs than these.
const MOST_ADVERBS: u32 = 3;
/// Between a subject and its verb: no more auxiliaries and adverbs than these.
const MOST_AUXILIARIES: u32 = 6;

/// The items `start..end` of an article, which are one sentence.
pub(crate) struct Sentence<'a> {
    pub(crate) field: &'a Field<'a>,
    pub(crate) words: &'a Words<'a>,
    pub(crate) start: ItemId,
    pub(crate) end: ItemId,
}

impl<'a> Sentence<'a> {
    /// The sentence in which item `at` stands.
    pub(crate) fn holding(field: &'a Field<'a>, at: ItemId) -> Self {
        let words = field.words;
        let sentence = words.items[at].sentence;
        let (mut start, mut end) = (at, at + 1);
        while start > ItemId::FIRST && words.items[start - 1].sentence == sentence {
            start -= 1;
        }
        while words.items.get(end).is_some_and(|item| item.sentence == sentence) {
            end += 1;
        }
        Self { field, words, start, end }
    }

    pub(crate) fn class(&self, at: ItemId) -> Class {
        self.words.class(at)
    }

    pub(crate) fn str(&self, at: ItemId) -> &'a str {
        self.words.str(at)
    }

    /// Item `at` as a word of saying or thinking.
    pub(crate) fn speech(&self, at: ItemId) -> Option<&'static SpeechWord> {
        self.words.items.get(at).and_then(|item| item.speech)
    }

    pub(crate) fn nominal(&self, number: NominalId) -> &'a Nominal {
        &self.field.nominals[number]
    }

    /// The last nominal that ends before `at` or at it, and its number.
    pub(crate) fn nominal_before(&self, at: ItemId) -> Option<(NominalId, &'a Nominal)> {
        let number = self.field.ended(at).previous()?;
        Some((number, self.nominal(number)))
    }

    /// The first nominal that starts at `at` or behind it, and its number.
    pub(crate) fn nominal_behind(&self, at: ItemId) -> Option<(NominalId, &'a Nominal)> {
        let number = self.field.started(at);
        self.field.nominals.get(number).map(|nominal| (number, nominal))
    }

    /// The nominal that starts at `at`, and its number.
    pub(crate) fn nominal_from(&self, at: ItemId) -> Option<(NominalId, &'a Nominal)> {
        self.nominal_behind(at).filter(|(_, nominal)| nominal.first == at)
    }

    /// The first item from `at` on that is none of these, or the sentence's end.
    pub(crate) fn skip(&self, at: ItemId, passed: impl Fn(Class) -> bool) -> ItemId {
        let mut at = at;
        while at < self.end && passed(self.class(at)) {
            at += 1;
        }
        at
    }

    /// Where the run of at most `most` such items begins that ends before `at`.
    pub(crate) fn skip_back(&self, at: ItemId, most: u32, passed: impl Fn(Class) -> bool) -> ItemId {
        let least = self.start.max(at.back(most));
        let mut first = at;
        while first > least && passed(self.class(first - 1)) {
            first -= 1;
        }
        first
    }

    /// Where the sentence begins behind a conjunction.
    pub(crate) fn head(&self) -> ItemId {
        self.start + u32::from(self.class(self.start) == Class::Conjunction)
    }

    /// Where the auxiliaries and adverbs of the verb at `at` begin.
    pub(crate) fn predicate_start(&self, at: ItemId) -> ItemId {
        self.skip_back(at, MOST_AUXILIARIES, |class| matches!(class, Class::Auxiliary | Class::Adverb))
    }

    /// Where the adverbs before `at` begin.
    pub(crate) fn adverbs_start(&self, at: ItemId) -> ItemId {
        self.skip_back(at, MOST_ADVERBS, |class| class == Class::Adverb)
    }

    /// Whether a form of "be" stands before `at`.
    pub(crate) fn passive(&self, at: ItemId) -> bool {
        let behind = self.adverbs_start(at);
        behind > self.start && self.class(behind - 1) == Class::Auxiliary && is_be_or_negated(self.str(behind - 1))
    }

    /// Whether the base form at `at` stands by itself ("I think") rather than behind "to" or a modal verb.
    pub(crate) fn plain(&self, at: ItemId) -> bool {
        // "Do you think …?"
        let asked = at > self.start + 1 && opens_question(self.str(at - 2)) && self.class(at - 1) != Class::Adverb;
        at > self.start && !asked && !matches!(self.class(at - 1), Class::Auxiliary | Class::Preposition)
    }

    /// Whether a number that counts people stands right before `at`.
    pub(crate) fn counted(&self, at: ItemId) -> bool {
        at > self.start
            && match self.class(at - 1) {
                Class::Number => true,
                Class::Determiner | Class::Other => counts_people(self.str(at - 1)),
                _ => false,
            }
    }

    /// Whether a word that is part of no nominal and in no closed class stands right before `at`.
    pub(crate) fn behind_plain_word(&self, at: ItemId) -> bool {
        at > self.start && self.class(at - 1) == Class::Other && self.field.nominal_at(at - 1).is_none()
    }

    /// Whether the word at `at` is a name with a capital.
    pub(crate) fn named(&self, at: ItemId) -> bool {
        self.class(at) == Class::Capital && self.field.nominal_at(at).is_some() && !self.words.begins(at)
    }

    /// Whether item `at` stands within a nominal, neither first nor last.
    pub(crate) fn within_nominal(&self, at: ItemId) -> bool {
        self.field.nominal_at(at).is_some_and(|nominal| nominal.first < at && at + 1 < nominal.end)
    }

    /// How many words behind the word of saying at `at` belong to it ("pointed *out*"), with the plain verb that it then
    /// stands for.
    pub(crate) fn phrasal(&self, at: ItemId, word: &'static SpeechWord) -> Option<&'static SpeechWord> {
        let behind = self.str(at + 1);
        let known = PHRASAL.iter().any(|(lemma, parts)| *lemma == word.lemma && parts.contains(&behind));
        let plain = match word.form {
            Form::Base => "note",
            Form::Third => "notes",
            Form::Past => "noted",
            Form::Participle => "noting",
            Form::Noun => return None,
        };
        if known && at + 1 < self.end { speech_word(plain) } else { None }
    }

    /// Whether the word of saying at `at` stands as a noun.
    pub(crate) fn is_noun(&self, at: ItemId, word: &SpeechWord) -> bool {
        // "one in five say"
        if self.counted(at) && matches!(word.form, Form::Base | Form::Past) {
            return false;
        }
        // "a detailed plan", "influential state politicians", "14 states that"; but "the senator states that".
        word.form == Form::Noun
            || self.field.stands_as_noun(at)
            || self.field.nominal_at(at).is_some()
            || self.opens_as_noun(at, word)
            || at != self.start && self.words.together(at - 1, at) && self.is_noun_behind(at, word)
    }

    /// "Claims that the vote was rigged do not …": the plural of a noun opens the sentence; "a direct answer": a base form
    /// does not agree with one thing; "ring warning bells": a participle between plain words.
    fn opens_as_noun(&self, at: ItemId, word: &SpeechWord) -> bool {
        if at == self.start {
            return word.form == Form::Third && self.words.is_that(at + 1);
        }
        let before = || self.field.nominal_at(at - 1).filter(|nominal| nominal.end == at);
        let of_one =
            || before().is_some_and(|nominal| nominal.kind == Kind::Phrase && is_indefinite(self.str(nominal.first)));
        match word.form {
            Form::Base => of_one(),
            Form::Participle => {
                self.class(at + 1) == Class::Other
                    && self.behind_plain_word(at)
                    && self.speech(at + 1).is_none()
                    && self.class(at + 2) != Class::Auxiliary
            }
            _ => false,
        }
    }

    /// Whether what stands before it makes the word of saying at `at` a noun or an adjective.
    fn is_noun_behind(&self, at: ItemId, word: &SpeechWord) -> bool {
        let behind_nominal = || self.field.nominal_at(at - 1).is_some();
        let specified = |at: ItemId| matches!(self.class(at), Class::Determiner | Class::Possessive | Class::Genitive);
        match self.class(at - 1) {
            Class::Number => true,
            Class::Other => {
                let verb = self.speech(at - 1).is_some();
                !verb && matches!(word.form, Form::Third | Form::Base) && !behind_nominal()
            }
            Class::Adverb => word.form == Form::Past && at >= ItemId::FIRST + 2 && specified(at - 2),
            _ => specified(at - 1) && word.form == Form::Past && !behind_nominal(),
        }
    }
}
