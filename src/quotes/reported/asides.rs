//! Attributions beside the clause that they report: "…, she said", "…, said the minister, …", "as he noted", "according
//! to her".

use crate::lexicon::grammar::clauses::{self, CIRCUMSTANTIAL, GOING_ON_BEHIND};
use crate::lexicon::grammar::prepositions::PLACING;
use crate::lexicon::verb_usage::Habits;
use crate::lexicon::verbs::{Form, Frames, SpeechWord};
use crate::quotes::parse::index::{ItemId, ItemRange, NominalId};
use crate::quotes::parse::items::Class;
use crate::quotes::parse::nominals::{Kind, Nominal};
use crate::quotes::reported::extent::{self, REACH};
use crate::quotes::reported::pattern::{Pattern, Reported};
use crate::quotes::reported::sentence::Sentence;
use crate::quotes::reported::subjects::speaks;
use crate::quotes::reported::verb::behind_listener;

/// Behind "she said", the circumstances ("on Monday in Oslo") end within so many items of the verb.
const CIRCUMSTANCES: u32 = 18;
/// The words about the subject in ", said the minister" are no more than these.
const LONGEST_SUBJECT: u32 = 30;
/// The subject of "…, a study by the ministry found" has no more items.
const LONGEST_ATTRIBUTION: u32 = 14;
/// That of "…, records show" has no more.
const LONGEST_UNNAMED: u32 = 3;
/// Behind "as she said", adverbs and times end within so many items of the verb.
const LONGEST_CLOSE: u32 = 6;
/// A subject with its description begins no further before its predicate, in items.
const FAR_SUBJECT: u32 = 20;
/// The comma behind "According to …" stands within so many items.
const LONGEST_SOURCE: u32 = 40;
/// Between "according to" and its source: no more items.
const BEFORE_SOURCE: u32 = 2;

/// An attribution between commas or between comma and full stop.
struct Parenthesis {
    /// Where the clause before it ends.
    left: ItemId,
    /// Where it ends itself.
    right: ItemId,
    speaker: Option<NominalId>,
}

/// "…, *she said*" or "as *she said*, …": what the verb at `at` reports if it stands at the end or in the middle of that.
pub(crate) fn beside_clause(sentence: &Sentence<'_>, at: ItemId, word: &'static SpeechWord) -> Option<Reported> {
    let word = sentence.phrasal(at, word).unwrap_or(word);
    if word.strength < SpeechWord::OFTEN && !word.is_thought()
        || !word.frames.has(Frames::CLAUSE)
        || word.form == Form::Participle && !quoted_as(sentence, at)
        || word.form == Form::Past && sentence.passive(at)
        || sentence.named(at)
    {
        return None;
    }
    as_said(sentence, at, word).or_else(|| behind_clause(sentence, at, word))
}

/// "*As the paper reported*, …", "…, *as she noted*."
fn as_said(sentence: &Sentence<'_>, at: ItemId, word: &SpeechWord) -> Option<Reported> {
    let (speaker, subject) = sentence.nominal_before(at)?;
    let first = subject.first.previous().filter(|&first| first >= sentence.start)?;
    if subject.end != at || !matches!(sentence.str(first), "As" | "as") {
        return None;
    }
    if word.form == Form::Base && subject.kind == Kind::Phrase {
        return None;
    }
    let mut behind = behind_particle(sentence, at);
    while behind < sentence.end.min(at + LONGEST_CLOSE) && matches!(sentence.class(behind), Class::Adverb | Class::Time)
    {
        behind += 1;
    }
    if !closes(sentence, behind) || first > sentence.start && sentence.class(first - 1) != Class::Comma {
        return None;
    }
    let mut parts = Vec::new();
    if first > sentence.start {
        parts.push(sentence.head().to(first - 1));
    }
    if sentence.class(behind) == Class::Comma {
        parts.push((behind + 1).to(extent::clause_end(sentence, behind + 1)));
    }
    Some(Reported {
        parts,
        cue: at.to(at + 1),
        speaker: Some(speaker),
        thought: false,
        pattern: Pattern::As,
        strength: word.strength,
        confidence: 0,
    })
}

