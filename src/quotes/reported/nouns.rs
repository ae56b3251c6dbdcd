//! What nouns and adjectives report: "her claim that …", "support for the plan", "is sure that …".

use crate::lexicon::grammar::auxiliaries;
use crate::lexicon::grammar::clauses;
use crate::lexicon::grammar::prepositions;
use crate::lexicon::opinion_nouns::VIEWS;
use crate::lexicon::verbs::{Form, Frames, SpeechWord};
use crate::quotes::attribution::generate;
use crate::quotes::parse::index::ItemId;
use crate::quotes::parse::items::Class;
use crate::quotes::parse::lookup::Reports;
use crate::quotes::reported::extent;
use crate::quotes::reported::pattern::{Pattern, Reported};
use crate::quotes::reported::sentence::Sentence;
use crate::quotes::reported::subjects::{self, speaks};

/// Between a noun and its "that": no further, in items.
const THAT_REACH: u32 = 5;
/// Between the one whose claim it is and the claim: no more items.
const OWNER_OF_CLAIM: u32 = 2;
/// Between the one whose view it is and the view: no more items.
const OWNER_OF_VIEW: u32 = 3;
/// The owner of a view begins no further before it, in items.
const LONGEST_OWNER: u32 = 8;

/// "*Her claim that* prices would fall": the clause behind the noun of saying at `at`.
pub(crate) fn claim(sentence: &Sentence<'_>, at: ItemId, word: &SpeechWord) -> Option<Reported> {
    let next = at + 1;
    let that = next
        .to(sentence.end.min(at + THAT_REACH))
        .iter()
        .take_while(|&item| {
            // In "asked about the threat, she replied that …" the clause is the verb's.
            let speaks = sentence.speech(item).is_some_and(|other| other.form != Form::Noun);
            !speaks && (item == next || !matches!(sentence.class(item), Class::Comma | Class::Auxiliary | Class::Quote))
        })
        .find(|&item| sentence.words.is_that(item))?;
    let begin = that + 1;
    // "a statement that was issued": the noun is the subject of what follows.
    if matches!(sentence.class(begin), Class::Auxiliary | Class::Adverb)
        || sentence.speech(begin).is_some_and(|other| other.form != Form::Noun)
    {
        return None;
    }
    let owner = subjects::owner(sentence, at, OWNER_OF_CLAIM).map(|(number, _)| number);
    Some(Reported {
        parts: vec![begin.to(extent::clause_end(sentence, begin))],
        cue: at.to(next),
        speaker: owner.or_else(|| subjects::agent(sentence, next)),
        thought: word.frames.has(Frames::THOUGHT),
        pattern: Pattern::Noun,
        strength: word.strength.min(SpeechWord::OFTEN),
        confidence: 0,
    })
}

/// "*His attacks on* Wall Street", "*support for* the plan": what the noun of opinion at `at` is about.
pub(crate) fn view(sentence: &Sentence<'_>, at: ItemId) -> Option<Reported> {
    let (preposition, object) = (at + 1, at + 2);
    if sentence.words.items[at].reports != Some(Reports::View)
        || sentence.class(preposition) != Class::Preposition
        || object >= sentence.end
        || !leads(sentence.str(at), sentence.str(preposition))
        || at > sentence.start && sentence.str(at - 1) == "in"
    {
        return None;
    }
    // "her refusal to go"
    let infinitive = sentence.str(preposition) == "to"
        && matches!(sentence.class(object), Class::Other | Class::Auxiliary)
        && sentence.field.nominal_at(object).is_none();
    let part = if infinitive {
        preposition.to(extent::object_end(sentence, preposition))
    } else if extent::opens_object(sentence, object) {
        let end = extent::phrase_end(sentence, object, extent::object_end(sentence, object));
        object.to(extent::trimmed(sentence, object, end))
    } else {
        return None;
    };
    let owner = subjects::owner(sentence, at, OWNER_OF_VIEW)
        .filter(|(_, nominal)| nominal.first >= at.back(LONGEST_OWNER))
        .map(|(number, _)| number);
    let owned = owner.is_some() || sentence.words.class_before(at) == Class::Possessive;
    Some(Reported {
        parts: vec![part],
        cue: at.to(at + 1),
        speaker: owner,
        thought: false,
        pattern: Pattern::View,
        strength: if owned { SpeechWord::OFTEN } else { SpeechWord::NOW_AND_THEN },
        confidence: 0,
    })
}

/// Whether `preposition` leads from this noun of opinion to what it is about.
fn leads(noun: &str, preposition: &str) -> bool {
    VIEWS.iter().any(|(lead, nouns)| *lead == preposition && nouns.split_ascii_whitespace().any(|word| word == noun))
}

/// "He *is sure that* …", "she *is eager to* …", "they *are critical of* …": what the word of mind at `at` is about;
/// `infinitive` says whether infinitives follow it.
pub(crate) fn state(sentence: &Sentence<'_>, at: ItemId, infinitive: bool) -> Option<Reported> {
    if at == sentence.start || !sentence.words.may_state(at) {
        return None;
    }
    let behind = sentence.adverbs_start(at);
    if !sentence.passive(behind) && !auxiliaries::LINKING.contains(&sentence.str(behind.back(1))) {
        return None;
    }
    let speaker = generate::subject(sentence.field, at, sentence.start.to(sentence.end))?;
    if !speaks(sentence.nominal(speaker).kind) {
        return None;
    }
    let (next, begin) = (at + 1, at + 2);
    let clause = |begin: ItemId| begin.to(extent::clause_end(sentence, begin));
    let (part, pattern, strength) = match sentence.str(next) {
        "that" => (clause(begin), Pattern::State, SpeechWord::OFTEN),
        "to" if infinitive && matches!(sentence.class(begin), Class::Other | Class::Auxiliary) => {
            (clause(next), Pattern::State, SpeechWord::NOW_AND_THEN)
        }
        opener if clauses::follows_state(opener) => (clause(next), Pattern::State, SpeechWord::OFTEN),
        _ if infinitive => return None,
        _ if sentence.class(next) == Class::Pronoun => (clause(next), Pattern::State, SpeechWord::OFTEN),
        lead if prepositions::OF_FEELING.contains(&lead) && extent::opens_object(sentence, begin) => {
            (begin.to(extent::object_end(sentence, begin)), Pattern::Mood, SpeechWord::OFTEN)
        }
        _ => return None,
    };
    Some(Reported {
        parts: vec![part],
        cue: at.to(next),
        speaker: Some(speaker),
        thought: true,
        pattern,
        strength,
        confidence: 0,
    })
}
