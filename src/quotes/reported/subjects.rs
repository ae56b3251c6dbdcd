//! Who says or thinks what a word reports: its subject, its agent, its owner.

use crate::lexicon::grammar::pronouns::means_people;
use crate::quotes::parse::index::{ItemId, NominalId};
use crate::quotes::parse::items::Class;
use crate::quotes::parse::nominals::{Kind, Nominal};
use crate::quotes::reported::sentence::Sentence;

/// No agent stands further behind its participle, in items.
const AGENT_REACH: u32 = 6;
/// No subject is looked for further before its verb, in items.
const SUBJECT_REACH: u32 = 40;

/// Whether words of this kind may be the subject of a parenthesis: not "which" nor "the new plan".
pub(crate) fn speaks(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Organization | Kind::Pronoun | Kind::Role | Kind::Capital)
}

/// Whether a nominal may be who says or thinks: a speaker's kind of words, "who", "everyone", or "which" behind the name
/// of a body.
pub(crate) fn may_speak(sentence: &Sentence<'_>, number: NominalId) -> bool {
    let nominal = sentence.nominal(number);
    if speaks(nominal.kind) {
        return true;
    }
    let first = nominal.first;
    match sentence.str(first) {
        people if means_people(people) => true,
        "which" | "that" => number.previous().is_some_and(|before| {
            let antecedent = sentence.nominal(before);
            let end = antecedent.end;
            let adjacent = end == first || end + 1 == first && sentence.class(end) == Class::Comma;
            adjacent && matches!(antecedent.kind, Kind::Person | Kind::Organization)
        }),
        _ => false,
    }
}

/// Who stands behind "by" or "from", within a few items: "it was decided by the court that …".
pub(crate) fn agent(sentence: &Sentence<'_>, from: ItemId) -> Option<NominalId> {
    let by =
        from.to(sentence.end.min(from + AGENT_REACH)).iter().find(|&at| matches!(sentence.str(at), "by" | "from"))?;
    sentence.nominal_from(by + 1).filter(|(_, nominal)| speaks(nominal.kind)).map(|(number, _)| number)
}

/// Whose the noun at `noun` is: "the senator's recent claim". At most `between` words stand between the two.
pub(crate) fn owner<'a>(sentence: &Sentence<'a>, noun: ItemId, between: u32) -> Option<(NominalId, &'a Nominal)> {
    sentence
        .nominal_before(noun)
        .filter(|(_, nominal)| nominal.possessive && noun <= nominal.end + between && speaks(nominal.kind))
}

/// Where the subject begins that ends before `verb`.
pub(crate) fn subject_start(sentence: &Sentence<'_>, verb: ItemId) -> Option<ItemId> {
    let inside = |class: Class| {
        !matches!(
            class,
            Class::Relative
                | Class::Comma
                | Class::Semicolon
                | Class::Colon
                | Class::Dash
                | Class::Stop
                | Class::Conjunction
                | Class::Subordinator
                | Class::Opening
                | Class::Closing
                | Class::Mark
                | Class::Quote
                | Class::Auxiliary
        )
    };
    let mut start = sentence.skip_back(verb, SUBJECT_REACH, inside);
    // "a bill that was called …": the pronoun belongs to the subject.
    if start > sentence.start && verb - start < SUBJECT_REACH && sentence.class(start - 1) == Class::Relative {
        start -= 1;
    }
    while start < verb && matches!(sentence.class(start), Class::Adverb | Class::Time) {
        start += 1;
    }
    (start < verb && sentence.str(start) != "to").then_some(start)
}
