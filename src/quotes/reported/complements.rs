//! What a verb of saying or thinking takes: a clause, a question, an infinitive, an object. Each pattern has a recognizer
//! of its own; [`RECOGNIZERS`] says in which order they are asked.

use crate::lexicon::grammar::auxiliaries;
use crate::lexicon::grammar::clauses;
use crate::lexicon::grammar::determiners::{is_answer, is_reading};
use crate::lexicon::roles::Bearer;
use crate::lexicon::verb_usage::{Habits, OF_THINGS, narrates};
use crate::lexicon::verbs::{Form, Frames, SpeechWord};
use crate::quotes::parse::index::ItemId;
use crate::quotes::parse::items::Class;
use crate::quotes::parse::nominals::Kind;
use crate::quotes::reported::extent;
use crate::quotes::reported::pattern::{Pattern, Reported};
use crate::quotes::reported::sentence::Sentence;
use crate::quotes::reported::subjects::speaks;
use crate::quotes::reported::topics;
use crate::quotes::reported::verb::{Complement, Verb};

/// Between a verb and its "that": no further, in items.
const THAT_REACH: u32 = 9;
/// Between the listener and the "to" of what they are to do: no further, in items.
const INFINITIVE_REACH: u32 = 4;
/// Behind the start of a clause without "that", its verb is looked for within so many items.
const FINITE_REACH: u32 = 16;