/// "Prices, *she said*, would fall": the clause around the attribution.
fn behind_clause(sentence: &Sentence<'_>, at: ItemId, word: &SpeechWord) -> Option<Reported> {
    let Parenthesis { left, right, speaker } = parenthesis(sentence, at)?;
    let head = sentence.head();
    if left <= head || head.to(left).iter().any(|item| sentence.class(item) == Class::Quote) {
        return None;
    }
    let mut parts = vec![head.max(left.back(REACH)).to(left)];
    if right < sentence.end && sentence.class(right) == Class::Comma && goes_on(sentence, parts[0], right + 1) {
        parts.push((right + 1).to(extent::clause_end(sentence, right + 1)));
    }
    Some(Reported {
        parts,
        cue: at.to(at + 1),
        speaker,
        thought: word.is_thought(),
        pattern: Pattern::Before,
        strength: word.strength,
        confidence: 0,
    })
}

/// Whether `words` before an attribution go on behind it, at `at`. Those with a verb go on only as a clause joined to them
/// does: not in "he would go, she said, after the vote".
fn goes_on(sentence: &Sentence<'_>, words: ItemRange, at: ItemId) -> bool {
    let word = sentence.str(at);
    let joined = sentence.class(at) == Class::Conjunction || GOING_ON_BEHIND.contains(&word);
    if words.iter().any(|at| sentence.class(at) == Class::Auxiliary) {
        return joined || sentence.class(at) == Class::Auxiliary;
    }
    joined
        || !(CIRCUMSTANTIAL.contains(&word)
            || clauses::DESCRIBING.contains(&word)
            || sentence.class(at) == Class::Other && word.ends_with("ing"))
}

/// The attribution that the verb at `at` makes with its subject.
fn parenthesis(sentence: &Sentence<'_>, at: ItemId) -> Option<Parenthesis> {
    // "was quoted as saying"
    let verb = if quoted_as(sentence, at) { at - 2 } else { at };
    let predicate =
        sentence.skip_back(verb, verb - sentence.start, |class| matches!(class, Class::Auxiliary | Class::Adverb));
    let far = || far_subject(sentence, at, predicate).map(|(speaker, subject)| (subject.first - 1, Some(speaker)));
    match subject_before(sentence, predicate).or_else(far) {
        // ", she said"
        Some((comma, speaker)) => {
            let right = verb_end(sentence, at);
            (right > at && closes(sentence, right)).then_some(Parenthesis { left: comma, right, speaker })
        }
        None => inverted(sentence, at),
    }
}

/// Whether "quoted as" stands before the "saying" at `at`.
fn quoted_as(sentence: &Sentence<'_>, at: ItemId) -> bool {
    at > sentence.start + 2
        && sentence.str(at) == "saying"
        && sentence.str(at - 1) == "as"
        && matches!(sentence.str(at - 2), "quoted" | "cited" | "reported")
}

/// The subject between a comma and the predicate, which begins at `predicate`: the comma, and who it is. "…, a study by
/// the ministry found", "…, its lawyer, Ana Díaz, said".
fn subject_before(sentence: &Sentence<'_>, predicate: ItemId) -> Option<(ItemId, Option<NominalId>)> {
    let described = predicate > sentence.start && sentence.class(predicate - 1) == Class::Comma;
    let mut end = predicate;
    if described {
        end = sentence.skip_back(predicate - 1, LONGEST_SUBJECT, |class| {
            !matches!(class, Class::Comma | Class::Stop | Class::Quote | Class::Semicolon)
        });
        end = end.previous().filter(|&comma| comma > sentence.start && sentence.class(comma) == Class::Comma)?;
    }
    let first = sentence.skip_back(end, LONGEST_ATTRIBUTION, part_of_subject);
    let comma = first.previous().filter(|&comma| comma > sentence.start && sentence.class(comma) == Class::Comma)?;
    let plain = |at: ItemId| sentence.class(at) == Class::Other && sentence.speech(at).is_none();
    let Some((number, subject)) = sentence.nominal_behind(first).filter(|(_, nominal)| nominal.end <= end) else {
        // "…, records show", "…, team reports"
        let unnamed = !described && end - first <= LONGEST_UNNAMED && first.to(end).iter().all(plain);
        return (unnamed && first < end).then_some((comma, None));
    };
    let begins = subject.first == first
        || sentence.class(first) == Class::Determiner
        || first.to(subject.first).iter().all(plain) && sentence.class(first) == Class::Other;
    let whole = speaks(subject.kind)
        || matches!(subject.kind, Kind::Phrase | Kind::Place)
        || sentence.str(subject.first) == "it";
    let verb = |at: ItemId| {
        sentence.field.nominal_at(at).is_none()
            && sentence.speech(at).is_some_and(|word| matches!(word.form, Form::Past | Form::Third | Form::Participle))
    };
    let alone = !first.to(end).iter().any(verb);
    // A description is that of a name or role.
    let named = !described || subject.end == end && speaks(subject.kind);
    (begins && whole && alone && named).then_some((comma, Some(number)))
}

