//! Where what is reported begins and ends: clauses, objects and noun phrases.

use crate::lexicon::grammar::clauses;
use crate::lexicon::verbs::{Form, SpeechWord};
use crate::quotes::parse::index::ItemId;
use crate::quotes::parse::items::Class;
use crate::quotes::reported::ranker::joints::{self, Passed, Shape};
use crate::quotes::reported::sentence::Sentence;

/// No clause is followed further than so many items.
pub(crate) const REACH: u32 = 120;

/// An aside is no longer than so many items.
const ASIDE_REACH: u32 = 16;
/// Between the comma that closes an aside and the verb: no more adverbs than these.
const RESUMING_ADVERBS: u32 = 3;

/// Where a reported clause that starts at `from` ends: before the full stop, a new attribution or a quote's.
pub(crate) fn clause_end(sentence: &Sentence<'_>, from: ItemId) -> ItemId {
    words_end(sentence, from, Shape::Clause)
}

/// Where an infinitive that starts at `from` ends, or what is said of a subject.
pub(crate) fn loose_end(sentence: &Sentence<'_>, from: ItemId) -> ItemId {
    words_end(sentence, from, Shape::Loose)
}

/// Where reported words that start at `from` end.
fn words_end(sentence: &Sentence<'_>, from: ItemId, shape: Shape) -> ItemId {
    let limit = sentence.end.min(from + REACH);
    let mut passed = Passed::default();
    let mut at = from;
    while at < limit {
        if joints::is_joint(sentence, from, at, shape) && joints::ends(sentence, from, at, passed, shape) {
            match resumes(sentence, at + 1).filter(|_| opens_aside(sentence, at)) {
                Some(on) if on < limit => at = on,
                _ => break,
            }
        }
        passed.pass(sentence, at);
        at += 1;
    }
    trimmed(sentence, from, at)
}

/// The end of words from `from` on that end at `end`, without the punctuation there.
pub(crate) fn trimmed(sentence: &Sentence<'_>, from: ItemId, end: ItemId) -> ItemId {
    let closes = |class: Class| matches!(class, Class::Stop | Class::Comma | Class::Closing | Class::Dash);
    let mut at = end;
    while at > from && closes(sentence.class(at - 1)) {
        at -= 1;
    }
    at
}

/// Whether a clause that describes, or one of its own, stands behind the comma at `at`: ", which …", ", and she …".
fn opens_aside(sentence: &Sentence<'_>, at: ItemId) -> bool {
    let next = at + 1;
    sentence.class(at) == Class::Comma
        && match sentence.str(next) {
            "and" | "but" => joints::subject_begins(sentence, next + 1),
            word => clauses::DESCRIBING.contains(&word) || clauses::ASIDES.contains(&word),
        }
}

/// Where the clause goes on behind an aside that begins at `from`: behind a comma, its verb.
fn resumes(sentence: &Sentence<'_>, from: ItemId) -> Option<ItemId> {
    let comma = from.to(sentence.end.min(from + ASIDE_REACH)).iter().find(|&at| sentence.class(at) == Class::Comma)?;
    let mut verb = comma + 1;
    while verb <= comma + RESUMING_ADVERBS && sentence.class(verb) == Class::Adverb {
        verb += 1;
    }
    (sentence.class(verb) == Class::Auxiliary).then_some(verb)
}

/// Whether an object may begin at `at`.
pub(crate) fn opens_object(sentence: &Sentence<'_>, at: ItemId) -> bool {
    at < sentence.end
        && match sentence.class(at) {
            Class::Determiner | Class::Possessive | Class::Capital | Class::Number | Class::Object | Class::Weak => {
                true
            }
            Class::Other => {
                sentence.speech(at).is_none_or(|word| word.form == Form::Noun || word.strength < SpeechWord::OFTEN)
            }
            Class::Subordinator => clauses::opens_object(sentence.str(at)),
            _ => false,
        }
}

/// Where the object that starts at `from` ends.
pub(crate) fn object_end(sentence: &Sentence<'_>, from: ItemId) -> ItemId {
    words_end(sentence, from, Shape::Object)
}

/// Where the noun phrase `from..end` ends: before the verb it is the subject of.
pub(crate) fn phrase_end(sentence: &Sentence<'_>, from: ItemId, end: ItemId) -> ItemId {
    for at in from.to(end) {
        match sentence.class(at) {
            // What follows is within a clause of its own.
            Class::Relative | Class::Subordinator | Class::Pronoun => return end,
            Class::Auxiliary if at > from => return at,
            Class::Other if at > from => {
                let verb = sentence.speech(at).is_some_and(|word| matches!(word.form, Form::Past | Form::Third));
                if verb && sentence.field.nominal_at(at).is_none() {
                    return at;
                }
            }
            _ => {}
        }
    }
    end
}
