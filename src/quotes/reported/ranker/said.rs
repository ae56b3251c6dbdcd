//! Whether a find is somebody's words, and how sure that is.

use crate::lexicon::grammar::auxiliaries::{leads_base_form, negates};
use crate::lexicon::verb_usage::withholds;
use crate::lexicon::verbs::{Form, Frames, SpeechWord};
use crate::quotes::attribution::{generate, rank};
use crate::quotes::parse::index::ItemId;
use crate::quotes::parse::items::Class;
use crate::quotes::parse::nominals::Kind;
use crate::quotes::reported::pattern::{Pattern, Reported};
use crate::quotes::reported::ranker::points::SAID;
use crate::quotes::reported::ranker::signs::{Said, Signs};
use crate::quotes::reported::sentence::Sentence;

/// Before a cue, what withholds it is looked for among so many items.
const PREDICATE: u32 = 6;
/// Words are short, shorter than usual, long by so many items.
const SHORT: u32 = 2;
const SHORTISH: u32 = 5;
const LONG: u32 = 16;
/// Their verb is looked for among so many items.
const VERB_REACH: u32 = 30;

/// How sure a find is somebody's words, in permille.
pub(crate) fn confidence(sentence: &Sentence<'_>, found: &Reported) -> u16 {
    rank::share_of_points(signs(sentence, found).points(SAID))
}

/// What holds of a find.
pub(crate) fn signs(sentence: &Sentence<'_>, found: &Reported) -> Signs {
    let mut out = Signs::default();
    out.put(Said::Always.index(), true);
    out.put(of_pattern(found.pattern).index(), true);
    of_cue(sentence, found, &mut out);
    of_subject(sentence, found, &mut out);
    of_words(sentence, found, &mut out);
    together(sentence, found, &mut out);
    out
}

fn of_pattern(pattern: Pattern) -> Said {
    match pattern {
        Pattern::That => Said::That,
        Pattern::Bare => Said::Bare,
        Pattern::Before | Pattern::As => Said::Before,
        Pattern::Question => Said::Question,
        Pattern::Infinitive => Said::Infinitive,
        Pattern::According => Said::According,
        Pattern::Noun => Said::Noun,
        Pattern::State | Pattern::Mood => Said::State,
        Pattern::Passive => Said::Passive,
        Pattern::Preposition => Said::Preposition,
        Pattern::Object => Said::Object,
        Pattern::View => Said::View,
        Pattern::SaidOf => Said::OfSomebody,
        Pattern::Topic => Said::Topic,
        Pattern::Gap => Said::Gap,
        Pattern::Headline => Said::Headline,
        Pattern::Hearsay => Said::Hearsay,
    }
}

/// Adds what holds only together.
fn together(sentence: &Sentence<'_>, found: &Reported, out: &mut Signs) {
    let has = |sign: Said, out: &Signs| out.has(sign.index());
    let object = matches!(found.pattern, Pattern::Object | Pattern::Preposition | Pattern::View | Pattern::Mood);
    let clause =
        matches!(found.pattern, Pattern::That | Pattern::Bare | Pattern::Before | Pattern::According | Pattern::As);
    let all = *out;
    let mut put = |sign: Said, holds: bool| out.put(sign.index(), holds);
    put(Said::ShortObject, object && (has(Said::Short, &all) || has(Said::Shortish, &all)));
    put(Said::TellsObject, object && (has(Said::Person, &all) || has(Said::Pronoun, &all)));
    put(Said::OftenObject, object && has(Said::Often, &all));
    put(Said::ObjectOfParticiple, object && has(Said::Participle, &all));
    put(Said::NoVerb, clause && !has(Said::Finite, &all) && !has(Said::Past, &all));
    let infinitive = matches!(found.pattern, Pattern::Infinitive | Pattern::Passive);
    let apart = || found.parts.first().is_some_and(|part| part.first > found.cue.end);
    put(Said::Urged, infinitive && apart() && !sentence.words.is_to(found.cue.end));
    put(Said::GoesOn, found.pattern == Pattern::Before && found.parts.len() > 1);
}