/// Knows one pattern: `None` if the verb does not stand in it.
type Recognizer = fn(&Verb<'_>) -> Option<Complement>;

/// The first that knows its pattern decides. What has a word of its own ("that", "to", "whether") stands before what is
/// known by its words' classes only; what is said of the subject before all that takes the subject for the speaker.
const RECOGNIZERS: [Recognizer; 9] = [
    that_clause,
    topics::said_of,
    telling_without_listener,
    infinitive,
    question,
    bare_clause,
    gap,
    prepositional_object,
    object,
];

/// What the verb at `at` reports.
pub(crate) fn of_verb(sentence: &Sentence<'_>, at: ItemId, word: &'static SpeechWord) -> Option<Reported> {
    let verb = Verb::new(sentence, at, word);
    RECOGNIZERS.iter().find_map(|recognizer| recognizer(&verb)).and_then(Complement::reported)
}

/// "She *said that* prices would fall": a clause behind "that".
fn that_clause(verb: &Verb<'_>) -> Option<Complement> {
    let takes = verb.takes_clause() || verb.word.frames.has(Frames::ADDRESSEE);
    if !takes || verb.word.frames.has(Frames::LABEL) {
        return None;
    }
    let that = that(verb)?;
    // "the plan that …", "the problem showed that …"
    let finite = matches!(verb.word.form, Form::Past | Form::Third) || verb.subject == Some(Kind::Pronoun);
    if verb.word.strength < SpeechWord::OFTEN && !(verb.spoken && finite) {
        return Some(Complement::Nothing);
    }
    Some(verb.report_clause(that + 1, Pattern::That))
}

/// The "that" that begins what the verb reports.
fn that(verb: &Verb<'_>) -> Option<ItemId> {
    let Verb { sentence, word, next, .. } = *verb;
    let stops = |class| matches!(class, Class::Quote | Class::Stop | Class::Semicolon | Class::Colon);
    next.to(sentence.end.min(next + THAT_REACH))
        .iter()
        .take_while(|&at| !stops(sentence.class(at)))
        .take_while(|&at| at == next || !matches!(sentence.class(at), Class::Auxiliary | Class::Pronoun))
        // "Asked about it, she replied that …": the later verb's clause.
        .take_while(|&at| at == next || sentence.speech(at).is_none_or(|other| other.form == Form::Noun))
        .find(|&at| sentence.words.is_that(at))
        // "wants an economy that works": the noun's clause.
        .filter(|&that| {
            that == next
                || word.frames.has(Frames::ADDRESSEE)
                // "said in May that"; but "refers to a case that".
                || sentence.class(next) == Class::Preposition && !verb.habits.takes(sentence.str(next))
                || matches!(sentence.class(next), Class::Comma | Class::Subordinator)
                || word.strength == SpeechWord::STRONG && sentence.class(next) != Class::Determiner
        })
        // "the dozen states that held contests": of the noun, not reported.
        .filter(|&that| {
            let class = sentence.class(that + 1);
            let verb = || sentence.speech(that + 1).is_some_and(|other| matches!(other.form, Form::Past | Form::Third));
            // "repeat that exact word", "an answer to that question": it points.
            let weak = word.strength < SpeechWord::STRONG && class == Class::Other;
            let points = || weak && extent::clause_end(sentence, that + 1) <= that + 3;
            let behind_preposition = || that > next && sentence.class(that - 1) == Class::Preposition;
            !(class == Class::Auxiliary || class == Class::Other && verb() || points() || behind_preposition())
        })
}

/// "She *told* a story": told to nobody, nothing is reported.
fn telling_without_listener(verb: &Verb<'_>) -> Option<Complement> {
    (verb.habits.has(Habits::NEEDS_LISTENER) && !verb.passive() && verb.behind_listener == verb.next)
        .then_some(Complement::Nothing)
}

/// "He *vowed to* fight", "she *urged* him *to* go", "a storm *expected to* pass": what somebody or something will do.
fn infinitive(verb: &Verb<'_>) -> Option<Complement> {
    let Verb { sentence, word, next, behind_listener, addressed, .. } = *verb;
    let passive = verb.passive();
    let to = behind_listener
        .to(sentence.end.min(behind_listener + INFINITIVE_REACH))
        .iter()
        .find(|&at| sentence.words.is_to(at))
        .filter(|&to| to == behind_listener || addressed)
        .filter(|&to| matches!(sentence.class(to + 1), Class::Other | Class::Adverb | Class::Auxiliary))?;
    let takes =
        word.frames.has(Frames::INFINITIVE) || addressed || passive && (verb.takes_clause() || verb.word.is_thought());
    // "it hopes to win", "the bill seeks to"
    let weak = verb.subject == Some(Kind::Weak) || verb.subject == Some(Kind::Phrase) && word.form == Form::Base;
    // "Neither wanted to be first", "they have chosen to stay".
    let narrated = to == next && !passive && narrates(word);
    if narrated || !takes || !(verb.spoken || weak || passive && word.strength >= SpeechWord::OFTEN) {
        return Some(Complement::Nothing);
    }
    let pattern = if passive { Pattern::Passive } else { Pattern::Infinitive };
    Some(verb.report(vec![to.to(extent::loose_end(sentence, to))], pattern))
}

/// "Reporters *asked whether* she would run": an indirect question.
fn question(verb: &Verb<'_>) -> Option<Complement> {
    let Verb { sentence, behind_listener: begin, .. } = *verb;
    let asks = begin < sentence.end && clauses::asks(sentence.str(begin));
    if !asks || !verb.leads_clause() {
        return None;
    }
    Some(verb.report_clause(begin, Pattern::Question))
}

/// "He *said* prices would fall": a clause without "that", known by its subject and, soon, its verb.
fn bare_clause(verb: &Verb<'_>) -> Option<Complement> {
    let Verb { sentence, word, behind_listener: begin, .. } = *verb;
    if verb.passive() || begin >= sentence.end || !verb.leads_clause() || !reports_bare(verb) {
        return None;
    }
    let subject = sentence.class(begin) == Class::Pronoun;
    // "The clock said twenty past four", "said no to the plan": only an auxiliary tells that a clause follows.
    let sure = word.strength == SpeechWord::STRONG && !OF_THINGS.contains(&word.lemma) && !states_amount(verb);
    if !opens_bare_clause(verb) || !(subject || has_verb(sentence, begin, sure)) {
        return None;
    }
    Some(verb.report_clause(begin, Pattern::Bare))
}

/// Whether what follows may be what a thing shows, or a short answer, rather than a clause.
fn states_amount(verb: &Verb<'_>) -> bool {
    let Verb { sentence, behind_listener: begin, .. } = *verb;
    let thing = matches!(verb.subject, Some(Kind::Weak | Kind::Phrase)) && !verb.word.frames.has(Frames::ADDRESSEE);
    let counts = sentence.class(begin) == Class::Number || is_reading(sentence.str(begin));
    let same = sentence.str(begin) == "the" && sentence.str(begin + 1) == "same";
    counts && thing || same || is_answer(sentence.str(begin))
}

/// Whether verb and subject are such that a clause without "that" is what was said.
fn reports_bare(verb: &Verb<'_>) -> bool {
    let Verb { sentence, word, .. } = *verb;
    let often = match word.strength {
        SpeechWord::STRONG => true,
        SpeechWord::OFTEN => !verb.word.is_thought() || word.form != Form::Base || sentence.plain(verb.at),
        _ => verb.word.is_thought(),
    };
    let says = match verb.subject {
        Some(Kind::Weak | Kind::Phrase) => word.frames.has(Frames::MEDIUM) || word.strength == SpeechWord::STRONG,
        Some(Kind::Place) => verb.habits.has(Habits::PLAIN),
        Some(kind) => speaks(kind),
        // "Noting he had paid, she left."
        None => word.form == Form::Participle && word.strength >= SpeechWord::OFTEN,
    };
    often && (verb.counted || says) && !verb.habits.has(Habits::NEVER_BARE)
}

/// Whether a clause without "that" may begin behind the listener.
fn opens_bare_clause(verb: &Verb<'_>) -> bool {
    let Verb { sentence, word, behind_listener: begin, .. } = *verb;
    let strong = word.strength == SpeechWord::STRONG;
    match sentence.class(begin) {
        Class::Pronoun | Class::Weak => true,
        Class::Determiner | Class::Possessive | Class::Capital | Class::Number => {
            word.strength >= SpeechWord::OFTEN || verb.word.is_thought()
        }
        // "said closed primaries were unfair"
        Class::Other if strong => sentence.speech(begin).is_none_or(|other| {
            other.form == Form::Noun || other.strength < SpeechWord::OFTEN && has_verb(sentence, begin, false)
        }),
        Class::Preposition | Class::Subordinator if strong => clauses::FRONTED.contains(&sentence.str(begin)),
        _ => false,
    }
}

/// Whether, before the next comma, something that may be a finite verb stands outside the noun phrases: in "added its own
/// pressure to the race" nothing does. Behind a verb that often has an object (not `sure`) only an auxiliary tells.
fn has_verb(sentence: &Sentence<'_>, begin: ItemId, sure: bool) -> bool {
    let outside = |at: ItemId| sentence.field.nominal_at(at).is_none() && sentence.words.items[at].role.is_none();
    let parts = |class| matches!(class, Class::Comma | Class::Semicolon | Class::Dash | Class::Quote);
    (begin + 1)
        .to(sentence.end.min(begin + FINITE_REACH))
        .iter()
        .take_while(|&at| !parts(sentence.class(at)) && !sentence.words.is_that(at))
        .any(|at| match sentence.class(at) {
            Class::Auxiliary => true,
            // Behind "a" and "in" stands no verb.
            Class::Other => {
                let noun = matches!(sentence.class(at - 1), Class::Determiner | Class::Possessive | Class::Preposition);
                sure && outside(at) && !noun
            }
            _ => false,
        })
}

/// "A step that she *said would help*", "the cuts that the report *says were made*": a clause whose subject stands before.
fn gap(verb: &Verb<'_>) -> Option<Complement> {
    let Verb { sentence, word, next, .. } = *verb;
    let finite = next == verb.at + 1
        && next < sentence.end
        && sentence.class(next) == Class::Auxiliary
        && !auxiliaries::INNER_BE.contains(&sentence.str(next));
    let reads = verb.habits.has(Habits::PLAIN) && matches!(verb.subject, Some(Kind::Weak | Kind::Phrase));
    let often = word.strength >= SpeechWord::OFTEN || verb.word.is_thought();
    if !verb.leads_clause() || !finite || verb.passive() || !often || !(verb.spoken || reads) {
        return None;
    }
    Some(verb.report_clause(next, Pattern::Gap))
}

/// "She *called for* an inquiry": an object behind the preposition that the verb has.
fn prepositional_object(verb: &Verb<'_>) -> Option<Complement> {
    let Verb { sentence, next, .. } = *verb;
    if verb.passive() || !verb.spoken || sentence.class(next) != Class::Preposition {
        return None;
    }
    let leads = verb.habits.takes(sentence.str(next));
    // "agreed with Kim Hart": nothing is said of what.
    let person = || sentence.nominal_from(next + 1).is_some_and(|(_, nominal)| nominal.kind == Kind::Person);
    if !leads || !extent::opens_object(sentence, next + 1) || sentence.str(next) == "with" && person() {
        return None;
    }
    // "The report refers to a case that …": what a text is about is not what it says.
    let of_text = verb.speaker.and_then(|number| sentence.nominal(number).role);
    if of_text.is_some_and(|role| role.bearer == Bearer::Medium) {
        return Some(Complement::Nothing);
    }
    Some(verb.report_object(next + 1, Pattern::Preposition))
}

/// "He *criticized* the plan": an object that says what was said.
fn object(verb: &Verb<'_>) -> Option<Complement> {
    let Verb { sentence, word, next, .. } = *verb;
    // "a letter criticizing the plan", "the proposal drew": nobody need be the subject.
    let loose = word.form == Form::Participle
        || verb.subject == Some(Kind::Phrase)
        || verb.subject == Some(Kind::Weak) && word.form == Form::Past;
    if verb.passive() || !(verb.spoken || loose) || next != verb.at + 1 {
        return None;
    }
    let takes = verb.takes_clause()
        || verb.word.is_thought()
        || [Frames::TOPIC, Frames::LABEL, Frames::ADDRESSEE].into_iter().any(|frame| word.frames.has(frame))
        || word.strength >= SpeechWord::NOW_AND_THEN && word.frames.has(Frames::INFINITIVE);
    // "The firm recalled 2,000 cars", "recalled thousands of vans": who does not remember takes things back.
    let remembers = matches!(verb.subject, Some(Kind::Person | Kind::Pronoun | Kind::Role));
    let things = OF_THINGS.contains(&word.lemma) && (!remembers || sentence.class(next) == Class::Number);
    let never = || things || verb.habits.has(Habits::NEVER_OBJECT);
    if !takes || never() || !extent::opens_object(sentence, next) {
        return None;
    }
    Some(verb.report_object(next, Pattern::Object))
}
