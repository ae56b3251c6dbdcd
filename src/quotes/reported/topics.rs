//! What is said of somebody or something rather than by them: "was declared the winner", "is reportedly making plans".

use crate::lexicon::verb_usage::Habits;
use crate::lexicon::verbs::{Frames, SpeechWord};
use crate::quotes::parse::index::ItemId;
use crate::quotes::parse::items::Class;
use crate::quotes::reported::extent;
use crate::quotes::reported::pattern::{Pattern, Reported};
use crate::quotes::reported::sentence::Sentence;
use crate::quotes::reported::subjects;
use crate::quotes::reported::verb::{Complement, Verb, Voice};

/// "She *was declared* the winner", "he *is expected* to win", "they *seemed* tired": of whom it is said, and what.
pub(crate) fn said_of(verb: &Verb<'_>) -> Option<Complement> {
    let Verb { sentence, word, at, .. } = *verb;
    let seems = verb.habits.has(Habits::APPEARANCE);
    if !seems && verb.voice != Voice::Passive || verb.habits.has(Habits::EVENT) {
        return None;
    }
    let predicate = sentence.predicate_start(at);
    let subject = subjects::subject_start(sentence, predicate)?.to(predicate);
    let next = at + 1;
    let label = word.frames.has(Frames::LABEL);
    // "was admitted to hospital": the preposition of the verb.
    let preposition = verb.habits.takes("to") && sentence.words.is_to(next);
    if !preposition && says_something(sentence, next, label || seems) {
        let end = extent::loose_end(sentence, next);
        return Some(verb.report(vec![subject, next.to(end)], Pattern::SaidOf));
    }
    let topic = word.frames.has(Frames::TOPIC) || word.frames.has(Frames::CLAUSE) || label;
    if topic && !seems && word.strength < SpeechWord::STRONG && is_closed(sentence, next) {
        return Some(verb.report(vec![subject], Pattern::Topic));
    }
    None
}

/// Whether what is said of the subject stands at `at`; a noun or adjective says it if the verb has a `label` for its
/// subject.
fn says_something(sentence: &Sentence<'_>, at: ItemId, label: bool) -> bool {
    if at >= sentence.end {
        return false;
    }
    match sentence.str(at) {
        "to" => return matches!(sentence.class(at + 1), Class::Other | Class::Adverb | Class::Auxiliary),
        "as" | "like" => return true,
        _ => {}
    }
    label
        && matches!(
            sentence.class(at),
            Class::Determiner | Class::Possessive | Class::Capital | Class::Other | Class::Adverb
        )
}

/// Whether the verb before `at` has no complement: what stands there belongs to the circumstances.
fn is_closed(sentence: &Sentence<'_>, at: ItemId) -> bool {
    at >= sentence.end
        || matches!(
            sentence.class(at),
            Class::Comma | Class::Stop | Class::Preposition | Class::Time | Class::Adverb | Class::Subordinator
        )
}

/// "She is *reportedly* making plans": the clause around the adverb at `at`.
pub(crate) fn hearsay(sentence: &Sentence<'_>, at: ItemId) -> Option<Reported> {
    let first = subjects::subject_start(sentence, sentence.predicate_start(at))?;
    Some(Reported {
        parts: vec![first.to(at), (at + 1).to(extent::clause_end(sentence, at + 1))],
        cue: at.to(at + 1),
        speaker: None,
        thought: false,
        pattern: Pattern::Hearsay,
        strength: SpeechWord::NOW_AND_THEN,
        confidence: 0,
    })
}