/// Adds what holds of the cue.
fn of_cue(sentence: &Sentence<'_>, found: &Reported, out: &mut Signs) {
    let mut put = |sign: Said, holds: bool| out.put(sign.index(), holds);
    let cue = found.cue.first;
    put(Said::Strong, found.strength == SpeechWord::STRONG);
    put(Said::Often, found.strength == SpeechWord::OFTEN);
    put(Said::NowAndThen, found.strength == SpeechWord::NOW_AND_THEN);
    put(Said::Thought, found.thought);
    put(Said::Opens, cue == sentence.start);
    put(Said::Heading, sentence.words.in_heading(cue));
    let predicate = sentence
        .skip_back(cue, PREDICATE, |class| matches!(class, Class::Auxiliary | Class::Adverb | Class::Preposition));
    let helpers = || predicate.to(cue).iter().map(|at| sentence.str(at));
    put(Said::Unreal, helpers().any(leads_base_form));
    let before = predicate.previous().filter(|&at| at >= sentence.start && predicate < cue);
    let withheld_by = before.and_then(|at| sentence.speech(at)).is_some_and(|word| withholds(word.lemma));
    let Some(word) = sentence.speech(cue) else { return };
    put(Said::Withheld, withheld_by || withholds(word.lemma) || helpers().any(negates));
    put(Said::Label, word.frames.has(Frames::LABEL));
    put(Said::Sums, word.frames.has(Frames::TOPIC));
    put(Said::Participle, word.form == Form::Participle);
    put(Said::Plain, word.form == Form::Base);
    put(Said::PassiveVoice, word.form == Form::Past && sentence.passive(cue));
}

/// Adds what holds of the subject.
fn of_subject(sentence: &Sentence<'_>, found: &Reported, out: &mut Signs) {
    let cue = found.cue.first;
    let verb = || sentence.speech(cue).is_some_and(|word| word.form != Form::Noun);
    let subject = found.speaker.or_else(|| {
        if verb() { generate::subject(sentence.field, cue, sentence.start.to(sentence.end)) } else { None }
    });
    let Some(subject) = subject.map(|number| sentence.nominal(number)) else { return };
    let sign = match subject.kind {
        Kind::Person => Said::Person,
        Kind::Organization | Kind::Place => Said::Body,
        Kind::Pronoun if matches!(sentence.str(subject.first), "I" | "we" | "We") => Said::Speaker,
        Kind::Pronoun => Said::Pronoun,
        Kind::Role => Said::Role,
        Kind::Capital => Said::Capital,
        Kind::Phrase => Said::Phrase,
        Kind::Weak => Said::Weak,
    };
    out.put(sign.index(), true);
    let before = subject.first.previous().filter(|&at| at >= sentence.start);
    out.put(Said::Subordinate.index(), before.is_some_and(|at| sentence.class(at) == Class::Subordinator));
}

/// Adds what holds of the words that are reported.
fn of_words(sentence: &Sentence<'_>, found: &Reported, out: &mut Signs) {
    let mut put = |sign: Said, holds: bool| out.put(sign.index(), holds);
    let (Some(first), Some(last)) = (found.parts.first(), found.parts.last()) else { return };
    let count: u32 = found.parts.iter().map(|part| part.len()).sum();
    put(Said::Short, count <= SHORT);
    put(Said::Shortish, count > SHORT && count <= SHORTISH);
    put(Said::Long, count >= LONG);
    let items = || found.parts.iter().flat_map(|part| part.first.to(part.end.min(part.first + VERB_REACH)).iter());
    let finite = items().any(|at| sentence.class(at) == Class::Auxiliary);
    put(Said::Finite, finite);
    put(Said::Past, !finite && items().any(|at| may_be_past(sentence, at)));
    put(Said::BeginsPronoun, sentence.class(first.first) == Class::Pronoun);
    put(Said::BeginsNumber, sentence.class(first.first) == Class::Number);
    put(Said::ToTheEnd, last.end + 1 >= sentence.end);
    put(Said::Asks, sentence.str(sentence.end - 1) == "?");
}

/// Whether the word at `at` may be a verb in the past.
fn may_be_past(sentence: &Sentence<'_>, at: ItemId) -> bool {
    sentence.class(at) == Class::Other
        && sentence.field.nominal_at(at).is_none()
        && (sentence.str(at).ends_with("ed") || sentence.speech(at).is_some_and(|word| word.form == Form::Past))
}