/// "…, *three people* with knowledge of the matter *told* Reuters", "…, *the source*, who asked not to be named, *told*
/// Reuters": the subject behind a comma whose description stands before its predicate.
fn far_subject<'a>(sentence: &Sentence<'a>, at: ItemId, predicate: ItemId) -> Option<(NominalId, &'a Nominal)> {
    let strong = sentence.speech(at).is_some_and(|word| word.strength == SpeechWord::STRONG);
    if !strong || predicate <= sentence.start + 2 {
        return None;
    }
    let closed = sentence.class(predicate - 1) == Class::Comma;
    let last = if closed { predicate - 1 } else { predicate };
    let reach = |class: Class| {
        if closed { !matches!(class, Class::Comma | Class::Quote) } else { describes_subject(class) }
    };
    let mut comma = sentence.skip_back(last, FAR_SUBJECT, reach).previous()?;
    if comma <= sentence.start || sentence.class(comma) != Class::Comma {
        return None;
    }
    if closed {
        // ", who …," and ", a nurse,": the subject stands before that.
        if !matches!(sentence.class(comma + 1), Class::Relative | Class::Determiner) {
            return None;
        }
        let (_, subject) = sentence.nominal_before(comma)?;
        comma = subject.first.previous().filter(|_| subject.end == comma)?;
    }
    let (number, subject) = sentence.nominal_from(comma + 1)?;
    let joined = closed || sentence.class(subject.end) == Class::Preposition;
    (comma > sentence.start && sentence.class(comma) == Class::Comma && speaks(subject.kind) && joined)
        .then_some((number, subject))
}

/// Whether what describes a subject behind a preposition may have an item of this class.
fn describes_subject(class: Class) -> bool {
    matches!(
        class,
        Class::Preposition
            | Class::Determiner
            | Class::Possessive
            | Class::Other
            | Class::Capital
            | Class::Number
            | Class::Genitive
    )
}

/// Whether an item of this class may stand in the subject of a parenthesis.
fn part_of_subject(class: Class) -> bool {
    matches!(
        class,
        Class::Determiner
            | Class::Possessive
            | Class::Genitive
            | Class::Capital
            | Class::Number
            | Class::Other
            | Class::Pronoun
            | Class::Weak
            | Class::Preposition
            | Class::Mark
    )
}

/// The first item behind the verb at `at` and what belongs to it: "pointed out", "made clear".
fn behind_particle(sentence: &Sentence<'_>, at: ItemId) -> ItemId {
    let phrasal = sentence.speech(at).and_then(|word| sentence.phrasal(at, word));
    at + 1 + u32::from(phrasal.is_some())
}

/// Where an attribution ends that its verb at `at` closes: behind the listeners and a few words of circumstance.
fn verb_end(sentence: &Sentence<'_>, at: ItemId) -> ItemId {
    let mut right = sentence.skip(behind_particle(sentence, at), |class| matches!(class, Class::Adverb | Class::Time));
    let Some(word) = sentence.speech(at) else { return right };
    let strong = word.strength == SpeechWord::STRONG;
    // "she told the Harbor Times"
    if word.frames.has(Frames::ADDRESSEE) && !closes(sentence, right) {
        right = sentence.skip(behind_listener(sentence, right), |class| matches!(class, Class::Adverb | Class::Time));
    }
    let listens = strong
        && word.frames.has(Frames::ADDRESSEE)
        && matches!(
            sentence.class(right),
            Class::Determiner | Class::Capital | Class::Other | Class::Object | Class::Possessive
        );
    // "said this week", "told reporters", "she said on Monday in Oslo," but not "she pointed to the plan".
    let circumstance = match sentence.class(right) {
        Class::Preposition => {
            strong
                || PLACING.contains(&sentence.str(right)) && !sentence.words.items[at].habits.takes(sentence.str(right))
        }
        Class::Determiner => strong && sentence.str(right) == "this",
        _ => listens,
    };
    if circumstance {
        while right < sentence.end.min(at + CIRCUMSTANCES)
            && !closes(sentence, right)
            && !matches!(sentence.class(right), Class::Pronoun | Class::Auxiliary | Class::Weak | Class::Quote)
            && sentence.str(right) != "that"
        {
            right += 1;
        }
    }
    right
}

