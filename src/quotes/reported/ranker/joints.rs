//! Where reported words end: at the first joint of their sentence that more speaks for than against.

use crate::lexicon::grammar::clauses;
use crate::lexicon::speech::works::OCCASIONS;
use crate::lexicon::verbs::{Form, Frames, SpeechWord};
use crate::quotes::parse::index::ItemId;
use crate::quotes::parse::items::Class;
use crate::quotes::reported::ranker::points::ENDS;
use crate::quotes::reported::ranker::signs::{Ends, Signs};
use crate::quotes::reported::sentence::Sentence;

/// Items behind the start of the words within which a joint is at once, or soon; behind more of them it is late.
const AT_ONCE: u32 = 2;
const SOON: u32 = 6;
const LATE: u32 = 16;
/// An aside between commas has no more items.
const ASIDE: u32 = 9;
/// Behind the last joint no more items stand.
const LAST: u32 = 5;
/// Behind a comma, a list is looked for within so many items.
const LIST_REACH: u32 = 7;
/// Between "in" and the occasion it names: no further, in items.
const OCCASION_REACH: u32 = 6;
/// Between "three quarters" and the verb of saying: no further, in items.
const COUNTED_REACH: u32 = 5;

/// What kind of words they are whose end is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A clause.
    Clause,
    /// An infinitive, or what is said of a subject.
    Loose,
    /// An object.
    Object,
}

/// What has been passed of reported words up to a joint.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Passed {
    /// An auxiliary.
    pub(crate) verb: bool,
    /// A comma.
    pub(crate) comma: bool,
}

impl Passed {
    /// Goes on behind the item at `at`.
    pub(crate) fn pass(&mut self, sentence: &Sentence<'_>, at: ItemId) {
        match sentence.class(at) {
            Class::Auxiliary => self.verb = true,
            Class::Comma => self.comma = true,
            _ => {}
        }
    }
}

/// Whether words that begin at `from` may end before the item at `at`.
pub(crate) fn is_joint(sentence: &Sentence<'_>, from: ItemId, at: ItemId, shape: Shape) -> bool {
    at > from
        && match sentence.class(at) {
            Class::Comma
            | Class::Semicolon
            | Class::Colon
            | Class::Dash
            | Class::Opening
            | Class::Conjunction
            | Class::Time => true,
            Class::Subordinator => sentence.class(at - 1) != Class::Comma,
            Class::Preposition => {
                sentence.class(at + 1) == Class::Time || shape == Shape::Object && sentence.str(at) != "of"
            }
            Class::Mark => spaced_hyphen(sentence, at),
            // "Those who want to stay said …"
            Class::Auxiliary => shape != Shape::Clause,
            Class::Other => shape != Shape::Clause && says_finite(sentence, at),
            _ => false,
        }
}

/// Whether more speaks for the end of the words from `from` on before the joint at `at` than against it.
pub(crate) fn ends(sentence: &Sentence<'_>, from: ItemId, at: ItemId, passed: Passed, shape: Shape) -> bool {
    signs(sentence, from, at, passed, shape).points(ENDS) > 0
}

/// What holds of the joint at `at`.
pub(crate) fn signs(sentence: &Sentence<'_>, from: ItemId, at: ItemId, passed: Passed, shape: Shape) -> Signs {
    let mut out = Signs::default();
    let mut put = |sign: Ends, holds: bool| out.put(sign.index(), holds);
    let class = sentence.class(at);
    let comma = class == Class::Comma;
    put(Ends::Base, true);
    put(Ends::Comma, comma);
    put(Ends::Semicolon, matches!(class, Class::Semicolon | Class::Colon));
    put(Ends::Dash, matches!(class, Class::Dash | Class::Mark));
    put(Ends::Bracket, class == Class::Opening);
    put(Ends::Conjunction, class == Class::Conjunction);
    put(Ends::Subordinator, class == Class::Subordinator);
    put(Ends::Time, class == Class::Time || class == Class::Preposition && sentence.class(at + 1) == Class::Time);
    put(Ends::Preposition, class == Class::Preposition);
    put(Ends::Occasion, class == Class::Preposition && sentence.str(at) == "in" && names_occasion(sentence, at));
    put(Ends::Loose, shape == Shape::Loose);
    put(Ends::Object, shape == Shape::Object);
    put(Ends::ObjectComma, shape == Shape::Object && comma);
    put(Ends::ClosesObjects, class == Class::Subordinator && clauses::ENDING_OBJECTS.contains(&sentence.str(at)));
    put(Ends::Helper, class == Class::Auxiliary);
    put(Ends::Verb, class == Class::Other);
    let behind = at - from;
    put(Ends::AtOnce, behind <= AT_ONCE);
    put(Ends::Soon, behind <= SOON);
    put(Ends::Late, behind > LATE);
    put(Ends::NoVerb, !passed.verb);
    put(Ends::SecondComma, passed.comma && comma);
    put(Ends::Last, sentence.end - at <= LAST);
    let next = at + 1;
    if !matches!(class, Class::Comma | Class::Conjunction | Class::Dash | Class::Semicolon | Class::Mark) {
        return out;
    }
    put(Ends::Attribution, attribution_begins(sentence, next));
    let word = sentence.str(next);
    let next_class = sentence.class(next);
    let joined = comma && next_class == Class::Conjunction;
    put(Ends::Which, clauses::DESCRIBING.contains(&word));
    put(Ends::And, joined);
    put(Ends::AndSubject, joined && subject_begins(sentence, next + 1) || !comma && subject_begins(sentence, next));
    let joint = if joined { next } else { at };
    let conjunction = joined || class == Class::Conjunction;
    put(Ends::AndThat, conjunction && sentence.str(joint + 1) == "that");
    put(Ends::AndSays, conjunction && says_finite(sentence, joint + 1));
    put(Ends::But, comma && word == "but" || sentence.str(at) == "but");
    let contrast = clauses::CONTRASTING.contains(&word);
    put(Ends::While, contrast);
    put(Ends::When, next_class == Class::Subordinator && !contrast);
    put(Ends::Article, matches!(next_class, Class::Determiner | Class::Possessive));
    put(Ends::Name, next_class == Class::Capital);
    put(Ends::Number, next_class == Class::Number);
    put(Ends::He, next_class == Class::Pronoun);
    put(Ends::In, next_class == Class::Preposition);
    put(Ends::Adverb, next_class == Class::Adverb);
    put(Ends::Doing, next_class == Class::Other && word.ends_with("ing"));
    put(Ends::Would, next_class == Class::Auxiliary);
    let closing = || (at + 2).to(sentence.end.min(at + ASIDE)).iter().any(|item| sentence.class(item) == Class::Comma);
    put(Ends::Aside, comma && closing());
    put(Ends::Joins, comma && joins(sentence, at));
    out
}

