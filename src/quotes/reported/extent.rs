//! Where what is reported begins and ends: clauses, objects and noun phrases.

use crate::lexicon::grammar::clauses;
use crate::lexicon::speech::works::OCCASIONS;
use crate::lexicon::verbs::{Form, Frames, SpeechWord};
use crate::quotes::parse::index::ItemId;
use crate::quotes::parse::items::Class;
use crate::quotes::reported::sentence::Sentence;

/// No clause is followed further than so many items.
pub(crate) const REACH: u32 = 120;

/// A dash within so many items of a clause's start belongs to its first words.
const CLEAR_OF_DASHES: u32 = 3;
/// A comma or conjunction within so many items of a clause's start joins its first words.
const CLEAR_OF_JOINTS: u32 = 2;
/// An aside is no longer than so many items.
const ASIDE_REACH: u32 = 16;
/// Between the comma that closes an aside and the verb: no more adverbs than these.
const RESUMING_ADVERBS: u32 = 3;
/// Behind a comma, a list is looked for within so many items.
const LIST_REACH: u32 = 7;
/// Between "in" and the occasion it names: no further, in items.
const OCCASION_REACH: u32 = 6;
/// Between "three quarters" and the verb of saying: no further, in items.
const COUNTED_REACH: u32 = 5;

/// How a clause goes on at one of its items.
enum Turn {
    /// The item belongs to it.
    On,
    /// An aside begins behind this comma; the clause may go on behind it.
    Aside,
    /// The clause ends before the item.
    End,
}

/// Where a reported clause that starts at `from` ends: before the full stop, a new attribution or a quote's.
pub(crate) fn clause_end(sentence: &Sentence<'_>, from: ItemId) -> ItemId {
    let limit = sentence.end.min(from + REACH);
    let mut at = from;
    while at < limit {
        match turn(sentence, from, at) {
            Turn::On => at += 1,
            Turn::Aside => match resumes(sentence, at + 1) {
                Some(on) if on < limit => at = on,
                _ => break,
            },
            Turn::End => break,
        }
    }
    let closes = |class: Class| matches!(class, Class::Stop | Class::Comma | Class::Closing | Class::Dash);
    while at > from && closes(sentence.class(at - 1)) {
        at -= 1;
    }
    at
}

/// How the clause from `from` on goes on at `at`.
fn turn(sentence: &Sentence<'_>, from: ItemId, at: ItemId) -> Turn {
    let behind = at - from;
    let ends = match sentence.class(at) {
        Class::Semicolon => behind > 0,
        Class::Comma if behind > 0 => {
            if opens_aside(sentence, at + 1, behind > CLEAR_OF_JOINTS) {
                return Turn::Aside;
            }
            // ", adding that", ", but she said"
            attribution_begins(sentence, at + 1)
        }
        Class::Conjunction => behind > CLEAR_OF_JOINTS && attribution_begins(sentence, at + 1),
        // "- noting that …"
        Class::Dash => behind > CLEAR_OF_DASHES,
        Class::Mark => behind > CLEAR_OF_DASHES && spaced_hyphen(sentence, at),
        _ => false,
    };
    if ends { Turn::End } else { Turn::On }
}

/// Whether a clause of its own, or (if `clear` of the start) one that only describes, stands behind a comma at `at`:
/// ", which …", ", and she …", ", while he …", ", a figure that …".
fn opens_aside(sentence: &Sentence<'_>, at: ItemId, clear: bool) -> bool {
    match sentence.str(at) {
        "and" | "but" => subject_begins(sentence, at + 1),
        word => clauses::DESCRIBING.contains(&word) || clear && clauses::ASIDES.contains(&word),
    }
}

/// Whether a hyphen behind a space stands at `at`.
fn spaced_hyphen(sentence: &Sentence<'_>, at: ItemId) -> bool {
    let items = &sentence.words.items;
    sentence.str(at) == "-" && items[at].range.start() > items[at - 1].range.end()
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

/// Where the object that starts at `from` ends: as a clause does, at a comma, and before a circumstance or a verb joined
/// to the one that has it.
pub(crate) fn object_end(sentence: &Sentence<'_>, from: ItemId) -> ItemId {
    let end = clause_end(sentence, from);
    let end = (from + 1).to(end).iter().find(|&at| ends_object(sentence, at)).unwrap_or(end);
    to_comma(sentence, from, end)
}

/// Whether an object ends before the item at `at`.
fn ends_object(sentence: &Sentence<'_>, at: ItemId) -> bool {
    match sentence.class(at) {
        Class::Conjunction => {
            let joins_verb = sentence.speech(at + 1).is_some_and(|word| matches!(word.form, Form::Past | Form::Third))
                && !sentence.field.stands_as_noun(at + 1);
            joins_verb || sentence.str(at) == "but"
        }
        // "on Monday", "in an interview", "during the debate", "when asked"
        Class::Time => true,
        Class::Preposition => {
            sentence.class(at + 1) == Class::Time || sentence.str(at) == "in" && names_occasion(sentence, at)
        }
        Class::Subordinator => clauses::ENDING_OBJECTS.contains(&sentence.str(at)),
        _ => false,
    }
}

/// Whether the preposition at `at` leads to where something was said: "in an interview".
fn names_occasion(sentence: &Sentence<'_>, at: ItemId) -> bool {
    (at + 2)
        .to(sentence.end.min(at + OCCASION_REACH))
        .iter()
        .take_while(|&at| matches!(sentence.class(at), Class::Other | Class::Capital | Class::Determiner | Class::Time))
        .any(|at| OCCASIONS.contains(&sentence.str(at)))
}

/// The first comma among `from..end` that ends the words, or `end`.
pub(crate) fn to_comma(sentence: &Sentence<'_>, from: ItemId, end: ItemId) -> ItemId {
    (from + 1).to(end).iter().find(|&at| sentence.class(at) == Class::Comma && !joins(sentence, at)).unwrap_or(end)
}

/// Whether the comma at `at` stands within what it belongs to: "Flint, Michigan", "including", "Sept. 11, 2001".
fn joins(sentence: &Sentence<'_>, at: ItemId) -> bool {
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

/// Whether a subject with its auxiliary, or a pronoun that can only be one, stands at `at`.
fn subject_begins(sentence: &Sentence<'_>, at: ItemId) -> bool {
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
