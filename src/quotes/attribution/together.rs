//! Two who say the same: "said Anna Díaz and Tom Reid", "Mayor Ana Díaz and her deputy, Karl Auer, said".

use crate::quotes::parse::index::{ItemId, ItemRange, NominalId};
use crate::quotes::parse::items::{Class, Words};
use crate::quotes::parse::nominals::{Kind, Nominal, Nominals};

/// The words of both speakers, where nominal `speaker`, whose cue is `cue`, is one of two that "and" joins.
pub(crate) fn speakers(
    words: &Words<'_>,
    nominals: &Nominals,
    speaker: NominalId,
    cue: ItemRange,
) -> Option<ItemRange> {
    let one = &nominals[speaker];
    if !may_join(one) {
        return None;
    }
    if one.first < cue.end {
        return before(words, nominals, speaker, cue);
    }
    // The second of the two may have been chosen.
    let first = speaker.previous().filter(|&first| {
        let before = &nominals[first];
        before.first >= cue.end && before.end + 1 == one.first && is_and(words, before.end) && may_join(before)
    });
    behind(words, nominals, first.unwrap_or(speaker))
}

fn may_join(nominal: &Nominal) -> bool {
    matches!(nominal.kind, Kind::Person | Kind::Role | Kind::Organization) && !nominal.possessive
}

/// "said Anna Díaz and Tom Reid": nothing behind them says that the second does something else.
fn behind(words: &Words<'_>, nominals: &Nominals, speaker: NominalId) -> Option<ItemRange> {
    let (one, other) = (&nominals[speaker], nominals.get(speaker.next())?);
    let joined = is_and(words, one.end) && other.first == one.end + 1 && may_join(other);
    let closed = !words.together(other.first, other.end)
        || matches!(
            words.class(other.end),
            Class::Comma | Class::Stop | Class::Preposition | Class::Dash | Class::Quote
        );
    (joined && closed && words.together(one.first, other.first)).then(|| one.first.to(other.end))
}

/// "Mayor Ana Díaz and her deputy, Karl Auer, said": both are the subject.
fn before(words: &Words<'_>, nominals: &Nominals, speaker: NominalId, cue: ItemRange) -> Option<ItemRange> {
    let other = &nominals[speaker];
    let passed = |class: Class| matches!(class, Class::Auxiliary | Class::Adverb | Class::Comma);
    if !other.end.to(cue.first).iter().all(|at| passed(words.class(at))) {
        return None;
    }
    // "her deputy, Karl Auer": the role before the name.
    let mut number = speaker;
    let role = number.previous().map(|before| &nominals[before]);
    if role.is_some_and(|role| {
        role.kind == Kind::Role && role.end + 1 == other.first && words.class(role.end) == Class::Comma
    }) {
        number = number.previous()?;
    }
    let and = nominals[number].first.previous().filter(|&at| is_and(words, at))?;
    let one = &nominals[number.previous()?];
    let opens = words.begins(one.first)
        || matches!(
            words.class_before(one.first),
            Class::Comma | Class::Quote | Class::Subordinator | Class::Relative | Class::Semicolon | Class::Dash
        );
    (one.end == and && opens && may_join(one) && words.together(one.first, cue.first)).then(|| one.first.to(other.end))
}

fn is_and(words: &Words<'_>, at: ItemId) -> bool {
    words.class(at) == Class::Conjunction && words.str(at) == "and" || words.str(at) == "&"
}
