//! A verb of saying or thinking in its sentence: all that the recognizers ask of it, found once.

use crate::lexicon::verb_usage::{Habits, tells_through};
use crate::lexicon::verbs::{Form, Frames, SpeechWord};
use crate::quotes::attribution::generate;
use crate::quotes::parse::index::{ItemId, ItemRange, NominalId};
use crate::quotes::parse::items::Class;
use crate::quotes::parse::nominals::Kind;
use crate::quotes::reported::extent;
use crate::quotes::reported::pattern::{Pattern, Reported};
use crate::quotes::reported::sentence::Sentence;
use crate::quotes::reported::subjects;

/// Those who are told are no more than so many items.
const LISTENER_REACH: u32 = 6;

/// What a recognizer finds of a verb that stands in its pattern.
pub(crate) enum Complement {
    /// The verb reports this.
    Reported(Reported),
    /// The verb reports nothing.
    Nothing,
}

impl Complement {
    pub(crate) fn reported(self) -> Option<Reported> {
        match self {
            Self::Reported(reported) => Some(reported),
            Self::Nothing => None,
        }
    }
}

/// Whether the subject of a verb is who says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// It is: "she told us".
    Active,
    /// It is not, and a form of "be" says so: "she was told".
    Passive,
    /// It is not, though no form of "be" stands there: "a storm expected to pass".
    Reduced,
}

/// A verb and what stands around it.
pub(crate) struct Verb<'a> {
    pub(crate) sentence: &'a Sentence<'a>,
    pub(crate) at: ItemId,
    pub(crate) word: &'static SpeechWord,
    pub(crate) habits: Habits,
    pub(crate) voice: Voice,
    /// A number that counts people is its subject: "one in five say".
    pub(crate) counted: bool,
    /// The kind of its subject.
    pub(crate) subject: Option<Kind>,
    /// Its subject may say or think something.
    pub(crate) spoken: bool,
    /// Who says it, if a nominal names them.
    pub(crate) speaker: Option<NominalId>,
    /// The first item behind its adverbs and times: "said on Monday that".
    pub(crate) next: ItemId,
    /// The first item behind those who are told.
    pub(crate) behind_listener: ItemId,
    /// Somebody is told, urged, asked.
    pub(crate) addressed: bool,
}

impl<'a> Verb<'a> {
    pub(crate) fn new(sentence: &'a Sentence<'a>, at: ItemId, word: &'static SpeechWord) -> Self {
        let phrasal = sentence.phrasal(at, word);
        let word = phrasal.unwrap_or(word);
        let behind = at + 1 + u32::from(phrasal.is_some());
        let next = sentence.skip(behind, |class| matches!(class, Class::Adverb | Class::Time));
        // "The NFL legend said people …"; but "a man said to be ill".
        let habits = if phrasal.is_some() { Habits::NONE } else { sentence.words.items[at].habits };
        let says = habits.has(Habits::PLAIN)
            && !matches!(sentence.class(next), Class::Preposition | Class::Comma | Class::Stop);
        let voice = match word.form {
            Form::Past if sentence.passive(at) => Voice::Passive,
            Form::Past if !says && sentence.behind_plain_word(at) => Voice::Reduced,
            _ => Voice::Active,
        };
        let passive = voice != Voice::Active;
        let subject = if passive {
            subjects::agent(sentence, next)
        } else {
            generate::subject(sentence.field, at, sentence.start.to(sentence.end))
        };
        let counted = !passive && sentence.counted(at);
        let beside = subject.filter(|&number| !counted || sentence.nominal(number).end == at);
        // "called on them to"
        let through = sentence.class(next) == Class::Preposition && tells_through(word.lemma, sentence.str(next));
        let tells = through || word.frames.has(Frames::ADDRESSEE);
        let behind_listener = if tells { behind_listener(sentence, next + u32::from(through)) } else { next };
        let mut verb = Self {
            sentence,
            at,
            word,
            habits,
            voice,
            counted,
            subject: subject.map(|number| sentence.nominal(number).kind),
            spoken: counted || beside.is_some_and(|number| subjects::may_speak(sentence, number)),
            speaker: None,
            next,
            behind_listener,
            addressed: tells && (behind_listener > next + u32::from(through) || passive),
        };
        verb.speaker = beside.filter(|&number| verb.names_speaker(number));
        verb
    }

    /// Whether its subject `number` names who says it.
    fn names_speaker(&self, number: NominalId) -> bool {
        // To whom it seems is not said.
        if self.habits.has(Habits::APPEARANCE) {
            return false;
        }
        // "The NFL legend said": who says it is no name.
        let subject = self.sentence.nominal(number);
        let of_other = subject.entity.is_some() && subject.end + 1 == self.at;
        self.passive() || !of_other || !self.sentence.behind_plain_word(self.at)
    }

    /// Whether its subject is not who says.
    pub(crate) fn passive(&self) -> bool {
        self.voice != Voice::Active
    }

    /// Whether a clause may follow it, by its frames.
    pub(crate) fn takes_clause(&self) -> bool {
        self.word.frames.has(Frames::CLAUSE)
    }

    /// Whether a clause may follow it, or those who are told.
    pub(crate) fn leads_clause(&self) -> bool {
        self.takes_clause() || self.addressed
    }

    /// It reports `parts`.
    pub(crate) fn report(&self, parts: Vec<ItemRange>, pattern: Pattern) -> Complement {
        Complement::Reported(Reported {
            parts,
            cue: self.at.to(self.at + 1),
            speaker: self.speaker,
            thought: self.word.is_thought(),
            pattern,
            strength: self.word.strength,
            confidence: 0,
        })
    }

    /// It reports the clause that begins at `from`.
    pub(crate) fn report_clause(&self, from: ItemId, pattern: Pattern) -> Complement {
        self.report(vec![from.to(extent::clause_end(self.sentence, from))], pattern)
    }

    /// It reports the object that begins at `from`.
    pub(crate) fn report_object(&self, from: ItemId, pattern: Pattern) -> Complement {
        self.report(vec![from.to(extent::object_end(self.sentence, from))], pattern)
    }
}

/// The first item behind those who are told, of whom the first word may stand at `next`.
pub(crate) fn behind_listener(sentence: &Sentence<'_>, next: ItemId) -> ItemId {
    // "told the AP": a name goes without its article.
    let article = sentence.class(next) == Class::Determiner && sentence.field.nominal_at(next).is_none();
    let listener = sentence
        .nominal_from(next + u32::from(article))
        .map(|(_, nominal)| nominal.end)
        .filter(|&end| end < sentence.end);
    match listener {
        Some(end) => end,
        None if sentence.class(next) == Class::Object => next + 1,
        None => behind_plain_listener(sentence, next).unwrap_or(next),
    }
}

/// The first item behind those who are told where no list knows them: "told insurers to …", "told investigators that …".
fn behind_plain_listener(sentence: &Sentence<'_>, next: ItemId) -> Option<ItemId> {
    let listeners =
        |class: Class| matches!(class, Class::Other | Class::Number | Class::Determiner | Class::Preposition);
    let opens =
        |at: ItemId| sentence.words.is_to(at) || sentence.words.is_that(at) || sentence.class(at) == Class::Pronoun;
    if sentence.class(next) != Class::Other || sentence.speech(next).is_some() {
        return None;
    }
    let end = (next + 1)
        .to(sentence.end.min(next + LISTENER_REACH))
        .iter()
        .find(|&at| opens(at) || !listeners(sentence.class(at)))?;
    opens(end).then_some(end)
}
