//! Whom a text stands for: "the statement", "a letter from the Department". Its issuer is meant.

use crate::entities::EntityKind;

use crate::quotes::coreference::discourse::Discourse;
use crate::quotes::coreference::salience::Salience;
use crate::quotes::parse::nominals::{Kind, Nominal};

/// The text is spoken of before at most so many words back.
const MOST_WORDS: usize = 150;
/// And at most so many sentences back.
const MOST_SENTENCES: u32 = 3;

/// Who issued the text that nominal `index` names.
pub(crate) fn issuer(discourse: Discourse<'_>, salience: &Salience<'_>, index: usize) -> Option<u32> {
    named_behind(discourse, index)
        .or_else(|| named_within(discourse, &discourse.nominals[index]))
        .or_else(|| named_before(discourse, salience, index))
}

/// "a letter from the Department"
fn named_behind(discourse: Discourse<'_>, index: usize) -> Option<u32> {
    let (text, issuer) = (&discourse.nominals[index], discourse.nominals.get(index + 1)?);
    let joined = issuer.first <= text.last + 2 && matches!(discourse.word_behind(text), "from" | "by");
    issuer.entity.filter(|_| joined && matches!(issuer.kind, Kind::Organization | Kind::Person))
}

/// "the Department's letter"
fn named_within(discourse: Discourse<'_>, text: &Nominal) -> Option<u32> {
    let (items, mentions) = (&discourse.words.items, &discourse.names.mentions);
    let (from, to) = (items[text.first as usize].start, items[text.last as usize - 1].end);
    let first = mentions.partition_point(|mention| mention.range.start().get() < from);
    let name = mentions.get(first).filter(|mention| mention.range.end().get() <= to)?;
    (name.kind != EntityKind::Place).then_some(name.entity)
}

/// "… said in a statement. …, the statement read": who was named first in the sentence that spoke of it before.
fn named_before(discourse: Discourse<'_>, salience: &Salience<'_>, index: usize) -> Option<u32> {
    let (words, nominals) = (discourse.words, discourse.nominals);
    let text = &nominals[index];
    if !matches!(discourse.first_word(text), "the" | "The" | "it" | "its") {
        return None;
    }
    let noun = text.role?.singular;
    let (first, here) = (text.first as usize, discourse.sentence(text));
    let before = (first.saturating_sub(MOST_WORDS)..first).rev().find(|&at| {
        let item = &words.items[at];
        item.role.is_some_and(|role| role.singular == noun)
            && item.sentence < here
            && item.sentence + MOST_SENTENCES >= here
    })?;
    let sentence = words.items[before].sentence;
    let first = nominals.partition_point(|nominal| discourse.sentence(nominal) < sentence);
    let mut named = (first..index).take_while(|&named| discourse.sentence(&nominals[named]) == sentence);
    named.find_map(|named| salience.meant(named))
}