/// Whether the comma at `at` stands within what it belongs to: "Flint, Michigan", "including", "Sept. 11, 2001".
pub(crate) fn joins(sentence: &Sentence<'_>, at: ItemId) -> bool {
    let next = at + 1;
    match sentence.class(next) {
        Class::Number => true,
        Class::Capital => {
            sentence.class(at - 1) == Class::Capital
                && sentence
                    .field
                    .nominal_at(next)
                    .is_some_and(|name| !matches!(sentence.class(name.end), Class::Auxiliary | Class::Other))
        }
        _ if clauses::GOING_ON.contains(&sentence.str(next)) => true,
        // A list that goes on.
        Class::Other => (at + 2)
            .to(sentence.end.min(at + LIST_REACH))
            .iter()
            .take_while(|&at| !matches!(sentence.class(at), Class::Auxiliary | Class::Pronoun | Class::Relative))
            .any(|at| sentence.class(at) == Class::Conjunction),
        _ => false,
    }
}

/// Whether a finite verb of saying stands at `at`.
fn says_finite(sentence: &Sentence<'_>, at: ItemId) -> bool {
    at < sentence.end
        && sentence.class(at) == Class::Other
        && sentence.field.nominal_at(at).is_none()
        && sentence
            .speech(at)
            .is_some_and(|word| word.strength >= SpeechWord::OFTEN && matches!(word.form, Form::Past | Form::Third))
        && !sentence.field.stands_as_noun(at)
}

/// Whether the preposition at `at` leads to where something was said: "in an interview".
fn names_occasion(sentence: &Sentence<'_>, at: ItemId) -> bool {
    (at + 2)
        .to(sentence.end.min(at + OCCASION_REACH))
        .iter()
        .take_while(|&at| matches!(sentence.class(at), Class::Other | Class::Capital | Class::Determiner | Class::Time))
        .any(|at| OCCASIONS.contains(&sentence.str(at)))
}

/// Whether a hyphen behind a space stands at `at`.
fn spaced_hyphen(sentence: &Sentence<'_>, at: ItemId) -> bool {
    let items = &sentence.words.items;
    sentence.str(at) == "-" && items[at].range.start() > items[at - 1].range.end()
}

/// Whether a subject with its auxiliary, or a pronoun that can only be one, stands at `at`.
pub(crate) fn subject_begins(sentence: &Sentence<'_>, at: ItemId) -> bool {
    at < sentence.end
        && (matches!(sentence.class(at), Class::Pronoun | Class::Weak)
            || sentence.field.nominal_at(at).is_some_and(|nominal| sentence.class(nominal.end) == Class::Auxiliary))
}

/// Whether an attribution begins at `at`: a participle of saying, or a short subject and a strong verb.
fn attribution_begins(sentence: &Sentence<'_>, at: ItemId) -> bool {
    let first = sentence.skip(at, |class| matches!(class, Class::Conjunction | Class::Adverb));
    let says = |at: ItemId, least: u8| {
        at < sentence.end
            && sentence.speech(at).is_some_and(|word| {
                word.strength >= least && word.form != Form::Noun && word.frames.has(Frames::CLAUSE)
            })
            && !sentence.field.stands_as_noun(at)
    };
    let participle = || sentence.speech(first).is_some_and(|word| matches!(word.form, Form::Participle | Form::Past));
    // "and three quarters said the same"
    let counted = || {
        matches!(sentence.class(first), Class::Number | Class::Other | Class::Determiner)
            && (first + 1)
                .to(sentence.end.min(first + COUNTED_REACH))
                .iter()
                .take_while(|&at| sentence.class(at) != Class::Comma)
                .any(|at| says(at, SpeechWord::STRONG))
    };
    let subject = || {
        sentence.nominal_from(first).is_some_and(|(_, nominal)| {
            let verb = sentence.skip(nominal.end, |class| matches!(class, Class::Adverb | Class::Auxiliary));
            says(verb, SpeechWord::STRONG)
        })
    };
    says(first, SpeechWord::OFTEN) && participle() || sentence.str(first) == "according" || counted() || subject()
}