/// ", *said the minister*": the attribution whose subject stands behind the verb at `at`.
fn inverted(sentence: &Sentence<'_>, at: ItemId) -> Option<Parenthesis> {
    // "quoted nobody" and the like have an object there.
    let transitive =
        sentence.speech(at).is_some_and(|word| word.frames.has(Frames::TOPIC) || word.frames.has(Frames::LABEL))
            || sentence.words.items[at].habits.has(Habits::NEEDS_LISTENER);
    if at <= sentence.start || sentence.class(at - 1) != Class::Comma || transitive {
        return None;
    }
    let (speaker, subject) = sentence.nominal_from(at + 1).filter(|(_, subject)| speaks(subject.kind))?;
    let last = subject.end;
    // "said the minister of justice"; in "Ana Díaz, a nurse, said the ward was full" the words behind are the clause.
    let qualified = || {
        let right = last.to(sentence.end.min(last + LONGEST_SUBJECT)).iter().find(|&item| closes(sentence, item));
        let right = right.unwrap_or(sentence.end);
        subject.kind != Kind::Pronoun
            && sentence.class(last) == Class::Preposition
            && right >= sentence.end - 1
            && !last.to(right).iter().any(|item| sentence.class(item) == Class::Auxiliary)
    };
    (closes(sentence, last) || qualified()).then_some(Parenthesis {
        left: at - 1,
        right: sentence.end,
        speaker: Some(speaker),
    })
}

/// Whether an attribution may end before the item at `at`.
fn closes(sentence: &Sentence<'_>, at: ItemId) -> bool {
    at >= sentence.end || matches!(sentence.class(at), Class::Comma | Class::Stop)
}

/// "…, *according to her*" and "*According to her*, …": the clause beside the phrase at `at`.
pub(crate) fn according(sentence: &Sentence<'_>, at: ItemId) -> Option<Reported> {
    let source = at + 2;
    let speaker = sentence
        .nominal_behind(source)
        .filter(|(_, nominal)| nominal.first <= source + BEFORE_SOURCE && nominal.end <= sentence.end);
    let head = sentence.head();
    let parts = if at <= head + 1 {
        let ends = |&item: &ItemId| sentence.class(item) == Class::Comma && !sentence.within_nominal(item);
        // "According to two people, who asked not to be named, the …"
        let comma = at
            .to(sentence.end.min(at + LONGEST_SOURCE))
            .iter()
            .filter(ends)
            .find(|&comma| sentence.class(comma + 1) != Class::Relative)?;
        vec![(comma + 1).to(extent::clause_end(sentence, comma + 1))]
    } else {
        let comma = sentence.class(at - 1) == Class::Comma;
        let stop = at - u32::from(comma);
        let mut parts = vec![head.max(stop.back(REACH)).to(stop)];
        // "Half of them, according to the poll, would stay."
        let last = speaker.map_or(source, |(_, nominal)| nominal.end);
        if comma && sentence.class(last) == Class::Comma && !describes(sentence, last + 1) {
            parts.push((last + 1).to(extent::clause_end(sentence, last + 1)));
        }
        parts
    };
    Some(Reported {
        parts,
        cue: at.to(source),
        speaker: speaker.map(|(number, _)| number),
        thought: false,
        pattern: Pattern::According,
        strength: SpeechWord::STRONG,
        confidence: 0,
    })
}

/// Whether what begins behind a comma at `at` describes what stands before it.
fn describes(sentence: &Sentence<'_>, at: ItemId) -> bool {
    matches!(sentence.class(at), Class::Determiner | Class::Relative | Class::Conjunction | Class::Possessive)
        || sentence.speech(at).is_some_and(|word| word.form == Form::Participle)
}
